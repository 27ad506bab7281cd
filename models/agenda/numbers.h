/* The numbers of this mechanism: of itself, of its events, and of what its draws decide.
 *
 * A number is given once and never again: draws are keyed by it, so changing a number changes results
 * (random/draw.h). A new purpose gets AGENDA_LUCK + 1, + 2 ...; those below 256 are older than
 * this rule.
 */
#ifndef AGENDA_NUMBERS_H
#define AGENDA_NUMBERS_H

#include "numbering.h"

enum { AGENDA_NUMBER = 10, AGENDA_LUCK = LUCK_OF(AGENDA_NUMBER) };

// clang-format off
enum agenda_event {
    EVENT_PROPOSAL_ARRIVES = EVENTS_OF(AGENDA_NUMBER),  /* somebody submits a proposal */
    EVENT_MATTER_REOPENS,     /* a passed matter comes back */
};
// clang-format on

/* Beside each: the entity and the occasion. */
// clang-format off
enum agenda_draw {
    DRAW_ARRIVAL = 23,         /* site, number of the proposal */
    DRAW_REOPENING = 27,       /* matter, times decided */
};
// clang-format on

#endif
