/* What stands in for GSL in a page, against GSL itself. */
#define gsl_sort                            instead_sort
#define gsl_stats_mean                      instead_mean
#define gsl_stats_variance                  instead_variance
#define gsl_stats_variance_m                instead_variance_m
#define gsl_stats_sd_m                      instead_sd_m
#define gsl_stats_covariance                instead_covariance
#define gsl_stats_quantile_from_sorted_data instead_quantile
#define gsl_cdf_ugaussian_P                 instead_gaussian_below
#define gsl_cdf_ugaussian_Pinv              instead_gaussian
#define gsl_cdf_tdist_Pinv                  instead_student
#define gsl_cdf_beta_Pinv                   instead_beta
#define gsl_cdf_beta_Qinv                   instead_beta_above
#define gsl_qrng_sobol                      instead_sobol
#define gsl_qrng_alloc                      instead_qrng_alloc
#define gsl_qrng_free                       instead_qrng_free
#define gsl_qrng_get                        instead_qrng_get
#include "page/instead/gsl.c"
#undef gsl_sort
#undef gsl_stats_mean
#undef gsl_stats_variance
#undef gsl_stats_variance_m
#undef gsl_stats_sd_m
#undef gsl_stats_covariance
#undef gsl_stats_quantile_from_sorted_data
#undef gsl_cdf_ugaussian_P
#undef gsl_cdf_ugaussian_Pinv
#undef gsl_cdf_tdist_Pinv
#undef gsl_cdf_beta_Pinv
#undef gsl_cdf_beta_Qinv

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <string.h>

/* GSL's own: its headers were read under other names above. */
double gsl_cdf_ugaussian_P(double x);
double gsl_cdf_ugaussian_Pinv(double p);
double gsl_cdf_tdist_Pinv(double p, double nu);
double gsl_cdf_beta_Pinv(double p, double a, double b);
double gsl_cdf_beta_Qinv(double q, double a, double b);
double gsl_stats_mean(const double numbers[], size_t stride, size_t count);
double gsl_stats_variance(const double numbers[], size_t stride, size_t count);
double gsl_stats_covariance(const double one[], size_t a, const double other[], size_t b, size_t count);
double gsl_stats_quantile_from_sorted_data(const double sorted[], size_t stride, size_t count, double share);

static const double shares[] = {1e-6, 0.001, 0.005, 0.025, 0.05, 0.1,   0.3,   0.5,
                                0.7,  0.9,   0.95,  0.975, 0.99, 0.995, 0.9999};
enum { SHARES = sizeof shares / sizeof *shares };

/* Equal to one part in ten thousand million; GSL's own inverses are not better everywhere. */
static void assert_near(double ours, double theirs)
{
    assert_true(fabs(ours - theirs) <= 1e-10 * (1e-10 + fabs(theirs)) + 1e-14);
}

static void quantiles_of_student_are_those_of_gsl(void **state)
{
    (void)state;
    static const double freedoms[] = {1, 2, 3, 4, 5, 7.5, 9, 19, 39, 99, 1000, 5000};
    for (size_t i = 0; i < sizeof freedoms / sizeof *freedoms; i++)
        for (size_t j = 0; j < SHARES; j++)
            if (shares[j] != 0.5)
                assert_near(instead_student(shares[j], freedoms[i]),
                            gsl_cdf_tdist_Pinv(shares[j], freedoms[i]));
}

static void a_printed_table_of_student_says_the_same(void **state)
{
    (void)state;
    assert_true(fabs(instead_student(0.975, 1) - 12.706) < 5e-4);
    assert_true(fabs(instead_student(0.975, 9) - 2.262) < 5e-4);
    assert_true(fabs(instead_student(0.95, 30) - 1.697) < 5e-4);
    assert_true(fabs(instead_gaussian(0.975) - 1.959964) < 5e-7);
}

static void the_bell_curve_is_that_of_gsl(void **state)
{
    (void)state;
    for (double x = -8; x <= 8; x += 1)
        assert_near(instead_gaussian_below(x), gsl_cdf_ugaussian_P(x));
    for (size_t j = 0; j < SHARES; j++)
        assert_near(instead_gaussian(shares[j]), gsl_cdf_ugaussian_Pinv(shares[j]));
}

static void quantiles_of_beta_are_those_of_gsl(void **state)
{
    (void)state;
    static const double counts[] = {1, 2, 5, 20, 39, 40, 100};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        for (size_t j = 0; j < sizeof counts / sizeof *counts; j++) {
            assert_near(instead_beta(0.025, counts[i], counts[j]),
                        gsl_cdf_beta_Pinv(0.025, counts[i], counts[j]));
            assert_near(instead_beta_above(0.025, counts[i], counts[j]),
                        gsl_cdf_beta_Qinv(0.025, counts[i], counts[j]));
        }
}

static void moments_and_order_are_those_of_gsl(void **state)
{
    (void)state;
    double numbers[] = {3.5, -1, 12, 0.25, 7, 7, 1e3, -40, 2.125}, other[] = {1, 2, 3, 5, 8, 13, 21, 34, 55};
    enum { COUNT = sizeof numbers / sizeof *numbers };
    assert_near(instead_mean(numbers, 1, COUNT), gsl_stats_mean(numbers, 1, COUNT));
    assert_near(instead_variance(numbers, 1, COUNT), gsl_stats_variance(numbers, 1, COUNT));
    assert_near(instead_covariance(numbers, 1, other, 1, COUNT),
                gsl_stats_covariance(numbers, 1, other, 1, COUNT));
    instead_sort(numbers, 1, COUNT);
    for (size_t i = 1; i < COUNT; i++)
        assert_true(numbers[i - 1] <= numbers[i]);
    for (size_t j = 0; j < SHARES; j++)
        assert_near(instead_quantile(numbers, 1, COUNT, shares[j]),
                    gsl_stats_quantile_from_sorted_data(numbers, 1, COUNT, shares[j]));
    assert_near(instead_quantile(numbers, 1, COUNT, 0), numbers[0]);
    assert_near(instead_quantile(numbers, 1, COUNT, 1), numbers[COUNT - 1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quantiles_of_student_are_those_of_gsl),
        cmocka_unit_test(a_printed_table_of_student_says_the_same),
        cmocka_unit_test(the_bell_curve_is_that_of_gsl),
        cmocka_unit_test(quantiles_of_beta_are_those_of_gsl),
        cmocka_unit_test(moments_and_order_are_those_of_gsl),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
