/* The numbers of this mechanism: of itself, of its events, and of what its draws decide. Given once and never
 * again: a draw is keyed by its number. */
#ifndef GIFTS_NUMBERS_H
#define GIFTS_NUMBERS_H

#include "numbering.h"

enum { GIFTS_NUMBER = 18, GIFTS_LUCK = LUCK_OF(GIFTS_NUMBER) };

enum gifts_event {
    EVENT_NEED_ARISES = EVENTS_OF(GIFTS_NUMBER), /* somebody may have a new need */
    EVENT_GIFT_ARISES,                           /* somebody may have a new gift */
    EVENT_NEED_LAPSES,
    EVENT_PERSON_ASKED,  /* somebody was named, and is asked for help */
    EVENT_HELP_IS_GIVEN, /* what was agreed is done */
    EVENT_CARD_PASSES,   /* the holder of a card hands it on */
    EVENT_NOTES_READ,    /* somebody may read what hangs at the board */
    EVENT_DONATION,      /* something is given from outside */
    EVENT_PURCHASE,      /* what the assembly granted is there */
    EVENT_NEED_CARRIED,  /* a need comes after its owner, who has travelled */
    EVENT_GIFT_CARRIED,  /* a gift does */
};

/* Beside each: the entity and the occasion. */
// clang-format off
enum gifts_draw {
    DRAW_NEED_ARISES = GIFTS_LUCK + 1, /* site, twice the number of the candidate, and one more: when; who and what */
    DRAW_GIFT_ARISES,                  /* the same of gifts */
    DRAW_HAVE_AT_START,                /* site, 0: in which order people have needs and gifts at the beginning */
    DRAW_NEED_AT_START,                /* site, number: what it is */
    DRAW_GIFT_AT_START,                /* the same of gifts */
    DRAW_GENEROSITY,                   /* person, need: whether she helps */
    DRAW_HELP_HEARD,                   /* circle, turn: who learns of what is told */
    DRAW_FORGETTING,                   /* person, what she has in mind: for how long */
    DRAW_RETELLING,                    /* person and circle, what she has in mind: whether she tells it there */
    DRAW_CARD_WRITTEN,                 /* person, need: whether she writes it on a card */
    DRAW_CARD_PASSES,                  /* need, twice the number of the try, and one more: when; to whom, and whether it is lost */
    DRAW_STANDING,                     /* site, 0: who sits where in a standing arrangement of circles */
    DRAW_NOTE_PUT_UP,                  /* person, need or gift: whether she puts it up at the board */
    DRAW_NOTES_READ,                   /* site, twice the number of the candidate, and one more: when; who, and what she keeps */
    DRAW_DONATION,                     /* site, twice the number, and one more: when; what */
    DRAW_RESOURCE,                     /* group, task: whether it lacks something, and what */
};
// clang-format on

#endif
