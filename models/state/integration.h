/* How well those who need each other are linked.
 *
 * Two groups are required to work together when they work on the same topic in different sites, or when it is
 * declared that they depend on each other. Each such pair counts once. Integration is the mean over required
 * pairs of 1/d, where d is the number of links on the shortest path between them, and 1/d is 0 where there is
 * no path: socio-technical congruence (Cataldo, Herbsleb & Carley 2008, doi:10.1145/1414004.1414008) with
 * indirect links counted as efficiency (Latora & Marchiori 2001, doi:10.1103/PhysRevLett.87.198701). A link
 * more never lowers it.
 *
 * It takes a walk over the web of links from each group. With more than EXACT_UP_TO groups (state.h) it is
 * estimated from SAMPLED_GROUPS of them that are drawn by lot, each with all that it is required to work
 * with, and `integration_within` says how far off that may be.
 *
 * Around it: how far the web of links reaches, and whether links leave their sites.
 */
#ifndef STATE_INTEGRATION_H
#define STATE_INTEGRATION_H

#include "state/state.h"

struct measured integration(const struct state_view *view); /* 0 to 1 */
/* Half the width of the 95 % range of integration where it is estimated; 0 where it is exact. */
struct measured integration_within(const struct state_view *view);
struct measured links_per_group(const struct state_view *view);     /* mean degree of the link graph */
struct measured giant_component(const struct state_view *view);     /* share of groups in the largest */
struct measured modularity_of_sites(const struct state_view *view); /* -1/2 to 1 */
struct measured modularity_of_components(const struct state_view *view);
struct measured external_internal_index(const struct state_view *view); /* -1 to 1 */

#endif
