/* People who visit other sites for a while, or a site that is online.
 *
 * Visits of a site are candidates at the rate of all who belong to it, each of which names a person; nothing
 * happens when she is not there or in a session. A guest comes to what is held where she is, as all who are
 * there do, and takes home what she learned of the commons.
 */
#ifndef NETWORK_VISITS_H
#define NETWORK_VISITS_H

#include "network/network.h"

void visits_start(struct site *site);
void visit_begins(struct site *site, uint32_t guest);

void on_person_visits(struct site *site, const struct event *event);

#endif
