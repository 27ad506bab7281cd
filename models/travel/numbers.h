/* The numbers of this mechanism: of itself, of its events, and of what its draws decide.
 *
 * Given once and never again: a draw is keyed by its number, so a number that changes, changes results
 * (random/draw.h). A new purpose gets TRAVEL_LUCK + 1, + 2 ...; those below 256 are older than
 * this rule.
 */
#ifndef TRAVEL_NUMBERS_H
#define TRAVEL_NUMBERS_H

#include "numbering.h"

enum { TRAVEL_NUMBER = 13, TRAVEL_LUCK = LUCK_OF(TRAVEL_NUMBER) };

// clang-format off
enum travel_event {
    EVENT_TRAVELLER_COMES = EVENTS_OF(TRAVEL_NUMBER),    /* somebody comes from another site, or home */
    EVENT_GUEST_LEAVES,       /* the time to go home */
    EVENT_PERSON_VISITS,      /* somebody may set out */
    EVENT_INQUIRY_CARRIED,    /* what she knows of an inquiry comes after her */
};
// clang-format on

/* Beside each: the entity and the occasion. */
// clang-format off
enum travel_draw {
    DRAW_VISITING = 70,        /* site, twice the number of the visit, and one more: when; who, and where to */
    DRAW_GOING_ONLINE = 71,    /* the same of visits to sites that are online */
};
// clang-format on

#endif
