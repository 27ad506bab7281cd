/* Points of an experiment on the unit cube: one coordinate an axis, from 0 to 1.
 *
 * They are keyed by the seed alone (random/draw.h): the same seed gives the same points, whatever else is
 * run.
 */
#ifndef EXPERIMENT_POINTS_H
#define EXPERIMENT_POINTS_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct points {
    size_t axes, count;
    const double *at;     /* count x axes */
    const uint32_t *luck; /* by point: number of the replication whose luck it has */
};

/* A Latin hypercube: each of `count` strata of equal width once an axis, at a random place within it (McKay,
 * Beckman & Conover 1979). One luck for all, so that points differ by their coordinates alone. */
struct points points_sample(size_t axes, size_t count, uint64_t seed, struct arena *arena);

/* Walks on the levels 0, 1/3, 2/3 and 1 (Morris 1991): each begins anywhere and changes one axis after the
 * other, in random order, by 2/3 up or down. axes + 1 points a walk; all points of walk t have luck t: with a
 * luck of its own for each point, the effect of an axis would drown in the difference between two lucks. */
struct points points_morris(size_t axes, size_t walks, uint64_t seed, struct arena *arena);

/* Rows for indices of sensitivity (Saltelli et al. 2010): A, B, for each axis A with its coordinate from B,
 * and A with the luck of B. So axes + 3 points a row. A and B are the two halves of a point of a Sobol
 * sequence of 2 x axes dimensions, of which there are 40, paired evenly (points_pairs.h): with more than 20
 * axes both are points of one sequence, B in random order. `rows`, a power of two, are taken and none is
 * skipped; all are moved by a random shift modulo 1. `shifts` times anew, shift after shift: how far their
 * results lie apart says how sure they are. Luck is a factor as the axes are: A and B of each row have one of
 * their own, in every shift another (with the same ones in all shifts, the share of luck would seem far surer
 * than it is). */
struct points points_sobol(size_t axes, size_t rows, size_t shifts, uint64_t seed, struct arena *arena);
enum { SOBOL_MOST_AXES = 40 };

#endif
