/* The best of many: who is out and when, by hand; and how often the right one is left. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>

#include "experiment/elimination.h"

enum { TRIALS = 2000, SEED = 20010911, MOST = 100000, TEN = 10 };

/* Values that a test has typed in: systems x replications. */
struct typed {
    const double *values;
    uint32_t replications;
};

static double typed_value(const void *data, uint32_t system, uint32_t replication)
{
    const struct typed *typed = data;
    assert_true(replication < typed->replications);
    return typed->values[system * typed->replications + replication];
}

/* Two systems, three replications first: h2 = 2 (.1^-1 - 1) = 18. The differences have variance 1, so one may
 * lag behind by 18/(2 delta) - delta r/2 = 4.5 - r with delta = 2: by 1.5 after 3 replications, .5 after 4,
 * nothing from 5 on. */
static const struct elimination_wish two = {.systems = 2, .first = 3, .worth = 2, .sure = .95};

static void who_lags_by_more_than_the_leeway_is_out(void **state)
{
    (void)state;
    static const double clear[] = {11, 12, 13, 10, 10, 10}; /* ahead by 6 */
    struct arena arena = {0};
    struct elimination *elimination = elimination_begin(&two, &arena);
    assert_int_equal(elimination_look(elimination, 3, typed_value, &(struct typed){clear, 3}), 1);
    assert_true(elimination->decided);
    assert_true(fabs(elimination->spread - 18) < 1e-9);
    assert_int_equal(elimination->left, 1);
    assert_int_equal(elimination->in[0], 0);
    assert_int_equal(elimination->out[0], 0);
    assert_int_equal(elimination->out[1], 3);
    arena_free(&arena);
}

static void who_lags_by_less_is_in_until_it_is_settled(void **state)
{
    (void)state;
    static const double close[] = {
        9.4, 10.4, 11.4, 9.2, 10, /* ahead by 1.2 after three, .4 after four and five */
        10,  10,   10,   10,  10};
    struct arena arena = {0};
    struct elimination *elimination = elimination_begin(&two, &arena);
    const struct typed typed = {close, 5};
    assert_int_equal(elimination_look(elimination, 3, typed_value, &typed), 0);
    assert_int_equal(elimination_look(elimination, 4, typed_value, &typed), 0);
    assert_false(elimination->decided);
    assert_int_equal(elimination_look(elimination, 5, typed_value, &typed), 1);
    assert_true(elimination->decided);
    assert_int_equal(elimination->out[1], 5);
    arena_free(&arena);
}

static void where_less_is_better_the_lower_one_is_left(void **state)
{
    (void)state;
    static const double clear[] = {11, 12, 13, 10, 10, 10};
    struct elimination_wish wish = two;
    wish.less = true;
    struct arena arena = {0};
    struct elimination *elimination = elimination_begin(&wish, &arena);
    assert_int_equal(elimination_look(elimination, 3, typed_value, &(struct typed){clear, 3}), 1);
    assert_int_equal(elimination->in[0], 1);
    assert_int_equal(elimination->out[0], 3);
    arena_free(&arena);
}

/* The worth of 20 % of a best mean of 12 is 2.4; of -10, 2. */
static void a_share_is_one_of_the_best_mean_of_the_first_stage(void **state)
{
    (void)state;
    static const double high[] = {11, 12, 13, 9, 10, 11}, low[] = {-11, -12, -13, -9, -10, -11};
    struct elimination_wish wish = two;
    wish.worth = .2;
    wish.is_share = true;
    struct arena arena = {0};
    struct elimination *elimination = elimination_begin(&wish, &arena);
    elimination_look(elimination, 3, typed_value, &(struct typed){high, 3});
    assert_true(fabs(elimination->delta - 2.4) < 1e-9);
    elimination = elimination_begin(&wish, &arena);
    elimination_look(elimination, 3, typed_value, &(struct typed){low, 3});
    assert_true(fabs(elimination->delta - 2) < 1e-9);
    arena_free(&arena);
}

static void systems_that_are_alike_are_left_together(void **state)
{
    (void)state;
    static const double alike[] = {4, 5, 6, 3, 4, 5, 4, 5, 6};
    struct elimination_wish wish = two;
    wish.systems = 3;
    struct arena arena = {0};
    struct elimination *elimination = elimination_begin(&wish, &arena);
    assert_int_equal(elimination_look(elimination, 3, typed_value, &(struct typed){alike, 3}), 1);
    assert_true(elimination->decided);
    assert_int_equal(elimination->left, 2);
    assert_int_equal(elimination->in[0], 0);
    assert_int_equal(elimination->in[1], 2);
    arena_free(&arena);
}

