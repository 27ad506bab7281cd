/* The numbers of this mechanism: of itself, of its events, and of what its draws decide. Given once and never
 * again: a draw is keyed by its number. */
#ifndef INQUIRIES_NUMBERS_H
#define INQUIRIES_NUMBERS_H

#include "numbering.h"

enum { INQUIRIES_NUMBER = 22, INQUIRIES_LUCK = LUCK_OF(INQUIRIES_NUMBER) };

enum inquiries_event {
    EVENT_INQUIRY_BEGINS = EVENTS_OF(INQUIRIES_NUMBER),
    EVENT_INQUIRY_IS_DUE,
};

/* Beside each: the entity and the occasion. */
// clang-format off
enum inquiries_draw {
    DRAW_INSIGHT_PARTS = INQUIRIES_LUCK + 1, /* inquiry, insight: of which facets it is put together */
    DRAW_KNOWER_SITES,                       /* inquiry, facet: at which sites those are who know it at first */
    DRAW_ASPECT_INTEREST,                    /* inquiry at a site, person: how much she cares for each aspect */
    DRAW_INSIGHT_SEEN,                             /* inquiry at a site and insight, person: whether she notices it */
};
// clang-format on

#endif
