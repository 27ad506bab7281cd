/* What the files of this folder share with each other and with nobody else. */
#ifndef TIES_TIES_PARTS_H
#define TIES_TIES_PARTS_H

#include "ties/ties.h"
#include "travel/travel.h"

/* Who can be at an end of a tie: the people of the site by their numbers, guests among them, and after those
 * the strangers: people of other sites who were guests here and are no more.
 *
 * A tie stands twice, in the list of each end, with the same weight. The lists have room for `most` ties and
 * lie one after the other. */
struct tie_lists {
    uint32_t *other; /* who is at the other end */
    double *weight;  /* strength times what strength 1 weighed when the two last talked; see ties.h */
    uint8_t *back;   /* the place of the same tie in the list of the other end */
    uint8_t *count;
    uint8_t *weakest; /* its place in the list; NOT_SOUGHT: it has to be looked for */
};

enum { NOT_SOUGHT = 0xFF };

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
    struct strangers strangers;
    uint32_t *mark, *sizes; /* by person; all 0 between two calls: what a pass over people has to remember */
    double base;            /* half-lives until the instant from which weights are counted */
    uint64_t made, ended;
    sim_time over; /* when the run ended; 0: it goes on */
};

/* What a tie of strength 1 weighs now. */
double ties_full_weight(const struct ties *ties, sim_time now);

/* Tie number `i` of somebody. */
static inline size_t tie_at(const struct ties *ties, uint32_t who, uint32_t i)
{
    return (size_t)who * ties->most + i;
}

static inline uint32_t tie_other(const struct ties *ties, uint32_t who, uint32_t i)
{
    return ties->of.other[tie_at(ties, who, i)];
}

static inline double tie_weight(const struct ties *ties, uint32_t who, uint32_t i)
{
    return ties->of.weight[tie_at(ties, who, i)];
}

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
