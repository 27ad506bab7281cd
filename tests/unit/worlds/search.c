/* The search for the best weeks, asked about functions whose best values are known. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>

#include "experiment/precision.h"
#include "experiment/search.h"

/* A week of a made-up camp: its numbers without luck. */
typedef void true_values(const uint32_t *levels, double *values);

struct made_up {
    struct search_task task;
    true_values *truth;
    double noise;  /* standard deviation of a run */
    double common; /* share of its variance that all weeks have in common */
    struct arena arena;
    struct search *search;
    uint64_t runs;
};

static uint64_t hash_of(const uint32_t *levels, size_t count, uint32_t run, size_t which)
{
    uint64_t hash = UINT64_C(0xCBF29CE484222325) ^ (run * UINT64_C(0x9E3779B97F4A7C15)) ^ (which << 56);
    for (size_t i = 0; i < count; i++)
        hash = (hash ^ levels[i]) * UINT64_C(0x100000001B3);
    return hash ^ hash >> 31;
}

static double normal_of(uint64_t seed)
{
    gsl_rng *rng = gsl_rng_alloc(gsl_rng_taus2);
    gsl_rng_set(rng, (unsigned long)(seed % UINT32_MAX));
    const double value = gsl_ran_gaussian_ziggurat(rng, 1);
    gsl_rng_free(rng);
    return value;
}

static void run_week(const struct made_up *trial, const uint32_t *levels, uint32_t run, double *values)
{
    static const uint32_t nothing[1] = {0};
    trial->truth(levels, values);
    for (size_t i = 0; i < trial->task.asked_count && trial->noise > 0; i++)
        values[i] += trial->noise * (sqrt(trial->common) * normal_of(hash_of(nothing, 0, run + 1, i)) +
                                     sqrt(1 - trial->common) *
                                         normal_of(hash_of(levels, trial->task.choice_count, run + 1, i)));
}

/* Searches to the end; the finalists, best first. */
static size_t look(struct made_up *trial, const size_t **finalists)
{
    const struct search_order *orders;
    size_t count;
    if (trial->task.weeks == 0)
        trial->task.weeks = search_lattice(&trial->task);
    trial->search = search_new(&trial->task, &trial->arena);
    while ((count = search_next(trial->search, &orders)) > 0)
        for (size_t i = 0; i < count; i++)
            for (uint32_t run = orders[i].first; run < orders[i].until; run++) {
                double values[SEARCH_MOST_ASKED];
                run_week(trial, search_levels(trial->search, orders[i].week), run, values);
                search_tell(trial->search, orders[i].week, values);
                trial->runs++;
            }
    return search_finalists(trial->search, finalists);
}

static const struct search_asked less_is_better = {.is_goal = true, .least = NAN, .most = NAN};
static const struct search_asked more_is_better = {.is_goal = true, .more = true, .least = NAN, .most = NAN};

/* --- one goal: Branin's function on a lattice of 50 x 50 --- */

enum { BRANIN_LEVELS = 50 };

/* Branin 1972: three minima of .397887 in x from -5 to 10 and y from 0 to 15. */
static double branin(double x, double y)
{
    const double bend = y - 5.1 / (4 * M_PI * M_PI) * x * x + 5 / M_PI * x - 6;
    return bend * bend + 10 * (1 - 1 / (8 * M_PI)) * cos(x) + 10;
}

static void branin_week(const uint32_t *levels, double *values)
{
    values[0] = branin(-5 + 15.0 * levels[0] / (BRANIN_LEVELS - 1), 15.0 * levels[1] / (BRANIN_LEVELS - 1));
}

static double least_on_lattice(void)
{
    double least = INFINITY, value;
    for (uint32_t i = 0; i < BRANIN_LEVELS * BRANIN_LEVELS; i++) {
        branin_week((uint32_t[]){i % BRANIN_LEVELS, i / BRANIN_LEVELS}, &value);
        least = fmin(least, value);
    }
    return least;
}

static struct made_up branin_trial(uint64_t runs, double noise)
{
    static const uint32_t levels[] = {BRANIN_LEVELS, BRANIN_LEVELS};
    return (struct made_up){
        .task = {.choice_count = 2,
                 .levels = levels,
                 .asked = &less_is_better,
                 .asked_count = 1,
                 .runs = runs,
                 .finalists = 5,
                 .seed = 7},
        .truth = branin_week,
        .noise = noise,
        .common = 0.5,
    };
}

