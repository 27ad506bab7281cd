/* Working groups of one site: they are born, meet, work, and dissolve.
 *
 * A group is a few people who keep together on a topic between assemblies. It is born where at least
 * `founding.size` people who care for a topic meet in a circle and know of no living group on it; so groups
 * on one topic arise several times over, because people know only some of the groups that there are, and
 * nobody imposes it. Its members stay as long as they care for it (their attention), which decays and which
 * meetings with progress renew; it dissolves when it has had too few members for too long.
 *
 * Groups are numbered from 0 and their structs last as long as the run: a number is never used again, and a
 * group that ended keeps its books. A person is in at most GROUPS_EACH groups of a site. What holds, and is
 * required at the end of a run: memberships of living groups = joins - leaves - memberships that ended with
 * their group.
 *
 * Other mechanisms read a `const struct group` and change it by the functions below alone; `struct groups`,
 * the state of a site, is known to the files of this folder (groups_parts.h). Where a scenario forms no
 * groups there is no such state: `groups_of(parts)` is NULL.
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

/* The groups that are there when the scenario begins. */
struct group_start_settings {
    int64_t groups;
    int64_t members; /* of each */
};

/* How people learn of groups, look for one, and join it. */
struct newcomer_settings {
    double welcome;      /* chance that the desk shows a visitor all groups */
    double notice;       /* chance, at a visit, to see a group that she did not know */
    double mention;      /* chance to learn of the group of somebody in the same circle */
    double fit;          /* least fit at which she may join */
    double conversion;   /* chance that she then joins */
    double skill_weight; /* weight of know-how in the fit; the rest is interest */
};

struct founding_settings {
    double announce;  /* chance that somebody who spoke calls for a group on her topic */
    double alignment; /* interest in the topic from which others may respond */
    double respond;   /* chance that somebody so interested responds */
    int64_t size;     /* least number of founders */
    sim_time until;   /* from then on no group is founded; 0: no end */
    int64_t most;     /* groups that may live at once at a site; 0: no limit */
};

struct attention_settings {
    sim_time half_life;
    double gain;        /* share of the missing attention that a meeting with progress brings back */
    double leave_boost; /* without any attention members leave at the rate * (1 + leave_boost) */
    double attraction;  /* exponent of attention in the chance that a visitor joins */
};

struct membership_settings {
    double leave_rate;    /* per hour, of a member whom the group does not fit at all */
    bool fit_counts;      /* no: fit changes neither leaving nor joining */
    double join_rate;     /* per hour and group: people without a group who join by chance */
    int64_t most;         /* members that a group takes; 0: no limit */
    int64_t death_below;  /* fewer members are too few */
    sim_time death_after; /* it dissolves after so long with too few; 0: at once */
};

struct group_settings {
    bool form; /* whether there are working groups at all */
    struct group_start_settings start;
    struct newcomer_settings newcomers;
    struct founding_settings founding;
    struct calendar_entry meetings;  /* hold, every, for; no `hold`: groups do not meet */
    struct calendar_entry plannings; /* beside these; the first one on the first day of a group */
    struct attention_settings attention;
    struct membership_settings membership;
    struct category_settings category[GROUP_CATEGORIES];
    struct work_settings work;
};

extern const struct section group_section;

/* Whether groups meet at all. */
static inline bool groups_meet(const struct group_settings *settings)
{
    return settings->meetings.method != NULL || settings->plannings.method != NULL;
}

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

/* Who is in it, and the books of that. Written by groups.c and membership.c. */
struct group_members {
    uint32_t *all; /* persons, in no order that means anything */
    uint32_t count, room;
    uint32_t founders, most;
    uint64_t joins, leaves; /* founders are no joins; members who are there at the end do not leave */
    double time;            /* hours of all members, true at `counted` */
    sim_time counted;
    sim_time too_few_since; /* -1: there are enough */
    struct group_youth youth;
};

/* Who sits in at its next meeting. Written by visitors.c; `spoke` by meetings.c. */
struct group_visitors {
    struct visitor *all;
    uint32_t count, room;
};

/* How much the members care. Written by attention.c. */
struct group_attention {
    double level; /* 0 to 1, true at `touched` */
    sim_time touched;
};

