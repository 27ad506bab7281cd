/* Matters, their facets, and who knows which.
 *
 * A matter (a proposal, a question) has up to 256 facets: things one can know about it. Each speaks for or
 * against (its valence). A share of the facets is common, known to many; each of the rest is known to
 * `knowers` people, who are the more likely to be those the more interested they are (Stasser & Titus 1985,
 * doi:10.1037/0022-3514.48.6.1467). Knowledge is a bit set a person and matter: person-major, so that a
 * listener's update touches one word. A person who comes later knows nothing of a matter that was there
 * before.
 *
 * Interest of a person in a matter is lognormal; the same number draws her to a circle about it.
 */
#ifndef KNOWLEDGE_KNOWLEDGE_H
#define KNOWLEDGE_KNOWLEDGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/sim_time.h"
#include "knowledge/numbers.h"
#include "parts.h"
#include "people/people.h"
#include "random/draw.h"
#include "scenario/field.h"

enum { MOST_FACETS = 256, FACET_WORDS = MOST_FACETS / 64 };

struct start_rule;
struct minds;

struct knowledge_settings {
    double common_share; /* of the facets */
    double common_known; /* share of the people who know a common facet */
    int64_t knowers;     /* of a facet that is not common */
    double interest_sd;  /* of the logarithm of interest */
    double merit;        /* mean share of facets that speak for a matter */
    double merit_sd;     /* between matters */
    double support;      /* mean leaning of people before any argument, 0 to 1 */
    double support_sd;
    const struct start_rule *start; /* how leanings are laid out at first */
    struct field_list leanings;     /* for the start rule `given` */
};

extern const struct section knowledge_section;

struct checking;
/* Tells what the tables cannot (checking.h). */
void knowledge_check(const struct checking *checking);

struct facet_set {
    uint64_t word[FACET_WORDS];
};

static const struct facet_set all_facets = {{~UINT64_C(0), ~UINT64_C(0), ~UINT64_C(0), ~UINT64_C(0)}};

enum matter_kind { MATTER_PROPOSAL, MATTER_QUESTION, MATTER_COMMONS };

struct matter {
    uint32_t id; /* names its draws: proposals count from 0, questions from
                 QUESTIONS_FROM and QUESTIONS_APART_FROM */
    enum matter_kind kind;
    uint32_t number; /* of a proposal on its agenda */
    uint32_t facets;
    uint32_t words;                      /* of a person's bit set */
    struct facet_set pro;                /* facets that speak for it, by nature */
    struct facet_set addressed;          /* facets against it that an amendment answered */
    struct facet_set voiced;             /* said anywhere so far */
    struct facet_set declined;           /* concerns that were raised and not answered */
    uint16_t first_knowers[MOST_FACETS]; /* how many knew each facet at first, at most 65535 */
    uint64_t *known;                     /* people x words */
    float *interest;                     /* people */
    float *leaning;                      /* people: the social part of the opinion, 0 against to 1 for */
    float *first;                        /* people: leaning at first (Friedkin-Johnsen) */
    struct minds *minds;                 /* the memory of the four above; NULL, as they, once forgotten */
    uint32_t proposer;
    bool prepared;                  /* was discussed in a circle before; its presenter gives a digest */
    struct matter *before, *behind; /* in the list of those that are there */
    struct matter *spare;           /* next of the free list */
};

/* Questions and proposals, and the matters of different sites, draw from different numbers. */
enum { QUESTIONS_FROM = 0x40000000, SITE_STRIDE = 0x00010001 };
/* So do the proposals of working groups, and the questions of sessions outside the calendar. */
#define GROUPS_FROM          UINT32_C(0x80000000)
#define QUESTIONS_APART_FROM UINT32_C(0xC0000000)

/* The matters of one site. Memory of what was released or forgotten is used again. */
enum { KNOWER_BINS = 8 };

/* Of matters that are over: how many facets there were, and how many were voiced, by how many people knew
 * them at first; the last bin holds all more common ones. */
struct voiced_books {
    double facets[KNOWER_BINS], voiced[KNOWER_BINS];
};

struct knowledge {
    const struct knowledge_settings *settings;
    const struct luck *luck;
    struct arena *arena;
    const struct people *people;
    uint32_t facets;        /* of every matter of the site but the commons */
    uint32_t words;         /* of a person's bit set, for every matter */
    struct matter *commons; /* what people know how to do (knowledge/commons.h); NULL: not kept */
    /* The last one made, and through `before` all others that people know something of. */
    struct matter *live;
    struct matter *spare;
    struct minds *spare_minds;
    double *scratch, *more_scratch; /* one entry a person */
    struct voiced_books books;
};

/* NULL where the scenario does not have it. */
PART(knowledge, KNOWLEDGE_NUMBER)

struct knowledge *knowledge_new(const struct knowledge_settings *settings, const struct people *people,
                                uint32_t facets, const struct luck *luck, struct arena *arena);
/* Nobody knows anything of it, and nobody cares. */
struct matter *matter_blank(struct knowledge *knowledge, enum matter_kind kind, uint32_t id, uint32_t facets);
struct matter *matter_new(struct knowledge *knowledge, enum matter_kind kind, uint32_t id, uint32_t proposer);
void matter_release(struct knowledge *knowledge, struct matter *matter);
/* Of all matters, in favour of who takes her entry next: a guest has gone. She leans as at first. */
void knowledge_forget(struct knowledge *knowledge, uint32_t person);
/* What each person knows of it and thinks about it is gone; what was voiced and how it stands is kept. */
void matter_forget(struct knowledge *knowledge, struct matter *matter);

static inline bool facet_in(const struct facet_set *set, uint32_t facet)
{
    return (set->word[facet / 64] >> (facet % 64)) & 1;
}

static inline void facet_add(struct facet_set *set, uint32_t facet)
{
    set->word[facet / 64] |= UINT64_C(1) << (facet % 64);
}

uint32_t facet_count(const struct facet_set *set);
/* The facet number `index` (from 0) of the set. */
uint32_t facet_pick(const struct facet_set *set, uint32_t index);
struct facet_set facet_and(const struct facet_set *a, const struct facet_set *b);
struct facet_set facet_or(const struct facet_set *a, const struct facet_set *b);
struct facet_set facet_without(const struct facet_set *a, const struct facet_set *b);
struct facet_set facets_known(const struct matter *matter, uint32_t person);
/* Facets that speak for the matter as it stands now, answered concerns among them. */
struct facet_set facets_for(const struct matter *matter);
/* (for - against) / facets as it stands now, with everything known: -1 to 1. */
double matter_value(const struct matter *matter);

/* A matter is over: its facets go into the books. */
void matter_count_voiced(struct knowledge *knowledge, const struct matter *matter);

#endif
