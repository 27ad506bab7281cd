/* Thresholds that were planted are found, and where there is none, none is said. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "analysis/numbers/splitting.h"
#include "experiment/points.h"
#include "random/draw.h"

enum { WORLDS = 200 };

/* Worlds of a sample, their sides by `rule`, and some of these turned round at random. */
struct planted {
    struct arena arena;
    struct points points;
    struct worlds_to_split all;
};

typedef bool rule(const double *at, double chance);

static void plant(struct planted *planted, size_t factors, uint64_t seed, rule *side, double turned)
{
    *planted = (struct planted){.arena = {0}};
    planted->points = points_sample(factors, WORLDS, seed, &planted->arena);
    bool *sides = ARENA_NEW(&planted->arena, bool, WORLDS),
         *choices = ARENA_NEW(&planted->arena, bool, factors);
    struct luck luck = luck_of(seed, 1);
    for (uint32_t i = 0; i < WORLDS; i++) {
        struct draw draw = draw_for(&luck, 1, i, 0);
        bool truth = side(planted->points.at + i * factors, draw_uniform(&draw));
        sides[i] = truth != (draw_uniform(&draw) < turned);
    }
    planted->all = (struct worlds_to_split){planted->points.at, choices, sides, WORLDS, factors};
}

static bool at_half(const double *at, double chance)
{
    (void)chance;
    return at[7] > 0.5;
}

static bool at_fifteen(const double *at, double chance)
{
    (void)chance;
    return at[7] > 0.15;
}

static bool at_eighty_five(const double *at, double chance)
{
    (void)chance;
    return at[7] < 0.85;
}

static void a_planted_threshold_is_named(rule *side, double threshold)
{
    enum { SEEDS = 100, FACTORS = 40 };
    int named = 0;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct planted planted;
        struct split split;
        plant(&planted, FACTORS, seed, side, 0.1);
        named += split_worlds(&planted.all, &split) && split.first.factor == 7 &&
                         fabs(split.first.at - threshold) < 0.1
                     ? 1
                     : 0;
        arena_free(&planted.arena);
    }
    assert_true(named >= 95);
}

static void a_threshold_is_found_wherever_it_lies(void **state)
{
    (void)state;
    a_planted_threshold_is_named(at_half, 0.5);
    a_planted_threshold_is_named(at_fifteen, 0.15);
    a_planted_threshold_is_named(at_eighty_five, 0.85);
}

static bool by_chance_half(const double *at, double chance)
{
    (void)at;
    return chance < 0.5;
}

static bool by_chance_a_fifth(const double *at, double chance)
{
    (void)at;
    return chance < 0.2;
}

static void nothing_is_said_where_chance_alone_decides(void **state)
{
    (void)state;
    static rule *const rules[] = {by_chance_half, by_chance_a_fifth};
    enum { SEEDS = 100, FACTORS = 70 };
    for (size_t which = 0; which < 2; which++) {
        int said = 0;
        for (uint64_t seed = 1; seed <= SEEDS; seed++) {
            struct planted planted;
            struct split split;
            plant(&planted, FACTORS, seed, rules[which], 0);
            said += split_worlds(&planted.all, &split) ? 1 : 0;
            arena_free(&planted.arena);
        }
        assert_in_range(said, 0, 5);
    }
}

static bool in_a_corner(const double *at, double chance)
{
    (void)chance;
    return at[3] < 0.6 && at[9] > 0.4;
}

static void a_second_threshold_is_said_where_it_matters_and_only_there(void **state)
{
    (void)state;
    enum { SEEDS = 40, FACTORS = 20 };
    int both = 0, one = 0;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct planted planted;
        struct split split;
        plant(&planted, FACTORS, seed, in_a_corner, 0.05);
        bool found = split_worlds(&planted.all, &split);
        const struct cut *second = split.first.factor == 3 ? &split.below : &split.above;
        bool has = split.first.factor == 3 ? split.has_below : split.has_above;
        both +=
            found && has && split.first.factor + second->factor == 12 && split.right > split.right_of_first;
        arena_free(&planted.arena);
        plant(&planted, FACTORS, seed, at_half, 0.1);
        one += split_worlds(&planted.all, &split) && !split.has_below && !split.has_above;
        arena_free(&planted.arena);
    }
    assert_true(both >= 38);
    assert_true(one >= 36);
}

static void a_choice_is_found_as_a_choice(void **state)
{
    (void)state;
    double values[WORLDS * 2];
    bool sides[WORLDS], choices[] = {true, false};
    for (size_t i = 0; i < WORLDS; i++) {
        values[2 * i] = (double)(i % 3);
        values[2 * i + 1] = (double)(i * 7 % WORLDS);
        sides[i] = i % 3 == 1;
    }
    struct split split;
    const struct worlds_to_split all = {values, choices, sides, WORLDS, 2};
    assert_true(split_worlds(&all, &split));
    assert_int_equal(split.first.factor, 0);
    assert_true(split.first.is_choice && split.first.at == 1);
    assert_true(split.first.below && !split.first.above);
    assert_int_equal(split.right, WORLDS);
    assert_int_equal(split.larger, 133);
    assert_true(split_side(&split, (const double[]){1, 0}));
    assert_false(split_side(&split, (const double[]){2, 0}));
}

static void where_all_are_on_one_side_there_is_nothing_to_split(void **state)
{
    (void)state;
    double values[WORLDS];
    bool sides[WORLDS] = {false}, choices[] = {false};
    for (size_t i = 0; i < WORLDS; i++)
        values[i] = (double)i;
    struct split split;
    const struct worlds_to_split all = {values, choices, sides, WORLDS, 1};
    assert_false(split_worlds(&all, &split));
    assert_int_equal(split.larger, WORLDS);
    assert_int_equal(split.worlds, WORLDS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_threshold_is_found_wherever_it_lies),
        cmocka_unit_test(nothing_is_said_where_chance_alone_decides),
        cmocka_unit_test(a_second_threshold_is_said_where_it_matters_and_only_there),
        cmocka_unit_test(a_choice_is_found_as_a_choice),
        cmocka_unit_test(where_all_are_on_one_side_there_is_nothing_to_split),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
