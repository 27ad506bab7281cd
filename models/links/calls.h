/* Link calls: two delegates of linked groups talk, what they know flows, and work that both groups do merges.
 *
 * The end of a link that asks invites the other. That group sends a delegate, who takes a guest's place
 * and sits down with a delegate of the group that asked, in a session of a method file, about what one has to
 * know on their topic. Her group sends two masks of its common work with her: what it has solved, and what it
 * works at. After the call the group that asked sends its own masks back. Delegates take turns.
 */
#ifndef LINKS_CALLS_H
#define LINKS_CALLS_H

#include "links/links.h"

/* Schedules the first call on a link that was just made; each link draws the hour of its calls. */
void calls_begin(struct site *site, struct link *link);
/* A guest has come: if she came for a call, it begins. */
void call_begins(struct site *site, uint32_t guest, uint32_t purpose, uint32_t number);
/* A traveller found no place here: if she came for a call, the call is given up. */
void call_is_turned_away(struct site *site, uint32_t purpose, uint32_t number);
/* A convened session closes: if it was a call, both groups learn from it and the guest goes home. */
void call_closes(struct site *site, const struct session *session);

void on_link_calls(struct site *site, const struct event *event);
void on_link_invited(struct site *site, const struct event *event);
void on_link_told(struct site *site, const struct event *event);

#endif
