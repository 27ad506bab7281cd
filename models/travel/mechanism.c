/* Travel as a mechanism (mechanism.h). */
#include "mechanism.h"
#include "travel/travel.h"
#include "travel/visits.h"

// clang-format off
static const struct event_row events[] = {
    {EVENT_TRAVELLER_COMES, "traveller comes", on_traveller_comes},
    {EVENT_GUEST_LEAVES, "guest leaves", on_guest_leaves},
    {EVENT_PERSON_VISITS, "person visits", on_person_visits},
    {EVENT_INQUIRY_CARRIED, "inquiry carried", on_inquiry_carried},
};
// clang-format on

static void *travel_create(const struct setup *setup)
{
    const struct travel_plan plan = {
        .visits = setup_settings(setup, &visit_section),
        .map = setup->map,
        .nearness = setup->scenario->wishes.nearness,
        .ends = setup->ends,
    };
    if (!setup->scenario->wishes.travel)
        return NULL;
    return travel_new(&plan, people_of(setup->parts), setup->luck, site_index(setup->site), setup->arena);
}

static bool anybody_visits(const struct scenario *scenario)
{
    const struct visit_settings *visits = scenario_settings(scenario, &visit_section);
    return visits->per_hour > 0 || visits->online_per_hour > 0;
}

static void travel_wish(const struct scenario *scenario, struct wishes *wishes)
{
    wishes->travel = wishes->travel || anybody_visits(scenario);
}

// clang-format off
static const struct section_row sections[] = {
    {.field = {FIELD(SECTION, "visits", 0, LEFT_OUT), MEANS("People who go to other sites for a while"), INSIDE(&visit_section)}, .in_use = anybody_visits},
};
// clang-format on

extern const struct chapter travel_chapter;
static const struct chapter *const chapters[] = {&travel_chapter, NULL};

extern const struct mechanism travel_mechanism;
const struct mechanism travel_mechanism = {
    .choice = {"travel", "people who are away at other sites, and guests from there",
               "models/README.md, travel"},
    .number = TRAVEL_NUMBER,
    SECTIONS(sections),
    .events = events,
    .event_count = sizeof events / sizeof events[0],
    .hears = {.traveller_comes = visit_begins},
    .chapters = chapters,
    .wish = travel_wish,
    .check = travel_check_visits,
    .create = travel_create,
    .start = visits_start,
    .settle_all = travel_settle,
};
