/* Two files against each other. */
#include "session.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

static void made(const char *target, const char *setting)
{
    assert_int_equal(
        GROUNDSWELL("run", "small.yaml", "-r", "12", "--set", setting, "-o", target, "-q").status, 0);
}

static void files_of_one_seed_are_compared_in_pairs(void **state)
{
    (void)state;
    made("a.h5", "seed=5");
    made("b.h5", "seed=5");
    struct said said = GROUNDSWELL("compare", "a.h5", "b.h5");
    assert_int_equal(said.status, 0);
    assert_says(said.out,
                "Paired: run i of both has the same people and luck; 12 runs of each design are in both.");
    assert_says(said.out, "All their settings are the same.");
    assert_says(said.out, "the same in all runs");
    assert_int_equal(
        session_shell("\"$G\" run small.yaml -r 20 --set seed=5 --set proposals.per_day='8 /d' -o c.h5 -q")
            .status,
        0);
    said = GROUNDSWELL("compare", "a.h5", "c.h5");
    assert_says(said.out, "proposals.per_day: 4 /d in A, 8 /d in B");
    assert_says(said.out, "12 runs of each design are in both");
}

static void files_of_other_luck_are_not(void **state)
{
    (void)state;
    made("a.h5", "seed=5");
    made("b.h5", "seed=6");
    struct said said = GROUNDSWELL("compare", "a.h5", "b.h5");
    assert_says(said.out, "Not paired, since the seeds differ");
    assert_says(said.out, "Welch's");
    assert_int_equal(
        session_shell("\"$G\" run small.yaml -r 12 --set seed=5 --set sites[0].people=60 -o c.h5 -q").status,
        0);
    assert_says(GROUNDSWELL("compare", "a.h5", "c.h5").out,
                "Not paired, since the sites or their people differ");
    assert_int_equal(
        GROUNDSWELL("run", "small.yaml", "--set", "seed=5", "--replication", "30", "-o", "d.h5", "-q").status,
        0);
    assert_says(GROUNDSWELL("compare", "a.h5", "d.h5").out,
                "Not paired, since no number of a run is in both");
}

static void the_numbers_are_given_as_json(void **state)
{
    (void)state;
    made("a.h5", "seed=5");
    made("b.h5", "seed=6");
    struct said said = GROUNDSWELL("compare", "a.h5", "b.h5", "--json", "-m", "decided");
    json_t *json = json_loads(said.out, 0, NULL);
    assert_non_null(json);
    assert_true(json_is_false(json_object_get(json, "paired")));
    assert_string_equal(json_string_value(json_object_get(json, "why_not_paired")), "the seeds differ");
    json_t *measures = json_object_get(json, "measures"),
           *rows = json_object_get(json_array_get(measures, 0), "rows");
    assert_int_equal(json_array_size(measures), 1);
    assert_int_equal(json_array_size(rows), 2);
    for (size_t i = 0; i < 2; i++) {
        json_t *row = json_array_get(rows, i);
        assert_string_equal(json_string_value(json_object_get(row, "design_a")),
                            json_string_value(json_object_get(row, "design_b")));
        assert_true(json_is_null(json_object_get(row, "lead")));
        double a = json_number_value(json_object_get(json_object_get(row, "mean_a"), "value")),
               b = json_number_value(json_object_get(json_object_get(row, "mean_b"), "value")),
               difference = json_number_value(json_object_get(json_object_get(row, "difference"), "value"));
        assert_true(difference - (b - a) < 1e-9 && (b - a) - difference < 1e-9);
    }
    json_decref(json);
}

static void designs_without_a_namesake_are_set_against_one(void **state)
{
    (void)state;
    made("a.h5", "seed=5");
    assert_int_equal(
        session_shell("sed 's/assembly only/meetings/; s/open space/circles/' small.yaml >other.yaml; "
                      "\"$G\" run other.yaml -r 12 --set seed=5 -o b.h5 -q")
            .status,
        0);
    struct said said = GROUNDSWELL("compare", "a.h5", "b.h5", "--against", "open space");
    assert_says(said.out, "No design was matched by its name");
    assert_says(said.out, "circles (B) against open space (A)");
    said = GROUNDSWELL("compare", "a.h5", "b.h5", "--against", "open spaces");
    assert_int_equal(said.status, 64);
    assert_says(said.err, "did you mean `open space`?");
}

static void what_cannot_be_compared_is_refused_with_a_sentence(void **state)
{
    (void)state;
    made("a.h5", "seed=5");
    assert_int_equal(session_shell("\"$G\" run small.yaml -r 2 --set groups='{form: yes, meetings: {hold: "
                                   "working-group, every: 1 d}}' "
                                   "--set headline=groups_born -o groups.h5 -q")
                         .status,
                     0);
    struct said said = GROUNDSWELL("compare", "groups.h5", "a.h5");
    assert_int_equal(said.status, 65);
    assert_says(said.err, "a.h5: cannot be compared with groups.h5: `groups_born` is not measured in it");
    assert_int_equal(GROUNDSWELL("compare", "a.h5", "gone.h5").status, 66);
    assert_int_equal(GROUNDSWELL("compare", "a.h5", "groups.h5", "-m", "nonsense").status, 64);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define EACH(test) cmocka_unit_test_setup_teardown(test, session_begin, session_end)
        EACH(files_of_one_seed_are_compared_in_pairs),
        EACH(files_of_other_luck_are_not),
        EACH(the_numbers_are_given_as_json),
        EACH(designs_without_a_namesake_are_set_against_one),
        EACH(what_cannot_be_compared_is_refused_with_a_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
