#include "unit/scenario/reading.h"

#include "scenario/explain.h"

static void assert_explained(const char *name, const char *expected)
{
    struct text text = {0};
    assert_true(explain(&camp_section, name, &text));
    assert_string_equal(text.bytes, expected);
    text_free(&text);
}

static void a_setting_is_explained_in_full_whichever_way_it_is_named(void **state)
{
    (void)state;
    static const char expected[] = "conversation.facet_length\n"
                                   "  Time to voice a facet\n"
                                   "  write     a duration, such as `90 min` or `1 h 30 min`\n"
                                   "  default   1 min\n"
                                   "  range     0.3 min to 3 min\n"
                                   "  plausible 0.5 min to 2 min (rules of other forums)\n"
                                   "  unit      min\n"
                                   "  ground    found\n"
                                   "  source    one-minute rule, 2011\n";
    assert_explained("facet_length", expected);
    assert_explained("conversation.facet_length", expected);
}

static void a_setting_in_a_list_is_found_with_and_without_its_place(void **state)
{
    (void)state;
    struct text bare = {0}, placed = {0};
    assert_true(explain(&camp_section, "sites.people", &bare));
    assert_true(explain(&camp_section, "sites[2].people", &placed));
    assert_string_equal(strchr(bare.bytes, '\n'), strchr(placed.bytes, '\n'));
    assert_int_equal(strncmp(placed.bytes, "sites[2].people\n", 16), 0);
    text_free(&bare);
    text_free(&placed);
}

static void a_choice_is_explained_with_where_it_can_be_used(void **state)
{
    (void)state;
    assert_explained("progressive-stack", "progressive-stack\n"
                                          "  those who spoke least come first\n"
                                          "  used as   conversation.floor\n"
                                          "  source    Example 2011\n");
}

static void a_setting_with_choices_lists_them_with_their_meanings(void **state)
{
    (void)state;
    assert_explained("floor", "conversation.floor\n"
                              "  Who speaks next\n"
                              "  write     a name\n"
                              "  default   stack\n"
                              "  unit      1 (a plain number)\n"
                              "  ground    free choice\n"
                              "  one of    open: whoever speaks first\n"
                              "            stack: first to raise a hand, first to speak\n"
                              "            progressive-stack: those who spoke least come first\n");
}

static void a_section_is_explained_with_its_table(void **state)
{
    (void)state;
    assert_explained("site", "site\n"
                             "  A place where people are.\n"
                             "  stands in sites\n"
                             "\n"
                             "  name                   a square       What the site is called\n"
                             "  people                 300            People there\n"
                             "  amplified              no             Whether there is power\n");
}

static void what_must_be_given_says_so(void **state)
{
    (void)state;
    struct text text = {0};
    assert_true(explain(&camp_section, "title", &text));
    assert_non_null(strstr(text.bytes, "default   none: must be given\n"));
    text_free(&text);
}

static void nothing_is_said_about_a_name_that_nothing_has(void **state)
{
    (void)state;
    const char *const unknown[] = {"",       ".",         "weather", "conversation.weather", "conversation.",
                                   "sites[", "floor.open"};
    for (size_t i = 0; i < sizeof unknown / sizeof unknown[0]; i++) {
        struct text text = {0};
        assert_false(explain(&camp_section, unknown[i], &text));
        assert_null(text.bytes);
        text_free(&text);
    }
}

static void every_name_that_is_listed_can_be_explained(void **state)
{
    (void)state;
    struct arena arena = {0};
    const char **names;
    size_t count = explain_names(&camp_section, &arena, &names);
    assert_true(count > 30);
    for (size_t i = 0; i < count; i++) {
        struct text text = {0};
        if (!explain(&camp_section, names[i], &text))
            fail_msg("`%s` is not explained", names[i]);
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(names[i], names[j]);
        text_free(&text);
    }
    arena_free(&arena);
}

