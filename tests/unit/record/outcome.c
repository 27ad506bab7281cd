#include "record/outcome.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "record/outcome_parts.h"
#include "unit/aborts.h"
#include "unit/record/sample.h"

static void numbers_are_missing_until_they_are_put(void **state)
{
    (void)state;
    struct outcome *outcome = outcome_new(&sample_plan.shape);
    assert_true(isnan(outcome_at(outcome, SAMPLE_BACKLOG, 1, 4)));
    outcome_put(outcome, SAMPLE_BACKLOG, 1, 4, 7.5);
    assert_true(outcome_at(outcome, SAMPLE_BACKLOG, 1, 4) == 7.5);
    assert_true(isnan(outcome_at(outcome, SAMPLE_BACKLOG, 0, 4)));
    outcome_clear(outcome);
    assert_true(isnan(outcome_at(outcome, SAMPLE_BACKLOG, 1, 4)));
    outcome_free(outcome);
}

static void every_number_has_a_place_of_its_own(void **state)
{
    (void)state;
    struct outcome *outcome = outcome_new(&sample_plan.shape);
    const struct sample_run run = {0};
    const unsigned lengths[] = {1, 5, 1, SAMPLE_BINS, SAMPLE_BINS, 1, 5, SAMPLE_BINS};
    const unsigned sites[] = {2, 2, 2, 2, 2, 1, 1, 1};
    for (unsigned measure = 0; measure < SAMPLE_MEASURES; measure++)
        for (unsigned site = 0; site < sites[measure]; site++)
            for (unsigned index = 0; index < lengths[measure]; index++)
                outcome_put(outcome, measure, site, index, sample_number(measure, run, site, index));
    for (unsigned measure = 0; measure < SAMPLE_MEASURES; measure++)
        for (unsigned site = 0; site < sites[measure]; site++)
            for (unsigned index = 0; index < lengths[measure]; index++)
                assert_true(outcome_at(outcome, measure, site, index) ==
                            sample_number(measure, run, site, index));
    outcome_free(outcome);
}

static void every_kind_of_not_a_number_is_kept_as_one(void **state)
{
    (void)state;
    struct outcome *outcome = outcome_new(&sample_plan.shape);
    const double plain = (double)NAN, odd = -(double)NAN;
    assert_memory_not_equal(&plain, &odd, sizeof plain);
    outcome_put(outcome, SAMPLE_DECIDED, 0, 0, odd);
    double kept = outcome_at(outcome, SAMPLE_DECIDED, 0, 0);
    assert_memory_equal(&kept, &plain, sizeof plain);
    outcome_free(outcome);
}

static void rows_are_counted_and_cleared(void **state)
{
    (void)state;
    struct outcome *outcome = outcome_new(&sample_plan.shape);
    for (int row = 0; row < 1000; row++) {
        const double values[] = {row / 2.0, row, row % 3, 0};
        outcome_row(outcome, SAMPLE_PROPOSALS, 0, values);
    }
    assert_int_equal(outcome_rows(outcome, SAMPLE_PROPOSALS), 1000);
    assert_int_equal(outcome_rows(outcome, SAMPLE_SPARKS), 0);
    assert_true(outcome_cell(outcome, SAMPLE_PROPOSALS, 999, 0) == 499.5);
    outcome_clear(outcome);
    assert_int_equal(outcome_rows(outcome, SAMPLE_PROPOSALS), 0);
    outcome_free(outcome);
}

/* The sample's agreement lies from -1 to a million. */
static void what_rounding_carried_over_a_bound_is_put_back_on_it(void **state)
{
    (void)state;
    struct outcome *outcome = outcome_new(&sample_plan.shape);
    static const double put[] = {-1 - 1e-12, 1e6 + 1e-6, -1.5, 0.25}, kept[] = {-1, 1e6, -1.5, 0.25};
    for (size_t i = 0; i < sizeof put / sizeof *put; i++) {
        outcome_put(outcome, SAMPLE_AGREEMENT, 0, 0, put[i]);
        assert_true(outcome_at(outcome, SAMPLE_AGREEMENT, 0, 0) == kept[i]);
    }
    outcome_put(outcome, SAMPLE_AGREEMENT, 0, 0, NAN);
    assert_true(isnan(outcome_at(outcome, SAMPLE_AGREEMENT, 0, 0)));
    outcome_free(outcome);
}

