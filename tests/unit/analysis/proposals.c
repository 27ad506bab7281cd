/* How long proposals waited, from the rows of their table. */
#include "unit/analysis/fixture.h"
#include "unit/analysis/near.h"

#include "analysis/numbers/proposals.h"

/* From the submission on: to the decision, or to day 6, when the watch ends. */
static void a_wait_begins_with_the_submission_and_ends_with_the_decision_or_the_watch(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_make(&fixture);
    struct trouble trouble = {0};
    struct results *results = results_open(fixture.path, &trouble);
    assert_non_null(results);
    assert_true(proposals_recorded(results));
    size_t told = 0, open = 0;
    for (size_t design = 0; design < FIXTURE_DESIGNS; design++) {
        const struct waiting *waiting = proposals_waiting(results, design, &trouble);
        const struct waits waits = waiting->waits;
        assert_int_equal(waiting->curve.events + waiting->curve.censored, waits.count);
        assert_ptr_equal(proposals_waiting(results, design, &trouble), waiting);
        size_t next = 0;
        for (int row = 0; row < FIXTURE_PROPOSALS; row++) {
            if (fixture_design_of(row) != (double)design)
                continue;
            double submitted = fixture_submitted(row), decided = fixture_decided(row);
            assert_true(next < waits.count);
            assert_int_equal(waits.happened[next], row % 7 != 0);
            assert_near(waits.days[next], (row % 7 == 0 ? 6 : decided) - submitted, 1e-12);
            open += row % 7 == 0 ? 1 : 0;
            next++;
        }
        assert_int_equal(waits.count, next);
        told += next;
    }
    assert_int_equal(told, FIXTURE_PROPOSALS);
    assert_int_equal(open, (FIXTURE_PROPOSALS + 6) / 7);
    assert_int_equal(trouble.count, 0);
    results_close(results);
    fixture_remove(&fixture);
    trouble_free(&trouble);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_wait_begins_with_the_submission_and_ends_with_the_decision_or_the_watch),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
