/* The numbers of this mechanism: of itself, of its events, and of what its draws decide.
 *
 * Given once and never again: a draw is keyed by its number, so a number that changes, changes results
 * (random/draw.h). A new purpose gets ADOPTION_LUCK + 1, + 2 ...; those below 256 are older than
 * this rule.
 */
#ifndef PRACTICES_NUMBERS_H
#define PRACTICES_NUMBERS_H

#include "numbering.h"

enum { ADOPTION_NUMBER = 11, ADOPTION_LUCK = LUCK_OF(ADOPTION_NUMBER) };

// clang-format off
enum adoption_event {
    EVENT_SITE_TOLD = EVENTS_OF(ADOPTION_NUMBER),  /* another site tells what it holds */
    EVENT_SITE_REVIEWS,       /* a site weighs its practice */
    EVENT_SITE_TRIES,         /* a site may take up what spreads */
    EVENT_SITE_EXPERIMENTS,   /* a site begins to try a practice drawn by lot */
    EVENT_TRIAL_ENDS,         /* and keeps it or not */
};
// clang-format on

/* Beside each: the entity and the occasion. */
// clang-format off
enum adoption_draw {
    DRAW_TOLD = 35,            /* site, number of the telling: which sites */
    DRAW_REVIEW = 36,          /* site, number of the review: whether to change; 0: when the first is */
    DRAW_EXPERIMENT = ADOPTION_LUCK + 1, /* site, twice the number of the trial, and one more: when, and what */
    DRAW_TRIAL = ADOPTION_LUCK + 2,      /* site, number of the trial: whether it is kept */
    DRAW_TRY = 37,             /* site, twice the number of the try, and one more: when, and whether */
};
// clang-format on

#endif
