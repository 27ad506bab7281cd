/* The state of teamwork at a site, and what the files of this folder share with nobody else. */
#ifndef TEAMWORK_TEAMWORK_PARTS_H
#define TEAMWORK_TEAMWORK_PARTS_H

#include "groups/groups.h"
#include "teamwork/teamwork.h"

enum { NO_SEAT = 0xFFFFFFFFu };

/* A part of a task. */
struct task_part {
    double size, left;      /* person-hours at speed 1; left is true at team->settled */
    double gain;            /* of it, in an hour */
    struct facet_set needs; /* of the commons */
    uint64_t bears_on;      /* the parts of its task that it and they bear on each other: a bit each */
    uint32_t lane;          /* of the group: which of its tasks */
    uint32_t holder;        /* place of the member who has it in hand; NO_SEAT: nobody has */
    bool is_finished;
    bool is_fresh; /* taken at this instant: its signals are still to be given */
    sim_time begun;
    struct event_ticket finished;
    uint64_t *had_word; /* the members with whom its holder had word since she took it: a bit a place */
};

/* The parts of one task that a group has in hand. */
struct team_lane {
    uint32_t task; /* the task that these are parts of (task_lane.started); 0: of none yet */
    sim_time laid_out;
    bool works;          /* the parts are worked on */
    double labour, gain; /* of all, in an hour */
};

/* The members of a group and the parts of its tasks. A member keeps her place while she is in the group. */
struct team {
    uint32_t *places; /* the person of each; NOBODY: it is free */
    uint32_t count, room;
    struct team_lane *lanes; /* as many as the group has */
    struct task_part *parts; /* of the first lane, then of the next one */
    uint32_t part_count;     /* of all lanes */
    sim_time settled;
    uint32_t signals;
};

struct teamwork_tally {
    uint64_t taken, finished, given_back;
    double part_days;                /* from when the task was laid out until a part was finished, added up */
    uint64_t depended, without_word; /* times that a part was finished on which one under way depends */
    uint64_t signals;                /* that reached somebody at once */
    uint64_t in_hand;                /* now */
    double set_back;                 /* person-hours at speed 1 */
};

struct teamwork {
    const struct teamwork_settings *settings;
    const struct work_settings *work;
    const struct luck *luck;
    struct arena *arena;
    struct team **teams; /* by number of the group; NULL: it has had no task yet */
    uint32_t room;
    struct teamwork_tally tally;
};

/* --- places.c --- */

/* The team of a group; NULL: it has none yet. */
struct team *team_of(const struct teamwork *teamwork, const struct group *group);
/* The same, made where there is none. */
struct team *team_made(struct teamwork *teamwork, const struct group *group);
/* The place of a person; NO_SEAT: she has none. */
uint32_t team_place(const struct team *team, uint32_t person);
/* Who is in the group has a place, and nobody else. Calls `leaves` before somebody loses hers. */
void team_follows(struct teamwork *teamwork, struct team *team, const struct group *group,
                  void (*leaves)(struct teamwork *teamwork, struct team *team, uint32_t place));
/* How many words the bits of all places take. */
static inline size_t team_words(const struct team *team)
{
    return (team->room + 63) / 64;
}

/* --- skill.c --- */

/* Share of what the part needs that this person knows; that some member knows; and that is at hand to who has
 * it. */
double part_fit(const struct parts *parts, const struct task_part *part, uint32_t person);
double part_fit_of_all(const struct parts *parts, const struct team *team, const struct task_part *part);
double part_know_how(const struct parts *parts, const struct team *team, const struct task_part *part);

/* --- word.c --- */

/* Whose part it is has had word with who sits at this place. */
bool part_had_word(const struct task_part *part, uint32_t place);
void part_forgets(const struct team *team, struct task_part *part);
/* Who sits at `speaker` tells who sits at `listener`. True when that is new to who has a part in hand. */
bool team_word(struct team *team, uint32_t listener, uint32_t speaker);
/* A member signals to all others of her group. */
void team_signals(struct site *site, struct team *team, const struct group *group, uint32_t place);

#endif
