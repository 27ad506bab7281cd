/* The strategy groups of a site, as the files of this folder see them. */
#ifndef STRATEGY_STRATEGY_PARTS_H
#define STRATEGY_STRATEGY_PARTS_H

#include "gathering/gathering.h"
#include "groups/groups.h"
#include "strategy/strategy.h"

/* What is known of one group. */
struct known_group {
    uint32_t site, group, topic;
    uint64_t at;   /* the common items of its topic that it is at; a bit by number */
    uint64_t done; /* common items of its topic that it knows to be solved; a bit by number */
    sim_time seen; /* when that was so */
    bool heard;    /* of what a delegate knows: in the session that is held now */
};

/* In the order in which groups became known. */
struct group_overview {
    struct known_group *items;
    uint32_t count, room;
    uint32_t told; /* items that were told in the session that is held now; of them all the first ones */
};

/* A guest who came as a delegate. */
struct delegate {
    bool here;
    uint32_t home, group; /* her group, and its site */
    uint32_t person;      /* her number at home */
    struct group_overview knows;
};

struct strategy_tally {
    uint64_t asked, advised; /* groups about to take a common item; of these, those whose lot it was to ask */
    uint64_t heeded;         /* advice that there was somebody to give */
    uint64_t named;          /* items that an adviser named */
    double named_worth;      /* what these are worth */
    uint64_t sent, came;     /* delegates to communities; those who came to one */
    uint64_t communities;    /* sessions of communities */
    uint64_t brought;        /* groups of which a strategy group heard from another site for the first time */
};

/* What the look at all sites found (census.c). */
struct strategy_found {
    double overview;     /* share of all living groups known to a strategy group, mean; NaN: there is none */
    double overview_sum; /* of that, over `looks` at which there was one */
    uint32_t looks;
    double worth;   /* of items that were done here first */
    uint64_t items; /* that were done here first */
    uint64_t tasks; /* done here on common items */
    uint64_t done;  /* items that were done here, whether or not they had been done elsewhere */
};

struct strategy {
    const struct strategy_settings *settings;
    const struct luck *luck;
    struct arena *arena;
    uint32_t site, sites;
    uint32_t topics;
    sim_time ends;
    struct group_overview *groups; /* by number of the group; only of strategy groups */
    uint32_t room;
    struct delegate *delegates; /* by place among the guests */
    uint32_t first, places;     /* of guests */
    sim_time *first_done;       /* by item; -1: not done here */
    struct strategy_tally tally;
    struct strategy_found found;
};

/* --- overview.c --- */

/* What is known of the group there; NULL: nothing. */
const struct known_group *overview_find(const struct group_overview *overview, uint32_t site, uint32_t group);
/* Takes over what is newer than what was known. True where the group was not known before. */
bool overview_learn(struct group_overview *overview, const struct known_group *known, struct arena *arena);
/* What is known of a group goes to another site on cards: one for each item that it is at, one where it is at
 * none. What stands on the card with this number, from 0; false: there is no such card. */
bool overview_cards(uint64_t at, uint32_t number, uint16_t *item);
/* The same for what arrives there: `item` is what stood on the card. */
bool overview_is_told(struct group_overview *overview, struct known_group known, uint16_t item,
                      struct arena *arena);
/* Whether somebody of the group knows of the other one, of the same site. */
bool overview_members_know(const struct groups *groups, const struct group *group, const struct group *other);
/* Of a living group of this site, as it is now. */
struct known_group overview_known_now(struct site *site, const struct group *group);
/* What a strategy group knew when it was asked last. */
struct group_overview *overview_kept(struct strategy *strategy, uint32_t group);
/* What a strategy group knows, its own site brought up to date by what its members know. */
struct group_overview *overview_of(struct site *site, const struct group *group);
/* Common items of the topic that are known to be done or under way; what is known of `but` is left out. */
struct taken_items {
    uint64_t done, under_way;
};
struct taken_items overview_taken(struct site *site, const struct group_overview *overview,
                                  const struct group *but);

static inline bool is_strategic(const struct group *group)
{
    return group->category == GROUP_STRATEGY;
}

/* --- advice.c --- */

void strategy_is_sought(struct site *site, const struct group *group, struct item_advice *advice);
void strategy_hears_of_task(struct site *site, const struct group *group);
void strategy_task_is_done(struct site *site, const struct group *group, const struct task *task);
/* What an item is worth: 1 where all are alike. */
double item_worth(const struct strategy *strategy, uint32_t item);

/* --- telling.c --- */

/* The group of this site tells a strategy group elsewhere all that it knows. */
void strategy_call_was_held(struct site *site, const struct group *group, uint32_t other_site,
                            uint32_t other_group);
void on_overview_told(struct site *site, const struct event *event);
/* Tells the group there of one group. */
void strategy_tell_there(struct site *site, uint32_t to, uint32_t group, const struct known_group *known);

/* --- community.c --- */

void community_start(struct site *site);
void on_community_calls(struct site *site, const struct event *event);
void on_community_invites(struct site *site, const struct event *event);
void on_delegate_brings(struct site *site, const struct event *event);
void community_guest_comes(struct site *site, uint32_t guest, uint32_t home, uint32_t person);
void community_traveller_comes(struct site *site, uint32_t guest, uint32_t purpose, uint32_t number);
bool community_is_sent_here(struct site *site, uint32_t guest);
void community_turn_heard(struct site *site, const struct circle *circle, const struct turn *turn);
void community_closes(struct site *site, const struct session *session);

/* --- census.c --- */

struct setup;
void *census_begin(const struct setup *setups, uint32_t sites);
sim_time census_due(const void *census);
void census_look(void *state);
/* At the end of a run (mechanism.h). */
void strategy_require_laws(struct parts *const *parts, uint32_t sites);

#endif
