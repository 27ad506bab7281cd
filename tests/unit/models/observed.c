/* Files of observed movements: what they mean, and what is said of those that mean nothing. */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "observed/observed.h"
#include "state/state_measures.h"
#include "unit/models/near.h"

struct reading {
    struct arena arena;
    struct trouble trouble;
    const struct observed_movement *movement;
};

static struct reading read_text(const char *text)
{
    struct reading reading = {0};
    reading.movement = observed_read("camps.yaml", text, strlen(text), &reading.arena, &reading.trouble);
    return reading;
}

static void leave(struct reading *reading)
{
    trouble_free(&reading->trouble);
    arena_free(&reading->arena);
}

/* "line:column sentence (hint)" */
static const char *told(const struct trouble *trouble, size_t index, char *buffer, size_t size)
{
    if (index >= trouble->count)
        return "(nothing was told)";
    const struct complaint *complaint = &trouble->complaints[index];
    snprintf(buffer, size, "%d:%d %s%s%s%s", complaint->where.line, complaint->where.column,
             complaint->sentence, complaint->hint == NULL ? "" : " (",
             complaint->hint == NULL ? "" : complaint->hint, complaint->hint == NULL ? "" : ")");
    return buffer;
}

static void assert_told(const struct trouble *trouble, size_t index, const char *sentence)
{
    char buffer[1024];
    assert_string_equal(told(trouble, index, buffer, sizeof buffer), sentence);
}

static double value_at(const struct reading *reading, size_t moment, const char *name)
{
    struct arena arena = {0};
    const struct measure_label *labels;
    size_t count = observed_labels(&arena, &labels);
    double value = NAN;
    bool found = false;
    for (size_t i = 0; i < count; i++)
        if (strcmp(labels[i].name, name) == 0) {
            value = reading->movement->moments[moment].values[i].value;
            found = true;
        }
    arena_free(&arena);
    assert_true(found);
    return value;
}

#define CAMPS                                                                                                \
    "title: Two camps\n"                                                                                     \
    "sites: [North, South]\n"                                                                                \
    "groups:\n"                                                                                              \
    "  - {name: a, site: North, members: 6, topics: [food, media], facets: [x, y]}\n"                        \
    "  - {name: b, site: South, members: 3, topics: {food: 100 %}, facets: [z]}\n"

static void assert_sound(const struct reading *reading)
{
    if (reading->movement == NULL)
        assert_told(&reading->trouble, 0, "(it is sound)");
}

/* Members 6 halved over food and media, 3 all in food: 6 of 9 food. One required pair, linked. */
static void members_are_the_effort_where_no_hours_are_given(void **state)
{
    (void)state;
    struct reading reading = read_text(CAMPS "links: [[b, a]]\nproblems: [{name: p, needs: [x, z]}]\n");
    assert_sound(&reading);
    assert_int_equal(reading.movement->unit, EFFORT_MEMBERS);
    assert_int_equal(reading.movement->moment_count, 1);
    const double variety = pow(2. / 3, -2. / 3) * pow(1. / 3, -1. / 3);
    assert_near(value_at(&reading, 0, "topic_variety"), variety, 1e-12);
    assert_near(value_at(&reading, 0, "differentiation"), variety - 1, 1e-12);
    assert_near(value_at(&reading, 0, "integration"), 1, 1e-12);
    assert_near(value_at(&reading, 0, "transformation"), 1, 1e-12);
    assert_near(value_at(&reading, 0, "shared_facets"), 0, 1e-12);
    assert_true(isnan(value_at(&reading, 0, "duplication"))); /* no items of work */
    leave(&reading);
}

/* 33.3 % three times are thirds: 1D = 3. */
static void shares_are_rounded_by_those_who_write_them(void **state)
{
    (void)state;
    struct reading reading =
        read_text("title: t\nsites: [N]\ngroups:\n"
                  "  - {name: a, site: N, members: 2, topics: {x: 33.3 %, y: 33.3 %, z: 33.3 %}}\n");
    assert_sound(&reading);
    assert_near(value_at(&reading, 0, "topic_variety"), 3, 1e-12);
    leave(&reading);
}

