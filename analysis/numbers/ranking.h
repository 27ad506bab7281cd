/* All designs on one measure, in order, with ties, and every design against every other one.
 *
 * The order is that of the means: the better ones first, or the greater ones where nothing is better. A
 * design shares the place of the first one above it from which it is not clearly apart: designs of one place
 * are not clearly apart from the first of that place. Where the best design was looked for by this measure
 * (`best` of a scenario), the one that is ahead comes first, and those that are in before those that are out,
 * which have fewer runs. Ties need not be transitive, so all pairs are kept.
 */
#ifndef ANALYSIS_RANKING_H
#define ANALYSIS_RANKING_H

#include "analysis/numbers/compare.h"

struct ranked {
    size_t design;
    size_t place;         /* 1 for the first and those that are not clearly behind it */
    struct estimate mean; /* CERTAINTY_NONE: it has no value, and stands last */
};

struct ranking {
    size_t measure, count;
    const struct ranked *designs; /* in their order */
    const struct contrast *pairs; /* [design][other]: the design against the other; of no use where they are
                                     the same */
};

/* Of the scenario itself. In `arena`. */
struct ranking ranking_of(const struct results *results, size_t measure, double confidence,
                          struct arena *arena);
/* The measure by which the best design was looked for, else the one that the scenario asks about. */
size_t ranking_measure(const struct results *results);
const struct contrast *ranking_pair(const struct ranking *ranking, size_t design, size_t other);

#endif
