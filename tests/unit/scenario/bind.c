#include "scenario/quantity.h"
#include "unit/scenario/reading.h"

static void everything_left_out_takes_its_default(void **state)
{
    (void)state;
    struct reading_room room;
    read_camp(&room, "title: x\n");
    assert_int_equal(room.trouble.count, 0);
    const struct camp *camp = &room.camp;
    assert_string_equal(camp->title, "x");
    assert_int_equal(camp->seed, 2011);
    assert_true(camp->lasts == 30 * SIM_DAY);
    assert_true(camp->talk.retention == 0.5);
    assert_true(camp->talk.noise == 0.10);
    assert_true(camp->talk.weight == 1);
    assert_true(camp->talk.arrivals == 4.0 / 24);
    assert_true(camp->talk.facet_length == SIM_MINUTE);
    assert_ptr_equal(camp->talk.floor, &camp_stack);
    assert_int_equal(camp->sites.count, 0);
    assert_int_equal(camp->points.count, 3);
    assert_true(((const double *)camp->points.items)[2] == 4);
    assert_null(camp->extra);
    leave(&room);
}

static void values_are_held_in_canonical_units(void **state)
{
    (void)state;
    struct reading_room room;
    read_camp(
        &room,
        "title: 2011\n"
        "seed: -5\n"
        "lasts: 1 w 2 d\n"
        "conversation: {retention: 5 %, noise: 0.2, arrivals: 6 /min, facet_length: 90 s, floor: open}\n"
        "sites:\n"
        "  - {name: A, people: 1e3, amplified: Yes}\n"
        "  - people: 7\n"
        "designs:\n"
        "  with open space:\n"
        "    calendar: [{hold: assembly, at: 19:00, for: 1 h 30 min}, {hold: x, at: \"07:05:09\"}]\n"
        "    changes: {talk: [1]}\n"
        "  plain:\n"
        "points: [0.5, 1e-3]\n");
    assert_int_equal(room.trouble.count, 1); /* 6 /min is 360 /h, more than 10 /h */
    assert_told(&room, 0, "4:54 `arrivals` is 6 /min, which is more than 240 /d, the most it can be");
    const struct camp *camp = &room.camp;
    assert_string_equal(camp->title, "2011");
    assert_int_equal(camp->seed, -5);
    assert_true(camp->lasts == 9 * SIM_DAY);
    assert_true(camp->talk.retention == 0.05);
    assert_true(camp->talk.noise == 0.2);
    assert_true(camp->talk.arrivals == 4 / 24.0); /* the default in place of what cannot be */
    assert_true(camp->talk.facet_length == 90 * SIM_SECOND);
    assert_ptr_equal(camp->talk.floor, &camp_open);

    assert_int_equal(camp->sites.count, 2);
    const struct camp_site *sites = camp->sites.items;
    assert_int_equal(sites[0].people, 1000);
    assert_true(sites[0].amplified);
    assert_string_equal(sites[1].name, "a square");

    assert_int_equal(camp->designs.count, 2);
    const struct camp_design *designs = camp->designs.items;
    assert_string_equal(designs[0].name, "with open space");
    assert_string_equal(designs[1].name, "plain");
    assert_int_equal(designs[1].calendar.count, 0);
    assert_int_equal(node_count(designs[0].changes), 1);
    const struct camp_meeting *meetings = designs[0].calendar.items;
    assert_true(meetings[0].at == 19 * SIM_HOUR);
    assert_true(meetings[0].lasts == 90 * SIM_MINUTE);
    assert_true(meetings[1].at == 7 * SIM_HOUR + 5 * SIM_MINUTE + 9 * SIM_SECOND);

    assert_int_equal(camp->points.count, 2);
    assert_true(((const double *)camp->points.items)[1] == 0.001);
    leave(&room);
}

