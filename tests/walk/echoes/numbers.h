/* The numbers of this mechanism: of itself, of its events, and of what its draws decide. Given once and never
 * again: a draw is keyed by its number. */
#ifndef ECHOES_NUMBERS_H
#define ECHOES_NUMBERS_H

#include "numbering.h"

enum { ECHOES_NUMBER = 31, ECHOES_LUCK = LUCK_OF(ECHOES_NUMBER) };

enum echoes_event {
    EVENT_ECHO_CALLS = EVENTS_OF(ECHOES_NUMBER), /* a site calls out to another */
    EVENT_ECHO_HEARD,                            /* the call arrives there */
};

/* Beside each: the entity and the occasion. */
enum echoes_draw {
    DRAW_ECHO = ECHOES_LUCK + 1, /* site, number of the call: to which site */
};

#endif
