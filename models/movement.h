/* Puts the mechanisms of all sites together and carries out one run. */
#ifndef MODELS_MOVEMENT_H
#define MODELS_MOVEMENT_H

#include "experiment.h"
#include "settings.h"

/* `threads` may work at the sites at once. */
void movement_run(const struct scenario *scenario, uint64_t replication, uint32_t threads,
                  struct outcome *outcome, struct run_tally *tally);

#endif