static void every_mistake_is_told_in_the_order_of_the_file(void **state)
{
    (void)state;
    struct reading_room room;
    read_camp(&room, "conversation:\n"
                     "  retenton: 5 %\n"
                     "  facet_length: 1\n"
                     "  floor: stak\n"
                     "sites:\n"
                     "  - {people: 0}\n"
                     "  - hello\n"
                     "designs: {a: {calendar: [{at: seven}]}}\n");
    assert_told(&room, 0, "1:1 `title` must be given in scenario: What is asked");
    assert_told(&room, 1, "2:3 unknown key `retenton` in conversation (did you mean `retention`?)");
    assert_told(&room, 2, "3:17 `facet_length` needs a unit: us, ms, s, min, h, d or w, as in `1 min`");
    assert_told(
        &room, 3,
        "4:10 `floor` is `stak`, but it must be open, stack or progressive-stack (did you mean `stack`?)");
    assert_told(&room, 4, "6:14 `people` is 0, which is less than 1, the least it can be");
    assert_told(&room, 5, "7:5 each entry of `sites` must be keys and values, such as {name: ...}");
    assert_told(&room, 6, "8:26 `hold` must be given in calendar: Method to hold");
    assert_told(&room, 7, "8:31 `at` is `seven`, which is not a time of day such as `19:00`");
    assert_int_equal(room.trouble.count, 8);
    leave(&room);
}

