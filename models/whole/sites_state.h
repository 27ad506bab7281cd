/* The state of a simulated movement: what its sites add up to at one moment.
 *
 * Taken while all sites wait at the same instant, so that nothing moves meanwhile and no thread can make a
 * difference. Groups are numbered site by site, in the order of their birth; those that have ended are not in
 * it, and neither is what they did since the moment before.
 *
 * A group's effort is what its members worked since the moment before, on the topic of the group and on its
 * items of work. Its facets are those of the commons that some member knows. Two groups are linked by a
 * lateral link (links/links.h), or where the scenario says so by a member they share. The effort of a
 * person is her share in that of her groups.
 */
#ifndef WHOLE_SITES_STATE_H
#define WHOLE_SITES_STATE_H

#include "whole/whole.h"

/* Books the work of all groups up to `now` and begins to count their effort anew. Everything lives in
 * `arenas`, one a thread. */
struct movement_state sites_state(const struct movement_frame *frame, struct sites_view sites, sim_time now,
                                  struct arena *arenas);

#endif
