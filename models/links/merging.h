/* Groups of different sites that become one instead of keeping a link.
 *
 * The smaller of two groups that find each other goes to the larger one: it ends as merged, and its members
 * move over for good, as guests of that site, as far as they want to follow, have no other group at home,
 * and find a place. They go home when their membership there ends.
 */
#ifndef LINKS_MERGING_H
#define LINKS_MERGING_H

#include "links/links.h"

/* `group` was found by the group that sought. */
void groups_merge(struct site *site, const struct group *group, const struct seek_card *seek);
/* Somebody has come; where she came to stay, she joins the group that hers went to. */
void follower_joins(struct site *site, uint32_t guest, uint32_t purpose, uint32_t number);
/* A membership ended: a guest who came for it has no more reason to stay. */
void follower_parts(struct site *site, uint32_t person);

void on_group_called(struct site *site, const struct event *event);

#endif