/* Each is the third line of a scenario, and the only thing wrong with it. */
// clang-format off
static const struct {
    const char *line, *sentence;
} refused[] = {
    {"  retention: 150 %",      "3:14 `retention` is 150 %, which is more than 100 %, the most it can be"},
    {"  retention: 1.5",        "3:14 `retention` is 1.5, which is more than 1, the most it can be"},
    {"  retention: -5 %",       "3:14 `retention` is -5 %, which is less than 0 %, the least it can be"},
    {"  retention: lots",       "3:14 `retention` is `lots`, which is not a share such as `50 %`"},
    {"  retention: 5 h",        "3:14 `retention` is `5 h`, but a share has no unit `h`; there are % or none"},
    {"  retention:",            "3:3 `retention` has no value; give it one or take the line out"},
    {"  retention: ~",          "3:14 `retention` has no value; give it one or take the line out"},
    {"  retention: [1]",        "3:14 `retention` must be a share, but a list stands here"},
    {"  retention: {a: 1}",     "3:14 `retention` must be a share, but a map of keys and values stands here"},
    {"  retention: .nan",       "3:14 `retention` is `.nan`, which is not a share such as `50 %`"},
    {"  retention: nan %",      "3:14 `retention` is `nan %`, which is not a share such as `50 %`"},
    {"  retention: .inf",       "3:14 `retention` is `.inf`, which is not a share such as `50 %`"},
    {"  weight: 0x1F",          "3:11 `weight` is `0x1F`, which is not a number such as `1`"},
    {"  weight: 1e400",         "3:11 `weight` is 1e400, which is too large to be held"},
    {"  weight: 1e999999999999", "3:11 `weight` is 1e999999999999, which is too large to be held"},
    {"  weight: 1e-400",        "3:11 `weight` is 1e-400, which is too small to tell from zero; write 0"},
    {"  weight: 1,5",           "3:11 `weight` is `1,5`, but numbers have a decimal point and no other separators (write `1.5`)"},
    {"  weight: 1,500",         "3:11 `weight` is `1,500`, but numbers have a decimal point and no other separators (write `1500` or `1.500`)"},
    {"  weight: 1,000,000",     "3:11 `weight` is `1,000,000`, but numbers have a decimal point and no other separators (write `1000000`)"},
    {"  retention: 50,0 %",     "3:14 `retention` is `50,0 %`, but numbers have a decimal point and no other separators (write `50.0 %`)"},
    {"  retention: 40",         "3:14 `retention` is 40, which is more than 1, the most it can be (write `40 %`)"},
    {"  retention: 400",        "3:14 `retention` is 400, which is more than 1, the most it can be"},
    {"  facet_length: 1,5 min", "3:17 `facet_length` is `1,5 min`, but numbers have a decimal point and no other separators (write `1.5 min`)"},
    {"  arrivals: 1,5 /d",      "3:13 `arrivals` is `1,5 /d`, but numbers have a decimal point and no other separators (write `1.5 /d`)"},
    {"conversation: {retention: 50,0 %, weight: 2}", "3:27 `retention` is `50,0 %`, but numbers have a decimal point and no other separators (write `50.0 %`)"},
    {"conversation: {weight: 1,500}", "3:24 `weight` is `1,500`, but numbers have a decimal point and no other separators (write `1500` or `1.500`)"},
    {"seed: 1.000",             "3:7 `seed` is 1.000, but a whole number has no point in it (write `1000` or `1`)"},
    {"seed: 1.0",               "3:7 `seed` is 1.0, but a whole number has no point in it (write `1`)"},
    {"seed: 12.500",            "3:7 `seed` is 12.500, but it must be a whole number (if it is thousands, write `12500`)"},
    {"seed: 1.000.000",         "3:7 `seed` is `1.000.000`, which is not a whole number such as `2011` (if it is thousands, write `1000000`)"},
    {"seed: 1,000",             "3:7 `seed` is `1,000`, but numbers have a decimal point and no other separators (write `1000`)"},
    {"seed: 2,5",               "3:7 `seed` is `2,5`, but numbers have a decimal point and no other separators"},
    {"  weight: 1 2",           "3:11 `weight` is `1 2`, which is not a number such as `1`"},
    {"  weight: --1",           "3:11 `weight` is `--1`, which is not a number such as `1`"},
    {"  weight: .",             "3:11 `weight` is `.`, which is not a number such as `1`"},
    {"  noise: 0.1 /speaker",   "3:10 `noise` is `0.1 /speaker`, which is not a number such as `0.10 /listener`"},
    {"  noise: 0.6 /listener",  "3:10 `noise` is 0.6 /listener, which is more than 0.5 /listener, the most it can be"},
    {"  facet_length: 5",       "3:17 `facet_length` needs a unit: us, ms, s, min, h, d or w, as in `1 min`"},
    {"  facet_length: 5 m",     "3:17 `facet_length` is `5 m`, but a duration has no unit `m`; there are us, ms, s, min, h, d or w (did you mean `min`?)"},
    {"  facet_length: 5\u200Bmin", "3:17 `facet_length` is `5\\u{200b}min`, but a duration has no unit `\\u{200b}min`; there are us, ms, s, min, h, d or w"},
    {"  facet_length: 5 furlongs", "3:17 `facet_length` is `5 furlongs`, but a duration has no unit `furlongs`; there are us, ms, s, min, h, d or w"},
    {"  facet_length: -1 min",  "3:17 `facet_length` is -1 min, but a duration cannot be negative"},
    {"  facet_length: 0 min",   "3:17 `facet_length` is 0 min, which is less than 0.3 min, the least it can be"},
    {"  facet_length: 1 h",     "3:17 `facet_length` is 1 h, which is more than 3 min, the most it can be"},
    {"  facet_length: 1 s 1 min", "3:17 `facet_length` is `1 s 1 min`; the parts of a duration go from large to small, each once, as in `1 h 30 min`"},
    {"  facet_length: 1 min 1 min", "3:17 `facet_length` is `1 min 1 min`; the parts of a duration go from large to small, each once, as in `1 h 30 min`"},
    {"  facet_length: 1 min 30", "3:17 `facet_length` needs a unit: us, ms, s, min, h, d or w, as in `1 min`"},
    {"  facet_length: 0.1 us",  "3:17 `facet_length` is 0.1 us, which is too small to tell from zero; write 0"},
    {"  facet_length: 1e30 w",  "3:17 `facet_length` is 1e30 w, which is too large to be held"},
    {"  facet_length: 15250284 w 9 d", "3:17 `facet_length` is 15250284 w 9 d, which is too large to be held"},
    {"  facet_length: inf h",   "3:17 `facet_length` is `inf h`, which is not a duration such as `1 min`"},
    {"  arrivals: 4",           "3:13 `arrivals` needs a unit: /s, /min, /h, /d or /week, as in `4 /d`"},
    {"  arrivals: 4 days",      "3:13 `arrivals` is `4 days`, but a rate has no unit `days`; there are /s, /min, /h, /d or /week (did you mean `/d`?)"},
    {"  arrivals: 4 d",         "3:13 `arrivals` is `4 d`, but a rate has no unit `d`; there are /s, /min, /h, /d or /week (did you mean `/d`?)"},
    {"  arrivals: 4 /m",        "3:13 `arrivals` is `4 /m`, but a rate has no unit `/m`; there are /s, /min, /h, /d or /week (did you mean `/min`?)"},
    {"  arrivals: -4 /d",       "3:13 `arrivals` is -4 /d, but a rate cannot be negative"},
    {"  arrivals: 1e308 /s",    "3:13 `arrivals` is 1e308 /s, which is too large to be held"},
    {"  floor: 7",              "3:10 `floor` is `7`, but it must be open, stack or progressive-stack"},
    {"  Floor: open",           "3:3 unknown key `Floor` in conversation (did you mean `floor`?)"},
    {"  weather: fine",         "3:3 unknown key `weather` in conversation (there are `retention`, `noise`, `weight`, `arrivals`, `facet_length` and `floor`)"},
    {"seed: 3.5",               "3:7 `seed` is 3.5, but it must be a whole number"},
    {"seed: 12 people",         "3:7 `seed` is `12 people`, which is not a whole number such as `2011`"},
    {"seed: 9223372036854775808", "3:7 `seed` is 9223372036854775808, which is too large to be held"},
    {"seed: 1e300",             "3:7 `seed` is 1e300, which is too large to be held"},
    {"seed: 1e-300",            "3:7 `seed` is 1e-300, but it must be a whole number"},
    {"sites: {a: 1}",           "3:8 `sites` must be a list (lines that begin with `- `), but a map of keys and values stands here"},
    {"sites: 3",                "3:8 `sites` must be a list (lines that begin with `- `), but a single value stands here"},
    {"sites: [{}, {}, {}, {}]", "3:1 `sites` has 4 entries, but it can have no more than 3"},
    {"sites: [{amplified: maybe}]", "3:21 `amplified` is `maybe`, but it must be yes or no"},
    {"sites: [{people: 1000001}]", "3:18 `people` is 1000001, which is more than 1000000, the most it can be"},
    {"designs: [a]",            "3:10 `designs` must be names with keys and values below each, but a list stands here"},
    {"designs: {a: 3}",         "3:14 each entry of `designs` must be keys and values, such as {calendar: ...}"},
    {"designs: {a: {calendar: [{hold: x, at: 24:00}]}}", "3:40 `at` is 24:00, but a day goes from 00:00 to 23:59:59"},
    {"designs: {a: {calendar: [{hold: x, at: 13pm}]}}", "3:40 `at` is 13pm, but a day goes from 00:00 to 23:59:59"},
    {"designs: {a: {calendar: [{hold: x, at: 0 am}]}}", "3:40 `at` is 0 am, but a day goes from 00:00 to 23:59:59"},
    {"designs: {a: {calendar: [{hold: x, at: 7:5pm}]}}", "3:40 `at` is `7:5pm`, which is not a time of day such as `19:00`"},
    {"designs: {a: {calendar: [{hold: x, at: 19}]}}",    "3:40 `at` is `19`, which is not a time of day such as `19:00`"},
    {"designs: {a: {calendar: [{hold: x, at: 19:0}]}}",  "3:40 `at` is `19:0`, which is not a time of day such as `19:00`"},
    {"designs: {a: {calendar: [{hold: x, at: 1:2:3:4}]}}", "3:40 `at` is `1:2:3:4`, which is not a time of day such as `19:00`"},
    {"designs: {a: {calendar: [{hold: [x]}]}}", "3:33 `hold` must be text, but a list stands here"},
    {"points: 3",               "3:9 `points` must be a list of numbers ([1, 2, 4]), but a single value stands here"},
    {"points: [1, x]",          "3:13 `points` is `x`, which is not a number such as 0.5"},
    {"points: [7]",             "3:10 `points` is 7, which is more than 6, the most it can be"},
};
// clang-format on

