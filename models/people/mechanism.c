/* People as a mechanism (mechanism.h). */
#include "mechanism.h"
#include "people/arrivals.h"
#include "people/interests.h"
#include "people/leaving.h"
#include "people/numbers.h"
#include "people/presence.h"
#include "places/places.h"
#include "run_tally.h"

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
        .interests = setup->scenario->wishes.interests ? setup_settings(setup, &interest_section) : NULL,
        .site = site_index(setup->site),
        .count = (uint32_t)setup_place(setup)->people,
        .arrival_factor = setup_place(setup)->arrivals,
        .online = setup_place(setup)->online,
        .first_day = setup->first_day,
        .ends = setup->lasts,
        .climate = setup->climate,
    };
    return people_new(&population, setup->luck, setup->arena);
}

static bool anybody_arrives(const struct scenario *scenario)
{
    const struct arrival_settings *arrivals = scenario_settings(scenario, &arrival_section);
    return arrivals->per_hour > 0;
}

static bool some_come_seldom(const struct scenario *scenario)
{
    const struct presence_settings *presence = scenario_settings(scenario, &presence_section);
    return presence->daily + presence->occasional + presence->online > 0;
}

static bool people_have_interests(const struct scenario *scenario)
{
    return scenario->wishes.interests;
}

// clang-format off
static const struct section_row sections[] = {
    {.field = {FIELD(SECTION, "people", 0, LEFT_OUT), MEANS("What people bring"), INSIDE(&people_section)}},
    {.field = {FIELD(SECTION, "tension", 0, LEFT_OUT), MEANS("How tension rises and decays"), INSIDE(&tension_section)}},
    {.field = {FIELD(SECTION, "arrivals", 0, LEFT_OUT), MEANS("Who comes during the run"), INSIDE(&arrival_section)}, .in_use = anybody_arrives},
    {.field = {FIELD(SECTION, "presence", 0, LEFT_OUT), MEANS("Who can come when"), INSIDE(&presence_section)}, .in_use = some_come_seldom},
    {.field = {FIELD(SECTION, "interests", 0, LEFT_OUT), MEANS("What people care for"), INSIDE(&interest_section)}, .in_use = people_have_interests},
};
// clang-format on

static void people_wish(const struct scenario *scenario, struct wishes *wishes)
{
    const struct interest_settings *interests = scenario_settings(scenario, &interest_section);
    const struct people_settings *people = scenario_settings(scenario, &people_section);
    wishes->interests = wishes->interests || interests->kept;
    wishes->turnover = wishes->turnover || people->attendance_half_life > 0 || people->burn_out > 0 ||
                       people->drift > 0 || people->guest_room > 0 || anybody_arrives(scenario) ||
                       some_come_seldom(scenario);
}

static void people_count(const struct parts *parts, struct run_tally *tally)
{
    tally->participants += people_of(parts)->count;
}

extern const struct chapter people_chapter;
static const struct chapter *const chapters[] = {&people_chapter, NULL};

extern const struct mechanism people_mechanism;
const struct mechanism people_mechanism = {
    .choice = {"people", "people at a site: who they are, when they come, tire and leave",
               "models/README.md, people"},
    .number = PEOPLE_NUMBER,
    .chapters = chapters,
    SECTIONS(sections),
    .weigh = people_weigh,
    .wish = people_wish,
    .events = events,
    .event_count = sizeof events / sizeof events[0],
    .check = people_check,
    .create = people_create,
    .start = people_start,
    .count = people_count,
};
