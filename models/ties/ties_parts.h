/* What the files of this folder share with each other and with nobody else. */
#ifndef TIES_TIES_PARTS_H
#define TIES_TIES_PARTS_H

#include "ties/ties.h"
#include "travel/travel.h"

/* Whoever can be at an end of a tie: the people of the site by their numbers, guests among them, and after
 * those the strangers: people of other sites who were guests here and are no more. */
struct tie {
    uint32_t end[2];  /* end[0] of a tie that is not in use: the next such one, plus 1 */
    uint8_t place[2]; /* in the list of each end */
    double level;     /* log2(strength) + time / half-life; see ties.h */
};

/* The ties of each: `list` has room for `most` of them. */
struct tie_lists {
    uint32_t *list; /* number of the tie plus 1; of one end after the other */
    uint8_t *count;
    uint8_t *weakest; /* its place in the list; NOT_SOUGHT: it has to be looked for */
};

enum { NOT_SOUGHT = 0xFF };

struct tie_pool {
    struct tie *all;
    uint32_t count, room;
    uint32_t spare; /* the first that is not in use, plus 1 */
};

struct strangers {
    struct guest_home *from; /* where each is at home */
    uint32_t count, room;
};

struct ties {
    const struct tie_settings *settings;
    struct arena *arena;
    uint32_t people;
    uint32_t most;
    struct tie_lists of;
    struct tie_pool pool;
    struct strangers strangers;
    uint32_t *mark, *sizes; /* by person; all 0 between two calls: what a pass over people has to remember */
    uint64_t made, ended;
    sim_time over; /* when the run ended; 0: it goes on */
};

/* What all levels have risen by until now: a tie is as strong as 2^(level - rise). */
double ties_rise(const struct ties *ties, sim_time now);
double tie_strength(const struct tie *tie, double rise);

/* Tie number `i` of somebody, and who is at its other end. */
const struct tie *tie_of(const struct ties *ties, uint32_t who, uint32_t i);
uint32_t tie_other(const struct tie *tie, uint32_t who);

/* Ties of one are from now on ties of the other, who has none. */
void ties_pass_over(struct ties *ties, uint32_t from, uint32_t to);

/* --- strangers.c --- */

static inline bool is_stranger(const struct ties *ties, uint32_t who)
{
    return who >= ties->people;
}

/* A guest has come: if she was here before, she takes up the ties that are left. */
void stranger_comes_back(struct site *site, uint32_t guest, uint32_t purpose, uint32_t number);
/* Somebody gets up for good; where she is a guest, her ties are kept under the name of a stranger. */
void guest_becomes_stranger(struct site *site, uint32_t person);
/* The site at which somebody is at home. */
uint32_t ties_home_of(const struct parts *parts, uint32_t who);

#endif
