/* Ledger as a mechanism (mechanism.h). */
#include "mechanism.h"
#include "measures/chapters.h"
#include "measures/ledger.h"
#include "measures/numbers.h"

// clang-format off
static const struct event_row events[] = {
    {EVENT_SAMPLE, "sample", on_sample},
};
// clang-format on

struct ledger_settings *measures_settings_of(const struct setup *setup, const struct chapter_list *list)
{
    const struct scenario *scenario = setup->scenario;
    struct ledger_settings *settings = ARENA_NEW(setup->arena, struct ledger_settings, 1);
    *settings = (struct ledger_settings){.ends = setup->ends,
                                         .sample_every = scenario->time.sample_every,
                                         .chapters = chapters_of(list, scenario) | chapters_for_all(list),
                                         .from = setup->measured_from};
    return settings;
}

static void *ledger_create(const struct setup *setup)
{
    const struct chapter_list list = chapters_list(setup->mechanisms);
    return ledger_new(measures_settings_of(setup, &list), &list, setup->outcome, setup->arena);
}

extern const struct mechanism ledger_mechanism;
const struct mechanism ledger_mechanism = {
    .choice = {"measures", "what is counted of a run, and how it gets into the record",
               "models/README.md, measures"},
    .number = MEASURES_NUMBER,
    .events = events,
    .event_count = sizeof events / sizeof events[0],
    .create = ledger_create,
    .start = ledger_start,
    .close = ledger_finish,
    .settle_all = ledger_write_tables,
};
