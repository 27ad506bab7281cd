/* The numbers of this mechanism: of itself, and of what its draws decide.
 *
 * Given once and never again: a draw is keyed by its number, so a number that changes, changes results
 * (random/draw.h). It has no events.
 */
#ifndef SIDES_NUMBERS_H
#define SIDES_NUMBERS_H

#include "numbering.h"

enum { SIDES_NUMBER = 25, SIDES_LUCK = LUCK_OF(SIDES_NUMBER) };

/* Beside each: the entity and the occasion. */
// clang-format off
enum sides_draw {
    DRAW_SIDES = SIDES_LUCK + 1, /* site, 0: who of those at the start is on which side */
    DRAW_SIDE,                   /* person, home: the side of somebody who comes later */
};
// clang-format on

#endif
