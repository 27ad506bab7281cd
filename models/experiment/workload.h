/* How large a run will be, told before it begins.
 *
 * A scenario may ask for more than any machine has: proposals by the million, a city in one circle, a century
 * of meetings. What it asks for can be estimated from its settings, roughly and from above: memory is people
 * x matters, work is people x hours in sessions x turns per hour (hearings are conserved, however many
 * circles there are), results are runs x samples. What is over the `limits` of the scenario is refused before
 * anything is begun; whoever has the machine raises them.
 */
#ifndef MODELS_WORKLOAD_H
#define MODELS_WORKLOAD_H

#include "experiment/experiment_parts.h"

/* Of one run, over all sites. */
struct workload {
    double bytes;
    double steps; /* listener updates and what takes as long */
    double proposals;
};

struct workload workload_of(const struct scenario *scenario);

/* Refuses what is over the limits. All fields must be sound. */
void workload_check(const struct experiment *experiment, const struct scenario *scenario, struct node *tree,
                    struct trouble *trouble);

#endif
