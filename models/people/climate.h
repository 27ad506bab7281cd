/* What comes over a site from outside and passes: the press, cold, a wave of solidarity.
 *
 * A spike multiplies how many arrive, how many come to a session, or how readily people leave: by its factor
 * for as long as it lasts, and afterwards what it adds or takes away halves in every half-life. Of several
 * spikes above 1 the highest counts, of several below 1 the lowest, and the two multiply: a hundred raids in
 * a hundred cities do not bring 3^100 times as many people.
 *
 * All spikes of a run are known when it begins, so that what depends on them can be drawn ahead. A site has
 * spikes of its own; spikes that reach every site from one are kept once for all sites, and the site where
 * they began skips them.
 */
#ifndef PEOPLE_CLIMATE_H
#define PEOPLE_CLIMATE_H

#include <stdint.h>

#include "base/sim_time.h"

enum climate_aspect {
    CLIMATE_ARRIVALS,   /* times the rate of arrivals */
    CLIMATE_ATTENDANCE, /* times the chance to come to a session, which is 1 at most */
    CLIMATE_LEAVING,    /* times the hazard of leaving */
    CLIMATE_ASPECTS
};

struct spike {
    sim_time from;
    sim_time lasts;     /* at its full factor */
    sim_time half_life; /* afterwards; 0: it ends at once */
    double factor;      /* 0 or more; 1 changes nothing */
    uint32_t site;      /* where it began */
};

struct spikes {
    const struct spike *all;
    uint32_t count;
};

struct climate {
    uint32_t site;
    struct spikes own[CLIMATE_ASPECTS];
    struct spikes of_all[CLIMATE_ASPECTS]; /* those that began at `site` are skipped */
};

/* By how much it multiplies now; 1 when no spike counts, or without a climate (NULL). */
double climate_factor(const struct climate *climate, enum climate_aspect aspect, sim_time now);

/* A bound that the factor does not exceed between two instants, for thinning. Exact where one spike counts
 * throughout. */
double climate_most(const struct climate *climate, enum climate_aspect aspect, sim_time from, sim_time to);

#endif
