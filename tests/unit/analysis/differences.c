/* Differences in the order in which people read them. */
#include "unit/analysis/fixture.h"

#include "analysis/numbers/differences.h"
#include "analysis/words/differences_text.h"

static const struct estimate none = {NAN, NAN, NAN, 12, 0, CERTAINTY_NONE};

static struct contrast made(size_t measure, size_t design, double ratio, enum verdict verdict)
{
    return (struct contrast){.measure = measure,
                             .design = design,
                             .confidence = 0.95,
                             .ratio = {ratio, ratio - 0.001, ratio + 0.001, 12, 0, CERTAINTY_INTERVAL},
                             .verdict = verdict};
}

static struct contrast without_ratio(size_t measure, double mean, double base_mean, enum verdict verdict)
{
    struct contrast contrast = made(measure, 1, 1, verdict);
    contrast.ratio = none;
    contrast.mean.value = mean;
    contrast.base_mean.value = base_mean;
    return contrast;
}

static void the_largest_comes_first_whichever_way_it_goes(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct contrast contrasts[] = {
        made(0, 1, 1.5, VERDICT_HIGHER),           /* half more */
        made(1, 1, 3, VERDICT_UNCLEAR),            /* nobody knows */
        made(2, 1, 0.98, VERDICT_LOWER),           /* hardly */
        made(3, 1, 0.25, VERDICT_LOWER),           /* four times less */
        without_ratio(4, 0.5, 0, VERDICT_HIGHER),  /* from nothing */
        without_ratio(5, -3, -1.5, VERDICT_LOWER), /* twice as far below zero */
        made(6, 2, 1.5, VERDICT_HIGHER),           /* as large as the first */
    };
    static const size_t expected[] = {4, 3, 5, 0, 6, 2, 1};
    const struct contrast **sorted = differences_by_size(contrasts, 7, &arena);
    for (size_t i = 0; i < 7; i++)
        if (sorted[i]->measure != expected[i])
            fail_msg("%zu stands at place %zu", sorted[i]->measure, i);
    arena_free(&arena);
}

static void less_than_five_percent_is_hardly_a_difference(void **state)
{
    (void)state;
    const struct contrast more = made(0, 1, 1.0501, VERDICT_HIGHER), less = made(0, 1, 0.951, VERDICT_LOWER);
    const struct contrast open = made(0, 1, 1.01, VERDICT_UNCLEAR);
    const struct contrast amount = without_ratio(0, -1.02, -1, VERDICT_LOWER);
    assert_true(differs_clearly(&more) && !differs_hardly(&more));
    assert_true(differs_hardly(&less) && !differs_clearly(&less));
    assert_true(!differs_hardly(&open) && !differs_clearly(&open));
    assert_true(differs_hardly(&amount));
}

static void what_hardly_differs_is_put_together_design_by_design(void **state)
{
    (void)state;
    struct fixture fixture;
    struct trouble trouble = {0};
    struct text out = {0};
    fixture_make(&fixture);
    struct results *results = results_open(fixture.path, &trouble);
    assert_non_null(results);
    const size_t hours = results_find_measure(results, "people_hours_per_decision");
    const size_t common = results_find_measure(results, "common_knowledge");
    const size_t gini = results_find_measure(results, "voice_gini");
    const struct contrast contrasts[] = {
        made(hours, 1, 1.03, VERDICT_HIGHER), made(hours, 2, 1.01, VERDICT_UNCLEAR),
        made(common, 1, 0.7, VERDICT_LOWER),  made(common, 2, 0.99, VERDICT_LOWER),
        made(gini, 1, 0.96, VERDICT_LOWER),   made(gini, 2, 1.2, VERDICT_HIGHER),
    };
    assert_true(say_what_hardly_differs(&out, results, contrasts, 6, 1));
    assert_string_equal(out.bytes,
                        "\xE2\x80\x9Cwith open space\xE2\x80\x9D and \xE2\x80\x9C"
                        "assembly only\xE2\x80\x9D hardly differ, by less than 5 %, in person-hours for "
                        "each decision, inequality of speaking time");
    out.length = 0;
    assert_true(say_what_hardly_differs(&out, results, contrasts, 6, 2));
    assert_non_null(strstr(out.bytes, "less than 5 %, in shared understanding"));
    assert_false(say_what_hardly_differs(&out, results, contrasts, 6, 0));
    text_free(&out);
    results_close(results);
    fixture_remove(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_largest_comes_first_whichever_way_it_goes),
        cmocka_unit_test(less_than_five_percent_is_hardly_a_difference),
        cmocka_unit_test(what_hardly_differs_is_put_together_design_by_design),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
