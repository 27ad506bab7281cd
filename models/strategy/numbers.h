/* The numbers of this mechanism: of itself, of its events, of what people travel for, and of what its draws
 * decide. Given once and never again: a draw is keyed by its number. */
#ifndef STRATEGY_NUMBERS_H
#define STRATEGY_NUMBERS_H

#include "numbering.h"

enum { STRATEGY_NUMBER = 28, STRATEGY_LUCK = LUCK_OF(STRATEGY_NUMBER) };

// clang-format off
enum strategy_event {
    EVENT_OVERVIEW_TOLD = EVENTS_OF(STRATEGY_NUMBER), /* a group elsewhere tells what a group is at */
    EVENT_COMMUNITY_CALLS,   /* the time to call delegates of other sites */
    EVENT_COMMUNITY_INVITES, /* the call comes */
    EVENT_DELEGATE_BRINGS,   /* what a delegate's group knows comes after her */
};
// clang-format on

/* A delegate goes to a community; the number that she brings is that of her group at home. */
enum { TRAVEL_COMMUNITY = ERRANDS_OF(STRATEGY_NUMBER) };

/* Beside each: the entity and the occasion. */
// clang-format off
enum strategy_draw {
    DRAW_ADVICE = STRATEGY_LUCK + 1, /* group, number of its task: whether it asks */
    DRAW_NAMED,                      /* group, number of its task: which items the adviser looks at */
    DRAW_TASK_TOLD,                     /* group, number of its task: whether it tells what it has taken up */
    DRAW_WORTH,                      /* item, 0: what it is worth */
};
// clang-format on

#endif
