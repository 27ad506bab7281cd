#include "unit/analysis/near.h"

#include "analysis/numbers/estimate.h"

static const struct bounds unbounded = UNBOUNDED, from_zero = FROM_ZERO, share = SHARE;

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void a_mean_has_students_interval(void **state)
{
    (void)state;
    const double values[] = {1, 2, 3, 4, 5};
    struct estimate mean = estimate_mean(values, COUNT(values), unbounded, 0.95);
    assert_int_equal(mean.certainty, CERTAINTY_INTERVAL);
    assert_near(mean.value, 3, 1e-12);
    /* t(.975; 4) = 2.776445, sd = sqrt(2.5): half = 2.776445 * 1.581139 / sqrt(5) */
    assert_near(mean.low, 3 - 1.963243, 1e-5);
    assert_near(mean.high, 3 + 1.963243, 1e-5);
}

static void missing_values_are_left_out_and_counted(void **state)
{
    (void)state;
    const double values[] = {NAN, 2, INFINITY, 4, -INFINITY};
    struct estimate mean = estimate_mean(values, COUNT(values), unbounded, 0.95);
    assert_near(mean.value, 3, 1e-12);
    assert_int_equal(mean.used, 2);
    assert_int_equal(mean.missing, 3);
    const double nothing[] = {NAN, NAN};
    mean = estimate_mean(nothing, COUNT(nothing), unbounded, 0.95);
    assert_int_equal(mean.certainty, CERTAINTY_NONE);
    assert_int_equal(mean.missing, 2);
    assert_int_equal(estimate_mean(nothing, 0, unbounded, 0.95).certainty, CERTAINTY_NONE);
}

static void one_value_has_no_interval(void **state)
{
    (void)state;
    const double value = 7;
    struct estimate mean = estimate_mean(&value, 1, unbounded, 0.95);
    assert_int_equal(mean.certainty, CERTAINTY_POINT);
    assert_near(mean.value, 7, 0);
    assert_true(isnan(mean.low));
    assert_int_equal(estimate_ratio(&value, &value, 1, 0.95).certainty, CERTAINTY_POINT);
}

/* Student 1908, the sleep of ten patients under two drugs: mean difference 1.58, t = 4.0621 with 9 degrees.
 */
static void students_own_patients_sleep_longer(void **state)
{
    (void)state;
    const double first[] = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
    const double second[] = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
    struct estimate difference = estimate_difference(second, first, COUNT(first), unbounded, 0.95);
    assert_near(difference.value, 1.58, 1e-9);
    assert_near(difference.low, 0.7001142, 1e-6);
    assert_near(difference.high, 2.4598858, 1e-6);
    struct lead lead = estimate_lead(second, first, COUNT(first), DIRECTION_MORE);
    assert_int_equal(lead.ahead, 9);
    assert_int_equal(lead.tied, 1);
    assert_int_equal(lead.behind, 0);
}

static void a_constant_ratio_is_certain(void **state)
{
    (void)state;
    const double b[] = {4, 5, 6, 8}, a[] = {12, 15, 18, 24};
    struct estimate ratio = estimate_ratio(a, b, COUNT(a), 0.95);
    assert_int_equal(ratio.certainty, CERTAINTY_INTERVAL);
    assert_near(ratio.value, 3, 1e-12);
    assert_near(ratio.low, 3, 1e-9);
    assert_near(ratio.high, 3, 1e-9);
}

/* t(.975; 3) = 3.182446, sd of 1, 5, 2, 8 = sqrt(10): 4 - 3.182446 sqrt(10) / 2 = -1.03 is below zero. */
static void no_ratio_has_a_range_where_its_base_is_not_clear_of_zero(void **state)
{
    (void)state;
    const double b[] = {1, 5, 2, 8}, a[] = {10, 11, 12, 13};
    struct estimate ratio = estimate_ratio(a, b, COUNT(a), 0.95);
    assert_int_equal(ratio.certainty, CERTAINTY_POINT);
    assert_near(ratio.value, 2.875, 1e-12);
    assert_int_equal(estimate_ratio(b, a, COUNT(a), 0.95).certainty, CERTAINTY_POINT);
}

/* t(.975; 3) = 3.182446; values .9, .95, 1, 1 have the mean .9625 and the standard error .0239357; on the
 * logit the half width is 3.182446 .0239357 / (.9625 .0375) = 2.110447 about log(.9625 / .0375) = 3.245193.
 */