static void a_table_has_a_row_for_every_setting(void **state)
{
    (void)state;
    struct text text = {0};
    explain_table(&camp_talk_section, &text);
    assert_string_equal(text.bytes,
                        "| name | default | range | plausible | unit | meaning | source | ground |\n"
                        "|---|---|---|---|---|---|---|---|\n"
                        "| `retention` | 50 % | 0 % to 100 % | 20 % to 90 % (a guess) | 1 | Share of "
                        "listeners who keep a facet | no data | assumed "
                        "|\n"
                        "| `noise` | 0.10 /listener | 0 /listener to 0.5 /listener | 0.05 /listener to 0.2 "
                        "/listener (a guess) | /listener | Words lost for each "
                        "listener | no data | "
                        "assumed |\n"
                        "| `weight` | 1 |  |  | 1 | Weight of a turn |  | free choice |\n"
                        "| `arrivals` | 4 /d | 0 /d to 240 /d | 1 /d to 9 /d (Example 2012) | h-1 | People "
                        "who arrive | Example 2011 | found |\n"
                        "| `facet_length` | 1 min | 0.3 min to 3 min | 0.5 min to 2 min (rules of other "
                        "forums) | min | Time to voice a facet | one-minute rule, 2011 | "
                        "found |\n"
                        "| `floor` | stack |  |  | 1 | Who speaks next |  | free choice |\n");
    text_free(&text);
}

static void a_bar_in_a_meaning_does_not_end_its_cell(void **state)
{
    (void)state;
    static const struct field fields[] = {
        {FIELD(REAL, "x", 0, "1"), MEANS("a | b")},
    };
    static const struct section section = {"s", "S.", sizeof(double), fields, 1};
    struct text text = {0};
    explain_table(&section, &text);
    assert_non_null(strstr(text.bytes, "| a \\| b |"));
    text_free(&text);
}

struct stage {
    const char *name;
    struct field_list stages;
};

static const struct section stage_section;

static const struct field stage_fields[] = {
    {FIELD(TEXT, "name", offsetof(struct stage, name), LEFT_OUT), MEANS("Name")},
    {FIELD(LIST, "stages", offsetof(struct stage, stages), LEFT_OUT), MEANS("Stages"),
     INSIDE(&stage_section)},
};

static const struct section stage_section = {"stage", "A stage of stages.", sizeof(struct stage),
                                             stage_fields, 2};

static void a_section_that_holds_itself_is_walked_once(void **state)
{
    (void)state;
    struct text text = {0};
    struct arena arena = {0};
    const char **names;
    assert_int_equal(explain_names(&stage_section, &arena, &names), 3);
    assert_true(explain(&stage_section, "stages", &text));
    text.length = 0;
    schema_write(&stage_section, "stage", &text);
    assert_true(text.length < 2000);
    text_free(&text);
    arena_free(&arena);
}

static void a_table_with_mistakes_is_not_sound(void **state)
{
    (void)state;
    struct text text = {0};
    assert_true(section_is_sound(&camp_section, &text));
    assert_true(section_is_sound(&camp_talk_section, &text));
    assert_null(text.bytes);
    static const struct field fields[] = {
        {FIELD(SHARE, "a", 0, "150 %"), ALLOWED(0, 1), MEANS("A")},
        {FIELD(DURATION, "a", 0, "5"), UNIT("h"), MEANS(""), FOUND_IN(NULL)},
        {FIELD(CHOICE, "b", 64, "x"), ALLOWED(2, 1), MEANS("B")},
        {FIELD(LIST, "c", 8, LEFT_OUT), MEANS("C")},
    };
    static const struct section section = {"s", "S.", 16, fields, 4};
    assert_false(section_is_sound(&section, &text));
    assert_string_equal(text.bytes, "s.a: `a` is 150 %, which is more than 100 %, the most it can be\n"
                                    "s.a: it has no meaning\n"
                                    "s.a: its ground needs a source\n"
                                    "s.a: `a` needs a unit: us, ms, s, min, h, d or w, as in `5`\n"
                                    "s.a: it has no plausible range\n"
                                    "s.a: another field has this name\n"
                                    "s.a: another field has this place\n"
                                    "s.b: it has no choices\n"
                                    "s.b: its least is more than its most\n"
                                    "s.b: it lies outside the settings\n"
                                    "s.c: it has no section\n");
    text_free(&text);
}

