#include "groups/table.h"

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
// clang-format on

const struct table group_table = {"group", "One row a working group", group_columns,
                                  sizeof group_columns / sizeof group_columns[0]};

void group_write(struct outcome *outcome, uint32_t site, const struct group_row *row)
{
    const double values[] = {
        row->number,
        row->topic,
        row->category,
        sim_hours(row->born),
        sim_hours_or_missing(row->ended),
        row->ending,
        row->members.most,
        row->members.mean,
        row->members.founders,
        row->members.joined,
        row->members.left,
        row->meetings,
        row->work.tasks,
        row->work.effort,
        row->work.experience,
        row->work.waited,
        row->most_links,
    };
    _Static_assert(sizeof values / sizeof values[0] == sizeof group_columns / sizeof group_columns[0],
                   "a value for each column");
    outcome_add(outcome, &group_table, site, values);
}
