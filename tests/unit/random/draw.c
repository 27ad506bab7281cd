/* Draws belong to their key and to nothing else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <gsl/gsl_randist.h>
#include <string.h>

#include "random/draw.h"
#include "unit/aborts.h"
#include "unit/random/fit.h"

enum { MANY = 100000 };

static double uniform_cdf(double x, const double *shape)
{
    (void)shape;
    return x;
}

static void the_same_key_gives_the_same_numbers_in_any_order(void **state)
{
    (void)state;
    struct luck luck = luck_of(2011, 7);
    double first[10], again[10];
    for (uint32_t person = 0; person < 10; person++) {
        struct draw draw = draw_for(&luck, 1, person, 3);
        first[person] = draw_uniform(&draw);
    }
    for (uint32_t person = 10; person-- > 0;) {
        struct draw draw = draw_for(&luck, 1, person, 3);
        again[person] = draw_uniform(&draw);
    }
    assert_memory_equal(first, again, sizeof first);
}

static void every_part_of_the_key_changes_the_numbers(void **state)
{
    (void)state;
    struct luck luck = luck_of(1, 1), other_seed = luck_of(2, 1), other_replication = luck_of(1, 2);
    struct luck high_seed = luck_of(1 | UINT64_C(1) << 32, 1),
                high_replication = luck_of(1, 1 | UINT64_C(1) << 32);
    struct draw draws[] = {
        draw_for(&luck, 1, 2, 3),       draw_for(&luck, 2, 2, 3),
        draw_for(&luck, 1, 3, 3),       draw_for(&luck, 1, 2, 4),
        draw_for(&luck, 3, 2, 1),       draw_for(&luck, 2, 1, 3),
        draw_for(&other_seed, 1, 2, 3), draw_for(&other_replication, 1, 2, 3),
        draw_for(&high_seed, 1, 2, 3),  draw_for(&high_replication, 1, 2, 3),
    };
    enum { DRAWS = sizeof draws / sizeof draws[0] };
    uint64_t bits[DRAWS];
    for (size_t i = 0; i < DRAWS; i++) {
        bits[i] = draw_long_bits(&draws[i]);
        for (size_t j = 0; j < i; j++)
            assert_true(bits[i] != bits[j]);
    }
}

static void numbers_come_from_one_block_after_another(void **state)
{
    (void)state;
    struct luck luck = luck_of(1, 2);
    struct draw draw = draw_for(&luck, 3, 4, 5), longer = draw;
    for (uint32_t i = 0; i < 10; i++) {
        struct philox_counter block = philox((struct philox_counter){{i / 4, 5, 4, 3}}, luck.key);
        assert_int_equal(draw_bits(&draw), block.word[i % 4]);
    }
    draw = draw_for(&luck, 3, 4, 5);
    for (int i = 0; i < 5; i++) {
        uint64_t high = draw_bits(&draw), low = draw_bits(&draw);
        assert_true(draw_long_bits(&longer) == (high << 32 | low));
    }
}

static void uniforms_fill_the_unit_interval(void **state)
{
    (void)state;
    static double sample[MANY];
    struct luck luck = luck_of(11, 0);
    struct draw draw = draw_for(&luck, 0, 0, 0);
    for (size_t i = 0; i < MANY; i++) {
        sample[i] = draw_uniform(&draw);
        assert_true(sample[i] > 0 && sample[i] < 1);
    }
    assert_true(mean_chance(sample, MANY, 0.5, sqrt(1.0 / 12)) > FALSE_ALARM);
    assert_true(ks_chance(sample, MANY, uniform_cdf, NULL) > FALSE_ALARM);
}

/* First numbers of neighbouring keys: what most of the simulator draws. */
static void neighbouring_keys_have_nothing_in_common(void **state)
{
    (void)state;
    static double here[MANY], entity[MANY], occasion[MANY], replication[MANY], seed[MANY];
    for (uint32_t i = 0; i < MANY; i++) {
        struct luck luck = luck_of(5, i), next_replication = luck_of(5, i + 1), next_seed = luck_of(6, i);
        struct draw draws[] = {draw_for(&luck, 1, 1, 1), draw_for(&luck, 1, 2, 1), draw_for(&luck, 1, 1, 2),
                               draw_for(&next_replication, 1, 1, 1), draw_for(&next_seed, 1, 1, 1)};
        here[i] = draw_uniform(&draws[0]);
        entity[i] = draw_uniform(&draws[1]);
        occasion[i] = draw_uniform(&draws[2]);
        replication[i] = draw_uniform(&draws[3]);
        seed[i] = draw_uniform(&draws[4]);
    }
    assert_true(correlation_chance(here, entity, MANY) > FALSE_ALARM);
    assert_true(correlation_chance(here, occasion, MANY) > FALSE_ALARM);
    assert_true(correlation_chance(here, replication, MANY) > FALSE_ALARM);
    assert_true(correlation_chance(here, seed, MANY) > FALSE_ALARM);
    assert_true(ks_chance(here, MANY, uniform_cdf, NULL) > FALSE_ALARM);
}

