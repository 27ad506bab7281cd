/* What groups do between meetings: tasks, and the approvals they wait for. */
#ifndef GROUPS_WORK_H
#define GROUPS_WORK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/sim_time.h"
#include "kernel/run.h"
#include "knowledge/knowledge.h"

struct group;
struct item;

enum task_state { TASK_NONE, TASK_WAITS /* for approval */, TASK_WORKED };

/* Hours of a work item, of any group, since they were asked for last. */
struct effort_entry {
    uint32_t item;
    double hours;
};

struct group_work {
    enum task_state state;
    uint32_t item; /* common: topic and number; local: beyond these */
    bool common;
    double content, left;   /* person-hours at speed 1 */
    struct facet_set needs; /* of the topic's facets */
    uint32_t conditions;
    struct item *proposal;   /* on the agenda, or NULL */
    sim_time since, settled; /* waits since; work is booked up to */
    struct event_ticket done;
    double experience;            /* tasks, as its members remember them */
    uint64_t solved;              /* common items of its topic that are solved, as it knows: bit by number */
    uint64_t taken;               /* that linked groups are known to work on */
    struct effort_entry *efforts; /* since the last sample */
    uint32_t effort_count, effort_room;
    double effort, waited; /* hours, whole life */
    uint32_t done_tasks, dropped, approvals, refusals;
};

/* Tasks of a site that wait for approval. */
struct approvals {
    uint32_t waiting;
};

/* At birth, and after each task: takes up the next. */
void work_begin(struct site *site, struct group *group);
/* After somebody joined or left; there were `before` members. */
void work_members_change(struct site *site, struct group *group, uint32_t before);
/* The group dissolves. Its members are still there. */
void work_end(struct site *site, struct group *group);

#endif
