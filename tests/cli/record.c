/* Scenarios that name numbers of the historical record, and what is said about them. */
#include "session.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

static const char new_york[] = GROUNDSWELL_SOURCE "/scenarios/new-york-assembly.yaml";

static const char one_design[] =
    "title: One design\nlasts: 2 d\nreplications: 3\n"
    "sites: [{name: Square, people: 40}]\n"
    "proposals: {per_day: 4 /d, facets: 8}\n"
    "designs:\n"
    "  assembly:\n"
    "    calendar: [{every: 1 d, at: \"19:00\", hold: general-assembly, for: 1 h}]\n"
    "found:\n"
    "  - {measure: sessions, value: 2, source: two evenings}\n"
    "  - {measure: session_length, value: 5, least: 4, most: 6, source: a rumour}\n";

/* What each number of the record makes of the design called `name`. */
static void verdict_is_one_of_ours(const json_t *designs, size_t count)
{
    assert_int_equal(json_array_size(designs), count);
    for (size_t i = 0; i < count; i++) {
        const char *verdict = json_string_value(json_object_get(json_array_get(designs, i), "verdict"));
        assert_true(strcmp(verdict, "fits") == 0 || strcmp(verdict, "too low") == 0 ||
                    strcmp(verdict, "too high") == 0);
    }
}

static void the_new_york_assembly_is_held_against_the_posted_minutes(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("run", new_york, "-r", "3", "-o", "ny.h5", "-q");
    assert_int_equal(said.status, 0);
    said = GROUNDSWELL("compare", "ny.h5");
    assert_says(said.out, "Against the record");
    assert_says(said.out, "record: 4 posted meetings, 18 of 25 items passed, New York 2011-12\n"
                          "    the record ");
    assert_says(said.out, "\xE2\x80\x9Cthe stack\xE2\x80\x9D: ");
    assert_says(said.out, " of 7 fit\n");
    said = GROUNDSWELL("compare", "ny.h5", "--json");
    json_t *json = json_loads(said.out, 0, NULL), *record = json_object_get(json, "record");
    json_t *numbers = json_object_get(record, "numbers");
    assert_int_equal(json_array_size(numbers), 7);
    for (size_t i = 0; i < json_array_size(numbers); i++)
        verdict_is_one_of_ours(json_object_get(json_array_get(numbers, i), "designs"), 3);
    assert_int_equal(json_array_size(json_object_get(record, "fits")), 3);
    json_decref(json);
    said = GROUNDSWELL("report", "ny.h5", "-o", "page");
    assert_int_equal(said.status, 0);
    said = session_shell("grep -c 'How it compares with the record' page/index.html");
    assert_string_equal(said.out, "1\n");
}

static void one_design_has_nothing_to_be_compared_with_but_the_record(void **state)
{
    (void)state;
    session_write("one.yaml", one_design);
    assert_int_equal(GROUNDSWELL("run", "one.yaml", "-o", "one.h5", "-q").status, 0);
    struct said said = GROUNDSWELL("compare", "one.h5");
    assert_int_equal(said.status, 0);
    assert_says(said.out, "3 runs of each design.\n");
    assert_says(said.out, "    the record  2\n    assembly    2  2 to 2  fits\n");
    assert_says(said.out, "too low\n");
    assert_says(said.out, "assembly\xE2\x80\x9D: 1 of 2 fit\n");
    said = GROUNDSWELL("compare", "one.h5", "--json");
    assert_int_equal(said.status, 0);
    said = GROUNDSWELL("compare", "one.h5", "--measure", "sessions");
    assert_int_equal(said.status, 65);
    assert_says(said.err, "nothing to compare it with");
    said = GROUNDSWELL("report", "one.h5", "-o", "one");
    assert_int_equal(said.status, 0);
    said = session_shell("grep -o 'assembly</strong>: 1 of 2 fit. Too low: [^.<]*' one/index.html");
    assert_string_equal(said.out, "assembly</strong>: 1 of 2 fit. Too low: length of a session\n");
}

static void a_scenario_without_a_record_is_not_held_against_one(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("compare", "small.yaml", "-q");
    assert_int_equal(said.status, 0);
    assert_null(strstr(said.out, "record"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_new_york_assembly_is_held_against_the_posted_minutes),
        cmocka_unit_test(one_design_has_nothing_to_be_compared_with_but_the_record),
        cmocka_unit_test(a_scenario_without_a_record_is_not_held_against_one),
    };
    return cmocka_run_group_tests(tests, session_begin, session_end);
}