/* Entities and occasions in a row, as a sample of their own. */
static void first_numbers_of_a_row_of_keys_fill_the_unit_interval(void **state)
{
    (void)state;
    static double people[MANY], days[MANY], next[MANY];
    struct luck luck = luck_of(5, 0);
    for (uint32_t i = 0; i < MANY; i++) {
        struct draw person = draw_for(&luck, 1, i, 0), day = draw_for(&luck, 1, 0, i),
                    later = draw_for(&luck, 1, 0, i + 1);
        people[i] = draw_uniform(&person);
        days[i] = draw_uniform(&day);
        next[i] = draw_uniform(&later);
    }
    assert_true(correlation_chance(days, next, MANY) > FALSE_ALARM);
    assert_true(ks_chance(people, MANY, uniform_cdf, NULL) > FALSE_ALARM);
    assert_true(ks_chance(days, MANY, uniform_cdf, NULL) > FALSE_ALARM);
}

static void every_number_below_a_bound_is_equally_likely(void **state)
{
    (void)state;
    const uint32_t bounds[] = {2, 3, 10, 100};
    struct luck luck = luck_of(3, 0);
    for (uint32_t b = 0; b < sizeof bounds / sizeof bounds[0]; b++) {
        size_t seen[100] = {0};
        double expected[100];
        struct draw draw = draw_for(&luck, 1, b, 0);
        for (size_t i = 0; i < MANY; i++)
            seen[draw_below(&draw, bounds[b])]++;
        for (size_t i = 0; i < bounds[b]; i++)
            expected[i] = (double)MANY / bounds[b];
        assert_true(chi_square_chance(seen, expected, bounds[b]) > FALSE_ALARM);
    }
}

/* With the bound 3 * 2^30 a plain product would give a third of the numbers twice as often as the others. */
static void a_bound_near_the_largest_has_no_favourites(void **state)
{
    (void)state;
    size_t seen[3] = {0};
    const double expected[3] = {MANY / 3.0, MANY / 3.0, MANY / 3.0};
    struct luck luck = luck_of(4, 0);
    struct draw draw = draw_for(&luck, 1, 0, 0);
    for (size_t i = 0; i < MANY; i++)
        seen[draw_below(&draw, UINT32_C(3) << 30) % 3]++;
    assert_true(chi_square_chance(seen, expected, 3) > FALSE_ALARM);
    assert_int_equal(draw_below(&draw, 1), 0);
}

static void every_permutation_is_equally_likely(void **state)
{
    (void)state;
    size_t seen[24] = {0};
    double expected[24];
    struct luck luck = luck_of(6, 0);
    for (uint32_t i = 0; i < MANY; i++) {
        uint32_t items[4] = {0, 1, 2, 3}, name = 0;
        struct draw draw = draw_for(&luck, 1, i, 0);
        draw_shuffle(&draw, items, 4);
        for (uint32_t a = 0; a < 4; a++) { /* Lehmer's code: how many of those behind are smaller */
            uint32_t smaller = 0;
            for (uint32_t b = a + 1; b < 4; b++)
                smaller += items[b] < items[a];
            name = name * (4 - a) + smaller;
        }
        seen[name]++;
    }
    for (size_t i = 0; i < 24; i++)
        expected[i] = MANY / 24.0;
    assert_true(chi_square_chance(seen, expected, 24) > FALSE_ALARM);
}

static void a_view_for_gsl_draws_the_same_numbers(void **state)
{
    (void)state;
    struct luck luck = luck_of(8, 9);
    struct draw ours = draw_for(&luck, 1, 2, 3), theirs = draw_for(&luck, 1, 2, 3);
    struct draw_gsl view = draw_as_gsl(&theirs);
    for (int i = 0; i < 10; i++)
        assert_int_equal(draw_bits(&ours), gsl_rng_get(&view.rng));
    assert_true(draw_uniform(&ours) == gsl_rng_uniform(&view.rng));
    double step = gsl_ran_flat(&view.rng, 2, 3);
    assert_true(step > 2 && step < 3);
    draw_uniform(&ours);
    assert_int_equal(draw_bits(&ours), draw_bits(&theirs));
}

static void seed_a_view(void)
{
    struct luck luck = luck_of(8, 9);
    struct draw draw = draw_for(&luck, 1, 2, 3);
    struct draw_gsl view = draw_as_gsl(&draw);
    gsl_rng_set(&view.rng, 1);
}

static void draw_below_nothing(void)
{
    struct luck luck = luck_of(8, 9);
    struct draw draw = draw_for(&luck, 1, 2, 3);
    draw_below(&draw, 0);
}

static void wait_no_time_on_average(void)
{
    struct luck luck = luck_of(8, 9);
    struct draw draw = draw_for(&luck, 1, 2, 3);
    draw_exponential(&draw, 0);
}

static void what_cannot_be_drawn_is_refused(void **state)
{
    (void)state;
    assert_true(aborts(seed_a_view));
    assert_true(aborts(draw_below_nothing));
    assert_true(aborts(wait_no_time_on_average));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_key_gives_the_same_numbers_in_any_order),
        cmocka_unit_test(every_part_of_the_key_changes_the_numbers),
        cmocka_unit_test(numbers_come_from_one_block_after_another),
        cmocka_unit_test(uniforms_fill_the_unit_interval),
        cmocka_unit_test(neighbouring_keys_have_nothing_in_common),
        cmocka_unit_test(first_numbers_of_a_row_of_keys_fill_the_unit_interval),
        cmocka_unit_test(every_number_below_a_bound_is_equally_likely),
        cmocka_unit_test(a_bound_near_the_largest_has_no_favourites),
        cmocka_unit_test(every_permutation_is_equally_likely),
        cmocka_unit_test(a_view_for_gsl_draws_the_same_numbers),
        cmocka_unit_test(what_cannot_be_drawn_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