static void a_system_without_a_value_is_out_and_said_so(void **state)
{
    (void)state;
    const double missing[] = {4, 5, 6, 9, NAN, 9}, nothing[] = {4, NAN, 6, 9, NAN, 9};
    struct arena arena = {0};
    struct elimination *elimination = elimination_begin(&two, &arena);
    assert_int_equal(elimination_look(elimination, 3, typed_value, &(struct typed){missing, 3}), 1);
    assert_true(elimination->decided);
    assert_true(elimination->is_absent[1]);
    assert_false(elimination->is_absent[0]);
    assert_int_equal(elimination->in[0], 0);
    elimination = elimination_begin(&two, &arena);
    assert_int_equal(elimination_look(elimination, 3, typed_value, &(struct typed){nothing, 3}), 2);
    assert_true(elimination->decided);
    assert_int_equal(elimination->left, 0);
    arena_free(&arena);
}

/* Where the best mean is zero, no share of it is worth anything: nobody is ever out but for certain. */
static void a_share_of_nothing_decides_nothing(void **state)
{
    (void)state;
    static const double zero[] = {-1, 0, 1, -2, -1, -3};
    struct elimination_wish wish = two;
    wish.worth = .05;
    wish.is_share = true;
    struct arena arena = {0};
    struct elimination *elimination = elimination_begin(&wish, &arena);
    assert_int_equal(elimination_look(elimination, 3, typed_value, &(struct typed){zero, 3}), 0);
    assert_false(elimination->decided);
    arena_free(&arena);
}

static void a_round_is_a_tenth_more_or_work_for_the_threads(void **state)
{
    (void)state;
    struct elimination elimination = {.runs = 10, .left = 10};
    assert_int_equal(elimination_next(&elimination, 5000), 12);
    elimination = (struct elimination){.runs = 10, .left = 1000};
    assert_int_equal(elimination_next(&elimination, 5000), 11);
    elimination = (struct elimination){.runs = 1001, .left = 2};
    assert_int_equal(elimination_next(&elimination, 5000), 1102);
    assert_int_equal(elimination_next(&elimination, 1050), 1050);
    elimination = (struct elimination){.runs = UINT32_MAX - 1, .left = 2};
    assert_int_equal(elimination_next(&elimination, UINT32_MAX), UINT32_MAX);
}

/* --- drawn values --- */

/* Normal values with standard deviation 1, and the same correlation between all systems by common luck. */
struct drawn {
    gsl_rng *rng;
    uint32_t systems, made;
    double means[TEN], correlation;
    double values[TEN][MOST];
    uint64_t asked;
};
static struct drawn drawn;

static void draw_until(uint32_t runs)
{
    for (; drawn.made < runs; drawn.made++) {
        const double common = gsl_ran_gaussian_ziggurat(drawn.rng, sqrt(drawn.correlation));
        for (uint32_t i = 0; i < drawn.systems; i++)
            drawn.values[i][drawn.made] =
                drawn.means[i] + common + gsl_ran_gaussian_ziggurat(drawn.rng, sqrt(1 - drawn.correlation));
    }
}

static double drawn_value(const void *data, uint32_t system, uint32_t replication)
{
    (void)data;
    drawn.asked++;
    return drawn.values[system][replication];
}

enum looks { EVERY_RUN, AT_THE_ENDS_OF_ROUNDS };

/* The one that is left; adds the runs that it took. */
static uint32_t left_after_all(enum looks looks, double *runs)
{
    const struct elimination_wish wish = {
        .systems = TEN, .first = ELIMINATION_FIRST, .worth = .2, .sure = .95};
    struct arena arena = {0};
    struct elimination *elimination = elimination_begin(&wish, &arena);
    uint32_t next = ELIMINATION_FIRST;
    drawn.made = 0;
    do {
        *runs += (double)elimination->left * (next - elimination->runs);
        draw_until(next);
        elimination_look(elimination, next, drawn_value, NULL);
        next = looks == EVERY_RUN ? next + 1 : elimination_next(elimination, MOST);
    } while (!elimination->decided);
    const uint32_t best = elimination->in[0];
    arena_free(&arena);
    return best;
}

static void share_right(enum looks looks, double correlation, double *right, double *runs)
{
    drawn.rng = gsl_rng_alloc(gsl_rng_mt19937);
    drawn.systems = TEN;
    drawn.correlation = correlation;
    *right = *runs = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
        gsl_rng_set(drawn.rng, SEED + (unsigned long)trial);
        *right += left_after_all(looks, runs) == 0 ? 1.0 / TRIALS : 0;
    }
    *runs /= TRIALS;
    gsl_rng_free(drawn.rng);
}

