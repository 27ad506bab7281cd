/* Puts the mechanisms of all sites together and carries out one run. */
#ifndef MODELS_MOVEMENT_H
#define MODELS_MOVEMENT_H

#include "run_tally.h"
#include "scenario.h"

struct outcome;

/* Where the scenario measures from some moment on, the run is first carried out up to then, with the same
 * luck, and kept until all of it is done: what a measure says is what all of it has more than that (rows.h).
 *
 * False when it was broken off: then `tally` says why, where that was a limit. */
bool movement_run(const struct scenario *scenario, uint64_t replication, const struct run_terms *terms,
                  struct outcome *outcome, struct run_tally *tally);

#endif
