/* Which task a group takes up, how much work it is, and what know-how it needs. */
#ifndef GROUPS_TASKS_H
#define GROUPS_TASKS_H

#include "groups/groups_parts.h"

/* The next task of the group: item, content and needs, into `lane`. True when it needs approval.
 *
 * The category gives the chance that it is common. A common item is drawn among those of the topic that are,
 * as far as the group knows, neither solved nor worked on elsewhere; where there are none, among those that
 * are worked on elsewhere; where all are solved, the group takes an item of its site. What it has in hand
 * already it does not take a second time, unless there is nothing else. */
bool task_choose(struct site *site, struct group *group, struct task_lane *lane);

#endif
