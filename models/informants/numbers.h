/* The numbers of this mechanism: of itself, and of what its draws decide. Given once and never again: a draw
 * is keyed by its number. */
#ifndef INFORMANTS_NUMBERS_H
#define INFORMANTS_NUMBERS_H

#include "numbering.h"

enum { INFORMANTS_NUMBER = 21, INFORMANTS_LUCK = LUCK_OF(INFORMANTS_NUMBER) };

/* Beside each: the entity and the occasion. */
enum informants_draw {
    DRAW_INFORMANT_KNOWS = INFORMANTS_LUCK + 1, /* site and hour of the session; stage, circle and seat: what
                                                   she knows */
    DRAW_INFORMANT_SIDE = INFORMANTS_LUCK + 2,  /* the same: on which side she is */
};

#endif
