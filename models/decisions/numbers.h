/* The numbers of this mechanism: of itself, of its events, and of what its draws decide.
 *
 * A number is given once and never again: draws are keyed by it, so changing a number changes results
 * (random/draw.h). A new purpose gets DECISIONS_LUCK + 1, + 2 ...; those below 256 are older than
 * this rule.
 */
#ifndef DECISIONS_NUMBERS_H
#define DECISIONS_NUMBERS_H

#include "numbering.h"

enum { DECISIONS_NUMBER = 5, DECISIONS_LUCK = LUCK_OF(DECISIONS_NUMBER) };

/* Beside each: the entity and the occasion. */
// clang-format off
enum decisions_draw {
    DRAW_DIGEST = 14,          /* circle of a session, turn: how many */
    DRAW_ITEM = 24,            /* matter, visit */
    DRAW_AMENDMENT = 25,       /* matter, facet and visit */
    DRAW_BLOCK = 26,           /* matter, visit; one lane a seat */
    DRAW_ABSTENTION = DECISIONS_LUCK + 1, /* the same */
};
// clang-format on

#endif
