/* People who are away from home: travellers, and guests at other sites.
 *
 * A traveller is a card: home and number of the person, what she knows of the commons, how she feels, and
 * what she goes for. At home she is AWAY meanwhile; where she arrives she takes a guest's place, if there is
 * one, and otherwise turns back at once. What she has learned comes home with her. No person is ever in two
 * places, and the books balance, which is required at the end of every run: a person who was sent has arrived
 * or was turned away or is under way; a person who went home has arrived there or is under way.
 */
#ifndef TRAVEL_TRAVEL_H
#define TRAVEL_TRAVEL_H

#include "knowledge/commons.h"
#include "parts.h"
#include "people/people.h"
#include "travel/numbers.h"

/* What somebody goes for. The log of events holds these numbers: two mechanisms never have the same one, and
 * none is changed. A new purpose gets ERRANDS_OF(the number of its mechanism) + 0, + 1 ... (numbering.h);
 * these and those of links/ are older. */
enum { TRAVEL_HOME = 0, TRAVEL_VISIT = 2, TRAVEL_ONLINE = 3 };

struct visit_settings {
    double per_hour; /* of a person, to other sites */
    sim_time lasts;
    double online_per_hour; /* of a person, to sites that are online */
    sim_time online_lasts;
};

extern const struct section visit_section;

struct checking;
struct site_map;
/* Reports what the table of visits cannot say (checking.h). */
void travel_check_visits(const struct checking *checking);
/* For mechanisms that send people to other sites, as `where` says: reports that there are no places for
 * guests. */
void travel_check_room(const struct checking *checking, const struct node *where);

/* What a site has for people who travel; made of what lasts as long as the run. */
struct travel_plan {
    const struct visit_settings *visits;
    const struct site_map *map;
    double nearness; /* how distance weighs in the choice of a site */
    sim_time ends;
};

/* The state of a site is known to this folder alone (travel_parts.h). */
struct travel;

PART(travel, TRAVEL_NUMBER)

struct travel *travel_new(const struct travel_plan *plan, const struct people *people,
                          const struct luck *luck, uint32_t site, struct arena *arena);

/* Somebody who belongs to the site and is here, in no session, goes to another one. */
void person_travels(struct site *site, uint32_t person, uint32_t to, uint32_t purpose, uint32_t number);
/* A guest goes home now, out of the midst of a session if need be. */
void guest_goes_home(struct site *site, uint32_t guest);
/* Some time later, and not before the session that she is in then is over. */
void guest_goes_home_at(struct site *site, uint32_t guest, sim_time at);
/* Whether the guest came for this purpose, and is not on her way home. */
bool guest_came_for(const struct travel *travel, uint32_t guest, uint32_t purpose);

/* Where a guest is at home, and her number there: until the next one takes her place. */
struct guest_home {
    uint32_t site, person;
};
struct guest_home guest_home_of(const struct travel *travel, uint32_t guest);
/* The same of anybody; who belongs here is at home here. */
struct guest_home travel_home_of(const struct parts *parts, uint32_t person);
/* Who she is at this site, for what follows a traveller: at home her number; else her place as a guest, and
 * NOBODY where there was no place for her, or she has gone on. */
uint32_t travel_place_of(const struct parts *parts, const struct guest_home *who);

/* Of all sites: what must balance at the end of a run. */
void travel_settle(struct parts *const *parts, uint32_t sites);

void on_traveller_comes(struct site *site, const struct event *event);
void on_guest_leaves(struct site *site, const struct event *event);
void on_inquiry_carried(struct site *site, const struct event *event);

#endif
