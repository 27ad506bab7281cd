/* Places of the knots of a network, so that knots that are tied lie near each other.
 *
 * All knots push each other away, ties pull, and all are drawn to the middle; each round they move less
 * (Fruchterman and Reingold 1991, doi:10.1002/spe.4380211102). They begin on a circle, so the same network
 * always lies the same way. Each round takes time as the square of the knots.
 */
#ifndef ANALYSIS_SPRINGS_H
#define ANALYSIS_SPRINGS_H

#include <stddef.h>

struct knot {
    double across, up; /* 0 to 1 */
};

struct spring {
    size_t one, other;
};

/* Places all knots. The ties of a pair may stand there several times, and pull so much more. */
void springs_place(struct knot *knots, size_t count, const struct spring *springs, size_t spring_count);

#endif