/* The best is ahead by exactly what is worth finding, all else equal: nothing is harder. Runs of equal
 * allocation with known variances are 10 x 2 z(1 - .05/9)^2 (1 - correlation) / delta^2. A standard error of
 * a share of 95 % among 2000 is .5 points. */
static void in_the_hardest_case_the_best_is_left_as_often_as_wished(void **state)
{
    (void)state;
    static const struct {
        double correlation, equal;
    } cases[] = {{0, 3230}, {.5, 1620}, {.9, 330}};
    for (uint32_t i = 0; i < TEN; i++)
        drawn.means[i] = i == 0 ? .2 : 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double always, runs_always, right, runs;
        share_right(EVERY_RUN, cases[i].correlation, &always, &runs_always);
        share_right(AT_THE_ENDS_OF_ROUNDS, cases[i].correlation, &right, &runs);
        printf(
            "correlation %.1f: right in %.4f after %.0f runs; looked at after every run, in %.4f after %.0f; "
            "equal allocation %.0f\n",
            cases[i].correlation, right, runs, always, runs_always, cases[i].equal);
        assert_true(always >= .95 && right >= .95 && right < .995);
        assert_true(runs < .85 * cases[i].equal);
        assert_true(runs < 1.12 * runs_always);
    }
}

/* Where several are within what is worth finding, one of them is left. */
static void what_is_left_is_nearly_the_best(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < TEN; i++)
        drawn.means[i] = -.05 * i;
    drawn.rng = gsl_rng_alloc(gsl_rng_mt19937);
    drawn.systems = TEN;
    drawn.correlation = .5;
    double near = 0, runs = 0;
    for (int trial = 0; trial < TRIALS / 4; trial++) {
        gsl_rng_set(drawn.rng, SEED + (unsigned long)trial);
        near += left_after_all(AT_THE_ENDS_OF_ROUNDS, &runs) <= 3 ? 4.0 / TRIALS : 0;
    }
    printf("within what is worth finding: %.4f\n", near);
    assert_true(near >= .95);
    gsl_rng_free(drawn.rng);
}

/* Each value is asked for once, and none of a system that is out. */
static void no_value_is_asked_for_twice_or_in_vain(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < TEN; i++)
        drawn.means[i] = -.4 * i;
    drawn.rng = gsl_rng_alloc(gsl_rng_mt19937);
    gsl_rng_set(drawn.rng, SEED);
    drawn.systems = TEN;
    drawn.correlation = 0;
    drawn.asked = 0;
    double runs = 0;
    assert_int_equal(left_after_all(AT_THE_ENDS_OF_ROUNDS, &runs), 0);
    assert_int_equal(drawn.asked, (uint64_t)runs);
    gsl_rng_free(drawn.rng);
}

/* --- many systems --- */

static double numbered_value(const void *data, uint32_t system, uint32_t replication)
{
    (void)data;
    return (double)(system * 7919 % 5000) + (replication * 31 + system) % 7;
}

static void thousands_of_systems_are_judged_at_once(void **state)
{
    (void)state;
    const struct elimination_wish wish = {.systems = 5000, .first = 10, .worth = 20, .sure = .95};
    struct arena arena = {0};
    struct elimination *elimination = elimination_begin(&wish, &arena);
    assert_true(elimination_look(elimination, 10, numbered_value, NULL) > 4000);
    while (!elimination->decided)
        elimination_look(elimination, elimination_next(elimination, 100000), numbered_value, NULL);
    assert_int_equal(elimination->in[0] * 7919 % 5000, 4999);
    assert_true(arena.taken < 5000 * 200);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_lags_by_more_than_the_leeway_is_out),
        cmocka_unit_test(who_lags_by_less_is_in_until_it_is_settled),
        cmocka_unit_test(where_less_is_better_the_lower_one_is_left),
        cmocka_unit_test(a_share_is_one_of_the_best_mean_of_the_first_stage),
        cmocka_unit_test(systems_that_are_alike_are_left_together),
        cmocka_unit_test(a_system_without_a_value_is_out_and_said_so),
        cmocka_unit_test(a_share_of_nothing_decides_nothing),
        cmocka_unit_test(a_round_is_a_tenth_more_or_work_for_the_threads),
        cmocka_unit_test(in_the_hardest_case_the_best_is_left_as_often_as_wished),
        cmocka_unit_test(what_is_left_is_nearly_the_best),
        cmocka_unit_test(no_value_is_asked_for_twice_or_in_vain),
        cmocka_unit_test(thousands_of_systems_are_judged_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
