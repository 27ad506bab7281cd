/* Where the points of an experiment lie. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "experiment/points.h"
#include "unit/aborts.h"

static const double exact = 1e-12;

static void each_stratum_is_met_once_an_axis(void **state)
{
    (void)state;
    enum { AXES = 7, COUNT = 53 };
    struct arena arena = {0};
    const struct points points = points_sample(AXES, COUNT, 2011, &arena);
    assert_int_equal(points.count, COUNT);
    for (size_t axis = 0; axis < AXES; axis++) {
        int met[COUNT] = {0};
        for (size_t i = 0; i < COUNT; i++) {
            double at = points.at[i * AXES + axis];
            assert_true(at > 0 && at < 1);
            met[(size_t)(at * COUNT)]++;
        }
        for (size_t stratum = 0; stratum < COUNT; stratum++)
            assert_int_equal(met[stratum], 1);
    }
    for (size_t i = 0; i < COUNT; i++)
        assert_int_equal(points.luck[i], 0);
    arena_free(&arena);
}

/* With places of its own in each stratum, and strata in another order on each axis. */
static void axes_of_a_sample_do_not_go_together(void **state)
{
    (void)state;
    enum { AXES = 5, COUNT = 400 };
    struct arena arena = {0};
    const struct points points = points_sample(AXES, COUNT, 5, &arena);
    for (size_t one = 0; one < AXES; one++)
        for (size_t other = 0; other < one; other++) {
            double product = 0;
            for (size_t i = 0; i < COUNT; i++)
                product += (points.at[i * AXES + one] - 0.5) * (points.at[i * AXES + other] - 0.5);
            assert_true(fabs(product / COUNT * 12) < 0.2); /* four standard errors */
        }
    arena_free(&arena);
}

static void a_walk_changes_each_axis_once_by_two_thirds(void **state)
{
    (void)state;
    enum { AXES = 9, WALKS = 40 };
    struct arena arena = {0};
    const struct points points = points_morris(AXES, WALKS, 2011, &arena);
    int begins[4] = {0};
    assert_int_equal(points.count, WALKS * (AXES + 1));
    for (size_t i = 0; i < points.count; i++) {
        size_t walk = i / (AXES + 1), changed = 0;
        assert_int_equal(points.luck[i], walk);
        for (size_t axis = 0; axis < AXES; axis++) {
            double at = points.at[i * AXES + axis], thirds = at * 3;
            assert_true(fabs(thirds - round(thirds)) < exact && at >= 0 && at <= 1);
            begins[(size_t)round(thirds)] += i % (AXES + 1) == 0 ? 1 : 0;
            if (i % (AXES + 1) == 0)
                continue;
            double step = at - points.at[(i - 1) * AXES + axis];
            if (step == 0)
                continue;
            assert_true(fabs(fabs(step) - 2.0 / 3) < exact);
            changed++;
        }
        assert_int_equal(changed, i % (AXES + 1) == 0 ? 0 : 1);
    }
    for (size_t walk = 0; walk < WALKS; walk++)
        for (size_t axis = 0; axis < AXES; axis++) {
            const double *first = points.at + walk * (AXES + 1) * AXES, *last = first + (size_t)AXES * AXES;
            assert_true(fabs(fabs(last[axis] - first[axis]) - 2.0 / 3) < exact);
        }
    for (int i = 0; i < 4; i++)
        assert_in_range(begins[i], AXES * WALKS / 4 - 40,
                        AXES * WALKS / 4 + 40); /* five standard deviations */
    arena_free(&arena);
}

/* By 2k dimensions up to 20 axes, by rows in random order beyond. */
static void a_row_takes_one_axis_after_the_other_from_its_second_point(size_t axes)
{
    enum { ROWS = 32, SHIFTS = 3 };
    struct arena arena = {0};
    const struct points points = points_sobol(axes, ROWS, SHIFTS, 2011, &arena);
    assert_int_equal(points.count, SHIFTS * ROWS * (axes + 3));
    for (size_t row = 0; row < SHIFTS * ROWS; row++) {
        const double *a = points.at + row * (axes + 3) * axes, *b = a + axes;
        const uint32_t *luck = points.luck + row * (axes + 3);
        assert_int_equal(luck[0], 2 * row);
        assert_int_equal(luck[1], 2 * row + 1);
        assert_int_equal(luck[axes + 2], 2 * row + 1);
        assert_memory_equal(a + (axes + 2) * axes, a, axes * sizeof *a);
        for (size_t axis = 0; axis < axes; axis++) {
            const double *mixed = a + (axis + 2) * axes;
            assert_int_equal(luck[axis + 2], 2 * row);
            for (size_t i = 0; i < axes; i++)
                assert_true(mixed[i] == (i == axis ? b[i] : a[i]) && mixed[i] >= 0 && mixed[i] < 1);
        }
    }
    arena_free(&arena);
}

