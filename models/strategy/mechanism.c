/* Strategy as a mechanism (mechanism.h). */
#include "mechanism.h"

#include <math.h>

#include "people/interests.h"
#include "places/places.h"
#include "strategy/strategy_parts.h"

// clang-format off
static const struct event_row events[] = {
    {EVENT_OVERVIEW_TOLD, "overview told", on_overview_told},
    {EVENT_COMMUNITY_CALLS, "community calls", on_community_calls},
    {EVENT_COMMUNITY_INVITES, "community invites", on_community_invites},
    {EVENT_DELEGATE_BRINGS, "delegate brings", on_delegate_brings},
};
// clang-format on

static void *strategy_create(const struct setup *setup)
{
    if (!strategy_is_at_work(setup->scenario))
        return NULL;
    const struct interest_settings *interests = setup_settings(setup, &interest_section);
    const struct people *people = people_of(setup->parts);
    struct strategy *strategy = ARENA_NEW(setup->arena, struct strategy, 1);
    *strategy = (struct strategy){
        .settings = setup_settings(setup, &strategy_section),
        .luck = setup->luck,
        .arena = setup->arena,
        .site = site_index(setup->site),
        .sites = setup->sites,
        .topics = (uint32_t)interests->topics,
        .ends = setup->ends,
        .first = people->begun + people->arriving,
        .places = people->count - people->begun - people->arriving,
        .found = {.overview = (double)NAN},
    };
    uint32_t items = strategy->topics * MOST_COMMON_ITEMS;
    strategy->first_done = ARENA_NEW(setup->arena, sim_time, items);
    for (uint32_t item = 0; item < items; item++)
        strategy->first_done[item] = -1;
    if (setup_place(setup)->online && strategy_has_community(setup->scenario))
        strategy->delegates = ARENA_NEW(setup->arena, struct delegate, (size_t)strategy->places + 1);
    return strategy;
}

static void strategy_wish(const struct scenario *scenario, struct wishes *wishes)
{
    wishes->travel = wishes->travel || strategy_has_community(scenario);
}

// clang-format off
static const struct section_row sections[] = {
    {.field = {FIELD(SECTION, "strategy", 0, LEFT_OUT), MEANS("What strategy groups know, and what comes of their advice"), INSIDE(&strategy_section)}, .in_use = strategy_is_at_work},
};
// clang-format on

extern const struct chapter strategy_chapter;
static const struct chapter *const chapters[] = {&strategy_chapter, NULL};

extern const struct mechanism strategy_mechanism;
const struct mechanism strategy_mechanism = {
    .choice = {"strategy", "what strategy groups know of who works on what, their advice, and communities",
               "models/README.md, strategy; best of several: exponential order statistics"},
    .number = STRATEGY_NUMBER,
    SECTIONS(sections),
    .events = events,
    .event_count = sizeof events / sizeof events[0],
    .hears = {.common_item_is_sought = strategy_is_sought,
              .task_is_taken_up = strategy_hears_of_task,
              .task_is_done = strategy_task_is_done,
              .call_was_held = strategy_call_was_held,
              .guest_comes = community_guest_comes,
              .traveller_comes = community_traveller_comes,
              .is_sent_here = community_is_sent_here,
              .turn_heard = community_turn_heard,
              .calendar_session_closes = community_closes},
    .chapters = chapters,
    .wish = strategy_wish,
    .check = strategy_check,
    .create = strategy_create,
    .start = community_start,
    .settle_all = strategy_require_laws,
    .overview = {census_begin, census_due, census_look},
};
