#include "places/table.h"

// clang-format off
static const struct column place_columns[] = {
    {"east", "km", "How far east the site is of a point common to all", COLUMN_REAL, NULL},
    {"north", "km", "How far north the site is of a point common to all", COLUMN_REAL, NULL},
    {"people", "1", "People at the end of the run", COLUMN_WHOLE, NULL},
    {"online", "1", "Whether people can take part from afar", COLUMN_FLAG, "no yes"},
};
// clang-format on

const struct table place_table = {"place", "One row a site: where it is", place_columns,
                                  sizeof place_columns / sizeof place_columns[0]};

void place_write(struct outcome *outcome, uint32_t site, const struct place_row *row)
{
    const double values[] = {row->east, row->north, row->people, row->online ? 1 : 0};
    _Static_assert(sizeof values / sizeof values[0] == sizeof place_columns / sizeof place_columns[0],
                   "a value for each column");
    outcome_add(outcome, &place_table, site, values);
}