static void a_share_has_its_range_between_0_and_1(void **state)
{
    (void)state;
    const double values[] = {0.9, 0.95, 1, 1 + 1e-13};
    struct estimate mean = estimate_mean(values, COUNT(values), share, 0.95);
    assert_int_equal(mean.certainty, CERTAINTY_INTERVAL);
    assert_near(mean.low, 1 / (1 + exp(2.110447 - 3.245193)), 1e-6);
    assert_near(mean.high, 1 / (1 + exp(-2.110447 - 3.245193)), 1e-6);
}

/* 1, 2, 3: standard error sqrt(1/3), t(.975; 2) = 4.302653, so the factor is exp(4.302653 .5773503 / 2). */
static void what_is_never_negative_has_a_range_above_zero(void **state)
{
    (void)state;
    const double values[] = {1, 2, 3};
    struct estimate mean = estimate_mean(values, COUNT(values), from_zero, 0.95);
    assert_near(mean.low, 2 / 3.4629, 1e-4);
    assert_near(mean.high, 2 * 3.4629, 1e-3);
}

/* Clopper and Pearson 1934: one of ten gives .0025 to .4450. None of ten may be a thing that cannot be. */
static void yes_or_no_has_the_exact_range_of_a_count(void **state)
{
    (void)state;
    double values[10] = {0};
    struct estimate mean = estimate_mean(values, COUNT(values), share, 0.95);
    assert_int_equal(mean.certainty, CERTAINTY_POINT);
    values[3] = 1;
    mean = estimate_mean(values, COUNT(values), share, 0.95);
    assert_near(mean.low, 0.0025, 5e-5);
    assert_near(mean.high, 0.4450, 5e-5);
}

static void nothing_but_the_least_or_two_values_have_no_range(void **state)
{
    (void)state;
    const double zeros[] = {0, 0, 0, 0, 0}, two[] = {1, 2}, alike[] = {2, 2};
    assert_int_equal(estimate_mean(zeros, COUNT(zeros), from_zero, 0.95).certainty, CERTAINTY_POINT);
    assert_int_equal(estimate_mean(two, COUNT(two), from_zero, 0.95).certainty, CERTAINTY_POINT);
    assert_int_equal(estimate_mean(two, COUNT(two), unbounded, 0.95).certainty, CERTAINTY_INTERVAL);
    assert_int_equal(estimate_mean(alike, COUNT(alike), from_zero, 0.95).certainty, CERTAINTY_POINT);
}

/* A file whose numbers lie where its own bounds say that none can be is taken at its numbers. */
static void bounds_that_do_not_hold_are_left(void **state)
{
    (void)state;
    const double values[] = {0.5, 1.5, 1};
    struct estimate mean = estimate_mean(values, COUNT(values), share, 0.95);
    struct estimate free_mean = estimate_mean(values, COUNT(values), unbounded, 0.95);
    assert_near(mean.low, free_mean.low, 0);
    assert_near(mean.high, free_mean.high, 0);
}

static void a_difference_stays_within_what_two_shares_can_differ_by(void **state)
{
    (void)state;
    const double a[] = {1, 0.6, 1}, b[] = {0, 0, 0.1};
    struct estimate difference = estimate_difference(a, b, COUNT(a), share, 0.95);
    assert_true(difference.high <= 1 && difference.low > -1);
    assert_true(estimate_difference(a, b, COUNT(a), unbounded, 0.95).high > 1);
    assert_true(estimate_difference(b, a, COUNT(a), share, 0.95).low >= -1);
}

/* 2^(1-6) = .031 is the first below .05, 2^(1-8) = .0078 the first below .01. */
static void a_claim_takes_six_pairs(void **state)
{
    (void)state;
    assert_int_equal(fewest_pairs(0.95), 6);
    assert_int_equal(fewest_pairs(0.99), 8);
}

static void pairing_saves_what_is_shared(void **state)
{
    (void)state;
    const double a[] = {1, 2, 3, 4, 5, 6}, same[] = {3, 4, 5, 6, 7, 8}, other[] = {6, 5, 4, 3, 2, 1},
                 loose[] = {2, 1, 3, 1, 3, 2};
    assert_near(estimate_saved_by_pairing(a, same, COUNT(a), 0.95), 1, 1e-12);
    assert_true(isnan(estimate_saved_by_pairing(a, other, COUNT(a), 0.95)));
    assert_true(isnan(estimate_saved_by_pairing(a, loose, COUNT(a), 0.95)));
    assert_true(isnan(estimate_saved_by_pairing(a, same, 5, 0.95)));
    /* covariance 7, variances 3.5 and 14: 2 * 7 / 17.5 */
    const double twice[] = {2, 4, 6, 8, 10, 12};
    assert_near(estimate_saved_by_pairing(a, twice, COUNT(a), 0.95), 0.8, 1e-12);
}

