/* Carries out the runs of a round on many threads and hands them to the record in their order.
 *
 * A run is a pure function of its order, so it does not matter which thread carries it out, or when. The
 * record takes them in their order (run_line.h), so the file has the same bytes with any number of threads.
 */
#ifndef PROGRAM_RUN_ENSEMBLE_H
#define PROGRAM_RUN_ENSEMBLE_H

#include "base/trouble.h"
#include "models/experiment/experiment.h"
#include "program/extension.h"
#include "program/watch.h"

struct ensemble {
    const struct experiment *experiment;
    const struct record_shape *shape;
    struct record *record;
    const struct run_order *orders;    /* of the round */
    uint64_t runs, done;               /* of the round; done: those that are in the record already */
    bool first;                        /* it is the first round */
    const struct extension *extension; /* runs that need not be carried out; NULL: none */
    int threads;
    bool each_alone; /* runs that are carried out beside each other get one thread each, though some were left
                      */
    struct watch *watch;
};

struct ensemble_tally {
    /* Of this attempt; `bytes`, `most_letters` and `participants` are the largest of a run. */
    struct run_tally sum;
    uint64_t runs;  /* carried out in this attempt, and taken from results that were there */
    uint64_t taken; /* of these, the ones that were taken */
};

/* STATUS_INTERRUPTED when asked to stop: the runs under way are broken off, those done are recorded first. */
enum status run_ensemble(const struct ensemble *ensemble, struct ensemble_tally *tally,
                         struct trouble *trouble);

#endif