/* The best value among the finalists. */
static double best_of(const struct made_up *trial, const size_t *finalists, size_t count)
{
    double best = INFINITY, value;
    for (size_t i = 0; i < count; i++) {
        branin_week(search_levels(trial->search, finalists[i]), &value);
        best = fmin(best, value);
    }
    return best;
}

static void without_noise_the_least_of_all_is_found(void **state)
{
    (void)state;
    struct made_up trial = branin_trial(10000, 0);
    const size_t *finalists;
    const size_t count = look(&trial, &finalists);
    double value;
    assert_int_equal(count, 5);
    branin_week(search_levels(trial.search, finalists[0]), &value);
    assert_true(value == least_on_lattice());
    assert_int_equal(search_weeks(trial.search), BRANIN_LEVELS * BRANIN_LEVELS);
    arena_free(&trial.arena);
}

/* The function reaches from .4 to 308; most weeks differ by far more than the noise, the best ones by less.
 */
static void with_noise_the_finalists_hold_a_week_near_the_best(void **state)
{
    (void)state;
    const double least = least_on_lattice();
    int near = 0;
    enum { TRIALS = 40 };
    for (uint64_t i = 0; i < TRIALS; i++) {
        struct made_up trial = branin_trial(10000, 2);
        const size_t *finalists;
        trial.task.seed = i;
        const size_t count = look(&trial, &finalists);
        near += best_of(&trial, finalists, count) < least + 1 ? 1 : 0;
        assert_true(trial.runs <= 10000);
        arena_free(&trial.arena);
    }
    assert_true(near >= TRIALS - 2);
}

static void where_not_all_can_be_tried_good_ones_are_bred(void **state)
{
    (void)state;
    struct made_up trial = branin_trial(1200, 0);
    const size_t *finalists;
    trial.task.weeks = BRANIN_LEVELS * BRANIN_LEVELS;
    assert_false(search_tries_all(&trial.task));
    const size_t count = look(&trial, &finalists);
    assert_true(trial.runs <= 1200);
    assert_true(best_of(&trial, finalists, count) < least_on_lattice() + 1);
    arena_free(&trial.arena);
}

/* --- two goals: 8 slots of 5 methods each --- */

enum { SLOTS = 8, METHODS = 5, MOST_HOURS = 40 };

static const int hours[METHODS] = {0, 1, 2, 3, 5};

/* What a method is worth in a slot, and what two of a kind after each other lose: fixed, by no rule. */
static double worth(size_t slot, uint32_t method)
{
    return method == 0 ? 0 : sqrt(hours[method]) * (1 + (double)(slot * 37 % 11 + method * 53 % 7) / 18);
}

static void eight_slots(const uint32_t *levels, double *values)
{
    values[0] = values[1] = 0;
    for (size_t i = 0; i < SLOTS; i++) {
        values[0] += worth(i, levels[i]);
        values[1] += hours[levels[i]];
        if (i > 0 && levels[i] == levels[i - 1] && levels[i] > 0)
            values[0] -= 0.1 * (double)(1 + i % 4);
    }
}

/* The best worth that any week reaches with so many hours or fewer: all 390,625 are looked at. */
static void enumerate(double best[MOST_HOURS + 1])
{
    for (int i = 0; i <= MOST_HOURS; i++)
        best[i] = 0;
    for (uint32_t week = 0; week < 390625; week++) {
        uint32_t levels[SLOTS], rest = week;
        double values[2];
        for (size_t i = 0; i < SLOTS; i++, rest /= METHODS)
            levels[i] = rest % METHODS;
        eight_slots(levels, values);
        best[(int)values[1]] = fmax(best[(int)values[1]], values[0]);
    }
    for (int i = 1; i <= MOST_HOURS; i++)
        best[i] = fmax(best[i], best[i - 1]);
}

static struct made_up slots_trial(double noise)
{
    static const uint32_t levels[SLOTS] = {METHODS, METHODS, METHODS, METHODS,
                                           METHODS, METHODS, METHODS, METHODS};
    static struct search_asked asked[2];
    asked[0] = more_is_better;
    asked[1] = less_is_better;
    return (struct made_up){
        .task = {.choice_count = SLOTS,
                 .levels = levels,
                 .asked = asked,
                 .asked_count = 2,
                 .runs = 20000,
                 .finalists = 12,
                 .seed = 11},
        .truth = eight_slots,
        .noise = noise,
        .common = 0.8,
    };
}

