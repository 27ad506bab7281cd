/* The matters of one site, as the files of this folder see them. */
#ifndef KNOWLEDGE_KNOWLEDGE_PARTS_H
#define KNOWLEDGE_KNOWLEDGE_PARTS_H

#include "knowledge/contested.h"

enum { KNOWER_BINS = 8 };

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
    double *scratch, *more_scratch; /* one entry a person */
    uint64_t *here;                 /* scratch too: 1 for who is here, else 0 */
    struct voiced_books books;
};

/* A person learns a facet. True when it was new to her. */
static inline bool learn_facet(struct matter *matter, uint32_t person, uint32_t facet)
{
    uint64_t *word = &matter->known[(size_t)person * matter->words + facet / 64];
    uint64_t bit = UINT64_C(1) << (facet % 64);
    bool is_new = (*word & bit) == 0;
    *word |= bit;
    return is_new;
}

#endif