static void topics_that_nobody_works_on_make_differentiation_less(void **state)
{
    (void)state;
    struct reading reading = read_text(CAMPS "topics: [food, media, health]\n");
    assert_sound(&reading);
    const double variety = pow(2. / 3, -2. / 3) * pow(1. / 3, -1. / 3);
    assert_near(value_at(&reading, 0, "differentiation"), (variety - 1) / 2, 1e-12);
    leave(&reading);
}

/* Food 30 + 4 + 40 hours, health 6. Of dinner 30 and 40 in two components: 30 of 74 hours on items are
 * duplicate; the hours on health are of no item. */
static void hours_are_given_by_topic_and_by_item_of_work(void **state)
{
    (void)state;
    struct reading reading = read_text("title: t\nsites: [N]\ngroups:\n"
                                       "  - {name: a, site: N, effort: {food: {dinner: 30 h, pans: 4}}}\n"
                                       "  - {name: b, site: N, effort: {food: {dinner: 40}, health: 6 h}}\n"
                                       "  - {name: c, site: N, topics: [art], effort: {art: {dinner: 0}}}\n");
    assert_sound(&reading);
    assert_int_equal(reading.movement->unit, EFFORT_HOURS);
    assert_near(value_at(&reading, 0, "topic_variety"), pow(.925, -.925) * pow(.075, -.075), 1e-12);
    assert_near(value_at(&reading, 0, "duplication"), 30. / 74, 1e-12);
    leave(&reading);
}

/* Items of two topics are two items, however their names look. */
static void items_of_two_topics_may_look_alike(void **state)
{
    (void)state;
    struct reading reading =
        read_text("title: t\nsites: [N]\ngroups:\n"
                  "  - {name: a, site: N, effort: {food: {Dinner: 30}, art: {dinner: 10}}}\n"
                  "  - {name: b, site: N, effort: {food: {Dinner: 10}}}\n");
    assert_sound(&reading);
    assert_near(value_at(&reading, 0, "duplication"), 10. / 50, 1e-12);
    leave(&reading);
}

/* a halves its time, b does media alone: H(topic) of (1/4, 3/4), H(topic | who) = ln 2 / 2. */
static void division_of_labour_is_among_people_where_they_are_described(void **state)
{
    (void)state;
    struct reading reading = read_text(CAMPS "people:\n  - {name: Ana, effort: {food: 2, media: 2}}\n"
                                             "  - {name: Ben, effort: {media: 4}}\n");
    assert_sound(&reading);
    const double whole = .25 * log(4) + .75 * log(4. / 3);
    assert_near(value_at(&reading, 0, "division_of_labour"), (whole - log(2) / 2) / whole, 1e-12);
    leave(&reading);
}

/* What a moment leaves out is as before; links go with the groups; the topics of all moments are one space.
 */
static void moments_change_what_they_name_and_nothing_else(void **state)
{
    (void)state;
    struct reading reading = read_text(
        CAMPS "links: [[a, b]]\n"
              "dependencies: [[a, c]]\n"
              "moments:\n"
              "  - {at: 1 d}\n"
              "  - at: 2 d\n"
              "    groups: [{name: c, site: South, members: 9, topics: [art]}, {name: b, members: 6}]\n"
              "  - {at: 3 d, gone: [b]}\n"
              "  - {at: 4 d, gone: [a], links: []}\n"
              "  - {at: 5 d, groups: [{name: b}]}\n");
    assert_sound(&reading);
    const struct observed_moment *moments = reading.movement->moments;
    static const uint32_t groups[] = {2, 3, 2, 1, 2}, links[] = {1, 1, 0, 0, 0};
    assert_int_equal(reading.movement->moment_count, 5);
    assert_int_equal(reading.movement->topics, 3);
    for (size_t i = 0; i < 5; i++) {
        assert_true(moments[i].at == (sim_time)(i + 1) * SIM_DAY);
        assert_int_equal(moments[i].groups, groups[i]);
        assert_int_equal(moments[i].links, links[i]);
    }
    assert_near(value_at(&reading, 0, "integration"), 1, 1e-12);
    assert_near(value_at(&reading, 1, "integration"), .5, 1e-12); /* a-b linked, a-c not */
    assert_near(value_at(&reading, 2, "integration"), 0, 1e-12);  /* a-c alone */
    assert_true(isnan(value_at(&reading, 3, "integration")));
    /* b has 6 members since day 2: food 9, media 3, art 9 */
    assert_near(value_at(&reading, 1, "topic_variety"), pow(9. / 21, -18. / 21) * pow(3. / 21, -3. / 21),
                1e-12);
    leave(&reading);
}