/* The jackknife of a mean is Student's interval, so with a constant denominator and small spread the limits
 * of the ratio come near those of the mean. */
static void a_ratio_to_a_constant_is_the_mean_to_first_order(void **state)
{
    (void)state;
    const double a[] = {9.9, 10.1, 10.0, 10.2, 9.8}, b[] = {2, 2, 2, 2, 2};
    struct estimate ratio = estimate_ratio(a, b, COUNT(a), 0.95),
                    mean = estimate_mean(a, COUNT(a), unbounded, 0.95);
    assert_near(ratio.value, 5, 1e-12);
    assert_near(ratio.low, mean.low / 2, 1e-2);
    assert_near(ratio.high, mean.high / 2, 1e-2);
    assert_true(ratio.low > mean.low / 2 && ratio.high > mean.high / 2);
}

static void ratios_that_are_not_defined_say_so(void **state)
{
    (void)state;
    const double some[] = {10, 11, 12}, zeros[] = {0, 0, 0}, negative[] = {1, -2, 3},
                 missing[] = {NAN, NAN, NAN};
    const double alone[] = {0, 0, 3};
    assert_int_equal(estimate_ratio(some, zeros, 3, 0.95).certainty, CERTAINTY_NONE);
    assert_int_equal(estimate_ratio(some, negative, 3, 0.95).certainty, CERTAINTY_NONE);
    assert_int_equal(estimate_ratio(negative, some, 3, 0.95).certainty, CERTAINTY_NONE);
    assert_int_equal(estimate_ratio(some, missing, 3, 0.95).certainty, CERTAINTY_NONE);
    struct estimate nothing = estimate_ratio(zeros, some, 3, 0.95);
    assert_int_equal(nothing.certainty, CERTAINTY_POINT);
    assert_near(nothing.value, 0, 0);
    /* All rests on one run: without it there is nothing left, so no interval can be had. */
    assert_int_equal(estimate_ratio(some, alone, 3, 0.95).certainty, CERTAINTY_POINT);
    assert_int_equal(estimate_ratio(alone, some, 3, 0.95).certainty, CERTAINTY_POINT);
}

static void who_is_ahead_depends_on_what_is_better(void **state)
{
    (void)state;
    const double a[] = {1, 5, 3, NAN, 2}, b[] = {2, 4, 3, 1, 1};
    struct lead more = estimate_lead(a, b, COUNT(a), DIRECTION_MORE);
    struct lead less = estimate_lead(a, b, COUNT(a), DIRECTION_LESS);
    assert_int_equal(more.ahead, 2);
    assert_int_equal(more.behind, 1);
    assert_int_equal(less.ahead, 1);
    assert_int_equal(less.behind, 2);
    assert_int_equal(less.tied, 1);
    assert_int_equal(less.missing, 1);
}

/* Differences of mean 1 and sd 2: a power calculation for the paired t test at 5 % and 80 % power gives 34
 * pairs (Cohen 1988, table 2.4.1, d = 0.5). */
static void half_a_standard_deviation_takes_thirty_four_pairs(void **state)
{
    (void)state;
    enum { PAIRS = 10 };
    double a[PAIRS], b[PAIRS] = {0}, spread = 2 / sqrt(10.0 / 9);
    for (int i = 0; i < PAIRS; i++)
        a[i] = 1 + (i % 2 == 0 ? spread : -spread);
    double needed = estimate_replications_to_settle(a, b, PAIRS, 0.95);
    assert_true(needed >= 33 && needed <= 35);
}

static void what_is_equal_is_never_settled(void **state)
{
    (void)state;
    const double a[] = {1, 2, 3, 4}, b[] = {2, 1, 4, 3};
    assert_true(isinf(estimate_replications_to_settle(a, b, 4, 0.95)));
    assert_true(isnan(estimate_replications_to_settle(a, b, 1, 0.95)));
}

static void quantiles_are_interpolated(void **state)
{
    (void)state;
    const double values[] = {4, 1, NAN, 3, 2};
    assert_near(estimate_quantile(values, COUNT(values), 0.5), 2.5, 1e-12);
    assert_near(estimate_quantile(values, COUNT(values), 0.25), 1.75, 1e-12);
    assert_near(estimate_quantile(values, COUNT(values), 1), 4, 0);
    assert_true(isnan(estimate_quantile(values, 0, 0.5)));
    assert_true(isnan(values[2]));
}

/* Freireich et al. 1963, remission in weeks under 6-mercaptopurine, the example of every textbook: S(10) =
 * .7529, S(23) = .4482, median 23. */
