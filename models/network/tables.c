#include "network/tables.h"

// clang-format off
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
// clang-format on

const struct table link_table = {"link", "One row a link between two groups", link_columns,
                                 sizeof link_columns / sizeof link_columns[0]};
const struct table place_table = {"place", "One row a site: where it is", place_columns,
                                  sizeof place_columns / sizeof place_columns[0]};

void link_write(struct outcome *outcome, uint32_t site, const struct link_row *row)
{
    const double values[] = {
        row->group, row->other_site, row->other_group, sim_hours(row->made), sim_hours_or_missing(row->ended),
        row->calls};
    _Static_assert(sizeof values / sizeof values[0] == sizeof link_columns / sizeof link_columns[0],
                   "a value for each column");
    outcome_add(outcome, &link_table, site, values);
}

void place_write(struct outcome *outcome, uint32_t site, const struct place_row *row)
{
    const double values[] = {row->east, row->north, row->people, row->online ? 1 : 0};
    _Static_assert(sizeof values / sizeof values[0] == sizeof place_columns / sizeof place_columns[0],
                   "a value for each column");
    outcome_add(outcome, &place_table, site, values);
}