/* Three kitchens in three sites work on food: 3 required pairs. Linked a-b and b-c they are 1, 1 and 2 links
 * apart: (1 + 1 + 1/2) / 3. When b goes, a-c is left, and no path. When b comes back it knows nobody; linked
 * with c anew, one pair of three. a, which had no link any more, changes nothing. */
static void a_group_that_comes_back_has_no_old_links(void **state)
{
    (void)state;
    struct reading reading = read_text("title: Three camps\nsites: [N, S, W]\ngroups:\n"
                                       "  - {name: a, site: N, members: 1, topics: [food]}\n"
                                       "  - {name: b, site: S, members: 1, topics: [food]}\n"
                                       "  - {name: c, site: W, members: 1, topics: [food]}\n"
                                       "links: [[a, b], [b, c]]\n"
                                       "moments:\n"
                                       "  - {at: 0 d}\n"
                                       "  - {at: 1 d, gone: [b]}\n"
                                       "  - {at: 2 d, groups: [{name: b, members: 1}]}\n"
                                       "  - {at: 3 d, links: [[b, c]]}\n"
                                       "  - {at: 4 d, gone: [a]}\n"
                                       "  - {at: 5 d, groups: [{name: a, members: 1}]}\n");
    assert_sound(&reading);
    static const uint32_t groups[] = {3, 2, 3, 3, 2, 3}, links[] = {2, 0, 0, 1, 1, 1};
    static const double pairs[] = {3, 1, 3, 3, 1, 3};
    static const double integration[] = {2.5 / 3, 0, 0, 1. / 3, 1, 1. / 3};
    static const double giant[] = {1, 1. / 2, 1. / 3, 2. / 3, 1, 2. / 3};
    assert_int_equal(reading.movement->moment_count, 6);
    for (size_t i = 0; i < 6; i++) {
        const struct observed_moment *moment = &reading.movement->moments[i];
        assert_int_equal(moment->groups, groups[i]);
        assert_int_equal(moment->links, links[i]);
        assert_near(value_at(&reading, i, "required_pairs"), pairs[i], 0);
        assert_near(value_at(&reading, i, "integration"), integration[i], 1e-12);
        assert_near(value_at(&reading, i, "giant_component"), giant[i], 1e-12);
        assert_near(value_at(&reading, i, "links_per_group"), 2. * links[i] / groups[i], 1e-12);
    }
    leave(&reading);
}

static void unity_duplication_and_balkanization_are_told_over_the_moments(void **state)
{
    (void)state;
    struct reading reading = read_text("title: t\nsites: [N, S]\ngroups:\n"
                                       "  - {name: a, site: N, effort: {food: {dinner: 10}}}\n"
                                       "  - {name: b, site: S, effort: {food: {dinner: 30}}}\n"
                                       "  - {name: c, site: S, effort: {art: 5}}\n"
                                       "moments:\n"
                                       "  - {at: 0 d}\n"
                                       "  - {at: 2 d, links: [[a, b]]}\n"
                                       "  - {at: 4 d, links: [[a, c]]}\n");
    assert_sound(&reading);
    const struct measured *course = reading.movement->course;
    assert_near(course[0].value, 2, 0);        /* days to unity */
    assert_near(course[1].value, .25, 1e-12);  /* 10 of 40 */
    assert_near(course[2].value, .125, 1e-12); /* none on day 2, 10 of 40 on day 4 */
    assert_near(value_at(&reading, 2, "balkanization"), 1, 1e-12);
    assert_true(isnan(value_at(&reading, 0, "balkanization")));
    leave(&reading);
}

