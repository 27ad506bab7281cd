/* Ledger as a mechanism (mechanism.h). */
#include "mechanism.h"
#include "measures/measures.h"
#include "measures/numbers.h"

// clang-format off
static const struct event_row events[] = {
    {EVENT_SAMPLE, "sample", on_sample},
};
// clang-format on

static void *ledger_create(const struct setup *setup)
{
    return ledger_new(setup->ledger, setup->outcome, setup->arena);
}

static const struct chapter *const chapters[] = {&proposal_chapter,
                                                 &session_chapter,
                                                 &question_chapter,
                                                 &course_chapter,
                                                 &people_chapter,
                                                 &state_chapter,
                                                 NULL};

extern const struct mechanism ledger_mechanism;
const struct mechanism ledger_mechanism = {
    .choice = {"measures", "what is counted of a run, and how it gets into the record",
               "models/README.md, measures"},
    .number = MEASURES_NUMBER,
    .events = events,
    .event_count = sizeof events / sizeof events[0],
    .hears = {.question_closes = ledger_question_closes},
    .chapters = chapters,
    .keeps_record = true,
    .create = ledger_create,
    .start = ledger_start,
};
