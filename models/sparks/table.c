#include "sparks/table.h"

// clang-format off
static const struct column spark_columns[] = {
    {"number", "1", "Number of the spark at its site, from 0", COLUMN_WHOLE, NULL},
    {"kind", "1", "Its kind: place in `spark_kinds`, from 0", COLUMN_WHOLE, NULL},
    {"route", "1", "The route that it came up by: place in `sparks.routes`, from 0", COLUMN_WHOLE, NULL},
    {"state", "1", "What became of it", COLUMN_FLAG, SPARK_STATE_WORDS},
    {"topic", "1", "Topic that its concept weighs most, from 1; 0: the common concept", COLUMN_WHOLE, NULL},
    {"proposed", "h", "Time at which it came up, since the scenario began", COLUMN_REAL, NULL},
    {"announced", "h", "Time at which it was announced; missing where it was not", COLUMN_REAL, NULL},
    {"heard", "1", "Times that somebody of the movement heard of it", COLUMN_WHOLE, NULL},
    {"people", "1", "People of the movement who became active on it", COLUMN_WHOLE, NULL},
    {"size", "1", "These, and people of the public", COLUMN_WHOLE, NULL},
    {"generations", "1", "Most steps from who began it or heard an announcement to who became active", COLUMN_WHOLE, NULL},
    {"virality", "1", "Structural virality: mean distance of two of those people in its tree, whose root is the announcement", COLUMN_REAL, NULL},
};
// clang-format on

const struct table spark_table = {"spark", "One row a spark", spark_columns,
                                  sizeof spark_columns / sizeof spark_columns[0]};

void spark_write(struct outcome *outcome, uint32_t site, const struct spark_row *row)
{
    const double values[] = {row->number,
                             row->kind,
                             row->route,
                             row->state,
                             row->topic,
                             sim_hours(row->proposed),
                             sim_hours_or_missing(row->announced),
                             (double)row->heard,
                             (double)row->active,
                             (double)row->size,
                             row->steps,
                             row->virality};
    _Static_assert(sizeof values / sizeof values[0] == sizeof spark_columns / sizeof spark_columns[0],
                   "a value for each column");
    outcome_add(outcome, &spark_table, site, values);
}
