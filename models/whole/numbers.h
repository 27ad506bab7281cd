/* The numbers of this mechanism: of itself, and of what its draws decide. Given once and never again: a draw
 * is keyed by its number (random/draw.h). */
#ifndef WHOLE_NUMBERS_H
#define WHOLE_NUMBERS_H

#include "numbering.h"

enum { WHOLE_NUMBER = 16, WHOLE_LUCK = LUCK_OF(WHOLE_NUMBER) };

/* Beside each: the entity and the occasion. */
// clang-format off
enum whole_draw {
    DRAW_PROBLEM = 51,         /* problem, 0; older than the rule of numbering.h */
};
// clang-format on

#endif
