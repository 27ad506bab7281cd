/* What groups do between meetings: tasks, and the approvals they wait for.
 *
 * A group always has one task, or as many at once as it may (`at_once`). A task is a piece of work on an
 * item: common items are those of the whole movement, the same at all sites, and done once for all who know
 * of it; local items belong to a site and come back. An item takes so many person-hours at speed 1 and needs
 * some of the know-how of its topic, whichever group does it. A share of the tasks needs the approval of the
 * assembly: the group puts a proposal on the agenda and waits. Nobody works on it meanwhile, which is how the
 * assembly's bottleneck reaches the groups.
 *
 * Work continues between meetings, at a pace that changes only when something happens:
 *
 *     pace = members * hours a day * (1 + experience)^learning * skill / (1 + condition_cost)^conditions
 *     skill = skill_floor + (1 - skill_floor) * share of what the task needs that some member knows
 *
 * (experience: tasks done, as the members remember them; Wright 1936, doi:10.2514/8.155). With several tasks
 * at once members give each that is worked on an equal share of their hours. So a task has one pending event,
 * its end, which is estimated anew when members come or go, learn, or an amendment is added. The books count
 * the hours that people put in, at any speed.
 *
 * Approval may also come after the work (`approval_when: after`): then the group begins at once, puts what it
 * has finished on the agenda, and goes on to its next task meanwhile (reviews.h). Tasks may be taken up in
 * sprints: so many at a planning, and nothing else until the next one. And a mechanism may have the members
 * work apart, each on parts of the task (moments.h: works_apart); then it says how fast that goes, and when
 * all parts are done.
 *
 * The tasks that wait are a queue; at the end of every run Little's law has to hold for it, to the
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
    sim_time hours;   /* that a member works in a day; 0: there is no work, and no task */
    sim_time content; /* mean of a task, person-hours at speed 1 */
    double content_cv;
    sim_time content_least;
    int64_t needs; /* facets of know-how */
    double skill_floor;
    double learning;                   /* exponent of experience */
    double practice;                   /* chance to learn a facet that was needed from other members */
    int64_t common_items, local_items; /* of a topic; local ones of a site */
    bool approval_lapses;
    const struct choice *approval_when; /* of a struct approval_rule */
    double redo;                        /* share of what was sent back that is done again */
    int64_t unheard;                    /* finished tasks that may wait to be heard; 0: any number */
    int64_t sprint;  /* tasks that a group takes up at a planning; 0: whenever it is free */
    int64_t at_once; /* tasks that a group has in hand */
};

/* When the assembly says what it has to say on a task. */
struct approval_rule {
    struct choice choice;
    bool after; /* the work */
};

extern const struct section work_section;

enum { MOST_COMMON_ITEMS = 64, MOST_LOCAL_ITEMS = 64, MOST_AT_ONCE = 16 };

enum task_state { TASK_NONE, TASK_WAITS /* for approval */, TASK_WORKED };

/* Hours that people of a group put into an item. */
struct effort_entry {
    uint32_t item;
    double hours;
};

/* From when it is asked for until it is done. */
struct task_times {
    sim_time asked;    /* it was taken up, or planned */
    sim_time begun;    /* somebody worked on it first; -1: nobody has yet */
    sim_time finished; /* the last time */
    sim_time worked;   /* how long somebody was at work on it */
};

/* Where it is heard only after it was finished. */
struct task_round {
    bool is_heard;      /* when it is finished: not yet approved */
    bool on_conditions; /* all that is left was added by conditions */
    uint32_t number;    /* from 0: how often it was sent back */
    double size;        /* content of this round, person-hours at speed 1 */
};

/* A task in hand. Written by tasks.c and work.c. */
struct task {
    uint32_t item; /* names the item of work over all topics and sites */
    bool common;
    bool approved;          /* the assembly approved it */
    double content, left;   /* person-hours at speed 1 */
    struct facet_set needs; /* of the commons */
    uint32_t conditions;
    const struct item *proposal; /* NULL: none was needed */
    double effort;               /* hours that people put in */
    struct task_times times;
    struct task_round round;
    double speed, skill; /* when it was finished first: by experience, and the share of the needs at hand */
};

