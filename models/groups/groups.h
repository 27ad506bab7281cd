/* Working groups of one site: they are born, meet, work, and dissolve.
 *
 * A group is a few people who keep together on a topic between assemblies. It is born where at least
 * `founding.size` people who care for a topic meet in a circle and know of no living group on it; so groups
 * on one topic arise several times over, because people know only some of the groups that there are, and
 * nobody imposes it. It lives on the attention of its members, which decays and is fed by meetings that get
 * somewhere, and it dissolves when too few have stayed for too long.
 *
 * Groups are numbered from 0 and their structs last as long as the run: a number is never used again, and a
 * group that ended keeps its books. A person is in at most GROUPS_EACH groups of a site. What holds, and is
 * required at the end of a run: memberships of living groups = joins - leaves - memberships that ended with
 * their group.
 *
 * Where a scenario forms no groups there are none of these structs: `groups_of(parts)` is NULL.
 */
#ifndef GROUPS_GROUPS_H
#define GROUPS_GROUPS_H

#include "gathering/gathering.h"
#include "groups/numbers.h"
#include "groups/work.h"
#include "kernel/run.h"
#include "knowledge/knowledge.h"
#include "parts.h"
#include "people/people.h"
#include "scenario/field.h"

enum group_category { GROUP_OPERATIONAL, GROUP_SECTORIAL, GROUP_STRATEGY, GROUP_CATEGORIES };

enum group_end { GROUP_LIVES, GROUP_TOO_FEW, GROUP_MERGED, GROUP_EVICTED, GROUP_ENDS };

/* What kind of work the groups of a category do. */
struct category_settings {
    double share;    /* of the groups that are born, as a weight */
    double approval; /* share of its tasks that the assembly has to approve */
    double common;   /* share of its tasks that are common work of the whole movement */
};

/* How groups are there when the scenario begins. */
struct group_start_settings {
    int64_t groups;
    int64_t members; /* of each */
};

/* How people learn of groups, look for one, and stay. */
struct newcomer_settings {
    double welcome;      /* chance that the desk shows a visitor all groups */
    double notice;       /* chance to see a group that she did not know, a visit */
    double mention;      /* chance to learn of the group of somebody in the same circle */
    double fit;          /* from which she may join */
    double conversion;   /* chance that she then does */
    double skill_weight; /* of what she can do in the fit, against what she is interested in */
};

struct founding_settings {
    double announce;  /* chance that somebody who spoke calls for a group on her topic */
    double alignment; /* interest in the topic from which others may respond */
    double respond;   /* chance that they do */
    int64_t size;     /* least number of founders */
    sim_time until;   /* from then on no group is founded; 0: no end */
    int64_t most;     /* groups that may live at once at a site; 0: no limit */
};

struct attention_settings {
    sim_time half_life;
    double gain;        /* share of what is missing that a meeting with progress gives back */
    double leave_boost; /* by how much no attention at all speeds up leaving: rate * (1 + leave_boost) */
    double attraction;  /* exponent of attention in the chance that a visitor joins */
};

struct membership_settings {
    double leave_rate;    /* per hour and member, of somebody who does not fit at all */
    bool fit_counts;      /* no: fit neither keeps nor brings anybody */
    double join_rate;     /* per hour and group, of groupless people at large */
    int64_t most;         /* members that a group takes; 0: no limit */
    int64_t death_below;  /* members */
    sim_time death_after; /* so long with too few; 0: at once */
};

struct group_settings {
    bool form; /* whether there are working groups at all */
    struct group_start_settings start;
    struct newcomer_settings newcomers;
    struct founding_settings founding;
    struct calendar_entry meetings; /* hold, every, for; no `hold`: groups do not meet */
    struct attention_settings attention;
    struct membership_settings membership;
    struct category_settings category[GROUP_CATEGORIES];
    struct work_settings work;
};

extern const struct section group_section;