static void every_measure_has_its_label(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct measure_label *labels;
    const struct measure *const *measures;
    size_t count = observed_labels(&arena, &labels);
    assert_int_equal(count, observed_measures(&arena, &measures));
    const struct measure *const *of_course;
    assert_int_equal(count + observed_course_measures(&arena, &of_course), STATE_MEASURES);
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(labels[i].name, measures[i]->name);
        assert_true(strlen(measures[i]->meaning) > 0 && strlen(measures[i]->source) > 0);
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(labels[i].name, labels[j].name);
    }
    arena_free(&arena);
}

static void sound_tables(const struct section *section)
{
    struct text mistakes = {0};
    if (!section_is_sound(section, &mistakes))
        fail_msg("%s", mistakes.bytes);
    text_free(&mistakes);
    for (size_t i = 0; i < section->count; i++)
        if (section->fields[i].section != NULL)
            sound_tables(section->fields[i].section);
}

static void the_tables_of_the_file_are_sound(void **state)
{
    (void)state;
    sound_tables(observed_sections);
}

static const struct {
    const char *more; /* behind CAMPS, from line 6 on */
    const char *sentence;
} refused[] = {
    // clang-format off
    {"links: [[a, c]]",          "6:13 there is no group `c`"},
    {"links: [[a, a]]",          "6:9 this link leads from `a` to itself"},
    {"links: [[a, b], [b, a]]",  "6:17 this link stands here twice; it goes both ways"},
    {"links: [[a, b, a]]",       "6:9 a link is a pair of groups, as in [kitchen, medics]"},
    {"links: [a]",            "6:9 a link is a pair of groups, as in [kitchen, medics]"},
    {"links: {a: b}",            "6:8 a list of pairs must stand here, as in [[kitchen, medics]]"},
    {"links: [[a, [b]]]",        "6:13 the name of a group must stand here, but a list does"},
    {"links: [[a, '']]",         "6:13 the name of a group must stand here, but nothing does"},
    {"dependencies: [[b, b]]",   "6:16 this dependency leads from `b` to itself"},
    {"dependencies: [[b, B2]]",  "6:20 there is no group `B2` (did you mean `b`?)"},
    {"problems: [{name: p, needs: [w]}]",      "6:30 no group ever knows the facet `w` (where that is so, list it under `facets`)"},
    {"problems: [{name: p, needs: [x, x]}]",   "6:33 the facet `x` stands here twice"},
    {"problems: [{name: p, needs: []}]",       "6:29 a problem needs a facet at least"},
    {"problems: [{name: p}]",                  "6:12 `needs` must be given in problem: The facets that it takes"},
    {"problems: [{name: p, needs: x}]",        "6:29 a list of names must stand here, as in [this facet, another facet]"},
    {"problems: [{name: p, needs: [x]}, {name: p, needs: [y]}]", "6:42 the problem `p` stands here twice"},
    {"people: [{name: A, effort: {food: -1}}]", "6:35 `effort` is -1, which is less than 0, the least it can be"},
    {"people: [{name: A, effort: {}}]",        "6:28 `effort` is hours by topic, as in {food: 30 h, media: {leaflets: 5 h}}"},
    {"people: [{name: A, effort: {art: 1}}, {name: A, effort: {art: 1}}]", "6:46 the person `A` stands here twice"},
    {"people: [{name: '', effort: {art: 1}}]", "6:17 a name is missing here"},
    {"topics: [food]",           "4:55 `topics` does not list `media`"},
    {"topics: [food, media, food]", "6:23 the topic `food` stands here twice"},
    {"topics: food",             "6:9 a list of names must stand here, as in [this topic, another topic]"},
    {"facets: [x, x]",           "6:13 the facet `x` stands here twice"},
    {"moments: [{at: 2 d}, {at: 2 d}]", "6:27 `at` must be later than at the moment before"},
    {"moments: [{at: 2}]",       "6:16 `at` needs a unit: us, ms, s, min, h, d or w, as in `90 min` or `1 h 30 min`"},
    {"moments: [{}]",            "6:11 `at` must be given in moment: When, since the beginning; later than the moment before"},
    {"moments: [{at: 1 d, gone: [c]}]", "6:28 there is no group `c`"},
    {"moments: [{at: 1 d, gone: [a, b, a]}]", "6:34 the group `a` stands here twice"},
    {"moments: [{at: 1 d, gone: [a]}, {at: 2 d, gone: [a]}]", "6:43 `a` cannot go: it is not there"},
    {"moments: [{at: 1 d, gone: [a]}, {at: 2 d, links: [[b, a]]}]", "6:55 the group `a` is gone at this moment"},
    {"moments: [{at: 1 d, links: [[b, c]]}, {at: 2 d, groups: [{name: c, site: North, members: 1, topics: [food]}]}]", "6:33 the group `c` is not there yet at this moment"},
    {"moments: [{at: 1 d, groups: [{name: c, members: 1, topics: [food]}]}]", "6:30 `site` must be given where `c` is first told of"},
    {"moments: [{at: 1 d, groups: [{name: a, effort: {food: 1}}]}]", "6:48 this group gives hours and the one in line 4 none; effort is added up, so all groups give it or none"},
    {"moments: [{at: 1 d, groups: [{name: a}, {name: a}]}]", "6:48 the group `a` stands here twice"},
    {"moments: [{at: 1 d, weather: cold}]",      "6:21 unknown key `weather` in moment (there are `at`, `groups`, `gone`, `links`, `dependencies`, `problems` and `people`)"},
    {"group: [a]",               "6:1 unknown key `group` in observed movement (did you mean `groups`?)"},
    {"links: [[a, B]]",          "6:13 there is no group `B` (`B` looks like `b` in line 5; write it as there)"},
    {"facets: ['w ']",           "6:10 the name `w\\u{20}` ends with a blank"},
    {"facets: [X]",              "4:72 the name `x` looks like `X` in line 6; write them alike, or tell them apart by more"},
    {"problems: [{name: \"p\\u200b\", needs: [x]}]", "6:19 the name `p\\u{200b}` has a character that nobody sees"},
    {"problems: [{name: p, needs: [x]}, {name: P, needs: [x]}]", "6:42 the name `P` looks like `p` in line 6; write them alike, or tell them apart by more"},
    {"people: [{name: \"\\u00a0\", effort: {food: 1}}]", "6:17 the name `\\u{a0}` shows nothing; write one that can be read"},
    {"people: [{name: Ana, effort: {food: 1}}, {name: ANA, effort: {food: 1}}]", "6:49 the name `ANA` looks like `Ana` in line 6; write them alike, or tell them apart by more"},
    {"people: [{name: Ana, effort: {Food: 1}}]", "6:31 the name `Food` looks like `food` in line 4; write them alike, or tell them apart by more"},
    {"people: [{name: Ana, effort: {\"a\\u202eb\": 1}}]", "6:31 the name `a\\u{202e}b` has a character that nobody sees"},
    {"moments: [{at: 1 d, groups: [{name: A, site: North, members: 1, topics: [food]}]}]", "6:37 the name `A` looks like `a` in line 4; write them alike, or tell them apart by more"},
    {"moments: [{at: 1 d, groups: [{name: c, site: north, members: 1, topics: [food]}]}]", "6:46 there is no site `north` (`north` looks like `North` in line 2; write it as there)"},
    {"moments: [{at: 1 d, groups: [{name: c, site: North, members: 1, topics: [fo\u00F6d]}, {name: d, site: North, members: 1, topics: [foo\u0308d]}]}]", "6:126 the name `foo\\u{308}d` looks like `fo\\u{f6}d` in line 6; write them alike, or tell them apart by more"},
    // clang-format on
};

