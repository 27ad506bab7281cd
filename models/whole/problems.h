/* Problems that need more than one thing to be known: what a movement is asked to be able to do.
 *
 * A problem needs some facets of the commons (knowledge/commons.h) of different topics. Nobody works on it
 * here; it asks whether some group, or linked groups together, know all that it needs
 * (measures/transformation.h). The same problems for all sites and designs of a replication.
 */
#ifndef WHOLE_PROBLEMS_H
#define WHOLE_PROBLEMS_H

#include "people/interests.h"
#include "random/draw.h"
#include "scenario/field.h"
#include "state/state.h"

struct problem_settings {
    int64_t count;
    int64_t facets; /* that each needs */
    int64_t topics; /* that these are of; not more than `facets` */
};

extern const struct section problem_section;

/* Sets of facets, each drawn without replacement: first the topics, then facets of them in turns, so that
 * every topic is needed. Interests say how many topics and facets there are. */
const struct number_set *problems_draw(const struct problem_settings *settings,
                                       const struct interest_settings *interests, const struct luck *luck,
                                       struct arena *arena);

#endif