struct checking;
/* Tells what the tables cannot (checking.h). */
void groups_check(const struct checking *checking);
extern const char *const group_category_names[GROUP_CATEGORIES];

enum {
    GROUPS_EACH = 2, /* most groups a person is in */
    GROUP_YOUTH_DAYS = 28,
    NO_GROUP = 0xFFFFFFFFu,
};

/* Somebody without a group who sits in at the next meeting. */
struct visitor {
    uint32_t person;
    int64_t spoke; /* her floor time before it */
};

/* Who came and went in the first GROUP_YOUTH_DAYS of a group. */
struct group_youth {
    uint64_t joins, leaves;
    double member_time; /* hours */
};

/* Who is in it, and the books of that; written by groups.c and membership.c. */
struct group_members {
    uint32_t *all; /* persons, in no order that means anything */
    uint32_t count, room;
    uint32_t founders, most;
    uint64_t joins, leaves; /* founders are no joins; who was there at the end did not leave */
    double time;            /* hours, true at `counted` */
    sim_time counted;
    sim_time too_few_since; /* -1: there are enough */
    struct group_youth youth;
};

/* Who will look in at the next meeting. */
struct group_visitors {
    struct visitor *all;
    uint32_t count, room;
};

/* 0 to 1, true at `touched`. */
struct group_attention {
    double level;
    sim_time touched;
};

/* Written by meetings.c, and `moved` by work.c. */
struct group_meetings {
    bool moved; /* something of its work has moved since the last one */
    uint64_t held, with_progress;
    uint64_t knew;     /* facets that its members knew before it, together */
    uint32_t convened; /* times that the group called for one; names their draws */
};

struct group_timers {
    uint32_t occasions; /* draws about its leaving and joining so far */
    struct event_ticket meets, leaves, joins, dissolves;
};

/* Living lateral links, now and at most. */
struct group_links {
    uint32_t now, most;
};

struct group {
    uint32_t number; /* at its site, from 0 */
    uint32_t luck;   /* entity of its draws */
    uint32_t topic;
    enum group_category category;
    enum group_end end;
    sim_time born, ended; /* ended: -1 while it lives */
    struct group_members members;
    uint64_t *known_by; /* a bit a person; NULL when it has ended */
    struct group_visitors visitors;
    struct group_attention attention;
    struct group_meetings meetings;
    struct group_timers timers;
    struct group_work work; /* the life of the group does not look inside */
    struct group_links links;
    struct group *next_on_topic; /* an older living one, or NULL */
};

struct groups_tally {
    uint64_t deaths[GROUP_ENDS];
    uint64_t memberships;        /* begun: of founders, joins, and those there at first */
    uint64_t left;               /* memberships that ended by leaving */
    uint64_t ended;              /* that ended with their group */
    uint64_t announced, refused; /* calls for a group; groups that the rules of founding did not allow */
    uint64_t newcomers, found;   /* who came during the run; of those, who found or founded a first group */
    double to_first_group;       /* hours from arrival to the first group, summed over `found` */
    uint64_t visits, in_vain;    /* of people without a group */
    uint64_t sat_in, converted;  /* meetings that a visitor sat in at; visitors who joined */
    uint64_t meetings, nobody_came, with_progress;
    double meeting_hours, person_hours; /* of meetings, and of all who were there */
    double interjection_hours;          /* floor time of visitors */
};

struct groups {
    const struct group_settings *settings;
    struct arena *arena;
    const struct luck *luck;
    uint32_t people;
    uint32_t topics;
    struct group **all; /* by number */
    uint32_t count, room;
    uint32_t first; /* groups that were there at first: the others were born during the run */
    uint32_t living;
    uint64_t **spare; /* bits of people that nobody needs any more */
    uint32_t spare_count, spare_room;
    struct group **on_topic; /* by topic: the youngest living one */
    /* by person */
    uint32_t *of;      /* x GROUPS_EACH: group + 1, or 0 */
    bool *had_one;     /* was in a group some time */
    bool *looks;       /* a next visit is scheduled */
    uint32_t *looked;  /* visits so far */
    uint32_t *vain;    /* visits in vain in a row */
    uint32_t *sits_in; /* group + 1 that she sits in at next, or 0 */
    uint32_t *called;  /* to a meeting: valid for one call */
    uint32_t called_room;
    struct groups_tally tally;
    struct approvals approvals;
    struct work_tally work;
};

