/* The numbers of this mechanism: of itself, and of what its draws decide. Given once and never again: a draw
 * is keyed by its number. */
#ifndef COMMIT_NUMBERS_H
#define COMMIT_NUMBERS_H

#include "numbering.h"

enum { COMMIT_NUMBER = 29, COMMIT_LUCK = LUCK_OF(COMMIT_NUMBER) };

/* Beside each: the entity and the occasion. */
enum commit_draw {
    DRAW_SIGN = COMMIT_LUCK + 1,    /* session and stage, person: whether she signs, and for which call */
    DRAW_TURN_UP = COMMIT_LUCK + 2, /* session and stage, person: whether she turns up */
};

#endif
