/* The numbers of this mechanism: of itself, and of what its draws decide.
 *
 * Given once and never again: a draw is keyed by its number, so a number that changes, changes results
 * (random/draw.h). */
#ifndef HOSTS_NUMBERS_H
#define HOSTS_NUMBERS_H

#include "numbering.h"

enum { HOSTS_NUMBER = 27, HOSTS_LUCK = LUCK_OF(HOSTS_NUMBER) };

/* Beside each: the entity and the occasion. */
enum hosts_draw {
    DRAW_CAN_HOST = HOSTS_LUCK + 1, /* site: who of those at the start can host, and whether one more */
    DRAW_COMER_CAN_HOST,            /* person of a site: whether one who comes later can */
    DRAW_HOST_LOT,                  /* person of a site, stage of a session: her place among equals */
};

#endif
