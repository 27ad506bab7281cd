/* The numbers of this mechanism: of itself, of its events, and of what its draws decide.
 *
 * Given once and never again: a draw is keyed by its number, so a number that changes, changes results
 * (random/draw.h). A new purpose gets CONVERSATION_LUCK + 1, + 2 ...; those below 256 are older
 * than this rule.
 */
#ifndef CONVERSATION_NUMBERS_H
#define CONVERSATION_NUMBERS_H

#include "numbering.h"

enum { CONVERSATION_NUMBER = 3, CONVERSATION_LUCK = LUCK_OF(CONVERSATION_NUMBER) };

// clang-format off
enum conversation_event {
    EVENT_CHANNEL_FREE = EVENTS_OF(CONVERSATION_NUMBER),  /* a turn or a pause of a circle is over */
};
// clang-format on

/* Beside each: the entity and the occasion. */
// clang-format off
enum conversation_draw {
    DRAW_TURN = 9,             /* circle of a session, turn */
    DRAW_OUTBURST = 10,        /* circle of a session, turn */
    DRAW_HANDS = 11,           /* circle of a session, turn */
    DRAW_LEARNING = 12,        /* circle of a session, turn and facet; one lane a seat */
    DRAW_REPORT = 13,          /* circle of a session, turn: which facets */
    DRAW_STRAY = CONVERSATION_LUCK + 1, /* circle of a session, turn: whether it strays, and keeps the order */
    DRAW_APART,                /* circle of a session, turn: whether it falls apart */
};
// clang-format on

#endif
