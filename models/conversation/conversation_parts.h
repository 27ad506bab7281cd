/* The circles of one site, as the files of this folder see them. */
#ifndef CONVERSATION_CONVERSATION_PARTS_H
#define CONVERSATION_CONVERSATION_PARTS_H

#include "conversation/conversation.h"

/* All circles ever opened, and those that are closed and wait to be used again; written by circle.c. */
struct circle_pool {
    struct circle **all;
    uint32_t count, room;
    uint32_t numbered; /* circles opened so far */
    struct circle *spare, *spare_apart;
};

/* Where each person sits; written by circle.c and seats.c. */
struct sitting {
    uint32_t *circle; /* index of her circle + 1, or 0 */
    uint32_t *seat;   /* in it */
    bool *behind;     /* she sits behind it, and only listens */
};

/* What seats knew before a turn, of what it says and an insight needs; written by noticing.c. */
struct seats_before {
    uint32_t word[SEAT_WORDS]; /* of the bit sets: those with something of it */
    uint32_t mask[SEAT_WORDS]; /* what it is, in each of these */
    uint32_t words;            /* 0: nobody can notice anything */
    uint32_t *facets;          /* such a word of all seats, one word after the other */
    uint32_t *more;            /* by seat: what is known now and was not */
    size_t room;               /* seats */
};

struct conversation {
    const struct conversation_settings *settings;
    const struct opinion_settings *opinions;
    struct people *people;
    const struct luck *luck;
    struct arena *arena;
    const struct heed *heed; /* NULL: everybody listens to everybody alike */
    uint32_t words;          /* of a bit set of facets */
    struct circle_pool circles;
    struct sitting sits;
    struct seats_before before;
    void *spare_seats[32]; /* memory of seats, by the power of two of its room */
    struct tally tally;    /* of circles of the calendar's sessions */
    struct tally apart;    /* of all others: they change no number of these */
};

/* A raised hand is no longer in the queue. */
void circle_drop_hand(struct circle *circle, uint32_t person);

#endif
