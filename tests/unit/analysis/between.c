/* Independent lots of runs against numbers that R gives (t.test; for the ratio qt() on the logs). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>

#include "analysis/numbers/between.h"

static const double a[] = {1, 2, 3, 4, 5}, b[] = {2, 4, 6, 8, 10, 12};

static void assert_close(double found, double expected)
{
    if (!(fabs(found - expected) < 1e-9))
        fail_msg("%.15g is not %.15g", found, expected);
}

static void a_difference_has_welchs_interval(void **state)
{
    (void)state;
    struct estimate estimate = between_difference(a, 5, b, 6, 0.95);
    assert_close(estimate.value, -4);
    assert_close(estimate.low, -7.9834686956288294);
    assert_close(estimate.high, -0.0165313043711708);
    assert_int_equal(estimate.used, 5);
}

static void a_ratio_has_it_on_the_logarithm(void **state)
{
    (void)state;
    struct estimate estimate = between_ratio(a, 5, b, 6, 0.95);
    assert_close(estimate.value, 0.428571428571429);
    assert_close(estimate.low, 0.206406962863874);
    assert_close(estimate.high, 0.889860820775160);
}

static void what_is_missing_is_left_out_and_counted(void **state)
{
    (void)state;
    const double holes[] = {1, NAN, 2, 3, 4, NAN, 5};
    struct estimate estimate = between_difference(holes, 7, b, 6, 0.95);
    assert_close(estimate.low, -7.9834686956288294);
    assert_int_equal(estimate.missing, 2);
    assert_int_equal(between_difference(holes, 0, b, 6, 0.95).certainty, CERTAINTY_NONE);
    assert_int_equal(between_difference(a, 1, b, 6, 0.95).certainty, CERTAINTY_POINT);
}

static void a_ratio_near_zero_has_no_range(void **state)
{
    (void)state;
    const double around[] = {0, 0, 0, 9}, below[] = {-1, 2, 3};
    assert_int_equal(between_ratio(a, 5, around, 4, 0.95).certainty, CERTAINTY_POINT);
    assert_int_equal(between_ratio(a, 5, below, 3, 0.95).certainty, CERTAINTY_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_difference_has_welchs_interval),
        cmocka_unit_test(a_ratio_has_it_on_the_logarithm),
        cmocka_unit_test(what_is_missing_is_left_out_and_counted),
        cmocka_unit_test(a_ratio_near_zero_has_no_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
