/* The numbers of this mechanism: of itself, of its events, and of what its draws decide. Given once and never
 * again: a draw is keyed by its number. */
#ifndef RECORDS_NUMBERS_H
#define RECORDS_NUMBERS_H

#include "numbering.h"

enum { RECORDS_NUMBER = 20, RECORDS_LUCK = LUCK_OF(RECORDS_NUMBER) };

enum records_event {
    EVENT_RECORD_COMES = EVENTS_OF(RECORDS_NUMBER), /* a record of another site arrives */
    EVENT_BOARD_READ,                               /* somebody may read a record */
    EVENT_FORUM_READ,                               /* somebody may read posts */
    EVENT_PERSON_POSTS,                             /* somebody may post */
};

/* Beside each: the entity and the occasion. */
// clang-format off
enum records_draw {
    DRAW_RECORD_LOSS = RECORDS_LUCK + 1, /* session, stage and round: what is missing in its record */
    DRAW_BOARD_READ,                     /* site, twice the number of the candidate, and one more: when; who and what */
    DRAW_FORUM_READ,                     /* the same in the forum */
    DRAW_READ_LEARNT,                    /* site, number of the reading: what she keeps of it */
    DRAW_POST_RATE,                      /* person, her home: how often she posts */
    DRAW_POST,                           /* person of a site, twice the number of the post, and one more: when; what */
};
// clang-format on

#endif