/* What can mean one thing only is understood. */
static void units_and_hours_may_be_spelled_out(void **state)
{
    (void)state;
    static const struct {
        const char *written;
        sim_time meant;
    } durations[] = {
        {"28 days", 28 * SIM_DAY},    {"2 hours", 2 * SIM_HOUR},    {"1 Hour 30 Minutes", 90 * SIM_MINUTE},
        {"90 secs", 90 * SIM_SECOND}, {"2 weeks", 2 * SIM_WEEK},    {"1 wk 2 D", 9 * SIM_DAY},
        {"2\u00A0h", 2 * SIM_HOUR},   {"2\u202Fhrs", 2 * SIM_HOUR},
    };
    for (size_t i = 0; i < sizeof durations / sizeof durations[0]; i++) {
        sim_time span = -1;
        struct reading reading = read_duration(durations[i].written, &span);
        assert_int_equal(reading.fault, FAULT_NONE);
        assert_int_equal(span, durations[i].meant);
    }
    static const char *const rates[] = {"4 /d",    "4 per day", "4/day",         "4 a day",
                                        "4 a Day", "4 / days",  "4 per 24 hours"};
    for (size_t i = 0; i < sizeof rates / sizeof rates[0]; i++) {
        double rate = 0;
        bool last = i + 1 == sizeof rates / sizeof rates[0];
        assert_int_equal(read_rate(rates[i], &rate).fault, last ? FAULT_WRONG_UNIT : FAULT_NONE);
        assert_true(last || rate == 4. / 24);
    }
    static const struct {
        const char *written;
        int hours, minutes;
    } clocks[] = {{"7pm", 19, 0},        {"7 PM", 19, 0},    {"7:30pm", 19, 30}, {"12am", 0, 0},
                  {"12:05 p.m.", 12, 5}, {"11 a.m.", 11, 0}, {"07:15 am", 7, 15}};
    for (size_t i = 0; i < sizeof clocks / sizeof clocks[0]; i++) {
        sim_time clock = -1;
        assert_int_equal(read_clock(clocks[i].written, &clock).fault, FAULT_NONE);
        assert_int_equal(clock, clocks[i].hours * SIM_HOUR + clocks[i].minutes * SIM_MINUTE);
    }
}