/* How far the finalists stay below the best with as many hours, on average. */
static double shortfall(const struct made_up *trial, const size_t *finalists, size_t count, double *span)
{
    double best[MOST_HOURS + 1], values[2], sum = 0, least = INFINITY, most = 0;
    enumerate(best);
    for (size_t i = 0; i < count; i++) {
        eight_slots(search_levels(trial->search, finalists[i]), values);
        sum += best[(int)values[1]] - values[0];
        least = fmin(least, values[1]);
        most = fmax(most, values[1]);
    }
    *span = most - least;
    return sum / (double)count;
}

/* The front reaches from 0 to about 28. */
static void the_front_of_eight_slots_is_found_nearly(void **state)
{
    (void)state;
    const size_t *finalists;
    double span;
    struct made_up plain = slots_trial(0), noisy = slots_trial(0.5);
    size_t count = look(&plain, &finalists);
    assert_int_equal(count, 12);
    assert_true(shortfall(&plain, finalists, count, &span) < 0.05);
    assert_true(span >= MOST_HOURS / 2.0);
    count = look(&noisy, &finalists);
    assert_true(shortfall(&noisy, finalists, count, &span) < 0.4);
    assert_true(noisy.runs <= 20000);
    arena_free(&plain.arena);
    arena_free(&noisy.arena);
}

/* What the search read off its winners is too good; the more so the fewer runs they have. */
static void numbers_of_the_search_overstate(void **state)
{
    (void)state;
    const size_t *finalists;
    struct made_up trial = branin_trial(2500, 20);
    double searched = 0, fresh = 0;
    trial.common = 0;
    const size_t count = look(&trial, &finalists);
    for (size_t i = 0; i < count; i++)
        for (uint32_t run = 0; run < 200; run++) {
            double seen, anew;
            if (run < 1) {
                run_week(&trial, search_levels(trial.search, finalists[i]), run, &seen);
                searched += seen / (double)count;
            }
            run_week(&trial, search_levels(trial.search, finalists[i]), 1000 + run, &anew);
            fresh += anew / (double)count / 200;
        }
    assert_true(searched < fresh - 10); /* less is better: half of the noise */
    arena_free(&trial.arena);
}

/* Runs that the search did not have know nothing of how a week came to be chosen. */
static void fresh_ranges_hold_the_truth_as_often_as_they_say(void **state)
{
    (void)state;
    enum { TRIALS = 100, FRESH = 60, FINALISTS = 5 };
    int held = 0;
    for (uint64_t seed = 0; seed < TRIALS; seed++) {
        struct made_up trial = branin_trial(2500, 20);
        const size_t *finalists;
        trial.task.seed = seed;
        const size_t count = look(&trial, &finalists);
        assert_int_equal(count, FINALISTS);
        for (size_t i = 0; i < count; i++) {
            struct precision_mean mean = {0};
            double value, truth;
            for (uint32_t run = 0; run < FRESH; run++) {
                run_week(&trial, search_levels(trial.search, finalists[i]), 1000 + run, &value);
                precision_add(&mean, value);
            }
            branin_week(search_levels(trial.search, finalists[i]), &truth);
            held += fabs(mean.mean - truth) <= precision_half(&mean) ? 1 : 0;
        }
        arena_free(&trial.arena);
    }
    assert_true(held >= TRIALS * FINALISTS * 93 / 100);
}

/* --- limits --- */

/* At least a worth of 15. */
static void a_week_that_keeps_its_limits_comes_first(void **state)
{
    (void)state;
    static const uint32_t levels[] = {METHODS, METHODS, METHODS, METHODS, METHODS, METHODS, METHODS, METHODS};
    static const struct search_asked asked[] = {{.least = 15, .most = NAN},
                                                {.is_goal = true, .least = NAN, .most = NAN}};
    double best[MOST_HOURS + 1], values[2];
    int fewest = 0;
    struct made_up trial = {.task = {.choice_count = SLOTS,
                                     .levels = levels,
                                     .asked = asked,
                                     .asked_count = 2,
                                     .runs = 20000,
                                     .finalists = 4,
                                     .seed = 3},
                            .truth = eight_slots};
    const size_t *finalists;
    enumerate(best);
    while (best[fewest] < 15)
        fewest++;
    const size_t count = look(&trial, &finalists);
    assert_int_equal(count, 4);
    eight_slots(search_levels(trial.search, finalists[0]), values);
    assert_true(values[0] >= 15);
    assert_in_range((int)values[1], fewest, fewest + 1);
    arena_free(&trial.arena);
}

static void branin_and_nothing(const uint32_t *levels, double *values)
{
    branin_week(levels, values);
    values[1] = 0;
}

