/* How people leave a group, and how they come to one by chance. */
#ifndef GROUPS_TURNOVER_H
#define GROUPS_TURNOVER_H

#include "groups/groups_parts.h"

/* Draws when the next candidate for leaving comes: the number of members has changed, or the last candidate
 * stayed. */
void group_expect_leaving(struct site *site, struct group *group);
/* Draws when the next person comes by chance. */
void group_expect_joining(struct site *site, struct group *group);

void on_member_leaves(struct site *site, const struct event *event);
void on_member_joins(struct site *site, const struct event *event);

#endif
