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

struct draw;

enum { ZIGGURAT_LAYERS = 256 };

extern const double ziggurat_exponential[ZIGGURAT_LAYERS + 1];
extern const double ziggurat_normal[ZIGGURAT_LAYERS + 1]; /* the right half */

/* A normal, given that it is larger than `start`. Marsaglia 1964, "Generating a variable from the tail of the
 * normal distribution", doi:10.1080/00401706.1964.10490150. */
double ziggurat_normal_tail(struct draw *draw, double start);

#endif
