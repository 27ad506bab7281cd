/* Agenda as a mechanism (mechanism.h). */
#include "mechanism.h"
#include "agenda/agenda.h"
#include "agenda/numbers.h"

// clang-format off
static const struct event_row events[] = {
    {EVENT_PROPOSAL_ARRIVES, "proposal arrives", on_proposal_arrives},
    {EVENT_MATTER_REOPENS, "matter reopens", on_matter_reopens},
};
// clang-format on

static void *agenda_create(const struct setup *setup)
{
    struct agenda *agenda = agenda_new(setup_settings(setup, &proposal_section), knowledge_of(setup->parts),
                                       setup->ends, setup->arena);
    if (setup->measured_from > 0)
        agenda_measures_from(agenda, setup->measured_from);
    return agenda;
}

static void agenda_close_books(struct site *site, sim_time ends)
{
    agenda_settle(agenda_of(parts_of(site)), ends);
}

// clang-format off
static const struct section_row sections[] = {
    {.field = {FIELD(SECTION, "proposals", 0, LEFT_OUT), MEANS("What is to be decided"), INSIDE(&proposal_section)}},
};
// clang-format on

static void agenda_wish(const struct scenario *scenario, struct wishes *wishes)
{
    const struct proposal_settings *proposals = scenario_settings(scenario, &proposal_section);
    wishes->facets = (uint32_t)proposals->facets;
}

extern const struct chapter endorser_chapter;
static const struct chapter *const chapters[] = {&endorser_chapter, NULL};

extern const struct mechanism agenda_mechanism;
const struct mechanism agenda_mechanism = {
    .choice = {"agenda", "the queue of proposals of a site", "models/README.md, decisions"},
    .number = AGENDA_NUMBER,
    SECTIONS(sections),
    .weigh = agenda_weigh,
    .wish = agenda_wish,
    .events = events,
    .event_count = sizeof events / sizeof events[0],
    .create = agenda_create,
    .hears = {.circle_closes = agenda_circle_closes},
    .chapters = chapters,
    .start = agenda_start,
    .settle = agenda_close_books,
};