/* With this sentence and no other. Returns how many mistakes were made about it, and says which. */
static int refused_otherwise(const char *text, const char *sentence)
{
    char buffer[1024];
    struct reading reading = read_text(text);
    const char *first = told(&reading.trouble, 0, buffer, sizeof buffer);
    bool right = strcmp(first, sentence) == 0 && reading.trouble.count == 1 && reading.movement == NULL;
    if (!right)
        print_error("%s\nis refused with %zu sentences, the first\n%s\nand not\n%s\n", text,
                    reading.trouble.count, first, sentence);
    leave(&reading);
    return right ? 0 : 1;
}

static void assert_refused(const char *text, const char *sentence)
{
    assert_int_equal(refused_otherwise(text, sentence), 0);
}

static void each_mistake_behind_the_groups_has_its_sentence(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        char text[1024];
        snprintf(text, sizeof text, "%s%s\n", CAMPS, refused[i].more);
        wrong += refused_otherwise(text, refused[i].sentence);
    }
    assert_int_equal(wrong, 0);
}

static const struct {
    const char *group; /* in line 4, behind one called `first` with members */
    const char *sentence;
} refused_groups[] = {
    // clang-format off
    {"{site: N, members: 1, topics: [food]}",                 "5:5 `name` must be given in group: What the group is called; no other has this name"},
    {"{name: '', site: N, members: 1, topics: [food]}",       "5:12 a name is missing here"},
    {"{name: first, site: N, members: 1, topics: [food]}",    "5:12 the group `first` stands here twice"},
    {"{name: g, site: M, members: 1, topics: [food]}",        "5:21 there is no site `M`"},
    {"{name: g, site: Nort, members: 1, topics: [food]}",     "5:21 there is no site `Nort` (did you mean `North`?)"},
    {"{name: g, members: 1, topics: [food]}",                 "5:5 `site` must be given where `g` is first told of"},
    {"{name: g, site: [N], members: 1, topics: [food]}",      "5:21 `site` must be a name, but a list stands here"},
    {"{name: g, site: N, members: 1}",                        "5:5 `topics` or `effort` must say what `g` works on"},
    {"{name: g, site: N, topics: [food]}",                    "5:5 `members` or `effort` must say how much `g` does"},
    {"{name: g, site: N, members: 0, topics: [food]}",        "5:33 `members` is 0, which is less than 1, the least it can be"},
    {"{name: g, site: N, members: 2.5, topics: [food]}",      "5:33 `members` is 2.5, but it must be a whole number"},
    {"{name: g, site: N, members: 1, topics: []}",            "5:36 `topics` is empty; a group works on a topic at least, as in `topics: [food]`"},
    {"{name: g, site: N, members: 1, topics: {food: 50 %, art: 40 %}}", "5:36 the shares of `topics` add up to 90 %, but they must to 100 %"},
    {"{name: g, site: N, members: 1, topics: {food: 150 %}}", "5:51 `topics` is 150 %, which is more than 100 %, the most it can be"},
    {"{name: g, site: N, members: 1, topics: {food: -0.5, art: 1}}", "5:51 `topics` is -0.5, which is less than 0, the least it can be"},
    {"{name: g, site: N, members: 1, topics: {food: nan}}",   "5:51 `topics` is `nan`, which is not a share such as `5 %` or 0.05"},
    {"{name: g, site: N, members: 1, topics: [food, food]}",  "5:51 the topic `food` stands here twice"},
    {"{name: g, site: N, members: 1, topics: food}",          "5:44 a list of names must stand here, as in [this topic, another topic]"},
    {"{name: g, site: N, members: 1, topics: [food], facets: [x, x]}", "5:64 the facet `x` stands here twice"},
    {"{name: g, site: N, members: 1, topics: [food], facets: {x: 1}}", "5:60 a list of names must stand here, as in [this facet, another facet]"},
    {"{name: g, site: N, members: 1, topics: [food], colour: red}", "5:52 unknown key `colour` in group (there are `name`, `site`, `members`, `topics`, `effort` and `facets`)"},
    {"{name: g, site: N, effort: {food: 1}}",                 "5:32 this group gives hours and the one in line 4 none; effort is added up, so all groups give it or none"},
    {"{name: g, site: N, effort: {food: nan}}",               "5:39 `effort` is `nan`, which is not a number such as 0.5"},
    {"{name: g, site: N, effort: {food: -2 h}}",              "5:39 `effort` is -2 h, which is less than 0, the least it can be"},
    {"{name: g, site: N, effort: {food: 1e400}}",             "5:39 `effort` is 1e400, which is too large to be held"},
    {"{name: g, site: N, effort: {food: {dinner: much}}}",    "5:48 `effort` is `much`, which is not a number such as 0.5"},
    {"{name: g, site: N, effort: {food: {dinner: [1]}}}",     "5:48 `effort` must be a number, but a list stands here"},
    {"{name: g, site: N, effort: {}}",                        "5:32 `effort` is hours by topic, as in {food: 30 h, media: {leaflets: 5 h}}"},
    {"{name: g, site: N, effort: 30 h}",                      "5:32 `effort` is hours by topic, as in {food: 30 h, media: {leaflets: 5 h}}"},
    {"{name: g, site: N, topics: [art], effort: {food: 1}}",  "5:48 effort goes into `food`, which is none of the `topics`"},
    {"{name: g, site: N, topics: {food: 1}, effort: {food: 1}}", "5:24 `effort` tells how the work is shared; leave out the shares of `topics`"},
    {"just words",                                            "5:5 each entry of `groups` must be keys and values, such as {name: ...}"},
    // clang-format on
};

