/* The table of events. */
#include <math.h>

#include "chronicle.h"
#include "record/outcome.h"

// clang-format off
static const struct column event_columns[] = {
    {"time", "h", "Time since the scenario began", COLUMN_REAL, NULL},
    {"kind", "1", "What happened", COLUMN_FLAG, CHRONICLE_WORDS},
    {"who", "1", "The person, group or thing it happened to, by its number within the site", COLUMN_WHOLE, NULL},
    {"other", "1", "The other one, where there is one", COLUMN_WHOLE, NULL},
    {"amount", "1", "How much, where that can be said", COLUMN_REAL, NULL},
};
// clang-format on

const struct table event_table = {"event", "One row an event, where the scenario asks for it", event_columns,
                                  sizeof event_columns / sizeof event_columns[0]};

static double number_or_missing(uint32_t number)
{
    return number == CHRONICLE_NOBODY ? (double)NAN : number;
}

void chronicle_write_events(struct outcome *outcome, uint32_t site, const struct chronicle *chronicle)
{
    for (uint32_t i = 0; i < chronicle->count; i++) {
        const struct happening *event = &chronicle->events[i];
        const double values[] = {sim_hours(event->time), event->kind, number_or_missing(event->who),
                                 number_or_missing(event->other), event->amount};
        _Static_assert(sizeof values / sizeof values[0] == sizeof event_columns / sizeof event_columns[0],
                       "a value for each column");
        outcome_add(outcome, &event_table, site, values);
    }
}
