/* Indices of functions whose indices are known. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "analysis/numbers/indices.h"
#include "experiment/points.h"
#include "unit/worlds/functions.h"

enum { ROWS = 256, SHIFTS = 8, MOST = 41 };

typedef double response(const double *at, uint32_t luck, uint64_t seed);

/* How the indices of a function come out over many seeds. */
struct outcomes {
    double first[MOST], total[MOST];           /* means over the seeds */
    double first_half[MOST], total_half[MOST]; /* half of the ranges */
    double first_held[MOST], total_held[MOST]; /* share of the ranges that hold the truth */
};

static void try_seeds(response *function, size_t axes, int seeds, const double *first, const double *total,
                      struct outcomes *out)
{
    memset(out, 0, sizeof *out);
    for (uint64_t seed = 1; seed <= (uint64_t)seeds; seed++) {
        struct arena arena = {0};
        struct index indices[MOST];
        const struct points points = points_sobol(axes, ROWS, SHIFTS, seed, &arena);
        double *responses = ARENA_NEW(&arena, double, points.count);
        for (size_t i = 0; i < points.count; i++)
            responses[i] = function(points.at + i * axes, points.luck[i], seed);
        assert_true(indices_of(responses, axes, ROWS, SHIFTS, USUAL_CONFIDENCE, indices));
        for (size_t i = 0; i <= axes; i++) {
            const struct estimate *one = &indices[i].first, *all = &indices[i].total;
            out->first[i] += one->value / seeds;
            out->total[i] += all->value / seeds;
            out->first_half[i] += (one->high - one->low) / 2 / seeds;
            out->total_half[i] += (all->high - all->low) / 2 / seeds;
            out->first_held[i] += one->low <= first[i] && first[i] <= one->high ? 1.0 / seeds : 0;
            out->total_held[i] += all->low <= total[i] && total[i] <= all->high ? 1.0 / seeds : 0;
        }
        arena_free(&arena);
    }
}

static double plain_ishigami(const double *at, uint32_t luck, uint64_t seed)
{
    (void)luck, (void)seed;
    return ishigami(at);
}

static double noisy_ishigami(const double *at, uint32_t luck, uint64_t seed)
{
    return ishigami(at) + 2 * luck_noise(seed, luck);
}

static double g_of_six(const double *at, uint32_t luck, uint64_t seed)
{
    static const double coefficients[] = {0, 0.5, 3, 9, 99, 99};
    (void)luck, (void)seed;
    return sobol_g(at, coefficients, 6);
}

static double g_of_thirty(const double *at, uint32_t luck, uint64_t seed)
{
    double coefficients[30];
    (void)luck, (void)seed;
    for (size_t i = 0; i < 30; i++)
        coefficients[i] = i < 2 ? (double)i : 99;
    return sobol_g(at, coefficients, 30);
}

/* Variance of its own, a = 7 and b = .1. */
static const double of_x = 4.345888, of_y = 6.125, of_xz = 3.373695;

static void ishigami_has_its_indices_within_narrow_ranges(void **state)
{
    (void)state;
    enum { SEEDS = 100 };
    const double all = of_x + of_y + of_xz;
    const double first[] = {of_x / all, of_y / all, 0, 0},
                 total[] = {(of_x + of_xz) / all, of_y / all, of_xz / all, 0};
    static const double first_half[] = {0.045, 0.025, 0.035}, total_half[] = {0.045, 0.02, 0.015};
    struct outcomes out;
    assert_true(fabs(first[0] - 0.314) < 0.001 && fabs(total[2] - 0.244) < 0.001);
    try_seeds(plain_ishigami, 3, SEEDS, first, total, &out);
    for (size_t i = 0; i < 3; i++) {
        assert_true(fabs(out.first[i] - first[i]) < 0.005);
        assert_true(fabs(out.total[i] - total[i]) < 0.005);
        assert_true(out.first_half[i] < first_half[i]);
        assert_true(out.total_half[i] < total_half[i]);
        assert_true(out.first_held[i] >= 0.88); /* 95 % of 100, less three standard errors */
        assert_true(out.total_held[i] >= 0.88);
    }
    assert_true(out.first[3] == 0 && out.total[3] == 0); /* no luck in it */
}

