/* The ziggurats of the exponential and the normal distribution: 256 layers of equal area under exp(-x) and
 * exp(-x^2/2).
 *
 * Marsaglia & Tsang 2000, "The ziggurat method for generating random variables", doi:10.18637/jss.v005.i08. A
 * point of a layer that lies left of the next edge is under the curve for sure, so 99 of 100 draws cost one
 * product and one comparison. Mathematics (base/same.h) only ever decide whether a point is kept, never what
 * its value is.
 *
 * Edge 1 is where the tail begins, edge 256 is 0; edge 0 is the width of a rectangle with the area of the
 * base layer, tail included. With area v and tail start r: x[0] = v / f(r), x[1] = r, f(x[i+1]) = f(x[i]) + v
 * / x[i]. A test checks this of every entry.
 */
#ifndef RANDOM_ZIGGURAT_H
#define RANDOM_ZIGGURAT_H

#include <stdint.h>

struct draw;

/* One draw of 64 bits points into a ziggurat: the lowest 8 bits choose the layer, the next one the side, the
 * upper 52 the place between the axis and the layer's edge. */
enum { ZIGGURAT_LAYERS = 256, ZIGGURAT_SIDE_SHIFT = 8, ZIGGURAT_PLACE_SHIFT = 12 };

extern const double ziggurat_exponential[ZIGGURAT_LAYERS + 1];
extern const double ziggurat_normal[ZIGGURAT_LAYERS + 1]; /* the right half */

static inline unsigned ziggurat_layer(uint64_t bits)
{
    return (unsigned)bits & (ZIGGURAT_LAYERS - 1);
}

static inline double ziggurat_place(uint64_t bits)
{
    return ((double)(bits >> ZIGGURAT_PLACE_SHIFT) + 0.5) * 0x1p-52;
}

/* 1 or -1, without a branch, which would be guessed wrong half the time. */
static inline double ziggurat_side(uint64_t bits)
{
    return 1.0 - 2.0 * (double)(bits >> ZIGGURAT_SIDE_SHIFT & 1);
}

/* A normal, given that it is larger than `start`. Marsaglia 1964, "Generating a variable from the tail of the
 * normal distribution", doi:10.1080/00401706.1964.10490150. */
double ziggurat_normal_tail(struct draw *draw, double start);

#endif
