/* How people lean on a new matter before anything was said. A list of rules; add one here and to the list. */
#ifndef KNOWLEDGE_START_H
#define KNOWLEDGE_START_H

#include "knowledge/knowledge.h"

struct start_rule {
    struct choice choice;
    /* 0 against to 1 for. `draw` belongs to this person and matter; `people` were there at the start. */
    double (*lean)(const struct knowledge_settings *settings, uint32_t person, uint32_t people,
                   struct draw *draw);
};

extern const struct choice *const start_rules[]; /* ends with NULL */

#endif