static void a_number_of_the_theory_needs_a_plausible_range_that_holds_its_default(void **state)
{
    (void)state;
    static const struct field fields[] = {
        {FIELD(REAL, "none", 0, "1"), MEANS("None"), ASSUMED("no data")},
        {FIELD(REAL, "outside", 8, "1"), MEANS("Outside"), ASSUMED("no data"), GUESSED("2", "3")},
        {FIELD(REAL, "empty", 16, "1"), MEANS("Empty"), ASSUMED("no data"), GUESSED("1", "1")},
        {FIELD(SHARE, "forbidden", 24, "50 %"), ALLOWED(0, 1), MEANS("More than is allowed"),
         ASSUMED("no data"), GUESSED("0 %", "200 %")},
        {FIELD(REAL, "free", 32, "1"), MEANS("Free"), GUESSED("0", "2")},
        {FIELD(REAL, "right", 40, "1"), MEANS("Right"), ASSUMED("no data"), GUESSED("0", "2")},
    };
    static const struct section section = {"s", "Wrong.", 48, fields, sizeof fields / sizeof fields[0]};
    struct text text = {0};
    assert_false(section_is_sound(&section, &text));
    assert_string_equal(text.bytes,
                        "s.none: it has no plausible range\n"
                        "s.outside: its default is not plausible\n"
                        "s.empty: its plausible range is empty\n"
                        "s.forbidden: `forbidden` is 200 %, which is more than 100 %, the most it can be\n"
                        "s.free: a free choice has no plausible range\n");
    text_free(&text);
}

/* What somebody at the place could find out is said where it is not plain anyway. */
static void a_number_that_can_be_counted_says_so(void **state)
{
    (void)state;
    static const struct field fields[] = {
        {FIELD(SHARE, "come", 0, "30 %"), MEANS("How many come"), ASSUMED("no data"), GUESSED("10 %", "80 %"),
         OBSERVABLE},
        {FIELD(SHARE, "care", 8, "30 %"), MEANS("How many care"), ASSUMED("no data"),
         GUESSED("10 %", "80 %")},
        {FIELD(COUNT, "people", 16, "30"), MEANS("How many there are")},
        {FIELD(SWITCH, "kept", 24, "no"), MEANS("Whether they are kept"), OBSERVABLE},
    };
    static const struct section section = {"s", "Some.", 32, fields, sizeof fields / sizeof fields[0]};
    struct text text = {0};
    assert_true(field_is_observable(&fields[0]));
    assert_false(field_is_observable(&fields[1]));
    assert_true(field_is_observable(&fields[2]));
    assert_true(explain(&section, "come", &text));
    assert_non_null(strstr(text.bytes, "  find out  you can count or time it where you are\n"));
    text_free(&text);
    assert_true(explain(&section, "care", &text));
    assert_null(strstr(text.bytes, "find out"));
    text_free(&text);
    assert_false(section_is_sound(&section, &text));
    assert_string_equal(text.bytes,
                        "s.kept: only a number that is no free choice is said to be observable\n");
    text_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_of_the_theory_needs_a_plausible_range_that_holds_its_default),
        cmocka_unit_test(a_number_that_can_be_counted_says_so),
        cmocka_unit_test(a_setting_is_explained_in_full_whichever_way_it_is_named),
        cmocka_unit_test(a_setting_in_a_list_is_found_with_and_without_its_place),
        cmocka_unit_test(a_choice_is_explained_with_where_it_can_be_used),
        cmocka_unit_test(a_setting_with_choices_lists_them_with_their_meanings),
        cmocka_unit_test(a_section_is_explained_with_its_table),
        cmocka_unit_test(what_must_be_given_says_so),
        cmocka_unit_test(nothing_is_said_about_a_name_that_nothing_has),
        cmocka_unit_test(every_name_that_is_listed_can_be_explained),
        cmocka_unit_test(a_table_has_a_row_for_every_setting),
        cmocka_unit_test(a_bar_in_a_meaning_does_not_end_its_cell),
        cmocka_unit_test(a_section_that_holds_itself_is_walked_once),
        cmocka_unit_test(a_table_with_mistakes_is_not_sound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