/* How fast the work goes at present. Written by pace.c. */
struct work_pace {
    sim_time settled;    /* the books hold what was worked until then */
    double gain, labour; /* in an hour: what the task gains; what people put in */
    double fastest;      /* the most that an hour gained of this task */
    double each;         /* what an hour gains of somebody who knows all that is needed */
    double factor;       /* of the time that people put in: less than 1 where something is lacking */
    double burden;       /* by what conditions lengthen it */
    struct event_ticket done;
};

/* By how much what is left of a task may miss its end: times are whole microseconds, and each of its parts
 * ends at one. */
static inline double pace_rounding(const struct work_pace *pace, double content)
{
    const double most_parts = 100, small = 1e-6;
    return small * content + small + most_parts * pace->fastest * sim_hours(1);
}

/* What the group remembers. Written by work.c. */
struct work_memory {
    double experience; /* tasks */
    uint64_t solved;   /* common items of its topic that are solved, as far as it knows: a bit by number */
    uint64_t taken;    /* common items that groups it is linked with work on, as far as it knows */
};

/* What the group did in its whole life; `efforts`: since the last sample. Written by pace.c, work.c and
 * approvals.c. */
struct work_books {
    struct effort_entry *efforts;
    uint32_t effort_count, effort_room;
    double effort;   /* hours that people put in */
    sim_time waited; /* for approval */
    uint32_t done, dropped, approvals, refusals;
};

/* What a group may still take up of what it planned. Written by work.c. */
struct work_plan {
    int64_t left;  /* tasks */
    sim_time made; /* the planning */
};

struct review;

/* Where a group has one task in hand. It has `at_once` of these; an idle one has none. */
struct task_lane {
    uint32_t number;       /* from 0 */
    enum task_state state; /* written by work.c and approvals.c */
    uint32_t chosen;       /* work.tasks when a task was chosen for it last */
    uint32_t started;      /* names the task that is or was last in hand here: work.started then */
    sim_time since;        /* it waits since then */
    struct task task;
    struct work_pace pace;
};

struct group_work {
    struct task_lane *lanes;
    uint32_t lane_count;
    uint32_t tasks; /* taken up so far */
    struct work_memory memory;
    struct work_books books;
    struct work_plan plan;
    struct review *reviews; /* what it finished and was not accepted yet; written by reviews.c */
    uint32_t started;       /* tasks so far, those that were sent back anew each time */
    uint32_t shown;         /* tasks so far, likewise */
};

/* Which common item of its topic a group may take next: what it would take by itself, and what a listener
 * makes of that (moments.h). Bits by number. */
enum { NO_ITEM = MOST_COMMON_ITEMS };
struct item_advice {
    uint64_t unsolved; /* not solved, as far as the group knows */
    uint64_t open;     /* one of these is taken; 0: an item of the site */
    uint32_t named;    /* exactly this one; NO_ITEM: by lot */
};

/* Whether all that the group has in hand waits for approval; false where it has nothing in hand. */
bool lanes_wait(const struct group *group);
/* How many tasks it has in hand; and what these need together. */
uint32_t lanes_in_hand(const struct group *group);
struct facet_set lanes_need(const struct group *group);

/* Common items as masks by number: what a group would report to others that it works on, and what others
 * report to it. When its own task turns out to be solved, it drops it and takes up another. */
uint64_t work_at(const struct group *group);
void work_give_solution(struct site *site, const struct group *informed, uint64_t solved, uint64_t taken);
/* Members may know more than before: after a meeting, or a call. */
void work_look_up(struct site *site, const struct group *group);

/* A planning of a sprint: the group may take up so many tasks from now on, and gives up what it knows to be
 * solved elsewhere. */
void work_plan(struct site *site, const struct group *planning);
/* Where members work apart: something of the task in this lane was to be done again, so there is more to do;
 * all of it is done. */
void work_grows(struct site *site, const struct group *growing, uint32_t lane, double content);
void work_is_done(struct site *site, const struct group *group, uint32_t lane);

/* For a sample: the hours of all living groups are true up to `now`; after it, efforts begin anew. */
void work_settle_all(struct groups *groups, sim_time now);
void work_begin_sample(struct groups *groups);

#endif
