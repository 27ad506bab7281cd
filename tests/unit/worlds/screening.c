/* Which factors of a function matter. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "analysis/numbers/screening.h"
#include "experiment/points.h"
#include "unit/worlds/functions.h"

static const double exact = 1e-9;

/* In how many of `seeds` trials the ten factors that matter have larger effects than all others. */
static int ranked_right(double noise, size_t walks, int seeds, bool own_luck)
{
    int right = 0;
    for (uint64_t seed = 1; seed <= (uint64_t)seeds; seed++) {
        struct arena arena = {0};
        struct effect effects[20];
        const struct points points = points_morris(20, walks, seed, &arena);
        double *responses = ARENA_NEW(&arena, double, points.count), least = INFINITY, most = 0;
        for (size_t i = 0; i < points.count; i++)
            responses[i] = morris_1991(points.at + 20 * i, seed) +
                           noise * luck_noise(seed, own_luck ? (uint32_t)i : points.luck[i]);
        assert_true(effects_of(points.at, responses, 20, walks, USUAL_CONFIDENCE, effects));
        for (size_t i = 0; i < 20; i++)
            if (i < 10)
                least = fmin(least, effects[i].absolute.value);
            else
                most = fmax(most, effects[i].absolute.value);
        right += least > most ? 1 : 0;
        arena_free(&arena);
    }
    return right;
}

static void the_ten_of_morris_come_before_the_other_ten(void **state)
{
    (void)state;
    assert_true(ranked_right(0, 10, 100, false) >= 90);
}

/* One luck a walk leaves the ranking as it is; another at every point drowns it. */
static void noise_does_no_harm_along_a_walk_of_one_luck(void **state)
{
    (void)state;
    assert_int_equal(ranked_right(20, 10, 100, false), ranked_right(0, 10, 100, false));
    assert_true(ranked_right(20, 10, 100, true) <= 40);
}

static double planes(const double *at)
{
    return 3 * at[0] - 2 * at[1] + 0.01 * at[2];
}

static void effects_of_a_plane_are_its_slopes(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct effect effects[4];
    const struct points points = points_morris(4, 12, 9, &arena);
    double *responses = ARENA_NEW(&arena, double, points.count);
    for (size_t i = 0; i < points.count; i++)
        responses[i] = planes(points.at + 4 * i);
    assert_true(effects_of(points.at, responses, 4, 12, USUAL_CONFIDENCE, effects));
    assert_true(fabs(effects[0].mean - 3) < exact && fabs(effects[0].absolute.value - 3) < exact);
    assert_true(fabs(effects[1].mean + 2) < exact && fabs(effects[1].absolute.value - 2) < exact);
    assert_true(effects[1].sd < exact);
    assert_int_equal(effect_matters(effects, 4, 0), MATTERS);
    assert_int_equal(effect_matters(effects, 4, 2), MATTERS_HARDLY);
    assert_int_equal(effect_matters(effects, 4, 3), MATTERS_NOT_AT_ALL);
    arena_free(&arena);
}

static void an_effect_that_touches_a_missing_number_is_left_out(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct effect effects[3];
    const struct points points = points_morris(3, 5, 9, &arena);
    double *responses = ARENA_NEW(&arena, double, points.count);
    for (size_t i = 0; i < points.count; i++)
        responses[i] = i == 5 ? NAN : planes(points.at + 3 * i); /* the second world of the second walk */
    assert_true(effects_of(points.at, responses, 3, 5, USUAL_CONFIDENCE, effects));
    size_t missing = 0;
    for (size_t i = 0; i < 3; i++)
        missing += effects[i].absolute.missing;
    assert_int_equal(missing, 2);
    for (size_t i = 0; i < points.count; i++)
        responses[i] = NAN;
    assert_false(effects_of(points.at, responses, 3, 5, USUAL_CONFIDENCE, effects));
    assert_int_equal(effect_matters(effects, 3, 0), MATTERS_UNKNOWN);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_ten_of_morris_come_before_the_other_ten),
        cmocka_unit_test(noise_does_no_harm_along_a_walk_of_one_luck),
        cmocka_unit_test(effects_of_a_plane_are_its_slopes),
        cmocka_unit_test(an_effect_that_touches_a_missing_number_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
