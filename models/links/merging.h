/* Groups of different sites that become one instead of keeping a link.
 *
 * The smaller of two groups that find each other goes to the larger one: it ends as merged, and its members
 * move over for good, as guests of that site, as far as they want to follow, have no other group at home,
 * and find a place. They go home when their membership there ends.
 */
#ifndef LINKS_MERGING_H
#define LINKS_MERGING_H

#include "links/links.h"

/* The group that sought has found `group`: the smaller of both goes over to the larger one. */
void groups_merge(struct site *site, const struct group *group, const struct seek_card *seek);
/* A guest has come: if she came to stay, she joins the group into which her own has merged. */
void follower_joins(struct site *site, uint32_t guest, uint32_t purpose, uint32_t number);
/* A membership ended: a guest who came to stay in that group goes home. */
void follower_parts(struct site *site, uint32_t person);

void on_group_called(struct site *site, const struct event *event);

#endif
