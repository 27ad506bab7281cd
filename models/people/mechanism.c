/* People as a mechanism (mechanism.h). */
#include "mechanism.h"
#include "people/arrivals.h"
#include "people/interests.h"
#include "people/leaving.h"
#include "people/numbers.h"
#include "people/presence.h"
#include "places/places.h"

// clang-format off
static const struct event_row events[] = {
    {EVENT_PERSON_ARRIVES, "person arrives", on_person_arrives},
    {EVENT_PERSON_DRIFTS, "person drifts", on_person_drifts},
    {EVENT_PERSON_BURNS_OUT, "person burns out", on_person_burns_out},
    {EVENT_PERSON_RETURNS, "person returns", on_person_returns},
};
// clang-format on

static void *people_create(const struct setup *setup)
{
    const struct population population = {
        .people = setup_settings(setup, &people_section),
        .tension = setup_settings(setup, &tension_section),
        .arrivals = setup_settings(setup, &arrival_section),
        .presence = setup_settings(setup, &presence_section),
        .interests = setup->keeps_interests ? setup_settings(setup, &interest_section) : NULL,
        .site = site_index(setup->site),
        .count = (uint32_t)setup->place->people,
        .arrival_factor = setup->place->arrivals,
        .online = setup->place->online,
        .first_day = setup->first_day,
        .ends = setup->ends,
        .climate = setup->climate,
    };
    return people_new(&population, setup->luck, setup->arena);
}

extern const struct mechanism people_mechanism;
const struct mechanism people_mechanism = {
    .choice = {"people", "people at a site: who they are, when they come, tire and leave",
               "models/README.md, people"},
    .number = PEOPLE_NUMBER,
    .events = events,
    .event_count = sizeof events / sizeof events[0],
    .check = people_check,
    .create = people_create,
    .start = people_start,
};
