/* People who visit other sites for a while, or a site that is online.
 *
 * Visits of a site are candidates at the rate of all who belong to it, each of which names a person; nothing
 * happens when she is not there or in a session. A guest comes to what is held where she is, as all who are
 * there do, and takes home what she learned of the commons.
 */
#ifndef TRAVEL_VISITS_H
#define TRAVEL_VISITS_H

#include "travel/travel.h"

void visits_start(struct site *site);
/* A guest has come: if she came for a visit, she goes home when it is over. */
void visit_begins(struct site *site, uint32_t guest, uint32_t purpose, uint32_t number);

void on_person_visits(struct site *site, const struct event *event);

#endif