/* Noise of variance 4 is as a factor of its own that goes with nothing. */
static void luck_has_the_share_that_it_makes(void **state)
{
    (void)state;
    enum { SEEDS = 100 };
    const double noise = 4, all = of_x + of_y + of_xz + noise;
    const double first[] = {of_x / all, of_y / all, 0, noise / all},
                 total[] = {(of_x + of_xz) / all, of_y / all, of_xz / all, noise / all};
    struct outcomes out;
    try_seeds(noisy_ishigami, 3, SEEDS, first, total, &out);
    for (size_t i = 0; i < 4; i++) {
        assert_true(fabs(out.first[i] - first[i]) < 0.008);
        assert_true(fabs(out.total[i] - total[i]) < 0.008);
        assert_true(out.first_held[i] >= 0.88);
        assert_true(out.total_held[i] >= 0.88);
    }
}

static void exact_g(const double *coefficients, size_t axes, double *first, double *total)
{
    double all = 1;
    for (size_t i = 0; i < axes; i++)
        all *= 1 + 1 / (3 * pow(1 + coefficients[i], 2));
    for (size_t i = 0; i < axes; i++) {
        double own = 1 / (3 * pow(1 + coefficients[i], 2));
        first[i] = own / (all - 1);
        total[i] = own * all / (1 + own) / (all - 1);
    }
    first[axes] = total[axes] = 0;
}

static void sobols_g_has_its_indices(void **state)
{
    (void)state;
    static const double coefficients[] = {0, 0.5, 3, 9, 99, 99};
    double first[7], total[7];
    struct outcomes out;
    exact_g(coefficients, 6, first, total);
    try_seeds(g_of_six, 6, 60, first, total, &out);
    for (size_t i = 0; i < 6; i++) {
        assert_true(fabs(out.first[i] - first[i]) < 0.01);
        assert_true(fabs(out.total[i] - total[i]) < 0.01);
        assert_true(out.first_held[i] >= 0.86);
        assert_true(out.total_held[i] >= 0.86);
    }
}

/* With more than twenty axes the two points of a row are of one sequence. */
static void and_with_thirty_axes(void **state)
{
    (void)state;
    double coefficients[30], first[31], total[31];
    struct outcomes out;
    for (size_t i = 0; i < 30; i++)
        coefficients[i] = i < 2 ? (double)i : 99;
    exact_g(coefficients, 30, first, total);
    try_seeds(g_of_thirty, 30, 40, first, total, &out);
    for (size_t i = 0; i < 30; i++) {
        assert_true(fabs(out.first[i] - first[i]) < 0.02);
        assert_true(fabs(out.total[i] - total[i]) < 0.02);
        assert_true(out.total_held[i] >= 0.82);
    }
}

static void where_nothing_varies_there_are_no_indices(void **state)
{
    (void)state;
    double responses[4 * 5];
    struct index indices[3];
    for (size_t i = 0; i < 20; i++)
        responses[i] = 3;
    assert_false(indices_of(responses, 2, 2, 2, USUAL_CONFIDENCE, indices));
    for (size_t i = 0; i < 20; i++)
        responses[i] = NAN;
    assert_false(indices_of(responses, 2, 2, 2, USUAL_CONFIDENCE, indices));
}

static void a_row_with_a_missing_number_is_left_out(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct index whole[4], holed[4];
    const struct points points = points_sobol(3, ROWS, SHIFTS, 3, &arena);
    double *responses = ARENA_NEW(&arena, double, points.count);
    for (size_t i = 0; i < points.count; i++)
        responses[i] = ishigami(points.at + 3 * i);
    assert_true(indices_of(responses, 3, ROWS, SHIFTS, USUAL_CONFIDENCE, whole));
    for (size_t i = 0; i < points.count; i += 37)
        responses[i] = NAN;
    assert_true(indices_of(responses, 3, ROWS, SHIFTS, USUAL_CONFIDENCE, holed));
    for (size_t i = 0; i < 3; i++) {
        assert_true(holed[i].total.value != whole[i].total.value);
        assert_true(fabs(holed[i].total.value - whole[i].total.value) < 0.05);
    }
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ishigami_has_its_indices_within_narrow_ranges),
        cmocka_unit_test(luck_has_the_share_that_it_makes),
        cmocka_unit_test(sobols_g_has_its_indices),
        cmocka_unit_test(and_with_thirty_axes),
        cmocka_unit_test(where_nothing_varies_there_are_no_indices),
        cmocka_unit_test(a_row_with_a_missing_number_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