static void an_encoding_tells_where_each_column_lies(void **state)
{
    (void)state;
    struct outcome *outcome = outcome_new(&sample_plan.shape);
    sample_fill(&sample_plan, 2, outcome);
    struct text bytes = {0};
    outcome_encode(outcome, OUTCOME_WHOLE, &bytes);
    struct outcome_layout layout;
    outcome_layout_begin(&layout, &sample_plan.shape);
    uint64_t rows[2];
    assert_true(outcome_decode_rows(&layout, OUTCOME_WHOLE, bytes.bytes, bytes.length, rows));
    assert_true(rows[SAMPLE_PROPOSALS] == 2 && rows[SAMPLE_SPARKS] == 0);
    double submitted[2], sites[2];
    memcpy(sites, bytes.bytes + outcome_column_start(&layout, rows, SAMPLE_PROPOSALS, 0), sizeof sites);
    memcpy(submitted, bytes.bytes + outcome_column_start(&layout, rows, SAMPLE_PROPOSALS, 1),
           sizeof submitted);
    assert_true(sites[0] == 0 && sites[1] == 1);
    assert_true(submitted[0] == 2 && submitted[1] == 2.25);
    text_free(&bytes);
    outcome_layout_free(&layout);
    outcome_free(outcome);
}

static void an_encoding_of_any_other_length_is_refused(void **state)
{
    (void)state;
    struct outcome *outcome = outcome_new(&sample_plan.shape);
    sample_fill(&sample_plan, 2, outcome);
    struct text bytes = {0};
    outcome_encode(outcome, OUTCOME_WHOLE, &bytes);
    struct outcome_layout layout;
    outcome_layout_begin(&layout, &sample_plan.shape);
    uint64_t rows[2];
    for (size_t length = 0; length < bytes.length; length++)
        assert_false(outcome_decode_rows(&layout, OUTCOME_WHOLE, bytes.bytes, length, rows));
    const uint64_t huge = UINT64_MAX / 2;
    memcpy(bytes.bytes + layout.numbers * OUTCOME_WORD, &huge, sizeof huge);
    assert_false(outcome_decode_rows(&layout, OUTCOME_WHOLE, bytes.bytes, bytes.length, rows));
    text_free(&bytes);
    outcome_layout_free(&layout);
    outcome_free(outcome);
}

static void other_variants_keep_the_measures_of_the_whole_run_only(void **state)
{
    (void)state;
    struct outcome *outcome = outcome_new(&sample_plan.shape);
    sample_fill(&sample_plan, 2, outcome);
    struct text bytes = {0};
    outcome_encode(outcome, OUTCOME_RUN_MEASURES, &bytes);
    assert_int_equal(bytes.length,
                     (2 * 2 + 1) * sizeof(double)); /* two such measures at two sites, one of the movement */
    double numbers[5];
    memcpy(numbers, bytes.bytes, sizeof numbers);
    assert_true(numbers[1] == outcome_at(outcome, SAMPLE_DECIDED, 1, 0));
    assert_true(numbers[2] == outcome_at(outcome, SAMPLE_AGREEMENT, 0, 0));
    assert_true(numbers[4] == outcome_at(outcome, SAMPLE_UNITY, 0, 0));
    text_free(&bytes);
    outcome_free(outcome);
}

/* There are two sites and three fates: those are numbered 0 and 1, and 0 to 2. */
static void an_encoding_makes_an_outcome_of_the_same_encoding(void **state)
{
    (void)state;
    struct outcome *one = outcome_new(&sample_plan.shape), *other = outcome_alike(one);
    sample_fill(&sample_plan, 2, one);
    static const enum outcome_part parts[] = {OUTCOME_WHOLE, OUTCOME_RUN_MEASURES, OUTCOME_COURSES};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct text first = {0}, second = {0};
        outcome_put(other, SAMPLE_DECIDED, 0, 0, 99); /* nothing of what was there before is left */
        outcome_encode(one, parts[i], &first);
        assert_true(outcome_decode(other, parts[i], first.bytes, first.length));
        outcome_encode(other, parts[i], &second);
        assert_int_equal(first.length, second.length);
        assert_memory_equal(first.bytes, second.bytes, first.length);
        assert_int_equal(outcome_rows(other, SAMPLE_PROPOSALS),
                         parts[i] == OUTCOME_WHOLE ? outcome_rows(one, SAMPLE_PROPOSALS) : 0);
        assert_false(outcome_decode(other, parts[i], first.bytes, first.length - 8));
        text_free(&first);
        text_free(&second);
    }
    outcome_free(one);
    outcome_free(other);
}