static void rows_of_few_and_of_many_axes(void **state)
{
    (void)state;
    a_row_takes_one_axis_after_the_other_from_its_second_point(1);
    a_row_takes_one_axis_after_the_other_from_its_second_point(20);
    a_row_takes_one_axis_after_the_other_from_its_second_point(21);
    a_row_takes_one_axis_after_the_other_from_its_second_point(SOBOL_MOST_AXES);
}

/* A power of two of points, none skipped, has one in each of as many strata, however it is shifted. */
static void either_point_of_the_rows_fills_each_axis_evenly(void **state)
{
    (void)state;
    static const size_t axes[] = {6, 33};
    enum { ROWS = 64 };
    for (size_t which = 0; which < 2; which++)
        for (size_t half = 0; half < 2; half++) {
            struct arena arena = {0};
            const struct points points = points_sobol(axes[which], ROWS, 1, 7, &arena);
            for (size_t axis = 0; axis < axes[which]; axis++) {
                double first = points.at[half * axes[which] + axis];
                int met[ROWS] = {0};
                for (size_t row = 0; row < ROWS; row++) {
                    double at = points.at[(row * (axes[which] + 3) + half) * axes[which] + axis] - first;
                    met[(size_t)floor((at < 0 ? at + 1 : at) * ROWS + 1e-9) % ROWS]++;
                }
                for (size_t stratum = 0; stratum < ROWS; stratum++)
                    assert_int_equal(met[stratum], 1);
            }
            arena_free(&arena);
        }
}

/* Half the mean of (f(A) - f(B))^2 is the variance of f. For an axis bent into a tent, points by lot are off
 * by 1/16 of it (256 rows); coordinates in the order of the sequence by up to .43. */
static void both_points_of_the_rows_fill_the_square_of_each_axis(void **state)
{
    (void)state;
    enum { ROWS = 256, SHIFTS = 50 };
    struct arena arena = {0};
    for (size_t axes = 5; axes <= 20; axes += 5) {
        struct points points = points_sobol(axes, ROWS, SHIFTS, 12, &arena);
        for (size_t axis = 0; axis < axes; axis++) {
            double squares = 0;
            for (size_t shift = 0; shift < SHIFTS; shift++) {
                double sum = 0;
                for (size_t row = 0; row < ROWS; row++) {
                    const double *a = points.at + (shift * ROWS + row) * (axes + 3) * axes;
                    double change = fabs(4 * a[axis] - 2) - fabs(4 * a[axes + axis] - 2);
                    sum += change * change;
                }
                double share = sum / ROWS / 2 / (1.0 / 3); /* of the variance of |4 x - 2| */
                squares += (share - 1) * (share - 1);
            }
            assert_true(sqrt(squares / SHIFTS) < 1.0 / 16);
        }
    }
    arena_free(&arena);
}

static void the_same_seed_gives_the_same_points_and_another_others(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct points ones[] = {points_sample(4, 20, 1, &arena), points_morris(4, 6, 1, &arena),
                                  points_sobol(4, 8, 2, 1, &arena)};
    const struct points same[] = {points_sample(4, 20, 1, &arena), points_morris(4, 6, 1, &arena),
                                  points_sobol(4, 8, 2, 1, &arena)};
    const struct points others[] = {points_sample(4, 20, 2, &arena), points_morris(4, 6, 2, &arena),
                                    points_sobol(4, 8, 2, 2, &arena)};
    for (size_t i = 0; i < 3; i++) {
        const size_t size = ones[i].count * ones[i].axes * sizeof *ones[i].at;
        assert_memory_equal(ones[i].at, same[i].at, size);
        assert_memory_not_equal(ones[i].at, others[i].at, size);
    }
    arena_free(&arena);
}

static void too_many(void)
{
    struct arena arena = {0};
    points_sobol(SOBOL_MOST_AXES + 1, 8, 2, 1, &arena);
}

static void more_axes_than_the_sequence_has_are_a_bug(void **state)
{
    (void)state;
    assert_true(aborts(too_many));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_stratum_is_met_once_an_axis),
        cmocka_unit_test(axes_of_a_sample_do_not_go_together),
        cmocka_unit_test(a_walk_changes_each_axis_once_by_two_thirds),
        cmocka_unit_test(rows_of_few_and_of_many_axes),
        cmocka_unit_test(either_point_of_the_rows_fills_each_axis_evenly),
        cmocka_unit_test(both_points_of_the_rows_fill_the_square_of_each_axis),
        cmocka_unit_test(the_same_seed_gives_the_same_points_and_another_others),
        cmocka_unit_test(more_axes_than_the_sequence_has_are_a_bug),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
