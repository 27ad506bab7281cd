/* Adoption as a mechanism (mechanism.h). */
#include "mechanism.h"
#include "places/places.h"
#include "practices/adoption.h"
#include "practices/numbers.h"

// clang-format off
static const struct event_row events[] = {
    {EVENT_SITE_TOLD, "site told", on_site_told},
    {EVENT_SITE_REVIEWS, "site reviews", on_site_reviews},
    {EVENT_SITE_TRIES, "site tries", on_site_tries},
    {EVENT_SITE_EXPERIMENTS, "site experiments", on_site_experiments},
    {EVENT_TRIAL_ENDS, "trial ends", on_trial_ends},
};
// clang-format on

static void *adoption_create(const struct setup *setup)
{
    const struct adoption_start start = {setup->sites, (uint32_t)setup_place(setup)->threshold};
    return adoption_new(setup_settings(setup, &adoption_section), &start, setup->luck, setup->arena);
}

static void practices_begin(struct site *site)
{
    adoption_start(site);
    trials_begin(site);
}

extern const struct chapter practice_chapter;
static const struct chapter *const chapters[] = {&practice_chapter, NULL};

static bool practices_are_held(const struct scenario *scenario)
{
    const struct adoption_settings *adoption = scenario_settings(scenario, &adoption_section);
    return adoption->practices > 0;
}

// clang-format off
static const struct section_row sections[] = {
    {.field = {FIELD(SECTION, "adoption", 0, LEFT_OUT), MEANS("How sites take over each other's practices"), INSIDE(&adoption_section)}, .in_use = practices_are_held},
};
// clang-format on

extern const struct mechanism adoption_mechanism;
const struct mechanism adoption_mechanism = {
    .choice = {"adoption", "how sites take over each other's practices",
               "McFadden 1974; Bass 1969; Granovetter 1978"},
    .number = ADOPTION_NUMBER,
    SECTIONS(sections),
    .events = events,
    .event_count = sizeof events / sizeof events[0],
    .chapters = chapters,
    .check = adoption_check,
    .create = adoption_create,
    .start = practices_begin,
};
