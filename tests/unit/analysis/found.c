#include "unit/analysis/fixture.h"
#include "unit/analysis/near.h"

#include <jansson.h>

#include "analysis/numbers/compare.h"
#include "analysis/numbers/found.h"
#include "analysis/report/report.h"
#include "analysis/words/comparison.h"

struct opened {
    struct fixture fixture;
    struct results *results;
    struct arena arena;
    struct trouble trouble;
    struct text out;
};

enum { ASSEMBLY, OPEN_SPACE };
enum { DECISIONS, HOURS, SILENT };

static int open_usual(void **state)
{
    struct opened *opened = calloc(1, sizeof *opened);
    fixture_make(&opened->fixture);
    opened->results = results_open(opened->fixture.path, &opened->trouble);
    *state = opened;
    return opened->results == NULL;
}

static int close_usual(void **state)
{
    struct opened *opened = *state;
    results_close(opened->results);
    fixture_remove(&opened->fixture);
    arena_free(&opened->arena);
    trouble_free(&opened->trouble);
    text_free(&opened->out);
    free(opened);
    return 0;
}

static void says(const struct text *text, const char *part)
{
    if (text->bytes == NULL || strstr(text->bytes, part) == NULL)
        fail_msg("`%s` is not in `%s`", part, text->bytes == NULL ? "" : text->bytes);
}

static enum fit fit_of(const struct opened *opened, size_t number, size_t design)
{
    return found_check(opened->results, number, design, USUAL_CONFIDENCE).fit;
}

static void numbers_of_the_record_are_read_with_their_ranges(void **state)
{
    struct opened *opened = *state;
    const struct provenance *provenance = &opened->results->provenance;
    assert_int_equal(provenance->found_count, FIXTURE_FOUND);
    assert_int_equal(provenance->found[DECISIONS].measure, opened->results->headline);
    assert_near(provenance->found[DECISIONS].value, 0.4, 0);
    assert_true(provenance->found[DECISIONS].ranged);
    assert_near(provenance->found[SILENT].most, 1, 0);
    assert_false(provenance->found[HOURS].ranged);
    assert_string_equal(provenance->found[SILENT].source, "an eye witness");
}

static void a_mean_within_the_range_of_the_record_fits(void **state)
{
    struct opened *opened = *state;
    assert_int_equal(fit_of(opened, DECISIONS, ASSEMBLY), FIT_GOOD);
    assert_int_equal(fit_of(opened, DECISIONS, OPEN_SPACE), FIT_TOO_HIGH);
    assert_int_equal(fit_of(opened, SILENT, ASSEMBLY), FIT_TOO_LOW);
}

/* 67 hours in the record; the assembly takes about 67, the open space about 30. */
static void without_a_range_the_range_of_the_mean_must_hold_the_number(void **state)
{
    struct opened *opened = *state;
    struct found_check check = found_check(opened->results, HOURS, ASSEMBLY, USUAL_CONFIDENCE);
    assert_true(check.mean.low < 67 && check.mean.high > 67);
    assert_int_equal(check.fit, FIT_GOOD);
    assert_int_equal(fit_of(opened, HOURS, OPEN_SPACE), FIT_TOO_LOW);
    /* A range of no width holds nothing but its middle. */
    assert_int_not_equal(found_check(opened->results, HOURS, ASSEMBLY, 1e-9).fit, FIT_GOOD);
}

static void the_fitting_ones_are_counted(void **state)
{
    struct opened *opened = *state;
    struct fits fits = found_fits(opened->results, ASSEMBLY, USUAL_CONFIDENCE);
    assert_int_equal(fits.good, 2);
    assert_int_equal(fits.judged, 3);
    fits = found_fits(opened->results, OPEN_SPACE, USUAL_CONFIDENCE);
    assert_int_equal(fits.good, 0);
}

static struct comparison *compared(struct opened *opened)
{
    struct comparison *comparison =
        compare(opened->results, &(struct compare_request){0}, &opened->arena, &opened->trouble);
    assert_non_null(comparison);
    return comparison;
}

