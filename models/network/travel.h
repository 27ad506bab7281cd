/* People who are away from home: travellers, and guests at other sites.
 *
 * A traveller is a card: home and number of the person, what she knows of the commons, how she feels, and
 * what she goes for. At home she is AWAY meanwhile; where she arrives she takes a guest's place, if there is
 * one, and otherwise turns back at once. What she has learned comes home with her. No person is ever in two
 * places, and the books balance, which is required at the end of every run: whoever was sent has arrived or
 * was turned away or is under way; whoever went home has arrived there or is under way.
 */
#ifndef NETWORK_TRAVEL_H
#define NETWORK_TRAVEL_H

#include "knowledge/commons.h"
#include "parts.h"

enum travel_purpose {
    TRAVEL_HOME, /* back */
    TRAVEL_CALL, /* number: of the link, at the site she goes to */
    TRAVEL_VISIT,
    TRAVEL_ONLINE,
    TRAVEL_TO_STAY, /* number: of the group there that hers merges into */
};

struct guest {
    uint32_t home, person;
    enum travel_purpose purpose;
    uint32_t number;
    uint32_t stay; /* names this stay: the place is used again */
};

struct travel {
    struct guest *guests; /* by place */
    uint32_t first, room; /* the places among the people */
    uint32_t stays;
    /* Books of this site. `late`: those of the number before who arrive after the end of the run. */
    uint64_t sent, sent_late;   /* from home */
    uint64_t came, turned_away; /* guests; those for whom there was no place */
    uint64_t went, went_late;   /* guests on their way home, those turned away too */
    uint64_t returned;          /* who came home */
};

void travel_begin(struct travel *travel, const struct people *people, struct arena *arena);

/* Somebody who belongs to the site and is here, in no session, goes to another one. */
void person_travels(struct site *site, uint32_t person, uint32_t to, enum travel_purpose purpose,
                    uint32_t number);
/* A guest goes home now, out of the midst of a session if need be. */
void guest_goes_home(struct site *site, uint32_t guest);
/* Some time later, and not before the session that she is in then is over. */
void guest_goes_home_at(struct site *site, uint32_t guest, sim_time at);
struct guest *guest_of(const struct travel *travel, uint32_t guest);

/* Of all sites: what must balance at the end of a run. */
void travel_check(struct parts *const *parts, uint32_t sites);

void on_traveller_comes(struct site *site, const struct event *event);
void on_guest_leaves(struct site *site, const struct event *event);

#endif
