/* Knowledge as a mechanism (mechanism.h). */
#include "mechanism.h"
#include "knowledge/knowledge.h"
#include "knowledge/numbers.h"

static void *knowledge_create(const struct setup *setup)
{
    return knowledge_new_wide(setup_settings(setup, &knowledge_section), people_of(setup->parts),
                              setup->scenario->wishes.facets, setup->scenario->wishes.most_facets,
                              setup->luck, setup->arena);
}

// clang-format off
static const struct section_row sections[] = {
    {.field = {FIELD(SECTION, "knowledge", 0, LEFT_OUT), MEANS("Who knows what at first"), INSIDE(&knowledge_section)}},
};
// clang-format on

extern const struct chapter voiced_chapter;
static const struct chapter *const chapters[] = {&voiced_chapter, NULL};

extern const struct mechanism knowledge_mechanism;
const struct mechanism knowledge_mechanism = {
    .choice = {"knowledge", "what people know of each matter, and what they think of it",
               "Stasser & Titus 1985"},
    .number = KNOWLEDGE_NUMBER,
    .chapters = chapters,
    SECTIONS(sections),
    .check = knowledge_check,
    .create = knowledge_create,
};
