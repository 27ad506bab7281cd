/* The numbers of this mechanism: of itself, of its events, and of what its draws decide.
 *
 * Given once and never again: a draw is keyed by its number, so a number that changes, changes results
 * (random/draw.h). A new purpose gets MEASURES_LUCK + 1, + 2 ...; those below 256 are older than
 * this rule.
 */
#ifndef MEASURES_NUMBERS_H
#define MEASURES_NUMBERS_H

#include "numbering.h"

enum { MEASURES_NUMBER = 9, MEASURES_LUCK = LUCK_OF(MEASURES_NUMBER) };

// clang-format off
enum measures_event {
    EVENT_SAMPLE = EVENTS_OF(MEASURES_NUMBER),  /* the time to write down the state */
};
// clang-format on

/* Beside each: the entity and the occasion. */
// clang-format off
enum measures_draw {
    DRAW_PROBLEM = 51,         /* problem, 0 */
};
// clang-format on

#endif
