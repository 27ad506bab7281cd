/* A movement at one moment, as far as differentiation, integration and transformation need to know it.
 *
 * Who describes it does not matter: an observer with a notebook or the simulation. The measures of a state
 * are pure functions: the same state, the same numbers; nothing is drawn, and no site is looked at. Sites,
 * topics, items of work, facets and groups are numbers from 0.
 */
#ifndef STATE_STATE_H
#define STATE_STATE_H

#include <stdbool.h>

#include "state/graph.h"

/* Effort on a topic or an item of work, in any unit that is the same for the whole state (person-hours). */
struct effort {
    uint32_t on;
    double much; /* not negative */
};

struct efforts {
    const struct effort *items;
    size_t count;
};

/* Ascending, each number once. */
struct number_set {
    const uint32_t *items;
    size_t count;
};

struct group_state {
    uint32_t site;
    struct efforts topics;    /* each topic once; it is the group's topic even where the effort is 0 */
    struct efforts work;      /* each item of work once; may be empty where items are not distinguished */
    struct number_set facets; /* known or covered by the group */
};

struct movement_state {
    uint32_t sites, topics, work_items, facets; /* how many there are */
    const struct group_state *groups;
    uint32_t group_count;
    struct edges links;                /* between groups */
    struct edges dependencies;         /* declared: these groups need each other's work */
    const struct number_set *problems; /* the facets that each needs */
    size_t problem_count;
    const struct efforts *people; /* of each person, by topic; none where only groups are described */
    size_t person_count;
};

/* A number, or why there is none. */
struct measured {
    double value;    /* NaN when it is not defined */
    const char *why; /* the reason then: "no two groups are required to work together"; else NULL */
};

static inline struct measured measured(double value)
{
    return (struct measured){value, NULL};
}

struct measured not_defined(const char *why);

/* How a state is looked at. */
struct state_terms {
    uint32_t threads;     /* how many may work at it; changes no number */
    uint32_t exact_up_to; /* with more groups than these, integration is estimated (integration.h) */
    uint32_t sampled;     /* from that many of them */
};

enum { EXACT_UP_TO = 32768, SAMPLED_GROUPS = 4096 };

static inline struct state_terms state_terms_of(uint32_t threads)
{
    return (struct state_terms){threads, EXACT_UP_TO, SAMPLED_GROUPS};
}

/* What takes long and is asked for more than once. */
struct state_taken {
    bool integrated, covered, shared;
    struct measured integration, within;
    struct measured together, alone; /* transformation.h */
    struct measured pairs, sharing;  /* sharing.h */
    struct requirement *room;        /* required.h: one a thread; NULL until it is needed */
};

/* The state with what several measures need of it. */
struct state_view {
    const struct movement_state *state;
    struct state_terms terms;
    struct graph links, dependencies;
    struct components components;
    struct state_taken *taken;
    struct arena *arena; /* for results and scratch; takes a few arrays as long as the state a measure */
};
struct state_view state_view_of(const struct movement_state *state, struct state_terms terms,
                                struct arena *arena);

#endif
