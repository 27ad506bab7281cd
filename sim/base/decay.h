/* What fades with time: half of it is left after each half-life. */
#ifndef BASE_DECAY_H
#define BASE_DECAY_H

#include "base/sim_time.h"

/* The share that is left after `span`; with a half-life of 0 nothing is, after any time at all. */
double decay_factor(sim_time half_life, sim_time span);

#endif
