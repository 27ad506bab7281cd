/* Places as a mechanism (mechanism.h): it has settings and no state, and nothing happens to it. */
#include "mechanism.h"
#include "places/places.h"

enum { PLACES_NUMBER = 15 };

// clang-format off
static const struct section_row sections[] = {
    {.field = {FIELD(LIST, "sites", 0, MUST_BE_GIVEN), MEANS("Places where people meet"), INSIDE(&site_section)}},
};
// clang-format on

extern const struct mechanism places_mechanism;
const struct mechanism places_mechanism = {
    .choice = {"places", "the sites of a scenario, and where they are", NULL},
    .number = PLACES_NUMBER,
    SECTIONS(sections),
    .check = places_check,
    .check_same = places_check_same,
    .complete = places_complete,
};