static void names_of_choices_are_understood_in_any_case(void **state)
{
    (void)state;
    struct reading_room room;
    read_camp(&room, "title: x\nconversation: {floor: Progressive-Stack, retention: 50\u00A0%}\nseed: 1e3\n");
    assert_int_equal(room.trouble.count, 0);
    assert_ptr_equal(room.camp.talk.floor, &camp_progressive);
    assert_true(room.camp.talk.retention == .5);
    assert_int_equal(room.camp.seed, 1000);
    leave(&room);
}

/* One name, or several in a list, and back to text. */
static void several_choices_are_a_set(void **state)
{
    (void)state;
    static const struct field field = {FIELD(CHOICES, "floors", 0, "stack"), MEANS("Floors"),
                                       ONE_OF(camp_floors)};
    static const struct section section = {"talk", "A talk.", sizeof(uint64_t), &field, 1};
    static const struct {
        const char *text;
        uint64_t meant;
        const char *written, *told;
    } rows[] = {
        {"floors: open", 1, "open", ""},
        {"floors: [Stack, open]", 3, "[open, stack]", ""},
        {"floors: [progressive-stack]", 4, "progressive-stack", ""},
        {"other: 1", 2, "stack", "1:1 unknown key `other` in talk (there are `floors`)"},
        {"floors: []", 0, "", "1:9 the list of `floors` is empty; give it a name or take the line out"},
        {"floors: [open, Open]", 1, "open", "1:16 `open` stands here twice"},
        {"floors: [open, shut]", 1, "open",
         "1:16 `floors` is `shut`, but it must be open, stack or progressive-stack"},
        {"floors: {open: 1}", 0, "",
         "1:9 `floors` must be a name or a list of names, but a map of keys and values stands here"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct arena arena = {0};
        struct trouble trouble = {0};
        uint64_t floors = 99;
        struct node *tree = node_read("t.yaml", rows[i].text, strlen(rows[i].text), &arena, &trouble);
        section_bind(&section, tree, &floors, &arena, &trouble);
        assert_int_equal(floors, rows[i].meant);
        assert_string_equal(field_write(&field, &floors, &arena), rows[i].written);
        char told[256];
        snprintf(told, sizeof told, "%s", "");
        if (trouble.count > 0) {
            const struct complaint *first = &trouble.complaints[0];
            snprintf(told, sizeof told, "%d:%d %s%s%s%s", first->where.line, first->where.column,
                     first->sentence, first->hint == NULL ? "" : " (", first->hint == NULL ? "" : first->hint,
                     first->hint == NULL ? "" : ")");
        }
        assert_string_equal(told, rows[i].told);
        trouble_free(&trouble);
        arena_free(&arena);
    }
}

static void each_kind_of_mistake_has_its_sentence(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        char text[256];
        snprintf(text, sizeof text, "title: x\n%s\n%s\n",
                 refused[i].line[0] == ' ' ? "conversation:" : "lasts: 1 d", refused[i].line);
        assert_refused(text, refused[i].sentence);
    }
}

