/* Informants as a mechanism (mechanism.h). */
#include "mechanism.h"

#include <stddef.h>

#include "gathering/gathering.h"
#include "informants/informants_parts.h"

static void *informants_create(const struct setup *setup)
{
    return informants_are_asked(setup->scenario) ? informants_new(setup) : NULL;
}

#define STAGE(member) offsetof(struct stage, member)

// clang-format off
static const struct field stage_fields[] = {
    {FIELD(COUNT, "informants", STAGE(informants), "0"), ALLOWED(0, 60), MEANS("People from outside who sit in each circle of a stage about an inquiry, in places of guests (`people.guest_room`)")},
    {FIELD(SHARE, "informants_know", STAGE(informants_know), "30 %"), ALLOWED(0, 1), MEANS("Share of the outside facets of the inquiry that each of them knows, drawn by lot"), ASSUMED("no data"), GUESSED("5 %", "100 %")},
    {FIELD(NAME, "informants_side", STAGE(informants_side), LEFT_OUT), MEANS("Side that they are on: of a contested inquiry they know only what speaks for it; left out, all sides")},
};
// clang-format on

extern const struct chapter informant_chapter;
static const struct chapter *const chapters[] = {&informant_chapter, NULL};

extern const struct mechanism informants_mechanism;
const struct mechanism informants_mechanism = {
    .choice = {"informants", "people from outside who sit in circles and tell what nobody here knows",
               "Fishkin 2018, Democracy When the People Are Thinking: experts of a deliberative poll; "
               "Scharmer 2009, Theory U: sensing journeys"},
    .number = INFORMANTS_NUMBER,
    .stage_fields = stage_fields,
    .stage_field_count = sizeof stage_fields / sizeof stage_fields[0],
    .hears = {.circles_are_seated = informants_sit_down, .circle_closes = informants_go},
    .chapters = chapters,
    .check = informants_check,
    .create = informants_create,
    .close = informants_require_laws,
};
