/* The numbers of this mechanism: of itself, of its events, and of what its draws decide.
 *
 * Given once and never again: a draw is keyed by its number, so a number that changes, changes results
 * (random/draw.h). A new purpose gets PEOPLE_LUCK + 1, + 2 ...; those below 256 are older than
 * this rule.
 */
#ifndef PEOPLE_NUMBERS_H
#define PEOPLE_NUMBERS_H

#include "numbering.h"

enum { PEOPLE_NUMBER = 1, PEOPLE_LUCK = LUCK_OF(PEOPLE_NUMBER) };

// clang-format off
enum people_event {
    EVENT_PERSON_ARRIVES = EVENTS_OF(PEOPLE_NUMBER),  /* somebody comes who was not here before */
    EVENT_PERSON_DRIFTS,      /* somebody may leave */
    EVENT_PERSON_BURNS_OUT,   /* somebody has had too many meetings */
    EVENT_PERSON_RETURNS,     /* somebody who left may come back */
};
// clang-format on

/* Beside each: the entity and the occasion. */
// clang-format off
enum people_draw {
    DRAW_PROPENSITY = 1,       /* person, site */
    DRAW_SHYNESS = 2,          /* person, site */
    DRAW_PERSON_ARRIVES = 40,  /* site, layer: all arrivals of the run */
    DRAW_PRESENCE = 41,        /* person, site: when she can come at all */
    DRAW_FREE_DAY = 42,        /* person of a site, day: whether she can come on it */
    DRAW_TOPICS = 43,          /* person, home: what she cares for */
    DRAW_DRIFT = 45,           /* site, number of the candidate: when */
    DRAW_DRIFTER = 46,         /* site, number of the candidate: who, and whether */
    DRAW_RETURN = 47,          /* site, number of the candidate: when */
    DRAW_RETURNER = 48,        /* site, number of the candidate: who */
    DRAW_BURN_OUT = 49,        /* person of a site, meeting */
};
// clang-format on

#endif