static void a_comparison_says_what_fits_and_where_it_stands(void **state)
{
    struct opened *opened = *state;
    comparison_text(compared(opened), &opened->out);
    says(&opened->out, "Against the record: does the mean lie in the range that the record allows?\n"
                       "Where no range is stated: does the range of the mean hold its number?\n");
    says(&opened->out, "; record: the minutes of October\n    the record         0.4  0.3 to 0.5\n");
    says(&opened->out, "- \xE2\x80\x9C"
                       "assembly only\xE2\x80\x9D: 2 of 3 fit\n");
    says(&opened->out, "too high");
}

static void the_json_has_the_verdicts_and_null_where_no_range_is_stated(void **state)
{
    struct opened *opened = *state;
    comparison_json(compared(opened), &opened->out);
    json_t *json = json_loads(opened->out.bytes, 0, NULL), *record = json_object_get(json, "record");
    json_t *numbers = json_object_get(record, "numbers"), *hours = json_array_get(numbers, HOURS);
    assert_int_equal(json_array_size(numbers), FIXTURE_FOUND);
    assert_true(json_is_null(json_object_get(hours, "least")));
    json_t *design = json_array_get(json_object_get(hours, "designs"), OPEN_SPACE);
    assert_string_equal(json_string_value(json_object_get(design, "verdict")), "too low");
    json_t *fits = json_array_get(json_object_get(record, "fits"), ASSEMBLY);
    assert_int_equal(json_integer_value(json_object_get(fits, "fit")), 2);
    assert_int_equal(json_integer_value(json_object_get(fits, "judged")), 3);
    json_decref(json);
}

static void the_report_compares_with_the_record_and_its_sources_stay_text(void **state)
{
    struct opened *opened = *state;
    assert_int_equal(
        report_page(opened->results, &(struct report_request){0}, &opened->out, &opened->trouble),
        STATUS_FINE);
    says(&opened->out, "<h2>How it compares with the record</h2>");
    says(&opened->out, "The scenario names 3 numbers of the historical record.");
    says(&opened->out,
         "<strong>assembly only</strong>: 2 of 3 fit. Too low: share of people who never spoke.");
    says(&opened->out, ": a &lt;b&gt;letter&lt;/b&gt; of `1912`");
}

/* The same file with the numbers of one list replaced. */
static void refused_with(struct opened *opened, const char *variable, const double *numbers, hsize_t count,
                         const char *part)
{
    results_close(opened->results);
    opened->results = NULL;
    hid_t file = H5Fopen(opened->fixture.path, H5F_ACC_RDWR, H5P_DEFAULT);
    assert_true(H5Ldelete(file, variable, H5P_DEFAULT) >= 0);
    fixture_numbers(file, variable, 1, &count, numbers);
    H5Fclose(file);
    assert_null(results_open(opened->fixture.path, &opened->trouble));
    text_say(&opened->out, opened->trouble.complaints[0].sentence);
    says(&opened->out, part);
}

static void lists_of_different_length_are_refused(void **state)
{
    struct opened *opened = *state;
    refused_with(opened, "provenance/found_least", (const double[]){0, 0}, 2,
                 "the found numbers in this results file differ in length");
}

static void a_range_upside_down_is_refused(void **state)
{
    struct opened *opened = *state;
    refused_with(opened, "provenance/found_least", (const double[]){0.6, 0, 0}, FIXTURE_FOUND,
                 "`decisions_per_hour` is none, or its range is none");
}

static void a_number_that_is_none_is_refused(void **state)
{
    struct opened *opened = *state;
    refused_with(opened, "provenance/found_value", (const double[]){0.4, NAN, 1}, FIXTURE_FOUND,
                 "`people_hours_per_decision` is none");
}

#define WITH_USUAL(test) cmocka_unit_test_setup_teardown(test, open_usual, close_usual)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_USUAL(numbers_of_the_record_are_read_with_their_ranges),
        WITH_USUAL(a_mean_within_the_range_of_the_record_fits),
        WITH_USUAL(without_a_range_the_range_of_the_mean_must_hold_the_number),
        WITH_USUAL(the_fitting_ones_are_counted),
        WITH_USUAL(a_comparison_says_what_fits_and_where_it_stands),
        WITH_USUAL(the_json_has_the_verdicts_and_null_where_no_range_is_stated),
        WITH_USUAL(the_report_compares_with_the_record_and_its_sources_stay_text),
        WITH_USUAL(lists_of_different_length_are_refused),
        WITH_USUAL(a_range_upside_down_is_refused),
        WITH_USUAL(a_number_that_is_none_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
