/* The numbers of this mechanism: of itself, of its events, and of what its draws decide. Given once and never
 * again: a draw is keyed by its number. */
#ifndef TEAMWORK_NUMBERS_H
#define TEAMWORK_NUMBERS_H

#include "numbering.h"

enum { TEAMWORK_NUMBER = 23, TEAMWORK_LUCK = LUCK_OF(TEAMWORK_NUMBER) };

enum teamwork_event {
    EVENT_PART_FINISHED = EVENTS_OF(TEAMWORK_NUMBER), /* a member has finished a part */
};

/* Beside each: the entity and the occasion. */
enum teamwork_draw {
    DRAW_COUPLED = TEAMWORK_LUCK + 1, /* item of work, pair of parts: whether they bear on each other */
    DRAW_SIGNAL = TEAMWORK_LUCK + 2,  /* group, signal: who gets it at once */
};

#endif