static void a_section_that_is_no_map_is_told_and_not_its_contents(void **state)
{
    (void)state;
    assert_refused("title: x\nconversation: [1]\n",
                   "2:15 conversation must be keys and values, but a list stands here");
    assert_refused("title: x\nconversation: 5\n",
                   "2:15 conversation must be keys and values, but a single value stands here");
    assert_refused("- a\n- b\n", "1:1 scenario must be keys and values, but a list stands here");
    assert_refused("hello\n", "1:1 scenario must be keys and values, but a single value stands here");
}

/* Whoever checks more after that may follow every pointer. */
static void what_cannot_be_read_leaves_its_default(void **state)
{
    (void)state;
    struct reading_room room;
    read_camp(&room, "title: x\nconversation: {floor: nonsense, retention: many}\nsites: [4, 7]\n"
                     "designs: {a: {calendar: [x]}, b: [c]}\n");
    assert_int_equal(room.trouble.count, 6);
    assert_ptr_equal(room.camp.talk.floor, &camp_stack);
    assert_true(room.camp.talk.retention == 0.5);
    assert_int_equal(room.camp.sites.count, 2);
    const struct camp_site *sites = room.camp.sites.items;
    assert_string_equal(sites[0].name, "a square");
    assert_string_equal(sites[1].name, "a square");
    leave(&room);
    read_camp(&room, "title: x\nconversation: 5\n");
    assert_ptr_equal(room.camp.talk.floor, &camp_stack);
    leave(&room);
}

static void keys_with_nothing_behind_them_are_empty_sections_and_lists(void **state)
{
    (void)state;
    struct reading_room room;
    read_camp(&room, "title: x\nconversation:\nsites:\ndesigns:\npoints:\n");
    assert_int_equal(room.trouble.count, 0);
    assert_true(room.camp.talk.retention == 0.5);
    assert_int_equal(room.camp.sites.count, 0);
    assert_int_equal(room.camp.points.count, 0);
    leave(&room);
}

static void without_a_file_what_must_be_given_is_told(void **state)
{
    (void)state;
    struct reading_room room = {0};
    assert_int_equal(section_bind(&camp_section, NULL, &room.camp, &room.arena, &room.trouble),
                     STATUS_BAD_INPUT);
    assert_told(&room, 0, "0:0 `title` must be given in scenario: What is asked");
    assert_true(room.camp.talk.retention == 0.5);
    leave(&room);
}

struct wrapper {
    struct camp_meeting meeting;
};

static void a_section_left_out_asks_for_nothing_and_one_that_is_begun_does(void **state)
{
    (void)state;
    static const struct field fields[] = {
        {FIELD(SECTION, "meeting", 0, LEFT_OUT), MEANS("A meeting"), INSIDE(&camp_meeting_section)},
    };
    static const struct section section = {"wrapper", "Around it.", sizeof(struct wrapper), fields, 1};
    struct wrapper wrapper;
    struct reading_room room = {0};
    assert_int_equal(section_bind(&section, NULL, &wrapper, &room.arena, &room.trouble), STATUS_FINE);
    assert_null(wrapper.meeting.hold);
    assert_true(wrapper.meeting.at == 19 * SIM_HOUR);
    leave(&room);
    read_text(&room, "meeting: {at: 20:00}\n");
    assert_int_equal(section_bind(&section, room.root, &wrapper, &room.arena, &room.trouble),
                     STATUS_BAD_INPUT);
    assert_told(&room, 0, "1:1 `hold` must be given in calendar: Method to hold");
    leave(&room);
}

