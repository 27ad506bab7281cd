/* What the other files of this folder use of the work of groups, and nobody else. */
#ifndef GROUPS_WORK_PARTS_H
#define GROUPS_WORK_PARTS_H

#include "groups/groups_parts.h"

/* At birth: takes up the first task. From then on the group works by itself. */
void work_begin(struct site *site, struct group *group);
/* After somebody joined or left; there were `before` members. */
void work_members_change(struct site *site, struct group *group, uint32_t before);
/* The group dissolves; its members are still there. Its proposal is withdrawn from the agenda; if a circle is
 * hearing it, when the turn that is being spoken there ends. */
void work_end(struct site *site, struct group *group);

void on_task_done(struct site *site, const struct event *event);
/* The assembly has decided a proposal, or opened a passed one again. */
void work_decided(struct site *site, const struct item *item);
void work_reopened(struct site *site, const struct item *item);

#endif