static void rows_of_a_site_or_with_a_flag_that_is_none_do_not_fit(void **state)
{
    (void)state;
    static const struct {
        size_t column;
        double value;
        bool fits;
    } cases[] = {{0, 0, true},    {0, 1, true},    {0, 2, false},   {0, -1, false},
                 {0, 0.5, false}, {3, 2, true},    {3, 3, false},   {3, -1, false},
                 {2, 7, true},    {2, 1.5, false}, {1, -2.5, true}, {4, 0.5, false}};
    struct outcome *outcome = outcome_new(&sample_plan.shape);
    sample_fill(&sample_plan, 2, outcome);
    struct outcome_layout layout;
    outcome_layout_begin(&layout, &sample_plan.shape);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text bytes = {0};
        uint64_t rows[2];
        outcome_encode(outcome, OUTCOME_WHOLE, &bytes);
        assert_true(outcome_decode_rows(&layout, OUTCOME_WHOLE, bytes.bytes, bytes.length, rows));
        assert_true(outcome_rows_fit(&layout, bytes.bytes, rows));
        memcpy(bytes.bytes + outcome_column_start(&layout, rows, SAMPLE_PROPOSALS, cases[i].column),
               &cases[i].value, sizeof cases[i].value);
        assert_int_equal(outcome_rows_fit(&layout, bytes.bytes, rows), cases[i].fits);
        text_free(&bytes);
    }
    outcome_layout_free(&layout);
    outcome_free(outcome);
}

static void put_half_a_visit(void)
{
    const double values[] = {0, 1.5, 0, 0};
    outcome_row(outcome_new(&sample_plan.shape), SAMPLE_PROPOSALS, 0, values);
}

static void put_a_fate_without_a_name(void)
{
    const double values[] = {0, 1, 3, 0};
    outcome_row(outcome_new(&sample_plan.shape), SAMPLE_PROPOSALS, 0, values);
}

static void put_beyond_the_bins(void)
{
    outcome_put(outcome_new(&sample_plan.shape), SAMPLE_CIRCLES, 0, SAMPLE_BINS, 1);
}

static void put_the_movement_at_a_site(void)
{
    outcome_put(outcome_new(&sample_plan.shape), SAMPLE_INTEGRATION, 1, 0, 1);
}

static void a_record_knows_what_it_keeps(void **state)
{
    (void)state;
    struct outcome *outcome = outcome_new(&sample_plan.shape);
    const struct measure stranger = sample_unity;
    assert_int_equal(outcome_find_measure(outcome, &sample_unity), SAMPLE_UNITY);
    assert_true(outcome_find_measure(outcome, &stranger) == OUTCOME_ABSENT);
    assert_int_equal(outcome_find_table(outcome, &sample_sparks), SAMPLE_SPARKS);
    outcome_free(outcome);
}

static void numbers_without_a_place_are_bugs(void **state)
{
    (void)state;
    assert_true(aborts(put_half_a_visit));
    assert_true(aborts(put_a_fate_without_a_name));
    assert_true(aborts(put_beyond_the_bins));
    assert_true(aborts(put_the_movement_at_a_site));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_missing_until_they_are_put),
        cmocka_unit_test(every_number_has_a_place_of_its_own),
        cmocka_unit_test(every_kind_of_not_a_number_is_kept_as_one),
        cmocka_unit_test(rows_are_counted_and_cleared),
        cmocka_unit_test(what_rounding_carried_over_a_bound_is_put_back_on_it),
        cmocka_unit_test(an_encoding_tells_where_each_column_lies),
        cmocka_unit_test(an_encoding_of_any_other_length_is_refused),
        cmocka_unit_test(an_encoding_makes_an_outcome_of_the_same_encoding),
        cmocka_unit_test(rows_of_a_site_or_with_a_flag_that_is_none_do_not_fit),
        cmocka_unit_test(other_variants_keep_the_measures_of_the_whole_run_only),
        cmocka_unit_test(a_record_knows_what_it_keeps),
        cmocka_unit_test(numbers_without_a_place_are_bugs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