static void what_was_told_while_reading_is_not_forgotten(void **state)
{
    (void)state;
    struct reading_room room;
    read_text(&room, "title: x\ntitle: y\n");
    assert_non_null(room.root);
    assert_int_equal(section_bind(&camp_section, room.root, &room.camp, &room.arena, &room.trouble),
                     STATUS_BAD_INPUT);
    assert_int_equal(room.trouble.count, 1);
    leave(&room);
}

static void a_tree_is_left_for_later_with_its_keys_unread(void **state)
{
    (void)state;
    struct reading_room room;
    read_camp(&room, "title: x\nextra: {a: {b: 1}, c: 2}\n");
    assert_int_equal(room.trouble.count, 0);
    assert_int_equal(node_count(room.camp.extra), 2);
    assert_int_equal(nodes_unread(room.root, &room.trouble), STATUS_BAD_INPUT);
    assert_told(&room, 0, "2:9 nobody reads `a`");
    assert_told(&room, 1, "2:20 nobody reads `c`");
    leave(&room);
}

static void settings_are_resolved_with_path_unit_ground_and_whether_given(void **state)
{
    (void)state;
    struct reading_room room;
    read_camp(&room, "title: x\nconversation: {retention: 0.25}\nsites: [{people: 9}]\ndesigns: {a b: "
                     "{calendar: [{hold: y}]}}\n");
    struct resolved *all;
    size_t count = section_resolve(&camp_section, room.root, &room.camp, &room.arena, &all);
    struct text text = {0};
    for (size_t i = 0; i < count; i++)
        text_print(&text, "%s=%s [%s] %s %s\n", all[i].path, all[i].value, all[i].unit,
                   ground_name(all[i].ground), all[i].given ? "given" : "default");
    assert_string_equal(text.bytes, "title=x [1] free choice given\n"
                                    "seed=2011 [1] free choice default\n"
                                    "lasts=30 d [d] free choice default\n"
                                    "conversation.retention=25 % [1] assumed given\n"
                                    "conversation.noise=0.1 /listener [/listener] assumed default\n"
                                    "conversation.weight=1 [1] free choice default\n"
                                    "conversation.arrivals=4 /d [h-1] found default\n"
                                    "conversation.facet_length=1 min [min] found default\n"
                                    "conversation.floor=stack [1] free choice default\n"
                                    "sites[0].name=a square [1] free choice default\n"
                                    "sites[0].people=9 [1] free choice given\n"
                                    "sites[0].amplified=no [1] free choice default\n"
                                    "designs.a b.calendar[0].hold=y [1] free choice given\n"
                                    "designs.a b.calendar[0].at=19:00 [1] free choice default\n"
                                    "designs.a b.calendar[0].for=3 h [h] free choice default\n"
                                    "points=[1, 2, 4] [1] free choice default\n");
    text_free(&text);
    leave(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_left_out_takes_its_default),
        cmocka_unit_test(values_are_held_in_canonical_units),
        cmocka_unit_test(every_mistake_is_told_in_the_order_of_the_file),
        cmocka_unit_test(units_and_hours_may_be_spelled_out),
        cmocka_unit_test(names_of_choices_are_understood_in_any_case),
        cmocka_unit_test(several_choices_are_a_set),
        cmocka_unit_test(each_kind_of_mistake_has_its_sentence),
        cmocka_unit_test(a_section_that_is_no_map_is_told_and_not_its_contents),
        cmocka_unit_test(what_cannot_be_read_leaves_its_default),
        cmocka_unit_test(keys_with_nothing_behind_them_are_empty_sections_and_lists),
        cmocka_unit_test(without_a_file_what_must_be_given_is_told),
        cmocka_unit_test(a_section_left_out_asks_for_nothing_and_one_that_is_begun_does),
        cmocka_unit_test(what_was_told_while_reading_is_not_forgotten),
        cmocka_unit_test(a_tree_is_left_for_later_with_its_keys_unread),
        cmocka_unit_test(settings_are_resolved_with_path_unit_ground_and_whether_given),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
