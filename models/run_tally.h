/* On which terms a run is carried out, and what it took. */
#ifndef MODELS_RUN_TALLY_H
#define MODELS_RUN_TALLY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/sim_time.h"

/* A run that went over a limit of its scenario. */
struct run_excess {
    const char *limit; /* "events", "steps", "memory"; NULL: it kept within them */
    double most;       /* the limit, in its unit */
    sim_time when;     /* where the run stood then */
    uint32_t site;     /* that halted, or has worked the most */
    const char *event; /* what it was at; NULL: not known */
};

struct run_tally {
    uint64_t events;       /* worked by the kernel */
    uint64_t turns;        /* speaking turns */
    uint64_t hearings;     /* listener updates: turns times listeners */
    uint64_t bytes;        /* memory of the run at its peak */
    uint64_t windows;      /* 0 with one site */
    uint64_t letters;      /* what sites sent to each other in these windows */
    uint64_t most_letters; /* in one window */
    uint32_t participants;
    double share; /* of the time of the run that was simulated: 1, or less where it was broken off */
    struct run_excess excess; /* why it was broken off, where that was a limit */
};

/* They change no number. */
struct run_terms {
    uint32_t threads;                /* that may work at its sites at once; 1: only the caller */
    bool (*stop)(const void *asked); /* asked now and then whether to break off; NULL: never */
    const void *asked;
};

#endif
