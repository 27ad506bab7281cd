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

/* From its founding to its end. Written by groups.c. */
struct group_life {
    sim_time born, ended;   /* ended: -1 while it lives */
    enum group_end end;     /* why it ended */
    sim_time too_few_since; /* -1: there are enough members */
    struct event_ticket dissolves;
};

/* Who is in it, and the books of that. Written by groups.c and membership.c. */
struct group_members {
    uint32_t *person; /* in no order that means anything */
    uint32_t count, room;
    uint32_t founders, most;
    uint64_t joins, leaves; /* founders are no joins; members who are there at the end do not leave */
    double time;            /* hours of all members, true at `counted` */
    sim_time counted;
    struct group_youth youth;
};

/* Who sits in at its next meeting. Written by newcomers.c and membership.c. */
struct group_visitors {
    struct visitor *list;
    uint32_t count, room;
};

/* How much the members care. Written by membership.c. */
struct group_attention {
    double level; /* 0 to 1, true at `touched` */
    sim_time touched;
};

/* Its meetings. Written by meetings.c; `moved` also by work.c. */
struct group_meetings {
    bool moved;    /* something of its work has moved since the last meeting */
    uint64_t knew; /* facets that its members knew before the meeting, added up */
    uint64_t held, with_progress;
    uint32_t convened; /* times that it called for a meeting; names their draws */
    struct event_ticket next;
};

/* Who leaves it, or joins by chance, next. Written by turnover.c. */
struct group_turnover {
    uint32_t occasions; /* draws so far; names them */
    struct event_ticket next_leaves, next_joins;
};

/* Its living links with other groups, as the mechanism of links reports them. */
struct group_links {
    uint32_t now, most;
};

struct group {
    uint32_t number; /* at its site, from 0 */
    uint32_t luck;   /* entity of its draws */
    uint32_t topic;
    enum group_category category;
    struct group_life life;
    struct group_members members;
    uint64_t *known_by;          /* a bit a person; NULL when it has ended */
    struct group *next_on_topic; /* an older living one, or NULL */
    struct group_visitors visitors;
    struct group_attention attention;
    struct group_meetings meetings;
    struct group_turnover turnover;
    struct group_work work; /* of the files about work; the others do not look inside */
    struct group_links links;
};

/* Memberships and ends, as groups.c counts them. */
struct membership_tally {
    uint64_t ends[GROUP_ENDS]; /* of groups, by enum group_end */
    uint64_t begun;            /* memberships: of founders, of those who joined, of those there at first */
    uint64_t left;             /* memberships that ended because the member left */
    uint64_t ended;            /* memberships that ended with their group */
};

struct founding_tally {
    uint64_t called_for; /* times that somebody called for a group */
    uint64_t refused;    /* groups that the rules of founding did not allow */
};

/* People who came during the run, and visits of people without a group. */
struct newcomer_tally {
    uint64_t came, found;  /* came during the run; of these, those who found or founded a first group */
    double to_first_group; /* hours from arrival to the first group, added up over `found` */
    uint64_t visits, in_vain;
    uint64_t converted; /* visitors who joined */
};

struct meeting_tally {
    uint64_t held, nobody_came, with_progress;
    double hours, person_hours; /* of meetings, and of all who were there */
    uint64_t sat_in;            /* meetings that a visitor sat in at, each visitor by herself */
    double interjection_hours;  /* floor time of visitors */
};

struct groups_tally {
    struct membership_tally membership;
    struct founding_tally founding;
    struct newcomer_tally newcomers;
    struct meeting_tally meetings;
};

/* All groups that there ever were, and the living ones by topic. */
struct group_roster {
    struct group **list; /* by number */
    uint32_t count, room;
    uint32_t first; /* groups that were there at first: the others were born during the run */
    uint32_t living;
    struct group **on_topic; /* by topic: the youngest living one */
};

/* Bits of people that no group needs any more: for the next one that is founded. */
struct spare_bits {
    uint64_t **list;
    uint32_t count, room;
};

/* How people look for a group, by person. Written by newcomers.c and beginning.c. */
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
    struct spare_bits spare;
    uint32_t *places; /* by person, GROUPS_EACH each: number + 1 of a group that she is in, or 0 */
    bool *had_one;    /* by person: she was in a group some time */
    struct newcomers newcomers;
    struct call_list called;
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
/* The groups that are there at first, and the hooks into lower mechanisms. Nothing when there are no groups.
 */
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
    return group->life.end == GROUP_LIVES;
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
    uint32_t number = groups->places[(size_t)person * GROUPS_EACH + which];
    return number == 0 ? NULL : groups->all.list[number - 1];
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
