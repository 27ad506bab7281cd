/* Which task a group takes up, and what there is to it. */
#ifndef GROUPS_TASKS_H
#define GROUPS_TASKS_H

#include "groups/groups_parts.h"

/* The next task of the group: item, content and needs, into `group->work`. True when it needs approval.
 *
 * Whether it is common is drawn by the category. A common item is drawn among those of the topic that are, as
 * far as the group knows, neither solved nor worked on elsewhere; where all of these are gone, among those
 * worked on elsewhere; where all are solved, the group turns to the site. */
bool task_choose(struct site *site, struct group *group);

#endif
