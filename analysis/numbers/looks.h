/* How sure it was, look by look, where it was decided on the way how many runs there are.
 *
 * With `precision` the runs of the scenario itself were looked at after the first ones, and then at 1.5 times
 * as many each time, until half of the 95 % range of every design's mean (Student's t) was within the wished
 * share of that mean, or the most was reached. What is known at a look is what the runs up to it say, so that
 * all of it can be worked out again from the runs of the file.
 *
 * With `most_replications` of plausible worlds, the worlds in which it was not clear yet, for every design,
 * whether it is ahead of the first one, were run as often again, until it was or the most was reached.
 */
#ifndef ANALYSIS_LOOKS_H
#define ANALYSIS_LOOKS_H

#include "analysis/file/results.h"

/* A design after so many runs. `values` of them have one; with fewer than two there is no range, and with
 * none no mean (NaN). */
struct look {
    size_t runs, values;
    double mean, half; /* half of the range */
};

struct looks_of_design {
    size_t design;
    const struct look *looks; /* as many as the file has */
    double share;             /* half as a share of the mean, at the last look; NaN: no value */
};

struct world_look {
    size_t runs;  /* that a world has at most */
    size_t clear; /* worlds in which it is clear by then */
};

struct looks {
    size_t measure; /* whose mean was to be known */
    const struct looks_of_design
        *designs;               /* that have values, the least sure first; none without `precision` */
    size_t design_count, count; /* count: of looks */
    size_t worlds;              /* that were looked at, 0 where the scenario did not wish it */
    const struct world_look *world_looks;
    size_t world_look_count;
};

/* Whether a file says at how many runs it was looked first, of either. */
bool looks_were_taken(const struct results *results);
/* In `arena`. Without what cannot be read; with trouble there. */
struct looks looks_of(struct results *results, struct arena *arena, struct trouble *trouble);

#endif
