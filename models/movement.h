/* Puts the mechanisms of all sites together and carries out one run. */
#ifndef MODELS_MOVEMENT_H
#define MODELS_MOVEMENT_H

#include "experiment.h"
#include "settings.h"

void movement_run(const struct scenario *scenario, uint64_t replication, struct outcome *outcome,
                  struct run_tally *tally);

#endif
