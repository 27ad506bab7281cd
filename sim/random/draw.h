/* Draws that belong to what they decide.
 *
 * A draw is keyed by (seed, replication, purpose, entity, occasion): "shall person 17 come to the session of
 * day 3?" has one answer in a replication, whatever else happened before and whichever design is running. Two
 * designs therefore share their luck (common random numbers) by construction, and no order of evaluation can
 * matter.
 *
 *     struct draw draw = draw_for(luck, DRAW_ATTENDANCE, person, day);
 *     if (draw_uniform(&draw) < share) ...
 *
 * One block of Philox serves four 32-bit numbers; further numbers of the same draw come from the next blocks
 * (2^31 of them; the other half of the blocks belongs to the lanes). Uniforms lie in (0, 1): never 0,
 * never 1. A draw lives on the stack and is never shared.
 *
 * The numbers are the same bits with every compiler on every machine.
 */
#ifndef RANDOM_DRAW_H
#define RANDOM_DRAW_H

#include <gsl/gsl_rng.h>
#include <stdint.h>

#include "random/philox.h"

/* The luck of one replication: made from the scenario's seed and the number of the replication. */
struct luck {
    struct philox_key key;
    uint64_t round[PHILOX_ROUNDS][2]; /* keys of the rounds, which all lanes need */
};

struct draw {
    struct philox_key key;
    struct philox_counter counter; /* word 0 counts blocks; 1 occasion, 2 entity, 3 purpose */
    struct philox_counter block;
    unsigned left; /* numbers of the block not handed out yet */
};

/* Half a block of Philox of (seed, replication) under a key of its own: seeds 1 and 2, or replications 7 and
 * 8, have nothing more in common than any other two. */
struct luck luck_of(uint64_t seed, uint64_t replication);

/* `purpose` is a number from the list of the room that draws; keep lists of different rooms apart. */
struct draw draw_for(const struct luck *luck, uint32_t purpose, uint32_t entity, uint32_t occasion);

uint32_t draw_bits(struct draw *draw);
uint64_t draw_long_bits(struct draw *draw);                   /* 64 of them */
double draw_uniform(struct draw *draw);                       /* 52 bits, in (0, 1) */
double draw_exponential(struct draw *draw, double mean);      /* mean > 0 */
double draw_normal(struct draw *draw);                        /* mean 0, sd 1 */
double draw_gamma(struct draw *draw, double mean, double cv); /* mean >= 0; cv 0 gives the mean itself */
double draw_beta(struct draw *draw, double a, double b);      /* a, b > 0; in [0, 1] */
uint64_t draw_poisson(struct draw *draw, double mean);        /* 0 <= mean <= 1e15 */
uint32_t draw_below(struct draw *draw, uint32_t bound); /* uniform on 0..bound-1 without bias; bound > 0 */

/* A permutation of items[0..count-1], each equally likely (Fisher & Yates). */
void draw_shuffle(struct draw *draw, uint32_t *items, uint32_t count);

/* One uniform in (0, 1) for each of `count` lanes, all of the same purpose, entity and occasion: for loops
 * over the listeners of a turn. 23 bits each, the most that a float can hold centred in (0, 1). Vectorised;
 * lane i always gets the same number whatever `count` is, and none of them is shared with draw_for of the
 * same key. */
void draw_lanes(const struct luck *luck, uint32_t purpose, uint32_t entity, uint32_t occasion, float *lanes,
                uint32_t count);

/* `count` of them from lane `first` on, for who looks at few. */
void draw_some_lanes(const struct luck *luck, uint32_t purpose, uint32_t entity, uint32_t occasion,
                     uint32_t first, float *lanes, uint32_t count);

/* What draw_normal gives first for each of `count` occasions from `first` on, each `every` after the one
 * before, a third of the cost: for loops over people. */
void draw_normals(const struct luck *luck, uint32_t purpose, uint32_t entity, uint32_t first, uint32_t every,
                  double *normals, uint32_t count);

/* A view of `draw` for GSL's distributions: `struct draw_gsl view = draw_as_gsl(&draw);
 * gsl_ran_...(&view.rng, ...)`. The view must not outlive the draw, and cannot be reseeded. */
struct draw_gsl {
    gsl_rng rng;
};
struct draw_gsl draw_as_gsl(struct draw *draw);

#endif
