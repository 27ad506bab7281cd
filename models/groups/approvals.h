/* The queue of tasks that wait for the approval of the assembly. */
#ifndef GROUPS_APPROVALS_H
#define GROUPS_APPROVALS_H

#include <stdint.h>

#include "base/sim_time.h"

struct group;
struct groups;
struct site;
struct task_lane;

enum approval_end { APPROVAL_GRANTED, APPROVAL_REFUSED, APPROVAL_MOOT, APPROVAL_ORPHANED };

/* The tasks of a site that wait for approval. */
struct approvals {
    uint32_t waiting;
    sim_time changed;
    int64_t area;   /* integral of `waiting` over time up to `changed`, microseconds */
    int64_t stays;  /* time that tasks waited, of those that wait no more, microseconds */
    uint64_t asked; /* tasks that began to wait */
    uint64_t granted, refused;
    uint64_t moot;     /* meanwhile another group solved it */
    uint64_t orphaned; /* meanwhile the group dissolved */
    int64_t granted_stays;
};

/* The group puts a proposal on the agenda, and waits. */
void approval_ask(struct site *site, struct group *group, struct task_lane *lane);
/* The task waits from now on; its proposal is on the agenda. */
void approval_waits(struct site *site, const struct group *group, struct task_lane *lane);
void approval_leaves(struct site *site, struct group *group, struct task_lane *lane, enum approval_end why);
/* Brings the time integral of the queue up to date and checks Little's law. */
void approvals_settle(struct groups *groups, sim_time now);

#endif