/* Its meetings. Written by meetings.c; `moved` also by work.c. */
struct group_meetings {
    bool moved; /* something of its work has moved since the last one */
    uint64_t held, with_progress;
    uint64_t knew;     /* facets that its members knew before the meeting, added up */
    uint32_t convened; /* times that the group called for one; names their draws */
};

/* What it expects. Written by meetings.c, turnover.c and groups.c, each its own. */
struct group_timers {
    uint32_t occasions; /* draws about leaving and joining so far; names them */
    struct event_ticket meets, plans, leaves, joins, dissolves;
};

/* Its living links with other groups, now and at most. Written where links are reported (groups.c). */
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
    uint32_t slot; /* among the living ones, from 1; 0 when it has ended; written by knowing.c */
    struct group_visitors visitors;
    struct group_attention attention;
    struct group_meetings meetings;
    struct group_timers timers;
    struct group_work work; /* written by the files about work (work.h) */
    struct group_links links;
    struct group *next_on_topic; /* an older living one, or NULL; written by roster.c */
};

/* NULL where the scenario forms no groups. */
PART(groups, GROUPS_NUMBER)

/* What an event about a group carries. */
struct group_card {
    uint32_t group;
};

/* And one about a task that it has in hand. */
struct lane_card {
    uint32_t group, lane;
};

/* The entity of a group's draws: different for all groups of all sites. */
static inline uint32_t group_luck(uint32_t site, uint32_t number)
{
    return site + number * UINT32_C(0x9E3779B1);
}

/* --- what others may ask --- */

/* How many groups there are or were; they have the numbers below. */
uint32_t groups_count(const struct groups *groups);
const struct group *group_numbered(const struct groups *groups, uint32_t number);

static inline bool group_lives(const struct group *group)
{
    return group->end == GROUP_LIVES;
}

/* Whether the person knows of the group; false of one that ended. */
bool person_knows_of_group(const struct groups *groups, uint32_t person, const struct group *group);

/* Whether it is one of those that the rule means; NULL: all are meant. */
static inline bool group_is_of(const struct group *group, const struct category_rule *rule)
{
    return rule == NULL || rule->category == ANY_CATEGORY || rule->category == (int)group->category;
}

/* The groups of a person: `which` is below GROUPS_EACH; NULL: none in this place. */
const struct group *group_of_person(const struct groups *groups, uint32_t person, uint32_t which);
/* For a loop over all: by person, GROUPS_EACH each, the number of a group that she is in plus 1, or 0. */
const uint32_t *groups_places(const struct groups *groups);
/* Whether the person is in any group, in this one, and whether she may join another. */
bool person_in_group(const struct groups *groups, uint32_t person);
bool group_has(const struct groups *groups, const struct group *group, uint32_t person);
bool person_has_place(const struct groups *groups, uint32_t person);
/* Hours of all who were at meetings of groups, added up. */
double groups_meeting_hours(const struct groups *groups);
/* Whether the group may take another member. */
bool group_has_room(const struct groups *groups, const struct group *group);

/* --- what others may do --- */

/* People who belong here and have a free place found a group on a topic; at most as many as a group takes
 * (the first ones). NULL: none may be founded now. It may have ended when this returns. */
const struct group *group_founded_by(struct site *site, uint32_t topic, const uint32_t *founders,
                                     uint32_t count);
/* She learns of a group. */
void group_becomes_known(struct site *site, const struct group *group, uint32_t person);
/* `person` has a free place and is no member. */
void group_join(struct site *site, const struct group *joined, uint32_t person);
/* `person` is a member. The group may have ended when this returns. */
void group_leave(struct site *site, const struct group *left, uint32_t person);
/* Ends a living group: its work is withdrawn, its members are free, its visitors look elsewhere. The struct
 * still names those who were members. */
void group_dissolve(struct site *site, const struct group *ending, enum group_end why);
/* A link of the group with another one was made or ended. */
void group_is_linked(struct groups *groups, uint32_t number);
void group_is_unlinked(struct groups *groups, uint32_t number);
/* Somebody goes for good: out of her groups, and out of the meeting that she would have sat in at. A guest
 * also forgets what groups she knew of: somebody else will take her place. */
void groups_person_goes(struct site *site, uint32_t person);
void groups_guest_goes(struct site *site, uint32_t guest);

#endif