static void each_mistake_in_a_group_has_its_sentence(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < sizeof refused_groups / sizeof refused_groups[0]; i++) {
        char text[1024];
        snprintf(text, sizeof text,
                 "title: t\nsites: [N, North]\ngroups:\n"
                 "  - {name: first, site: N, members: 1, topics: [food]}\n  - %s\n",
                 refused_groups[i].group);
        wrong += refused_otherwise(text, refused_groups[i].sentence);
    }
    assert_int_equal(wrong, 0);
}

static void a_file_without_the_first_things_is_refused(void **state)
{
    (void)state;
    assert_refused("title: t\nsites: [N]\n",
                   "1:1 `groups` must be given in observed movement: The working groups");
    assert_refused("title: t\nsites: []\ngroups: []\n", "2:1 a movement has a site at least");
    assert_refused("title: t\nsites: [N, N]\ngroups: []\n", "2:12 the site `N` stands here twice");
    assert_refused(
        "title: t\nsites: [N, n]\ngroups: []\n",
        "2:12 the name `n` looks like `N` in line 2; write them alike, or tell them apart by more");
    assert_refused("title: t\nsites: [N]\ngroups: []\ntopics: [\"a\\u200eb\"]\n",
                   "4:10 the name `a\\u{200e}b` has a character that nobody sees");
    assert_refused(
        "title: t\nsites: [N]\ngroups:\n  - {name: g, site: N, effort: {f: {x: 1, X: 1}}}\n",
        "4:43 the name `X` looks like `x` in line 4; write them alike, or tell them apart by more");
    assert_refused("- a\n", "1:1 observed movement must be keys and values, but a list stands here");
    assert_refused("title: t\nsites: [N]\ngroups: []\ngroups: []\n",
                   "4:1 `groups` is given a second time; the first stands in line 3");
    assert_refused("title: t\nsites: [N]\ngroups:\n  - {name: g, site: N, topics: [f], effort: {f: 1}}\n"
                   "  - {name: h, site: N, members: 3, topics: [f]}\n",
                   "5:5 this group gives no `effort` and the one in line 4 does; effort is added up, so all "
                   "groups give it or none");
    assert_refused("title: t\nsites: [N]\ngroups:\n  - {name: g, site: N, effort: {f: 1}}\n"
                   "moments: [{at: 1 d, groups: [{name: g, topics: [h]}]}]\n",
                   "5:40 this group gives its hours; tell with `effort` what it works on now");
}

