/* How groups of different sites find each other, and how their links end.
 *
 * A group seeks now and then: it asks a site for a group on its topic. If one is there and has room, it makes
 * its end of a link and answers, and when the answer arrives the other end is made too. Should two groups
 * seek each other at the same time, the link that the first of them (by site and number) sought is kept. A
 * link fades: it ends after an exponential time with a half-life, counted from the moment at which the next
 * call would be due. So links that are called on keep, and without calls the number of links is a chain of
 * births and deaths.
 */
#ifndef NETWORK_LINKS_H
#define NETWORK_LINKS_H

#include "network/network.h"

/* What a group that seeks tells of itself. */
struct seek_card {
    uint32_t site, group, topic, members;
    uint32_t number; /* of the link to be */
    uint32_t seek;
};

void links_group_born(struct site *site, struct group *group);
void links_group_ends(struct site *site, struct group *group);
/* A call was held, or the link was made. */
void link_renew(struct site *site, struct link *link);
/* The link of this number if it lives, and its group, else NULL. */
struct link *link_living(struct site *site, uint32_t number);
/* Links of a group to other sites. */
uint32_t links_outside(const struct network *network, uint32_t group);

void on_group_seeks(struct site *site, const struct event *event);
void on_link_sought(struct site *site, const struct event *event);
void on_link_made(struct site *site, const struct event *event);
void on_link_ended(struct site *site, const struct event *event);
void on_link_fades(struct site *site, const struct event *event);

#endif
