/* How many runs an experiment takes, and about how long: a few of them are tried.
 *
 * Tried are the first run of each design and some worlds, spread evenly over all of them, since a world of a
 * thousand people takes longer than one of thirty. A trial lasts a second at most: of a run that takes
 * longer, the share of its time that was reached by then says how long all of it would take.
 */
#ifndef PROGRAM_FORECAST_H
#define PROGRAM_FORECAST_H

#include "models/experiment/experiment.h"

struct forecast {
    uint64_t runs, least_runs; /* the same, unless it is decided on the way how many there are */
    uint64_t bytes;            /* memory of the largest run that was tried */
    uint64_t kept;             /* what is kept of the largest one, as a journal keeps it */
    double seconds;            /* on `threads` threads; NaN: nothing could be tried */
    int threads;
};

struct forecast forecast_of(struct experiment *experiment);

#endif
