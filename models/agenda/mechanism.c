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
    return agenda_new(setup_settings(setup, &proposal_section), knowledge_of(setup->parts), setup->ends,
                      setup->arena);
}

static void agenda_close_books(struct site *site, sim_time ends)
{
    agenda_settle(agenda_of(parts_of(site)), ends);
}

extern const struct mechanism agenda_mechanism;
const struct mechanism agenda_mechanism = {
    .choice = {"agenda", "the queue of proposals of a site", "models/README.md, decisions"},
    .number = AGENDA_NUMBER,
    .events = events,
    .event_count = sizeof events / sizeof events[0],
    .create = agenda_create,
    .start = agenda_start,
    .settle = agenda_close_books,
};
