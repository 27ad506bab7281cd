/* Knowledge as a mechanism (mechanism.h). */
#include "mechanism.h"
#include "knowledge/knowledge.h"
#include "knowledge/numbers.h"

static void *knowledge_create(const struct setup *setup)
{
    return knowledge_new(setup_settings(setup, &knowledge_section), people_of(setup->parts), setup->facets,
                         setup->luck, setup->arena);
}

extern const struct mechanism knowledge_mechanism;
const struct mechanism knowledge_mechanism = {
    .choice = {"knowledge", "what people know of each matter, and what they think of it",
               "Stasser & Titus 1985"},
    .number = KNOWLEDGE_NUMBER,
    .check = knowledge_check,
    .create = knowledge_create,
};
