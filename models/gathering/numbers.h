/* The numbers of this mechanism: of itself, of its events, and of what its draws decide.
 *
 * A number is given once and never again: draws are keyed by it, so changing a number changes results
 * (random/draw.h). A new purpose gets GATHERING_LUCK + 1, + 2 ...; those below 256 are older than
 * this rule.
 */
#ifndef GATHERING_NUMBERS_H
#define GATHERING_NUMBERS_H

#include "numbering.h"

enum { GATHERING_NUMBER = 4, GATHERING_LUCK = LUCK_OF(GATHERING_NUMBER) };

// clang-format off
enum gathering_event {
    EVENT_SESSION_OPENS = EVENTS_OF(GATHERING_NUMBER),  /* a line of the calendar opens its session */
    EVENT_STAGE_ENDS,         /* the time of a stage is over */
    EVENT_SESSION_ENDS,       /* the time of the session is over */
    EVENT_PERSON_MOVES,       /* a person leaves her circle */
    EVENT_PERSON_JOINS,       /* a person who walked about sits down */
};
// clang-format on

/* Beside each: the entity and the occasion. */
// clang-format off
enum gathering_draw {
    DRAW_ATTENDANCE = 3,       /* site, hour in which the session opens; one lane a person */
    DRAW_LOSS = 15,            /* site and hour of the session, report */
    DRAW_SEATING = 16,         /* site and hour of the session, stage and round */
    DRAW_CHOICE = 17,          /* person, stage and hour of the session */
    DRAW_MOVE = 18,            /* site and hour of the session, number of the move: when, and who */
    DRAW_STEP = 19,            /* person, number of the move and hour of the session: where to */
    DRAW_REST = 20,            /* the same: for how long */
    DRAW_SITTING = 21,         /* the same: where, after a rest */
    DRAW_POSTING = 22,         /* site and hour of the session, person */
    DRAW_CHAIR = GATHERING_LUCK + 1,  /* site and hour of the session, number of the move: whether a chair is taken, and by whom */
    DRAW_SAME = GATHERING_LUCK + 2, /* site, hour in which the session opens; one lane a person */
    DRAW_INCUBATION = GATHERING_LUCK + 3, /* site and hour of the session, with stage and round; person: what she notices in a silence */
};
// clang-format on

#endif
