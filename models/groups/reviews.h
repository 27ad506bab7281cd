/* What groups finished before anybody approved it: the assembly hears it afterwards.
 *
 * A finished task whose approval comes after the work is put on the agenda, and its group goes on to the next
 * one. Accepted, it is done. Accepted under conditions, the group carries these out and it is done. Else a
 * share of what was heard is done again and heard again; the group does that before anything new. While
 * `unheard` of its tasks wait to be heard, it asks before it begins another one. So a task
 * takes the group C / (1 - r * redo) of its time, where C is the time of the work and r the share that is
 * sent back each time, against W + C where it waits W for the approval first.
 *
 * What waits to be heard is a queue; Little's law has to hold for it at the end of every run.
 */
#ifndef GROUPS_REVIEWS_H
#define GROUPS_REVIEWS_H

#include "groups/work.h"

enum review_end { REVIEW_ACCEPTED, REVIEW_CONDITIONS, REVIEW_SENT_BACK, REVIEW_WITHDRAWN, REVIEW_ENDS };

/* A task that was finished, and is not accepted yet. */
struct review {
    struct task task;
    sim_time since;
    bool waits; /* to be heard; else it was, and waits for the group to do it again */
    struct review *next;
};

/* Those of a site that wait to be heard. */
struct reviews {
    uint32_t waiting;
    sim_time changed;
    int64_t area;  /* integral of `waiting` over time up to `changed`, microseconds */
    int64_t stays; /* time that they waited, of those that wait no more, microseconds */
    uint64_t asked, ends[REVIEW_ENDS];
};

/* The group puts the task of this lane, which it has finished, on the agenda. */
void review_asks(struct site *site, struct group *group, const struct task *task);
/* The task of the group that this proposal is about; NULL: it is about none that was finished. */
struct review *review_of(const struct group *group, const struct item *item);
/* It was heard. True when it is done: it is in `task` then, and off the list. */
bool review_is_heard(struct site *site, struct group *group, struct review *review, struct task *task);
/* Whether the group may begin another task that is heard afterwards. */
bool review_has_room(const struct groups *groups, const struct group *group);
/* What was sent back first becomes this task; false: nothing was. */
bool review_resumes(struct group *group, struct task *task);
/* Members came or went: somebody of them stands for each proposal. */
void reviews_stay(struct group *group);
/* The group ends: nobody answers for what was not accepted. Calls `lost` for each such task. */
void reviews_end(struct site *site, struct group *group,
                 void (*lost)(struct site *site, struct group *group, const struct task *task));
/* Brings the time integral of the queue up to date and checks Little's law. */
void reviews_settle(struct groups *groups, sim_time now);

#endif
