/* The state of the people of a site who travel, and of its guests; the files of this folder share it with
 * nobody else.
 */
#ifndef TRAVEL_TRAVEL_PARTS_H
#define TRAVEL_TRAVEL_PARTS_H

#include "places/sites.h"
#include "travel/travel.h"

struct guest {
    uint32_t home, person;
    uint32_t purpose, number; /* what she comes for; what `number` means, the mechanism that sent her knows */
    uint32_t stay;            /* names this stay: the place is used again */
};

struct travel_tally {
    uint64_t visits, online;             /* begun */
    uint64_t visits_drawn, online_drawn; /* candidates so far: they name the draws */
};

struct travel {
    struct travel_plan plan;
    const struct luck *luck;
    uint32_t site;
    struct site_view others;
    struct travel_tally tally;
    struct guest *guests; /* by place */
    uint32_t first, room; /* the places among the people */
    uint32_t stays;
    /* Books of this site. `late`: those of the number before who arrive after the end of the run. */
    uint64_t sent, sent_late;   /* from home */
    uint64_t came, turned_away; /* guests; those for whom there was no place */
    uint64_t went, went_late;   /* guests on their way home, those turned away too */
    uint64_t returned;          /* who came home */
};

#endif
