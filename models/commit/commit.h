/* What a meeting leads to: people sign for a call, and those who turn up afterwards are a working group.
 *
 * A stage with `do: commit` makes each matter that was posted a call; where nothing was posted, each of the
 * circles that people last sat in. Who posted it, or hosted the circle, stands for the call, and its topic is
 * what she cares for most. Everybody who belongs here and has a free place signs for one call at most. A call
 * that enough people signed becomes a working group of those who then turn up: good intentions are carried
 * out about half of the time (Sheeran 2002).
 *
 * With `into: task` each working group of which somebody is there makes a call to its own members, and one
 * that enough of them sign takes up its next tasks (groups/work.h: work_plan). Three are enough, or all of a
 * group that is smaller. In a meeting of a working group that group alone does. As those who turn up are the
 * group that a call becomes, those who turn up do the tasks that it becomes: a member who was not there, did
 * not sign, or does not turn up works on nothing of this group until its next planning. Who joins meanwhile
 * works at once.
 */
#ifndef COMMIT_COMMIT_H
#define COMMIT_COMMIT_H

#include "commit/numbers.h"
#include "parts.h"
#include "scenario/field.h"

struct commit_settings {
    double sign;           /* chance that somebody signs at all */
    double follow_through; /* chance that somebody who signed turns up */
    int64_t size;          /* people who must sign for a call to become something */
    bool by_warmth;        /* calls of other sides weigh as much as her warmth toward these */
};

extern const struct section commit_section;

struct commit;
struct session;

/* What a call becomes. */
struct commit_rule {
    struct choice choice;
    bool of_groups; /* the calls are working groups: each calls its own members */
    void (*becomes)(struct site *site, const struct session *session, struct commit *commit, uint32_t call);
};

extern const struct choice *const commit_rules[];

struct commit_call {
    uint32_t person, topic; /* who stands for it; NOBODY: a working group does */
    uint32_t group;         /* its number; NOBODY: none */
    uint32_t signed_by;
};

struct commit_tally {
    uint64_t stages; /* held */
    uint64_t signed_for, turned_up, groups;
    uint64_t plannings; /* calls by which a group took up its next tasks */
};

struct commit {
    const struct commit_settings *settings;
    struct arena *arena;
    struct commit_call *calls;
    uint32_t count, room;
    uint32_t *choice;   /* by person: number of the call that she signed for, from 1; 0: none */
    uint32_t *who;      /* room for one number a person */
    uint32_t *sits_out; /* by person, GROUPS_EACH each: a group of whose tasks she works on none, plus 1 */
    struct commit_tally tally;
};

/* NULL where no method of the calendar commits people to anything. */
PART(commit, COMMIT_NUMBER)

extern const struct verb verb_commit;

struct checking;
void commit_check(const struct checking *checking);
void commit_note(const struct checking *checking);

struct group;
/* Whether she works on what the group has in hand (moments.h). */
bool commit_works_on_tasks(struct site *site, const struct group *group, uint32_t person);

struct scenario;
/* Whether a method of the calendar has such a stage. */
bool commit_is_asked_for(const struct scenario *scenario);

#endif