static void several_mistakes_are_told_at_once_in_the_order_of_the_file(void **state)
{
    (void)state;
    struct reading reading = read_text("title: t\nsites: [N]\n"
                                       "links: [[g, h]]\n"
                                       "groups:\n"
                                       "  - {name: g, site: S, members: 1, topics: [food]}\n"
                                       "problems: [{name: p, needs: [q]}]\n");
    assert_null(reading.movement);
    assert_int_equal(reading.trouble.count, 3);
    assert_told(&reading.trouble, 0, "3:13 there is no group `h`");
    assert_told(&reading.trouble, 1, "5:21 there is no site `S`");
    assert_told(&reading.trouble, 2,
                "6:30 no group ever knows the facet `q` (where that is so, list it under `facets`)");
    leave(&reading);
}

/* A chain of `count` groups, each linked with the next, with a moment a day. */
static void write_chain(struct text *text, int count, int moments)
{
    text_say(text, "title: t\nsites: [N, S]\ngroups:\n");
    for (int i = 0; i < count; i++)
        text_print(text, "- {name: %d, site: %s, members: 1, topics: [f]}\n", i, i % 2 == 0 ? "N" : "S");
    text_say(text, "links:\n");
    for (int i = 0; i + 1 < count; i++)
        text_print(text, "- [%d, %d]\n", i, i + 1);
    text_say(text, moments > 0 ? "moments:\n" : "");
    for (int i = 0; i < moments; i++)
        text_print(text, "- at: %d d\n", i);
}

