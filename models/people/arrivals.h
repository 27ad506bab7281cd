/* People who come during the run.
 *
 * Arrivals are a Poisson process whose rate changes with season and climate, all drawn before the run begins,
 * so that there is room for everybody. It is thinned in layers (Lewis & Shedler 1979,
 * doi:10.1002/nav.3800260304): each layer is a Poisson process of the rate at the start and a height between
 * 0 and 1 for each of its points; those below the curve of the rate arrive. A higher curve adds people and
 * removes none, so that designs with different climates share their luck.
 */
#ifndef PEOPLE_ARRIVALS_H
#define PEOPLE_ARRIVALS_H

#include "kernel/run.h"
#include "people/people.h"

struct arrival_settings {
    double per_hour; /* at the start, in fair climate */
    sim_time fades;  /* half-life of the rate; 0: it does not fade */
    int64_t patience;
    sim_time visit_every;
};

extern const struct section arrival_section;

/* Draws who arrives and when. All else about the population is set before. */
void arrivals_draw(struct people *people, const struct population *population, struct arena *arena);
/* How many are expected until `ends`. */
double arrivals_expected(const struct arrival_settings *settings, const struct climate *climate,
                         double factor, sim_time ends);
void arrivals_start(struct site *site);

void on_person_arrives(struct site *site, const struct event *event);

#endif