static void remission_under_mercaptopurine_lasts_23_weeks(void **state)
{
    (void)state;
    const double weeks[] = {6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35};
    const bool relapsed[] = {1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0};
    struct arena arena = {0};
    struct survival survival = estimate_survival(weeks, relapsed, COUNT(weeks), &arena);
    assert_int_equal(survival.events, 9);
    assert_int_equal(survival.censored, 12);
    assert_int_equal(survival.steps, 7);
    assert_near(survival_at(&survival, 5.9), 1, 0);
    assert_near(survival_at(&survival, 6), 0.8571, 1e-4);
    assert_near(survival_at(&survival, 10), 0.7529, 1e-4);
    assert_near(survival_at(&survival, 22.5), 0.5378, 1e-4);
    assert_near(survival_at(&survival, 100), 0.4482, 1e-4);
    /* Greenwood's standard error of S(10), the third step, is .0963; ours is that of log(-log S). */
    const double ten = survival.surviving[2];
    assert_near(survival.error[2] * ten * fabs(log(ten)), 0.0963, 5e-5);
    struct estimate median = estimate_median(&survival, 0.95);
    assert_near(median.value, 23, 0);
    /* R, survfit(conf.type = "log-log"): 13 to NA */
    assert_near(median.low, 13, 0);
    assert_true(isinf(median.high));
    arena_free(&arena);
}

static void a_median_that_is_never_reached_is_infinite(void **state)
{
    (void)state;
    const double days[] = {1, 2, 3, 4, NAN, -1};
    const bool happened[] = {1, 0, 0, 0, 1, 1};
    struct arena arena = {0};
    struct survival survival = estimate_survival(days, happened, COUNT(days), &arena);
    assert_int_equal(survival.events + survival.censored, 4);
    assert_true(isinf(estimate_median(&survival, 0.95).value));
    survival = estimate_survival(days, happened, 0, &arena);
    assert_int_equal(estimate_median(&survival, 0.95).certainty, CERTAINTY_NONE);
    arena_free(&arena);
}

/* One event a day, nobody is lost: half of an even number have had it at the middle one, however the shares
 * that lead there are rounded (23/24 x 22/23 ... x 12/13 comes out above a half). */
static void the_median_is_the_event_at_which_half_is_reached(void **state)
{
    enum { MOST = 200 };
    (void)state;
    double days[MOST];
    bool happened[MOST];
    for (size_t i = 0; i < MOST; i++) {
        days[i] = (double)(i + 1);
        happened[i] = true;
    }
    for (size_t count = 2; count <= MOST; count++) {
        struct arena arena = {0};
        struct survival survival = estimate_survival(days, happened, count, &arena);
        assert_near(estimate_median(&survival, 0.95).value, (double)((count + 1) / 2), 0);
        arena_free(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_mean_has_students_interval),
        cmocka_unit_test(missing_values_are_left_out_and_counted),
        cmocka_unit_test(one_value_has_no_interval),
        cmocka_unit_test(students_own_patients_sleep_longer),
        cmocka_unit_test(a_constant_ratio_is_certain),
        cmocka_unit_test(no_ratio_has_a_range_where_its_base_is_not_clear_of_zero),
        cmocka_unit_test(a_share_has_its_range_between_0_and_1),
        cmocka_unit_test(what_is_never_negative_has_a_range_above_zero),
        cmocka_unit_test(yes_or_no_has_the_exact_range_of_a_count),
        cmocka_unit_test(nothing_but_the_least_or_two_values_have_no_range),
        cmocka_unit_test(bounds_that_do_not_hold_are_left),
        cmocka_unit_test(a_difference_stays_within_what_two_shares_can_differ_by),
        cmocka_unit_test(a_claim_takes_six_pairs),
        cmocka_unit_test(pairing_saves_what_is_shared),
        cmocka_unit_test(a_ratio_to_a_constant_is_the_mean_to_first_order),
        cmocka_unit_test(ratios_that_are_not_defined_say_so),
        cmocka_unit_test(who_is_ahead_depends_on_what_is_better),
        cmocka_unit_test(half_a_standard_deviation_takes_thirty_four_pairs),
        cmocka_unit_test(what_is_equal_is_never_settled),
        cmocka_unit_test(quantiles_are_interpolated),
        cmocka_unit_test(remission_under_mercaptopurine_lasts_23_weeks),
        cmocka_unit_test(the_median_is_the_event_at_which_half_is_reached),
        cmocka_unit_test(a_median_that_is_never_reached_is_infinite),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
