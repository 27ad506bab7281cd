/* PHOLD, the common yardstick of parallel simulators: events that wander between sites.
 *
 * Fujimoto 1990, "Performance of Time Warp under synthetic workloads". Every event schedules one more, after
 * a lookahead and an exponential time, at a random other site or at the same.
 */
#ifndef BENCH_PHOLD_H
#define BENCH_PHOLD_H

#include <stdint.h>

#include "kernel/run.h"

struct phold {
    uint32_t sites, start; /* events a site to begin with */
    uint32_t remote;       /* percent of events that go to another site */
    uint32_t threads;
    uint64_t events; /* to work, about */
};

struct phold_cost {
    double ns;  /* an event, by the clock on the wall */
    double cpu; /* ns of processors, all threads together, an event */
    double per_window;
    double letters;        /* a window */
    uint64_t most_letters; /* in one window */
    double bytes;          /* a site */
    uint64_t events, fold;
};

struct phold_cost phold_run(const struct phold *phold);

#endif
