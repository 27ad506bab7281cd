#define FIXTURE_SITES 2
#include "unit/analysis/fixture.h"
#include "unit/analysis/near.h"

#include "analysis/file/results.h"
#include "analysis/numbers/compare.h"
#include "analysis/words/comparison.h"

/* Two sites; sessions and the backlog are counts. `spoil` may change the file before it is closed. */
static struct results *two_sites(struct fixture *fixture, void (*spoil)(hid_t file))
{
    static const char *const designs[] = {"assembly only", "with open space", "assembly again"};
    static const char *const sums[] = {"sessions", "backlog"};
    struct trouble trouble = {0};
    fixture_begin(fixture);
    fixture_fill(fixture, "Two camps", designs);
    for (size_t i = 0; i < sizeof sums / sizeof *sums; i++) {
        hid_t variable = H5Dopen2(fixture->file, sums[i], H5P_DEFAULT);
        fixture_attribute(variable, "cell_methods", "time: sum");
        H5Dclose(variable);
    }
    if (spoil != NULL)
        spoil(fixture->file);
    fixture_end(fixture);
    struct results *results = results_open(fixture->path, &trouble);
    assert_non_null(results);
    return results;
}

static void values_of(const struct results *results, const char *measure, size_t site, double *values)
{
    assert_int_equal(results_run_values(results, results_find_measure(results, measure), 0, 1, site, values),
                     FIXTURE_REPLICATIONS);
}

static void counts_of_sites_are_added_and_all_else_is_their_mean(void **state)
{
    (void)state;
    struct fixture fixture;
    struct results *results = two_sites(&fixture, NULL);
    double here[FIXTURE_REPLICATIONS], there[FIXTURE_REPLICATIONS], both[FIXTURE_REPLICATIONS];
    values_of(results, "sessions", 0, here);
    values_of(results, "sessions", 1, there);
    values_of(results, "sessions", ALL_SITES, both);
    assert_true(here[3] != there[3]);
    assert_near(both[3], here[3] + there[3], 1e-12);
    values_of(results, "never_spoke", 0, here);
    values_of(results, "never_spoke", 1, there);
    values_of(results, "never_spoke", ALL_SITES, both);
    assert_near(both[3], (here[3] + there[3]) / 2, 1e-12);
    results_close(results);
    fixture_remove(&fixture);
}

static void courses_of_sites_are_added_likewise(void **state)
{
    (void)state;
    struct fixture fixture;
    struct results *results = two_sites(&fixture, NULL);
    struct trouble trouble = {0};
    size_t backlog = results_find_measure(results, "backlog");
    const double *loaded = results_load(results, backlog, &trouble);
    double here[FIXTURE_TIMES], there[FIXTURE_TIMES], both[FIXTURE_TIMES];
    results_course(results, backlog, loaded, 1, 2, 0, here);
    results_course(results, backlog, loaded, 1, 2, 1, there);
    results_course(results, backlog, loaded, 1, 2, ALL_SITES, both);
    assert_near(both[4], here[4] + there[4], 1e-12);
    results_close(results);
    fixture_remove(&fixture);
}

/* Liberty Plaza has no number in any run. */
static void lose_a_site(hid_t file)
{
    static const char *const measures[] = {"sessions", "never_spoke"};
    double numbers[FIXTURE_DESIGNS * FIXTURE_REPLICATIONS * FIXTURE_SITES];
    for (size_t i = 0; i < sizeof measures / sizeof *measures; i++) {
        hid_t variable = H5Dopen2(file, measures[i], H5P_DEFAULT);
        assert_true(H5Dread(variable, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, numbers) >= 0);
        for (size_t j = 0; j < sizeof numbers / sizeof *numbers; j += FIXTURE_SITES)
            numbers[j] = NAN;
        assert_true(H5Dwrite(variable, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, numbers) >= 0);
        H5Dclose(variable);
    }
}

static void a_sum_with_a_site_missing_is_missing_and_a_mean_is_that_of_the_others(void **state)
{
    (void)state;
    struct fixture fixture;
    struct results *results = two_sites(&fixture, lose_a_site);
    double there[FIXTURE_REPLICATIONS], both[FIXTURE_REPLICATIONS];
    values_of(results, "sessions", ALL_SITES, both);
    assert_true(isnan(both[3]));
    values_of(results, "never_spoke", 1, there);
    values_of(results, "never_spoke", ALL_SITES, both);
    assert_near(both[3], there[3], 0);
    results_close(results);
    fixture_remove(&fixture);
}

static void a_comparison_says_what_becomes_of_several_sites(void **state)
{
    (void)state;
    struct fixture fixture;
    struct results *results = two_sites(&fixture, NULL);
    struct arena arena = {0};
    struct trouble trouble = {0};
    struct text out = {0};
    struct comparison *comparison = compare(results, &(struct compare_request){0}, &arena, &trouble);
    comparison_text(comparison, &out);
    assert_non_null(
        strstr(out.bytes, "Counts and hours are added up over the 2 sites; all else is their mean.\n"));
    text_free(&out);
    arena_free(&arena);
    results_close(results);
    fixture_remove(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_of_sites_are_added_and_all_else_is_their_mean),
        cmocka_unit_test(courses_of_sites_are_added_likewise),
        cmocka_unit_test(a_sum_with_a_site_missing_is_missing_and_a_mean_is_that_of_the_others),
        cmocka_unit_test(a_comparison_says_what_becomes_of_several_sites),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
