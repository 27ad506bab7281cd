/* Link calls: two delegates of linked groups talk, what they know flows, and work that both groups do merges.
 *
 * The end of a link that asks invites the other. That group sends a delegate, who takes a guest's place
 * and sits down with a delegate of the group that asked, in a session of a method file, about what one has to
 * know on their topic. With her go two masks of the common work of her group: what it has solved, and what it
 * is at; when the call is over the same comes back. Delegates take turns.
 */
#ifndef LINKS_CALLS_H
#define LINKS_CALLS_H

#include "links/links.h"

/* The first call on a link that was just made, at an hour of its own. */
void calls_begin(struct site *site, struct link *link);
/* Somebody has come; where she came for a call, it begins. */
void call_begins(struct site *site, uint32_t guest, uint32_t purpose, uint32_t number);
/* There was no place for somebody who came; when it was for a call, that is over. */
void call_is_turned_away(struct site *site, uint32_t purpose, uint32_t number);
/* A convened session closes. */
void call_closes(struct site *site, const struct session *session);

void on_link_calls(struct site *site, const struct event *event);
void on_link_invited(struct site *site, const struct event *event);
void on_link_told(struct site *site, const struct event *event);

#endif