static struct reading read_chain(int count, int moments)
{
    struct text text = {0};
    write_chain(&text, count, moments);
    struct reading reading = read_text(text.bytes);
    text_free(&text);
    return reading;
}

/* Required are the pairs of odd distance: in a line of n there are n - d pairs d apart. */
static void a_line_of_a_thousand_groups_is_measured(void **state)
{
    (void)state;
    enum { GROUPS = 1000 };
    struct reading reading = read_chain(GROUPS, 0);
    assert_sound(&reading);
    double sum = 0, pairs = 0;
    for (int d = 1; d < GROUPS; d += 2) {
        sum += (double)(GROUPS - d) / d;
        pairs += GROUPS - d;
    }
    assert_near(value_at(&reading, 0, "required_pairs"), pairs, 0);
    assert_near(value_at(&reading, 0, "integration"), sum / pairs, 1e-12);
    leave(&reading);
}

static void movements_too_large_to_be_measured_are_refused_at_once(void **state)
{
    (void)state;
    struct reading reading = read_chain(10001, 0);
    assert_told(&reading.trouble, 0, "1:1 10001 groups are more than 10000, the most there can be");
    leave(&reading);
    reading = read_chain(5000, 30);
    assert_told(&reading.trouble, 0,
                "10025:3 5000 groups with all that is told of them are too much to be measured, here or "
                "together with the moments before");
    assert_int_equal(reading.trouble.count, 1);
    leave(&reading);
    reading = read_chain(2, 1001);
    assert_told(&reading.trouble, 0, "8:1 `moments` has 1001 entries, but it can have no more than 1000");
    leave(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_are_the_effort_where_no_hours_are_given),
        cmocka_unit_test(shares_are_rounded_by_those_who_write_them),
        cmocka_unit_test(topics_that_nobody_works_on_make_differentiation_less),
        cmocka_unit_test(hours_are_given_by_topic_and_by_item_of_work),
        cmocka_unit_test(items_of_two_topics_may_look_alike),
        cmocka_unit_test(division_of_labour_is_among_people_where_they_are_described),
        cmocka_unit_test(moments_change_what_they_name_and_nothing_else),
        cmocka_unit_test(a_group_that_comes_back_has_no_old_links),
        cmocka_unit_test(unity_duplication_and_balkanization_are_told_over_the_moments),
        cmocka_unit_test(every_measure_has_its_label),
        cmocka_unit_test(the_tables_of_the_file_are_sound),
        cmocka_unit_test(each_mistake_behind_the_groups_has_its_sentence),
        cmocka_unit_test(each_mistake_in_a_group_has_its_sentence),
        cmocka_unit_test(a_file_without_the_first_things_is_refused),
        cmocka_unit_test(several_mistakes_are_told_at_once_in_the_order_of_the_file),
        cmocka_unit_test(a_line_of_a_thousand_groups_is_measured),
        cmocka_unit_test(movements_too_large_to_be_measured_are_refused_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
