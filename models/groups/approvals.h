/* The queue of tasks that wait for the approval of the assembly. */
#ifndef GROUPS_APPROVALS_H
#define GROUPS_APPROVALS_H

#include "groups/groups.h"

enum approval_end { APPROVAL_GRANTED, APPROVAL_REFUSED, APPROVAL_MOOT, APPROVAL_ORPHANED };

/* Puts a proposal on the agenda, and waits. */
void approval_ask(struct site *site, struct group *group);
/* The task waits from now on; its proposal is on the agenda. */
void approval_waits(struct site *site, struct group *group);
void approval_leaves(struct site *site, struct group *group, enum approval_end why);

#endif
