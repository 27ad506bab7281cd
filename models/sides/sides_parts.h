/* The sides of a site, as the files of this folder see them. */
#ifndef SIDES_SIDES_PARTS_H
#define SIDES_SIDES_PARTS_H

#include "conversation/conversation.h"
#include "knowledge/contested.h"
#include "sides/sides.h"

struct item;
struct setup;

/* Who is on which side. Written by sides.c. */
struct side_places {
    const struct luck *luck;
    uint8_t *side;                    /* of each person */
    uint32_t *deck;                   /* room to deal the sides of the people of any site */
    const struct site_settings *home; /* of all sites: how many people each has at the start */
    uint32_t lowest, highest;         /* the sides that lean least and most for contested matters */
};

/* How warm each person is, true at `touched`. Written by warmth.c. */
struct side_warmth {
    double *now;
    sim_time *touched;
    float *heed;   /* one factor a seat, for the circle that hears at this instant */
    sim_time span; /* for which `left` was last computed */
    double left;   /* share of what contact did that is left after it */
};

/* What was counted. Turns by warmth.c, matters by matters.c. */
struct side_books {
    uint64_t heard, across,
        jarred; /* turns heard by somebody: all; from another side; of these, that jarred */
    double matters, gap, within, extremity; /* contested matters that are over, and sums over them */
    double decided, both;                   /* decisions on contested proposals; with all sides in favour */
    double passed, passed_both;             /* of these, those that passed */
};

struct sides {
    const struct side_settings *settings;
    const struct people *people;
    const struct conversation *conversation;
    struct division division; /* for knowledge */
    struct heed heed;         /* for conversation */
    struct side_places places;
    struct side_warmth warmth;
    struct side_books books;
};

/* NULL where there are no sides. Tells knowledge and conversation of them. */
struct sides *sides_new(const struct setup *setup);
/* A guest is on the side that she is on at home, and begins here as warm as anybody. */
void sides_greet(struct site *site, uint32_t guest, uint32_t home, uint32_t person);
/* The turn that a circle hears now: changes the warmth of who hears it, and says how well each listens. */
const float *warmth_heed(void *keeper, const struct circle *circle);
/* A contested matter is over: how far apart the sides are on it. */
void matters_note_question(struct site *site, const struct matter *matter);
void matters_note_decision(struct site *site, const struct item *item);
/* At the end of a run. */
void sides_require_laws(struct site *site, sim_time ends);

#endif