/* NULL where the scenario does not have it. */
PART(groups, GROUPS_NUMBER)

/* What an event about a group carries. */
struct group_card {
    uint32_t group;
};

/* Keeps the draws of groups apart, of all sites. */
static inline uint32_t group_luck(uint32_t site, uint32_t number)
{
    return site + number * UINT32_C(0x9E3779B1);
}

/* NULL where the settings form no groups. Topics are those of people's interests. */
struct groups *groups_new(const struct group_settings *settings, uint32_t topics, const struct people *people,
                          const struct luck *luck, struct arena *arena);
/* The groups that are there at first, Nothing when
 * there are no groups. */
void groups_start(struct site *site);
/* What groups listen to (moments.h). */
void groups_person_comes(struct site *site, uint32_t person);
void groups_person_leaves(struct site *site, uint32_t person, uint32_t why);
void groups_circle_closes(struct site *site, const struct session *session, const struct circle *circle);
/* At the end of a run: books are brought up to date and checked. */
void groups_settle(struct site *site, sim_time now);

/* A new group; `count` founders with a free place each, none twice. */
struct group *group_found(struct site *site, uint32_t topic, const uint32_t *founders, uint32_t count);
/* Brings the book of its members' time up to `now`. */
void group_count_time(struct group *group, sim_time now);
/* `person` has a free place and is no member. */
void group_join(struct site *site, struct group *group, uint32_t person);
/* `person` is a member. The group may have ended when this returns. */
void group_leave(struct site *site, struct group *group, uint32_t person);
/* Ends a living group: its work is withdrawn, its members are free, its visitors look elsewhere. */
void group_dissolve(struct site *site, struct group *group, enum group_end why);

static inline bool group_lives(const struct group *group)
{
    return group->end == GROUP_LIVES;
}

/* Whether the person knows that it lives. */
static inline bool group_knows(const struct group *group, uint32_t person)
{
    return group->known_by != NULL && (group->known_by[person / 64] >> (person % 64)) & 1;
}

static inline void group_tell(struct group *group, uint32_t person)
{
    if (group->known_by != NULL)
        group->known_by[person / 64] |= UINT64_C(1) << (person % 64);
}

/* The groups of a person: `which` is below GROUPS_EACH; NULL: none in this place. */
static inline struct group *group_of_person(const struct groups *groups, uint32_t person, uint32_t which)
{
    uint32_t number = groups->of[(size_t)person * GROUPS_EACH + which];
    return number == 0 ? NULL : groups->all[number - 1];
}

/* Whether the person is in any group, in this one, and whether she may join another. */
bool person_in_group(const struct groups *groups, uint32_t person);
bool group_has(const struct groups *groups, const struct group *group, uint32_t person);
bool person_has_place(const struct groups *groups, uint32_t person);

/* Somebody goes for good: out of her groups, and out of those she would have sat in at. For guests, whose
 * place somebody else will take, it is also forgotten what they knew of. */
void groups_person_goes(struct site *site, uint32_t person);
void groups_guest_goes(struct site *site, uint32_t guest);

/* Attention as it is now, after its decay. */
double group_attention(struct group *group, const struct attention_settings *settings, sim_time now);
/* Something moved: attention <- attention + gain * (1 - attention). */
void group_progress(struct site *site, struct group *group);

void on_group_dissolves(struct site *site, const struct event *event);

/* A lateral link of the group was made or ended. */
void group_is_linked(struct group *group);
void group_is_unlinked(struct group *group);

#endif
