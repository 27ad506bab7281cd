#include "links/table.h"

// clang-format off
static const struct column link_columns[] = {
    {"group", "1", "Number of the group that made the link, within its site", COLUMN_WHOLE, NULL},
    {"other_site", "1", "index into the dimension site, from 0, of the other group", COLUMN_WHOLE, NULL},
    {"other_group", "1", "Number of the other group, within its site", COLUMN_WHOLE, NULL},
    {"made", "h", "Time since the scenario began", COLUMN_REAL, NULL},
    {"ended", "h", "Time of its end; missing while it lives", COLUMN_REAL, NULL},
    {"calls", "1", "Calls held", COLUMN_WHOLE, NULL},
};

// clang-format on

const struct table link_table = {"link", "One row a link between two groups", link_columns,
                                 sizeof link_columns / sizeof link_columns[0]};

void link_write(struct outcome *outcome, uint32_t site, const struct link_row *row)
{
    const double values[] = {
        row->group, row->other_site, row->other_group, sim_hours(row->made), sim_hours_or_missing(row->ended),
        row->calls};
    _Static_assert(sizeof values / sizeof values[0] == sizeof link_columns / sizeof link_columns[0],
                   "a value for each column");
    outcome_add(outcome, &link_table, site, values);
}
