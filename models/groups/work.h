/* What groups do between meetings: tasks, and the approvals they wait for.
 *
 * A group always has one task. A task is a piece of work on an item: common items are those of the whole
 * movement, the same at all sites, and done once for all who know of it; local items belong to a site and
 * come back. An item takes so many person-hours at speed 1 and needs some of the know-how of its topic,
 * whoever does it. A share of the tasks needs the approval of the assembly: the group puts a proposal on the
 * agenda and waits. Nothing is worked meanwhile, which is how the assembly's bottleneck reaches the groups.
 *
 * Work goes on between meetings, at a pace that changes only when something happens:
 *
 *     pace = members * hours a day * (1 + experience)^learning * skill / (1 + condition_cost)^conditions
 *     skill = skill_floor + (1 - skill_floor) * share of what the task needs that some member knows
 *
 * (experience: tasks done, as the members remember them; Wright 1936, doi:10.2514/8.155). So a task has one
 * pending event, its end, which is projected anew when members come or go, learn, or an amendment is added.
 * The hours that people put in count whatever the speed.
 *
 * The tasks that wait are a queue; Little's law is required of it at the end of every run, to the
 * microsecond.
 */
#ifndef GROUPS_WORK_H
#define GROUPS_WORK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/sim_time.h"
#include "kernel/run.h"
#include "knowledge/knowledge.h"
#include "scenario/field.h"

struct group;
struct groups;
struct item;

struct work_settings {
    sim_time hours;   /* of a day, that a member works; 0: there is no work, and no task */
    sim_time content; /* of a task, mean, person-hours at speed 1 */
    double content_cv;
    int64_t needs; /* facets of know-how */
    double skill_floor;
    double learning;                   /* exponent of experience */
    double practice;                   /* chance to learn from the other members, a facet that was needed */
    int64_t common_items, local_items; /* of a topic; local ones of a site */
    bool approval_lapses;
};

extern const struct section work_section;

enum { MOST_COMMON_ITEMS = 64, MOST_LOCAL_ITEMS = 64 };

enum task_state { TASK_NONE, TASK_WAITS /* for approval */, TASK_WORKED };

/* Hours that people of a group put into an item. */
struct effort_entry {
    uint32_t item;
    double hours;
};

/* The task at hand. Written by tasks.c and work.c. */
struct task {
    uint32_t item; /* names the item of work over all topics and sites */
    bool common;
    bool approved;          /* the assembly approved it */
    double content, left;   /* person-hours at speed 1 */
    struct facet_set needs; /* of the commons */
    uint32_t conditions;
    struct item *proposal; /* NULL: none was needed */
    double effort;         /* hours that people put in */
};

/* How fast the work goes at present. Written by work.c. */
struct work_pace {
    sim_time settled;    /* what was worked is in the books up to then */
    double gain, labour; /* in an hour: what the task gains; what people put in */
    double burden;       /* by what conditions lengthen it */
    struct event_ticket done;
};

/* What the group remembers. */
struct work_memory {
    double experience; /* tasks */
    uint64_t solved;   /* common items of its topic that are solved, as far as it knows: a bit by number */
    uint64_t taken;    /* common items that groups it is linked with work on, as far as it knows */
};

/* What the group did in its whole life; `efforts` since the last sample. */
struct work_books {
    struct effort_entry *efforts;
    uint32_t effort_count, effort_room;
    double effort;   /* hours that people put in */
    sim_time waited; /* for approval */
    uint32_t done, dropped, approvals, refusals;
};

struct group_work {
    enum task_state state;
    uint32_t tasks; /* taken up so far */
    sim_time since; /* it waits since then */
    struct task task;
    struct work_pace pace;
    struct work_memory memory;
    struct work_books books;
};

/* The tasks of a site that wait for approval. */
struct approvals {
    uint32_t waiting;
    sim_time changed;
    int64_t area;   /* waiting tasks integrated over time, microseconds */
    int64_t stays;  /* of those that left, microseconds */
    uint64_t asked; /* tasks that began to wait */
    uint64_t granted, refused;
    uint64_t moot;     /* the solution came from elsewhere meanwhile */
    uint64_t orphaned; /* the group dissolved meanwhile */
    int64_t granted_stays;
};

struct work_tally {
    uint64_t done, common, approved; /* tasks; of them on common items, and with approval */
    uint64_t dropped;                /* refused, moot, or left by a group that dissolved */
    uint64_t learned;                /* facets, in practice */
    double hours;                    /* that people put in */
    double on_conditions;            /* of them, for what conditions add */
    double in_vain;                  /* of them, on tasks that were dropped */
    double speed;                    /* (1 + experience)^learning, summed over tasks when done */
    double skill;                    /* share of what they needed that some member knew, likewise */
};

/* At birth: takes up the first task. After that the work goes on by itself. */
void work_begin(struct site *site, struct group *group);
/* After somebody joined or left; there were `before` members. */
void work_members_change(struct site *site, struct group *group, uint32_t before);
/* Members may know more than before: after a meeting, or a call. */
void work_look_up(struct site *site, struct group *group);
/* The group dissolves. Its members are still there. What it waits for is withdrawn from the agenda; a
 * proposal that is being heard, as soon as that circle draws breath. */
void work_end(struct site *site, struct group *group);

static inline bool work_waits(const struct group_work *work)
{
    return work->state == TASK_WAITS;
}

/* Common items as masks by number: what a group would tell others it is at, and what others tell it. When its
 * own task turns out to be solved, it drops it and takes up another. */
uint64_t work_at(const struct group *group);
void work_give_solution(struct site *site, struct group *group, uint64_t solved, uint64_t taken);

/* Hours are true up to `now`: before samples, and at the end. */
void work_settle(struct groups *groups, struct group *group, sim_time now);
/* The next sample begins. */
void work_forget_efforts(struct group *group);
/* Brings the time integral of the queue up to date and checks Little's law. */
void approvals_settle(struct groups *groups, sim_time now);

void on_task_done(struct site *site, const struct event *event);
/* What becomes of the proposals of groups: hooks of the agenda. */
void work_decided(struct site *site, struct item *item);
void work_reopened(struct site *site, struct item *item);

#endif
