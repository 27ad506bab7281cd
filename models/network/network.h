/* What goes between the sites of a movement: links of working groups and the calls on them, groups that
 * merge, people who visit, and experts from outside.
 *
 * Sites share no memory: whatever goes from one to another is a card of at most 40 bytes that arrives one
 * lookahead after it was sent. A *traveller* (network/travel.h) is a person who is away from home and a guest
 * somewhere else; she carries what she knows how to do. A *link* is two ends that know each other's numbers;
 * the end whose group sought it asks for the calls, and ends the link when it has faded.
 *
 * Where a scenario has none of this there is no struct: `network_of(parts)` is NULL.
 */
#ifndef NETWORK_NETWORK_H
#define NETWORK_NETWORK_H

#include "gathering/gathering.h"
#include "groups/groups.h"
#include "network/numbers.h"
#include "network/travel.h"
#include "parts.h"
#include "places/sites.h"

struct link_form {
    struct choice choice;
    bool seeks;  /* groups look for groups elsewhere */
    bool merges; /* what finds each other becomes one */
};

extern const struct choice *const link_forms[];

struct link_settings {
    const struct link_form *form;
    double per_hour;             /* seeks of a group */
    sim_time half_life;          /* of a link that nobody calls on; 0: it does not fade */
    struct calendar_entry calls; /* hold, every, for; no `hold`: nobody calls */
    int64_t most;                /* of a group; 0: any number */
    double nearness;             /* exponent of distance in the choice of a site */
    bool same_topic;             /* a group seeks one on its own topic; no: any */
    double own_site;             /* share of seeks that stay at home */
    bool share_work;             /* calls tell what is solved, and what others are at */
    bool shared_members;         /* groups that share a member count as linked */
    double follow;               /* share of the members who go with a group that merges */
};

struct visit_settings {
    double per_hour; /* of a person, to other sites */
    sim_time lasts;
    double online_per_hour; /* of a person, to sites that are online */
    sim_time online_lasts;
};

struct expert_settings {
    double per_hour; /* of a group that has nothing but links outside */
    double closure;  /* links outside at which it is half of that */
    int64_t facets;  /* that an expert brings */
};

extern const struct section link_section, visit_section, expert_section;

struct checking;
/* Tells what the tables cannot (checking.h). */
void network_check(const struct checking *checking);

enum { NO_LINK = 0xFFFFFFFFu };

/* One end of a link. */
struct link {
    uint32_t number;                    /* at this site; the same number is never used again */
    uint32_t group;                     /* of this site */
    uint32_t site, other, other_number; /* the other end: its site, group and number */
    uint32_t next;                      /* of the same group; NO_LINK: the last */
    bool asks;                          /* this end's group sought the other */
    bool lives;
    bool calling;                /* it asked, and has no answer yet */
    sim_time made, ended;        /* ended: -1 while it lives */
    uint32_t asked, calls, luck; /* calls asked for; calls held; entity of its draws */
    uint32_t guest;              /* who is here for the call */
    uint64_t solved, taken;      /* what she told of her group's work */
    struct event_ticket fades, next_call;
};

/* What the network knows of a group, by its number. */
struct ties {
    uint32_t first;        /* its links; NO_LINK: none */
    uint32_t seeks, looks; /* so far: for partners, for experts */
    uint32_t sent;         /* delegates, so far */
};

struct network_tally {
    uint64_t sought, found;      /* seeks; those that made a link or merged */
    uint64_t made, ended, faded; /* links, at the end that asks */
    uint64_t merged, followed;   /* groups that went to another; their members who went along */
    uint64_t asked, held, no_delegate, nobody_there; /* calls */
    double call_hours;
    uint64_t experts, brought; /* meetings with experts; facets that somebody learned there */
    uint64_t visits, online;   /* begun */
    double link_time;          /* hours, of ended links */
};

struct network {
    const struct link_settings *links;
    const struct visit_settings *visits;
    const struct expert_settings *experts;
    const struct site_map *map;
    const struct luck *luck;
    struct arena *arena;
    sim_time ends;
    uint32_t site;
    struct link **all; /* by number; NULL where a seek found nobody */
    uint32_t count, room, living;
    struct ties *ties; /* by group */
    uint32_t ties_room;
    struct travel travel;
    uint64_t visits_drawn, online_drawn; /* candidates so far: they name the draws */
    struct network_tally tally;
};

/* NULL where the scenario does not have it. */
PART(network, NETWORK_NUMBER)

/* What a network is made of; outlasts it. */
struct network_plan {
    const struct link_settings *links;
    const struct visit_settings *visits;
    const struct expert_settings *experts;
    const struct site_map *map;
    sim_time ends;
};

/* Whether anybody goes from site to site. */
bool network_is_on(const struct link_settings *links, const struct visit_settings *visits);
/* NULL where nothing goes between sites. The people and groups of the site are there already. */
struct network *network_new(const struct network_plan *plan, struct parts *parts, const struct luck *luck,
                            uint32_t site, struct arena *arena);
void network_start(struct site *site);
/* At the end of a run, once for all sites: who was sent has arrived or is under way. `parts` of all sites. */
void network_settle(struct parts *const *parts, uint32_t sites);

/* What it knows of a group; there is room for it. */
struct ties *network_ties(struct network *network, uint32_t group);

/* A living link between groups of two sites, or of one. */
struct network_edge {
    uint32_t site, group, other_site, other_group;
};
struct network_edges {
    const struct network_edge *items;
    size_t count;
};
/* All that live: links whose two groups live; and where `shared`, groups that share a member, once for each
 * such member. In the order of sites. */
struct network_edges network_edges(struct parts *const *parts, uint32_t sites, bool shared,
                                   struct arena *arena);

#endif
