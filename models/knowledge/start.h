/* How people lean on a new matter before anything was said. A list of rules; add one here and to the list. */
#ifndef KNOWLEDGE_START_H
#define KNOWLEDGE_START_H

#include "knowledge/knowledge.h"

/* A new matter, and who was there at the start: the first `begun` people. */
struct leaning_terms {
    const struct knowledge_settings *settings;
    const struct luck *luck;
    uint32_t matter, begun;
};

struct start_rule {
    struct choice choice;
    /* 0 against to 1 for, of `count` people from `first` on. Each has a draw of her own: DRAW_LEANING. */
    void (*lean)(const struct leaning_terms *terms, uint32_t first, double *leanings, uint32_t count);
};

extern const struct choice *const start_rules[]; /* ends with NULL */

#endif
