/* The state of the working groups of a site, and what the files of this folder share with nobody else. */
#ifndef GROUPS_GROUPS_PARTS_H
#define GROUPS_GROUPS_PARTS_H

#include "groups/approvals.h"
#include "groups/groups.h"
#include "groups/reviews.h"
#include "groups/tally.h"

/* All groups that there ever were, and the living ones by topic. */
struct group_roster {
    struct group **list; /* by number */
    uint32_t count, room;
    uint32_t first; /* groups that were there at first: the others were born during the run */
    uint32_t living;
    struct group **on_topic; /* by topic: the youngest living one */
};

/* Which living groups each person knows of. A living group has a slot, which another one takes when it has
 * ended; a person has a bit for each, so that somebody who looks for a group reads her own bits and no group
 * that she has no use for. Written by knowing.c. */
struct knowing {
    uint64_t *of_person;   /* `words` each */
    uint64_t *living;      /* slots that are taken */
    struct group **groups; /* by slot */
    uint32_t *topics;      /* of these */
    uint32_t words;
};

/* How people look for a group, by person. Written by newcomers.c; `sits_in` by visitors.c. */
struct newcomers {
    bool *looks;       /* a next visit is scheduled */
    uint32_t *visits;  /* so far */
    uint32_t *vain;    /* visits in vain in a row */
    uint32_t *sits_in; /* number + 1 of the group whose next meeting she sits in at, or 0 */
};

/* People who are called to a meeting: valid while it is convened. */
struct call_list {
    uint32_t *person;
    uint32_t room;
};

struct groups {
    const struct group_settings *settings;
    struct arena *arena;
    const struct luck *luck;
    uint32_t people, topics;
    struct group_roster all;
    struct knowing knowing;
    uint32_t *places; /* by person, GROUPS_EACH each: number + 1 of a group that she is in, or 0 */
    bool *had_one;    /* by person: she was in a group some time */
    struct newcomers newcomers;
    struct call_list called;
    struct groups_tally tally;
    struct approvals approvals;
    struct reviews reviews;
    struct work_tally work;
};

/* A random number in (0, 1) that decides one thing. */
static inline double groups_lot(const struct groups *groups, uint32_t purpose, uint32_t entity,
                                uint32_t occasion)
{
    struct draw draw = draw_for(groups->luck, purpose, entity, occasion);
    return draw_uniform(&draw);
}

/* The same group, so that files of this folder can change it. */
static inline struct group *group_to_change(const struct groups *groups, const struct group *group)
{
    return groups->all.list[group->number];
}

/* --- roster.c --- */

/* NULL where the settings form no groups. Topics are those of people's interests. */
struct groups *groups_new(const struct group_settings *settings, uint32_t topics, const struct people *people,
                          const struct luck *luck, struct arena *arena);
/* A new group with the next number; it is on no topic yet. */
struct group *roster_add(struct groups *groups);
/* Puts it among the living groups on its topic, and takes it out. */
void roster_list(struct groups *groups, struct group *group);
void roster_unlist(struct groups *groups, struct group *group);

/* Living groups on a topic, the youngest first; the next is group->next_on_topic. */
static inline struct group *groups_on(const struct groups *groups, uint32_t topic)
{
    return groups->all.on_topic[topic];
}

/* --- membership.c --- */

/* The person takes a place that is free, and gives it back. */
void group_take_place(struct groups *groups, const struct group *group, uint32_t person);
void group_give_place_back(struct groups *groups, const struct group *group, uint32_t person);
/* Whether the group was born lately (GROUP_YOUTH_DAYS). */
bool group_is_young(const struct group *group, sim_time now);
/* Brings the book of the members' time up to `now`. */
void group_count_time(struct group *group, sim_time now);

/* --- attention.c --- */

/* Attention as it is now, after its decay. */
double group_attention(struct group *group, const struct attention_settings *settings, sim_time now);
/* Something moved: attention <- attention + gain * (1 - attention). */
void group_progress(struct site *site, struct group *group);

/* --- groups.c --- */

/* A new group; `count` founders with a free place each, none twice. */
struct group *group_found(struct site *site, uint32_t topic, const uint32_t *founders, uint32_t count);
void on_group_dissolves(struct site *site, const struct event *event);

/* --- beginning.c, books.c, check.c --- */

/* Founds the groups that are there at first; everybody else begins to look for one. */
void groups_start(struct site *site);
/* At the end of a run: brings the books up to date and checks them. */
void groups_settle(struct site *site, sim_time now);
/* Reports what the tables of the settings cannot (checking.h). */
struct checking;
void groups_check(const struct checking *checking);

#endif
