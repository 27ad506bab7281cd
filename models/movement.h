/* Puts the mechanisms of all sites together and carries out one run. */
#ifndef MODELS_MOVEMENT_H
#define MODELS_MOVEMENT_H

#include "run_tally.h"
#include "scenario.h"

struct outcome;

/* False when it was broken off: then `tally` says why, where that was a limit. */
bool movement_run(const struct scenario *scenario, uint64_t replication, const struct run_terms *terms,
                  struct outcome *outcome, struct run_tally *tally);

#endif
