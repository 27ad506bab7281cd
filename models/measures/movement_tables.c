#include "measures/movement_tables.h"

#include <math.h>

#define COLUMNS(columns) columns, sizeof(columns) / sizeof((columns)[0])

// clang-format off
static const struct column group_columns[] = {
    {"number", "1", "The group within its site", COLUMN_WHOLE, NULL},
    {"topic", "1", "What it works on, from 0", COLUMN_WHOLE, NULL},
    {"category", "1", "What kind of work it does", COLUMN_FLAG, GROUP_CATEGORY_WORDS},
    {"born", "h", "Time of its founding since the scenario began", COLUMN_REAL, NULL},
    {"ended", "h", "Time of its end; missing while it lives", COLUMN_REAL, NULL},
    {"ending", "1", "How it ended", COLUMN_FLAG, GROUP_END_WORDS},
    {"most_members", "1", "Members at most", COLUMN_WHOLE, NULL},
    {"mean_members", "1", "Members, averaged over its life", COLUMN_REAL, NULL},
    {"founders", "1", "Members at its founding", COLUMN_WHOLE, NULL},
    {"joined", "1", "People who joined after its founding", COLUMN_WHOLE, NULL},
    {"left", "1", "People who left before its end", COLUMN_WHOLE, NULL},
    {"meetings", "1", "Meetings held", COLUMN_WHOLE, NULL},
    {"tasks", "1", "Tasks done", COLUMN_WHOLE, NULL},
    {"effort", "h", "Person-hours on its tasks", COLUMN_REAL, NULL},
    {"experience", "1", "Experience at the end, as it counts for speed", COLUMN_REAL, NULL},
    {"waited", "h", "Time that its tasks waited for approval", COLUMN_REAL, NULL},
    {"most_links", "1", "Links to other groups at most", COLUMN_WHOLE, NULL},
};

static const struct column link_columns[] = {
    {"group", "1", "Number of the group that made the link, within its site", COLUMN_WHOLE, NULL},
    {"other_site", "1", "index into the dimension site, from 0, of the other group", COLUMN_WHOLE, NULL},
    {"other_group", "1", "Number of the other group, within its site", COLUMN_WHOLE, NULL},
    {"made", "h", "Time since the scenario began", COLUMN_REAL, NULL},
    {"ended", "h", "Time of its end; missing while it lives", COLUMN_REAL, NULL},
    {"calls", "1", "Calls held", COLUMN_WHOLE, NULL},
};

static const struct column place_columns[] = {
    {"east", "km", "How far east the site is of a point common to all", COLUMN_REAL, NULL},
    {"north", "km", "How far north the site is of a point common to all", COLUMN_REAL, NULL},
    {"people", "1", "People at the end of the run", COLUMN_WHOLE, NULL},
    {"online", "1", "Whether people can take part from afar", COLUMN_FLAG, "no yes"},
};

static const struct column event_columns[] = {
    {"time", "h", "Time since the scenario began", COLUMN_REAL, NULL},
    {"kind", "1", "What happened", COLUMN_FLAG, CHRONICLE_WORDS},
    {"who", "1", "The person, group or thing it happened to, by its number within the site", COLUMN_WHOLE, NULL},
    {"other", "1", "The other one, where there is one", COLUMN_WHOLE, NULL},
    {"amount", "1", "How much, where that can be said", COLUMN_REAL, NULL},
};
// clang-format on

const struct table group_table = {"group", "One row a working group", COLUMNS(group_columns)};
const struct table link_table = {"link", "One row a link between two groups", COLUMNS(link_columns)};
const struct table place_table = {"place", "One row a site: where it is", COLUMNS(place_columns)};
const struct table event_table = {"event", "One row an event, where the scenario asks for it",
                                  COLUMNS(event_columns)};

static double hours_or_missing(sim_time instant)
{
    return instant < 0 || instant == SIM_NEVER ? (double)NAN : sim_hours(instant);
}

static double number_or_missing(uint32_t number)
{
    return number == CHRONICLE_NOBODY ? (double)NAN : number;
}

static void write_row(struct outcome *outcome, const struct table *table, uint32_t site, const double *values)
{
    size_t which = outcome_find_table(outcome, table);
    if (which != OUTCOME_ABSENT)
        outcome_row(outcome, which, site, values);
}

void write_group(struct outcome *outcome, uint32_t site, const struct group_row *row)
{
    const double values[] = {
        row->number, row->topic,        row->category,     sim_hours(row->born), hours_or_missing(row->ended),
        row->ending, row->most_members, row->mean_members, row->founders,        row->joined,
        row->left,   row->meetings,     row->tasks,        row->effort,          row->experience,
        row->waited, row->most_links,
    };
    _Static_assert(sizeof values / sizeof values[0] == sizeof group_columns / sizeof group_columns[0],
                   "a value for each column");
    write_row(outcome, &group_table, site, values);
}

void write_link(struct outcome *outcome, uint32_t site, const struct link_row *row)
{
    const double values[] = {
        row->group, row->other_site, row->other_group, sim_hours(row->made), hours_or_missing(row->ended),
        row->calls};
    _Static_assert(sizeof values / sizeof values[0] == sizeof link_columns / sizeof link_columns[0],
                   "a value for each column");
    write_row(outcome, &link_table, site, values);
}

void write_place(struct outcome *outcome, uint32_t site, const struct place_row *row)
{
    const double values[] = {row->east, row->north, row->people, row->online ? 1 : 0};
    _Static_assert(sizeof values / sizeof values[0] == sizeof place_columns / sizeof place_columns[0],
                   "a value for each column");
    write_row(outcome, &place_table, site, values);
}

void write_events(struct outcome *outcome, uint32_t site, const struct chronicle *chronicle)
{
    for (uint32_t i = 0; i < chronicle->count; i++) {
        const struct happening *event = &chronicle->events[i];
        const double values[] = {sim_hours(event->time), event->kind, number_or_missing(event->who),
                                 number_or_missing(event->other), event->amount};
        _Static_assert(sizeof values / sizeof values[0] == sizeof event_columns / sizeof event_columns[0],
                       "a value for each column");
        write_row(outcome, &event_table, site, values);
    }
}
