/* A lane's number is its own: not the count's, not the machine's. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "random/draw.h"
#include "unit/random/fit.h"

enum { LANES = 300, TURNS = 1000 };

static double uniform_cdf(double x, const double *shape)
{
    (void)shape;
    return x;
}

static void lane_i_is_a_word_of_block_i_over_4(void **state)
{
    (void)state;
    float lanes[LANES];
    struct luck luck = luck_of(1, 2);
    draw_lanes(&luck, 3, 4, 5, lanes, LANES);
    for (uint32_t i = 0; i < LANES; i++) {
        struct philox_counter name = {{0x80000000 + i / 4, 5, 4, 3}};
        uint32_t bits = philox(name, luck.key).word[i % 4];
        assert_true((double)lanes[i] == ((bits >> 9) + 0.5) / 8388608);
    }
}

static void a_lane_is_the_same_under_any_count(void **state)
{
    (void)state;
    float all[LANES], some[LANES + 1];
    struct luck luck = luck_of(1, 2);
    draw_lanes(&luck, 3, 4, 5, all, LANES);
    for (uint32_t count = 0; count <= LANES; count++) {
        for (uint32_t i = 0; i <= LANES; i++)
            some[i] = -1;
        draw_lanes(&luck, 3, 4, 5, some, count);
        assert_memory_equal(some, all, count * sizeof *all);
        assert_true(some[count] < 0); /* nothing written beyond */
    }
}

static void any_lanes_can_be_had_without_those_before(void **state)
{
    (void)state;
    float all[LANES], some[LANES + 1];
    struct luck luck = luck_of(1, 2);
    draw_lanes(&luck, 3, 4, 5, all, LANES);
    for (uint32_t first = 0; first < LANES; first++)
        for (uint32_t count = 0; first + count <= LANES; count += count < 40 ? 1 : 17) {
            some[count] = -1;
            draw_some_lanes(&luck, 3, 4, 5, first, some, count);
            assert_memory_equal(some, all + first, count * sizeof *all);
            assert_true(some[count] < 0); /* nothing written beyond */
        }
}

static void lanes_fill_the_unit_interval(void **state)
{
    (void)state;
    static double sample[TURNS * LANES];
    float lanes[LANES];
    struct luck luck = luck_of(1, 3);
    for (uint32_t turn = 0; turn < TURNS; turn++) {
        draw_lanes(&luck, 3, 4, turn, lanes, LANES);
        for (uint32_t i = 0; i < LANES; i++) {
            assert_true(lanes[i] > 0 && lanes[i] < 1);
            sample[turn * LANES + i] = (double)lanes[i];
        }
    }
    assert_true(mean_chance(sample, TURNS * LANES, 0.5, sqrt(1.0 / 12)) > FALSE_ALARM);
    assert_true(ks_chance(sample, TURNS * LANES, uniform_cdf, NULL) > FALSE_ALARM);
}

static void neighbouring_lanes_and_turns_have_nothing_in_common(void **state)
{
    (void)state;
    static double here[TURNS * (LANES - 1)], beside[TURNS * (LANES - 1)], later[TURNS * (LANES - 1)];
    float now[LANES], next[LANES];
    struct luck luck = luck_of(1, 4);
    size_t count = 0;
    for (uint32_t turn = 0; turn < TURNS; turn++) {
        draw_lanes(&luck, 3, 4, turn, now, LANES);
        draw_lanes(&luck, 3, 4, turn + 1, next, LANES);
        for (uint32_t i = 0; i + 1 < LANES; i++, count++) {
            here[count] = (double)now[i];
            beside[count] = (double)now[i + 1];
            later[count] = (double)next[i];
        }
    }
    assert_true(correlation_chance(here, beside, count) > FALSE_ALARM);
    assert_true(correlation_chance(here, later, count) > FALSE_ALARM);
}

static void a_draw_of_the_same_key_shares_nothing_with_the_lanes(void **state)
{
    (void)state;
    float lanes[LANES];
    struct luck luck = luck_of(1, 2);
    draw_lanes(&luck, 3, 4, 5, lanes, LANES);
    struct draw draw = draw_for(&luck, 3, 4, 5);
    uint32_t same = 0;
    for (uint32_t i = 0; i < LANES; i++)
        same += (double)lanes[i] == ((draw_bits(&draw) >> 9) + 0.5) / 8388608;
    assert_int_equal(same, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lane_i_is_a_word_of_block_i_over_4),
        cmocka_unit_test(a_lane_is_the_same_under_any_count),
        cmocka_unit_test(any_lanes_can_be_had_without_those_before),
        cmocka_unit_test(lanes_fill_the_unit_interval),
        cmocka_unit_test(neighbouring_lanes_and_turns_have_nothing_in_common),
        cmocka_unit_test(a_draw_of_the_same_key_shares_nothing_with_the_lanes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