/* Nobody can keep it: those that miss it by least come first. */
static void where_no_week_keeps_a_limit_the_nearest_come_first(void **state)
{
    (void)state;
    static const uint32_t levels[] = {5, 5};
    static const struct search_asked asked[] = {{.least = 1000, .most = NAN},
                                                {.is_goal = true, .least = NAN, .most = NAN}};
    struct made_up trial = {.task = {.choice_count = 2,
                                     .levels = levels,
                                     .asked = asked,
                                     .asked_count = 2,
                                     .runs = 200,
                                     .finalists = 1,
                                     .seed = 3},
                            .truth = branin_and_nothing};
    const size_t *finalists;
    double value, most = 0;
    for (uint32_t i = 0; i < 25; i++) {
        branin_week((uint32_t[]){i % 5, i / 5}, &value);
        most = fmax(most, value);
    }
    assert_int_equal(look(&trial, &finalists), 1);
    branin_week(search_levels(trial.search, finalists[0]), &value);
    assert_true(value == most);
    arena_free(&trial.arena);
}

/* --- what is left out --- */

static bool never_both(void *self, const uint32_t *levels)
{
    (void)self;
    return levels[0] == 0 || levels[1] == 0;
}

static void second_is_lost_where_first_is_off(void *self, uint32_t *levels)
{
    (void)self;
    if (levels[0] == 0)
        levels[1] = 0;
}

static void sums_of_levels(const uint32_t *levels, double *values)
{
    values[0] = levels[0] + levels[1];
}

static struct made_up three_by_four(void)
{
    static const uint32_t levels[] = {3, 4};
    return (struct made_up){.task = {.choice_count = 2,
                                     .levels = levels,
                                     .asked = &more_is_better,
                                     .asked_count = 1,
                                     .runs = 1000,
                                     .finalists = 1},
                            .truth = sums_of_levels};
}

static void impossible_weeks_are_not_tried(void **state)
{
    (void)state;
    struct made_up trial = three_by_four();
    const size_t *finalists;
    trial.task.possible = never_both;
    assert_int_equal(look(&trial, &finalists), 1);
    assert_int_equal(search_weeks(trial.search), 6);
    assert_int_equal(search_levels(trial.search, finalists[0])[1], 3);
    arena_free(&trial.arena);
}

static void combinations_that_are_the_same_are_tried_once(void **state)
{
    (void)state;
    struct made_up trial = three_by_four();
    const size_t *finalists;
    trial.task.settle = second_is_lost_where_first_is_off;
    trial.task.weeks = 9;
    look(&trial, &finalists);
    assert_int_equal(search_weeks(trial.search), 9);
    arena_free(&trial.arena);
}

static void where_nothing_can_be_there_are_no_finalists(void **state)
{
    (void)state;
    static const uint32_t levels[] = {100, 200};
    struct made_up trial = three_by_four();
    const size_t *finalists;
    trial.task.levels = levels;
    trial.task.possible = never_both;
    trial.task.runs = 200;
    assert_true(look(&trial, &finalists) <= 1);
    arena_free(&trial.arena);
}

static void the_same_answers_lead_to_the_same_questions(void **state)
{
    (void)state;
    struct made_up one = slots_trial(1), other = slots_trial(1);
    const size_t *left, *right;
    one.task.runs = other.task.runs = 2000;
    const size_t count = look(&one, &left);
    assert_int_equal(look(&other, &right), count);
    assert_int_equal(search_weeks(one.search), search_weeks(other.search));
    for (size_t i = 0; i < count; i++)
        assert_int_equal(left[i], right[i]);
    arena_free(&one.arena);
    arena_free(&other.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_noise_the_least_of_all_is_found),
        cmocka_unit_test(with_noise_the_finalists_hold_a_week_near_the_best),
        cmocka_unit_test(where_not_all_can_be_tried_good_ones_are_bred),
        cmocka_unit_test(the_front_of_eight_slots_is_found_nearly),
        cmocka_unit_test(numbers_of_the_search_overstate),
        cmocka_unit_test(fresh_ranges_hold_the_truth_as_often_as_they_say),
        cmocka_unit_test(a_week_that_keeps_its_limits_comes_first),
        cmocka_unit_test(where_no_week_keeps_a_limit_the_nearest_come_first),
        cmocka_unit_test(impossible_weeks_are_not_tried),
        cmocka_unit_test(combinations_that_are_the_same_are_tried_once),
        cmocka_unit_test(where_nothing_can_be_there_are_no_finalists),
        cmocka_unit_test(the_same_answers_lead_to_the_same_questions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
