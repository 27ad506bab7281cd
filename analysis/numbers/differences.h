/* A list of differences as people read it: the largest first, and what hardly differs put together.
 *
 * The size of a difference is how many times one mean is the other, whichever is larger; where there is no
 * ratio, that of the two means, and without end where one of them is zero or they have different signs.
 */
#ifndef ANALYSIS_DIFFERENCES_H
#define ANALYSIS_DIFFERENCES_H

#include "analysis/numbers/compare.h"

/* A clear difference of less than this share of the base is said to be hardly one. */
#define HARDLY_BELOW 0.05

/* Whether the contrast is clear, and smaller than that. */
bool differs_hardly(const struct contrast *contrast);
/* Whether it is clear, and not smaller than that. */
bool differs_clearly(const struct contrast *contrast);

/* The contrasts in the order in which they are read: those that differ clearly, largest first, then those
 * that differ hardly, then all others as they came. In `arena`. */
const struct contrast **differences_by_size(const struct contrast *contrasts, size_t count,
                                            struct arena *arena);

#endif
