/* The numbers of this mechanism: of itself, of its events, and of what its draws decide.
 *
 * Given once and never again: a draw is keyed by its number, so a number that changes, changes results
 * (random/draw.h). A new purpose gets SHOCKS_LUCK + 1, + 2 ...; those below 256 are older than
 * this rule.
 */
#ifndef SHOCKS_NUMBERS_H
#define SHOCKS_NUMBERS_H

#include "numbering.h"

enum { SHOCKS_NUMBER = 8, SHOCKS_LUCK = LUCK_OF(SHOCKS_NUMBER) };

// clang-format off
enum shocks_event {
    EVENT_SHOCK = EVENTS_OF(SHOCKS_NUMBER),  /* a shock comes */
};
// clang-format on

/* Beside each: the entity and the occasion. */
// clang-format off
enum shocks_draw {
    DRAW_SHOCK = 60,           /* site, entry of a list: when it comes */
    DRAW_CLOSING = 61,         /* site, shock: whether the site is closed */
    DRAW_SCATTERING = 62,      /* group, shock: whether it continues without the place */
    DRAW_EVICTION = 63,        /* person, shock: whether she leaves */
};
// clang-format on

#endif
