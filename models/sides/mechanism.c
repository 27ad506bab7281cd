/* Sides as a mechanism (mechanism.h). */
#include "mechanism.h"
#include "sides/sides_parts.h"

static void *sides_create(const struct setup *setup)
{
    return sides_new(setup);
}

static uint32_t answer_side(struct site *site, uint32_t person)
{
    return sides_of_person(sides_of(parts_of(site)), person);
}

static bool there_are_sides(const struct scenario *scenario)
{
    const struct side_settings *settings = scenario_settings(scenario, &side_section);
    return settings->kinds.count > 0;
}

// clang-format off
static const struct section_row sections[] = {
    {.field = {FIELD(SECTION, "sides", 0, LEFT_OUT), MEANS("People on different sides"), INSIDE(&side_section)}, .in_use = there_are_sides},
};
// clang-format on

extern const struct chapter side_chapter;
static const struct chapter *const chapters[] = {&side_chapter, NULL};

extern const struct mechanism sides_mechanism;
const struct mechanism sides_mechanism = {
    .choice = {"sides", "people on different sides, and what contact does to them",
               "Pettigrew & Tropp 2006, doi:10.1037/0022-3514.90.5.751; Vinokur & Burnstein 1974"},
    .number = SIDES_NUMBER,
    .chapters = chapters,
    SECTIONS(sections),
    .hears = {.guest_comes = sides_greet,
              .question_closes = matters_note_question,
              .proposal_decided = matters_note_decision,
              .side_of = answer_side},
    .check = sides_check,
    .create = sides_create,
    .settle = sides_require_laws,
};
