/* The matters of one site, as the files of this folder see them. */
#ifndef KNOWLEDGE_KNOWLEDGE_PARTS_H
#define KNOWLEDGE_KNOWLEDGE_PARTS_H

#include "knowledge/census.h"
#include "knowledge/contested.h"

enum { KNOWER_BINS = 8 };

/* Who is here, a bit a person. Written by met.c, as the next one. */
struct crowd {
    uint64_t *bits;
    uint32_t users; /* matters that were made when it was so */
    struct crowd *spare;
};

struct crowd_pool {
    struct crowd *last, *spare;
    uint64_t changes; /* of standings, when it was as `last` says */
};

/* Minds of those who met a matter, in the order in which they did. */
struct met {
    const struct knowledge *knowledge;
    struct crowd *crowd; /* when it was made */
    uint32_t count, room;
    uint32_t *slots; /* 2 x room, by person: her place + 1, or 0 */
    uint32_t *person;
    float *leaning, *first;
    uint64_t *known;
    double shares[2][MOST_SIDES]; /* of a contested matter: who knows a facet against it, and for it */
    struct met *spare;
};

/* Of matters that are over: how many facets there were, and how many were voiced, by how many people knew
 * them at first; the last bin holds all more common ones. */
struct voiced_books {
    double facets[KNOWER_BINS], voiced[KNOWER_BINS];
};

/* Memory of what was released or forgotten is used again; written by matter.c. */
struct matter_pool {
    struct matter
        *live; /* the last one made, and through `before` all others that people know something of */
    struct matter *spare;
    struct minds *spare_minds;
    struct met *spare_met;
};

/* People among whom the knowers of a matter are drawn: everybody, or each so-manieth from somebody on. */
struct candidates {
    uint32_t first, every, count;
};

struct knowledge {
    const struct knowledge_settings *settings;
    const struct luck *luck;
    struct arena *arena;
    const struct people *people;
    uint32_t facets;                 /* of every matter of the site but the commons */
    uint32_t words;                  /* of a person's bit set, for every matter */
    const struct division *division; /* of people into sides; NULL: they are not divided */
    struct matter *commons;
    struct matter_pool matters;
    struct crowd_pool crowds;
    uint32_t whole_up_to; /* with more people, questions keep minds only of who has met them */
    struct panel_room panel;
    float *interest;                /* scratch: one entry a person; NULL until it is needed */
    double *scratch, *more_scratch; /* one entry a person */
    struct candidates candidates;   /* whose interest is summed up in scratch */
    uint64_t *here;                 /* scratch too: 1 for who is here, else 0 */
    struct voiced_books books;
};

/* A matter without memory for what people know and think of it; `kind` and the rest as matter_blank. */
struct matter *matter_without_minds(struct knowledge *knowledge, enum matter_kind kind, uint32_t id,
                                    uint32_t facets);

/* A person learns a facet of a matter that keeps the minds of all. True when it was new to her. */
static inline bool learn_facet(struct matter *matter, uint32_t person, uint32_t facet)
{
    uint64_t *word = &matter->known[(size_t)person * matter->words + facet / 64];
    uint64_t bit = UINT64_C(1) << (facet % 64);
    bool is_new = (*word & bit) == 0;
    *word |= bit;
    return is_new;
}

#endif
