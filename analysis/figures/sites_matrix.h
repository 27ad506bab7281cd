/* Links between sites as a square: sites by their size, the largest at the top left, a cell the fuller the
 * more links live between the two. Where there are so many links that lines would hide each other. */
#ifndef ANALYSIS_SITES_MATRIX_H
#define ANALYSIS_SITES_MATRIX_H

#include "analysis/figures/drawing.h"
#include "analysis/numbers/movement.h"

/* From so many pairs of sites on. */
enum { SITES_MOST_LINES = 60 };

/* A square of `size` px at its lower left corner. `people`: one a site, NaN where not known. */
struct square {
    double left, bottom, size;
};
void sites_matrix(struct drawing *drawing, const struct square *square, const struct ties *ties,
                  const double *people, const char *colour);

/* The order of sites by size, the largest first, into `order`, which has room for all. */
void sites_by_size(const double *people, size_t count, size_t *order);

#endif
