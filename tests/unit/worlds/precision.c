/* Runs until it is sure enough: when it is looked, and how often the range holds the truth where it stops. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>

#include "analysis/numbers/estimate.h"
#include "experiment/precision.h"

enum { TRIALS = 2000, SEED = 20111015, MOST = 60000 };

static void each_look_is_at_half_as_many_again(void **state)
{
    (void)state;
    static const uint32_t looks[] = {30, 45, 68, 102, 153, 230, 345, 518, 777, 1166, 1749, 2000, 2000};
    for (size_t i = 0; i + 1 < sizeof looks / sizeof *looks; i++)
        assert_int_equal(precision_next(looks[i], 2000), looks[i + 1]);
    assert_int_equal(precision_next(4000000000U, UINT32_MAX), UINT32_MAX);
}

/* The analysis makes the same range where a measure has no bounds and is not skewed: Student's. */
static void the_range_is_that_of_the_analysis(void **state)
{
    (void)state;
    double values[40];
    struct precision_mean mean = {0};
    for (int i = 0; i < 40; i++) {
        values[i] = 5 + (i < 20 ? 1 : -1) * (1 + i % 20);
        precision_add(&mean, values[i]);
    }
    struct estimate estimate = estimate_mean(values, 40, (struct bounds)UNBOUNDED, 0.95);
    assert_true(fabs(mean.mean - (5)) < 1e-12);
    assert_true(fabs(precision_half(&mean) - ((estimate.high - estimate.low) / 2)) < 1e-9);
    assert_true(fabs(precision_share(&mean) - (precision_half(&mean) / 5)) < 1e-12);
}

static void what_cannot_be_judged_is_not_sure(void **state)
{
    (void)state;
    struct precision_mean few = {0}, same = {0}, zero = {0};
    for (int i = 0; i < PRECISION_FEWEST; i++) {
        assert_true(isinf(precision_share(&few)));
        precision_add(&few, 3 + i % 2);
        precision_add(&same, 0);
        precision_add(&zero, i % 2 == 0 ? 1 : -1);
    }
    assert_true(isfinite(precision_share(&few)));
    assert_true(precision_share(&same) == 0);
    assert_true(precision_share(&zero) > 1e9);
}

typedef double draw_one(gsl_rng *rng);

static double normal(gsl_rng *rng)
{
    return 1 + gsl_ran_gaussian(rng, 0.5);
}

static double exponential(gsl_rng *rng)
{
    return gsl_ran_exponential(rng, 1);
}

static double lognormal(gsl_rng *rng)
{
    return gsl_ran_lognormal(rng, -0.5, 1);
}

/* Runs of one design up to where it stops; whether the range then holds the truth, which is 1. */
static bool holds_at_the_stop(draw_one *draw, gsl_rng *rng, double within, double *runs)
{
    struct precision_mean mean = {0};
    uint32_t look = PRECISION_FEWEST;
    for (;;) {
        while (mean.count < look)
            precision_add(&mean, draw(rng));
        if (precision_share(&mean) <= within || look == MOST)
            break;
        look = precision_next(look, MOST);
    }
    *runs += mean.count;
    return fabs(mean.mean - 1) <= precision_half(&mean);
}

/* A standard error of a share of 95 % among 2000 is .5 points. */
static void the_range_at_the_stop_holds_the_truth_as_often_as_it_says(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        draw_one *draw;
        double within, least, most;
    } cases[] = {
        {"normal, 15 %", normal, .15, .935, .965},
        {"normal, 5 %", normal, .05, .935, .965},
        {"exponential, 15 %", exponential, .15, .927, .958},
        {"exponential, 5 %", exponential, .05, .935, .965},
        {"lognormal, 15 %", lognormal, .15, .900, .935},
        {"lognormal, 5 %", lognormal, .05, .935, .965},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
        gsl_rng_set(rng, SEED);
        double held = 0, runs = 0;
        for (int trial = 0; trial < TRIALS; trial++)
            held += holds_at_the_stop(cases[i].draw, rng, cases[i].within, &runs) ? 1.0 / TRIALS : 0;
        gsl_rng_free(rng);
        printf("%s: %.4f of the ranges hold the truth, after %.0f runs\n", cases[i].name, held,
               runs / TRIALS);
        if (held < cases[i].least || held > cases[i].most)
            fail_msg("%s: %.4f of the ranges hold the truth, not %.3f to %.3f", cases[i].name, held,
                     cases[i].least, cases[i].most);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_look_is_at_half_as_many_again),
        cmocka_unit_test(the_range_is_that_of_the_analysis),
        cmocka_unit_test(what_cannot_be_judged_is_not_sure),
        cmocka_unit_test(the_range_at_the_stop_holds_the_truth_as_often_as_it_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
