/* How groups of different sites find each other, and how their links end.
 *
 * A group seeks now and then: it asks a site for a group on its topic. If one is there and has room, it makes
 * its end of a link and answers, and when the answer arrives the other end is made too. Should two groups
 * seek each other at the same time, the link that the first of them (by site and number) sought is kept. A
 * link fades: it ends after an exponential time with a half-life, counted from the moment at which the next
 * call would be due. So links that are called on keep, and without calls the number of links is a chain of
 * births and deaths.
 */
#ifndef LINKS_LINKS_H
#define LINKS_LINKS_H

#include "gathering/gathering.h"
#include "groups/groups.h"
#include "links/numbers.h"
#include "parts.h"

struct site_map;

/* What people travel for (travel/travel.h): a call, with the number of the link at the site she goes to; and
 * to stay, with the number of the group there that hers merges into. */
enum { TRAVEL_CALL = 1, TRAVEL_TO_STAY = 4 };

struct link_form {
    struct choice choice;
    bool seeks;  /* groups look for groups elsewhere */
    bool merges; /* what finds each other becomes one */
};

extern const struct choice *const link_forms[];

struct link_settings {
    const struct link_form *form;
    double per_hour;                      /* seeks of a group */
    sim_time half_life;                   /* of a link that nobody calls on; 0: it does not fade */
    struct calendar_entry calls;          /* hold, every, for; no `hold`: nobody calls */
    int64_t most;                         /* of a group; 0: any number */
    double nearness;                      /* exponent of distance in the choice of a site */
    const struct category_rule *category; /* of the groups that seek and are found */
    bool same_topic;                      /* a group seeks one on its own topic; no: any */
    double own_site;                      /* share of seeks that stay at home */
    bool share_work;                      /* calls tell what is solved, and what others are at */
    bool shared_members;                  /* groups that share a member count as linked */
    double follow;                        /* share of the members who go with a group that merges */
};

struct expert_settings {
    double per_hour; /* of a group that has nothing but links outside */
    double closure;  /* links outside at which it is half of that */
    int64_t facets;  /* that an expert brings */
};

extern const struct section link_section, expert_section;

struct checking;
/* Reports what the tables cannot (checking.h). */
void links_check(const struct checking *checking);

/* The state of a site, and one end of a link, are known to this folder alone (links_parts.h). */
struct links;
struct link;

PART(links, LINKS_NUMBER)

/* What links are made of; outlasts them. */
struct links_plan {
    const struct link_settings *settings;
    const struct expert_settings *experts;
    const struct site_map *map;
};

struct links *links_new(const struct links_plan *plan, const struct luck *luck, uint32_t site,
                        struct arena *arena);
/* At the end of a run: requires that the groups of the site count as many ends of links as there are. */
void links_settle(struct site *site, sim_time ends);

/* What a group that seeks tells of itself. */
struct seek_card {
    uint32_t site, group, topic, members;
    uint32_t number; /* of the link to be */
    uint32_t seek;
};

void links_group_born(struct site *site, const struct group *group);
void links_group_ends(struct site *site, const struct group *group);
/* Schedules anew when the link fades: it was just made, or a call was held. */
void link_renew(struct site *site, struct link *link);
/* The link of this number if it lives, and its group, else NULL. */
struct link *link_living(struct site *site, uint32_t number);
/* Links of a group to other sites. */
uint32_t links_outside(const struct links *links, uint32_t group);

void on_group_seeks(struct site *site, const struct event *event);
void on_link_sought(struct site *site, const struct event *event);
void on_link_made(struct site *site, const struct event *event);
void on_link_ended(struct site *site, const struct event *event);
void on_link_fades(struct site *site, const struct event *event);

/* A living link between groups of two sites, or of one. */
struct link_edge {
    uint32_t site, group, other_site, other_group;
};
struct link_edges {
    const struct link_edge *items;
    size_t count;
};
/* All that live: links whose two groups live; and where `shared`, groups that share a member, once for each
 * such member. In the order of sites. */
struct link_edges link_edges(struct parts *const *parts, uint32_t sites, bool shared, struct arena *arena);

#endif
