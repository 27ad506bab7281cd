/* How many runs an experiment takes, and about how long: some of them are tried.
 *
 * Runs are of up to three kinds: of the scenario itself, of its variants (a point of a sweep with a thousand
 * people takes longer than one with thirty), and of plausible worlds. Of each kind runs are tried for a part
 * of a second, spread evenly over all variants or worlds and taking the designs in turn, so that what differs
 * between them is in the mean. A run that takes longer than its share of that time is broken off: of it, the
 * share of its time that was reached says how long all of it would take. Reading the scenario is counted too.
 */
#ifndef PROGRAM_FORECAST_H
#define PROGRAM_FORECAST_H

#include "models/experiment/experiment.h"

struct forecast {
    uint64_t runs, least_runs; /* the same, unless it is decided on the way how many there are */
    uint64_t bytes;            /* memory of the largest run that was tried */
    uint64_t kept;             /* what is kept of the largest one, as a journal keeps it */
    double seconds;            /* of all runs, on `threads` threads; NaN: nothing could be tried */
    double least_seconds;      /* of as few runs as there can be */
    int threads;
};

/* Seconds of the processor that this thread had so far. */
double forecast_clock(void);
/* `reading`: seconds of the processor that it took to load the experiment. */
struct forecast forecast_of(struct experiment *experiment, double reading);

#endif
