/* Sites that are written once and stand many times. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "experiment/experiment.h"

static const char scenario[] = "title: camps\n"
                               "lasts: 2 d\n"
                               "replications: 1\n"
                               "sites: [{name: Square, people: 20}, {name: Park, people: 10, count: 3}]\n"
                               "proposals: {per_day: 2 /d, facets: 3}\n"
                               "calendar: [{every: 1 d, at: \"19:00\", hold: general-assembly, for: 3 h}]\n";

static void sites_of_a_kind_are_numbered_and_differ_in_their_luck(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct trouble trouble = {0};
    struct experiment_request request = {.path = "camps.yaml",
                                         .text = scenario,
                                         .length = sizeof scenario - 1,
                                         .library = GROUNDSWELL_SOURCE "/scenarios"};
    struct experiment *experiment = experiment_load(&request, &arena, &trouble);
    assert_non_null(experiment);
    const struct record_plan *plan = experiment_plan(experiment);
    assert_int_equal(plan->shape.sites, 4);
    static const char *const names[] = {"Square", "Park 1", "Park 2", "Park 3"};
    for (size_t i = 0; i < 4; i++)
        assert_string_equal(plan->sites[i], names[i]);

    struct outcome *outcome = outcome_new(&plan->shape);
    struct run_tally tally;
    experiment_run(experiment, &(struct run_order){0}, NULL, outcome, &tally);
    assert_int_equal(tally.participants, 50);
    size_t hours = 0;
    while (strcmp(plan->shape.measures[hours]->name, "people_hours") != 0)
        hours++;
    double square = outcome_at(outcome, hours, 0, 0), park = outcome_at(outcome, hours, 1, 0);
    assert_true(square > park && park > 0);
    assert_true(park < outcome_at(outcome, hours, 2, 0) || park > outcome_at(outcome, hours, 2, 0));
    outcome_free(outcome);
    arena_free(&arena);
    trouble_free(&trouble);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sites_of_a_kind_are_numbered_and_differ_in_their_luck),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
