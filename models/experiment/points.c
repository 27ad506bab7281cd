#include "experiment/points.h"

#include <gsl/gsl_qrng.h>
#include <stdbool.h>

#include "base/require.h"
#include "experiment/numbers.h"
#include "experiment/points_pairs.h"
#include "random/draw.h"

/* Points that are not placed yet. */
struct placing {
    struct points points;
    double *at;
    uint32_t *luck;
    struct luck draws;
    struct arena *arena;
};

static struct placing placing_begin(size_t axes, size_t count, uint64_t seed, struct arena *arena)
{
    struct placing placing = {.draws = luck_of(seed, 0), .arena = arena};
    placing.at = ARENA_NEW(arena, double, count *axes);
    placing.luck = ARENA_NEW(arena, uint32_t, count);
    placing.points = (struct points){axes, count, placing.at, placing.luck};
    return placing;
}

struct points points_sample(size_t axes, size_t count, uint64_t seed, struct arena *arena)
{
    struct placing placing = placing_begin(axes, count, seed, arena);
    uint32_t *strata = ARENA_NEW(arena, uint32_t, count);
    for (size_t axis = 0; axis < axes; axis++) {
        struct draw order = draw_for(&placing.draws, DRAW_STRATUM, (uint32_t)axis, 0);
        struct draw place = draw_for(&placing.draws, DRAW_PLACE_IN_STRATUM, (uint32_t)axis, 0);
        for (size_t i = 0; i < count; i++)
            strata[i] = (uint32_t)i;
        draw_shuffle(&order, strata, (uint32_t)count);
        for (size_t i = 0; i < count; i++)
            placing.at[i * axes + axis] = (strata[i] + draw_uniform(&place)) / (double)count;
    }
    return placing.points;
}

/* --- walks --- */

enum {
    LEVELS = 4,
    STEP = 2
}; /* a step of half the levels: each is as likely as the others at either end of it */

static double level(uint32_t which)
{
    return which / (double)(LEVELS - 1);
}

static void place_walk(struct placing *placing, size_t walk, uint32_t *levels, uint32_t *order)
{
    const size_t axes = placing->points.axes;
    struct draw draw = draw_for(&placing->draws, DRAW_WALK, (uint32_t)walk, 0);
    for (size_t i = 0; i < axes; i++) {
        levels[i] = draw_below(&draw, LEVELS);
        order[i] = (uint32_t)i;
    }
    draw_shuffle(&draw, order, (uint32_t)axes);
    for (size_t step = 0; step <= axes; step++) {
        size_t point = walk * (axes + 1) + step;
        if (step > 0) {
            uint32_t *moved = &levels[order[step - 1]];
            *moved = *moved < STEP ? *moved + STEP : *moved - STEP;
        }
        for (size_t i = 0; i < axes; i++)
            placing->at[point * axes + i] = level(levels[i]);
        placing->luck[point] = (uint32_t)walk;
    }
}

struct points points_morris(size_t axes, size_t walks, uint64_t seed, struct arena *arena)
{
    struct placing placing = placing_begin(axes, walks * (axes + 1), seed, arena);
    uint32_t *levels = ARENA_NEW(arena, uint32_t, 2 * axes), *order = levels + axes;
    for (size_t walk = 0; walk < walks; walk++)
        place_walk(&placing, walk, levels, order);
    return placing.points;
}

/* --- rows --- */

/* Whether the sequence has coordinates enough for both points of a row. */
static bool has_both_points(size_t axes)
{
    return 2 * axes <= SOBOL_MOST_AXES;
}

/* The first `rows` points of the Sobol sequence. */
static double *sequence_of(size_t axes, size_t rows, struct arena *arena)
{
    const size_t dimensions = has_both_points(axes) ? 2 * axes : axes;
    double *sequence = ARENA_NEW(arena, double, rows *dimensions);
    gsl_qrng *generator = gsl_qrng_alloc(gsl_qrng_sobol, (unsigned)dimensions);
    require(generator != NULL);
    /* GSL leaves out the point in the corner, with which the sequence begins: it stays 0 here */
    for (size_t row = 1; row < rows; row++)
        gsl_qrng_get(generator, sequence + row * dimensions);
    gsl_qrng_free(generator);
    if (has_both_points(axes))
        points_pair_evenly(sequence, rows, axes);
    return sequence;
}

/* A coordinate of the sequence, moved. */
static double moved(double coordinate, double shift)
{
    double sum = coordinate + shift;
    return sum < 1 ? sum : sum - 1;
}

/* The points of a row, of which `first` is number 0, from the two points `a` and `b` of the sequence. */
static void place_row(struct placing *placing, size_t first, const double *a, const double *b,
                      const double *shifts)
{
    const size_t axes = placing->points.axes, points = axes + 3, row = first / points;
    for (size_t point = 0; point < points; point++) {
        double *at = placing->at + (first + point) * axes;
        const bool is_b = point == 1, luck_of_b = is_b || point == points - 1;
        for (size_t i = 0; i < axes; i++)
            at[i] = is_b || point == i + 2 ? moved(b[i], shifts[axes + i]) : moved(a[i], shifts[i]);
        placing->luck[first + point] = (uint32_t)(2 * row + (luck_of_b ? 1 : 0));
    }
}

static void place_shift(struct placing *placing, size_t shift, size_t rows, const double *sequence)
{
    const size_t axes = placing->points.axes;
    const bool halves = has_both_points(axes);
    struct draw amount = draw_for(&placing->draws, DRAW_SHIFT, (uint32_t)shift, 0);
    struct draw shuffle = draw_for(&placing->draws, DRAW_ROW, (uint32_t)shift, 0);
    uint32_t *order = ARENA_NEW(placing->arena, uint32_t, rows);
    double amounts[2 * SOBOL_MOST_AXES] = {0};
    for (size_t i = 0; i < 2 * axes; i++)
        amounts[i] = draw_uniform(&amount);
    for (size_t row = 0; row < rows; row++)
        order[row] = (uint32_t)row;
    draw_shuffle(&shuffle, order, (uint32_t)rows);
    for (size_t row = 0; row < rows; row++) {
        const double *a = sequence + row * (halves ? 2 * axes : axes);
        const double *b = halves ? a + axes : sequence + order[row] * axes;
        place_row(placing, (shift * rows + row) * (axes + 3), a, b, amounts);
    }
}

struct points points_sobol(size_t axes, size_t rows, size_t shifts, uint64_t seed, struct arena *arena)
{
    require(axes >= 1 && axes <= SOBOL_MOST_AXES);
    struct placing placing = placing_begin(axes, shifts * rows * (axes + 3), seed, arena);
    const double *sequence = sequence_of(axes, rows, arena);
    for (size_t shift = 0; shift < shifts; shift++)
        place_shift(&placing, shift, rows, sequence);
    return placing.points;
}
