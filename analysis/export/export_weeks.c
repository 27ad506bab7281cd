/* Weeks that were chosen: those of the search and the finalists, what is held in them, and what their runs
 * measured of what weeks are judged by. */
#include <math.h>
#include <stdlib.h>

#include "analysis/export/export_parts.h"
#include "base/require.h"

#define STAGES "search finalist"
#define KINDS  "more less limit"

// clang-format off
static const struct export_column week_columns[] = {
    {.name = "week", .datatype = EXPORT_WHOLE, .meaning = "from 1"},
    {.name = "stage", .datatype = EXPORT_TEXT, .meaning = "of the search, whose means are too good for the weeks that won it; or a finalist, run anew with other luck", .flags = STAGES},
    {.name = "finalist", .datatype = EXPORT_WHOLE, .meaning = "number of the finalist, from 1; empty: a week of the search"},
    {.name = "tried", .datatype = EXPORT_WHOLE, .meaning = "the week that a finalist was in the search", .refers = "weeks.week"},
    {.name = "runs", .datatype = EXPORT_WHOLE, .meaning = "of the week"},
    {.name = "words", .datatype = EXPORT_TEXT, .meaning = "what is held in it, a line each; of finalists"},
    {.name = "sections", .datatype = EXPORT_TEXT, .meaning = "sections of a scenario that hold it (YAML); of finalists"},
};
static const struct export_column asked_columns[] = {
    {.name = "number", .datatype = EXPORT_WHOLE, .meaning = "from 1, in the order of the scenario: goals, then limits"},
    {.name = "measure", .datatype = EXPORT_TEXT, .meaning = "what weeks are judged by", .refers = "measures.measure"},
    {.name = "kind", .datatype = EXPORT_TEXT, .meaning = "a goal of which more or less is better, or a limit", .flags = KINDS},
    {.name = "least", .datatype = EXPORT_NUMBER, .meaning = "what a limit must be at least, in the unit of the measure; empty: no such bound"},
    {.name = "most", .datatype = EXPORT_NUMBER, .meaning = "what a limit may be at most, in the unit of the measure; empty: no such bound"},
};
static const struct export_column choice_columns[] = {
    {.name = "week", .datatype = EXPORT_WHOLE, .meaning = "from 1", .refers = "weeks.week"},
    {.name = "setting", .datatype = EXPORT_TEXT, .meaning = "the setting that is open"},
    {.name = "choice", .datatype = EXPORT_TEXT, .meaning = "the value that the week has for it"},
};
static const struct export_column mean_columns[] = {
    {.name = "week", .datatype = EXPORT_WHOLE, .meaning = "from 1", .refers = "weeks.week"},
    {.name = "number", .datatype = EXPORT_WHOLE, .meaning = "of what is asked", .refers = "week_asked.number"},
    {.name = "measure", .datatype = EXPORT_TEXT, .meaning = "what weeks are judged by", .refers = "measures.measure"},
    {.name = "mean", .datatype = EXPORT_NUMBER, .meaning = "over the runs of the week that have a value, in the unit of the measure; empty: none has"},
    {.name = "used", .datatype = EXPORT_WHOLE, .meaning = "runs that have a value"},
};
static const struct export_column run_columns[] = {
    {.name = "week", .datatype = EXPORT_WHOLE, .meaning = "from 1", .refers = "weeks.week"},
    {.name = "run", .datatype = EXPORT_WHOLE, .meaning = "from 1: of a finalist the same number is the same luck as that replication of the scenario itself"},
    {.name = "number", .datatype = EXPORT_WHOLE, .meaning = "of what is asked", .refers = "week_asked.number"},
    {.name = "measure", .datatype = EXPORT_TEXT, .meaning = "what weeks are judged by", .refers = "measures.measure"},
    {.name = "value", .datatype = EXPORT_NUMBER, .meaning = "in the unit of the measure, of all sites together; empty: the run had nothing to measure"},
};
// clang-format on

static enum status write_weeks(struct exporting *exporting, const struct export_table *table)
{
    const struct results_choice *choice = exporting->results->choice;
    struct csv *csv = &exporting->csv;
    (void)table;
    for (size_t week = 0; week < choice->weeks.count; week++) {
        const bool search = week < choice->searched, as_it_is = week == choice->as_it_is;
        const struct results_finalist *finalist =
            search || as_it_is ? NULL : &choice->finalists[week - choice->searched];
        csv_whole(csv, (int64_t)week + 1);
        csv_text(csv, search ? "search" : as_it_is ? "as it is" : "finalist");
        if (finalist == NULL) {
            csv_empty(csv);
            csv_empty(csv);
        } else {
            csv_whole(csv, (int64_t)(week - choice->searched) + 1);
            csv_whole(csv, (int64_t)finalist->tried + 1);
        }
        csv_whole(csv, (int64_t)choice->weeks.runs[week]);
        csv_text(csv, finalist == NULL ? "" : finalist->words);
        csv_text(csv, finalist == NULL ? "" : finalist->sections);
        if (!export_row(exporting))
            return STATUS_INTERRUPTED;
    }
    return STATUS_FINE;
}

static enum status write_asked(struct exporting *exporting, const struct export_table *table)
{
    static const char *const kinds[] = {
        [ASKED_MORE] = "more", [ASKED_LESS] = "less", [ASKED_LIMIT] = "limit"};
    const struct results_choice *choice = exporting->results->choice;
    (void)table;
    for (size_t i = 0; i < choice->asked_count; i++) {
        csv_whole(&exporting->csv, (int64_t)i + 1);
        csv_text(&exporting->csv, exporting->results->measures[choice->asked[i].measure].name);
        csv_text(&exporting->csv, kinds[choice->asked[i].kind]);
        csv_number(&exporting->csv, choice->asked[i].least);
        csv_number(&exporting->csv, choice->asked[i].most);
        if (!export_row(exporting))
            return STATUS_INTERRUPTED;
    }
    return STATUS_FINE;
}

static enum status write_choices(struct exporting *exporting, const struct export_table *table)
{
    const struct results_worlds *weeks = &exporting->results->choice->weeks;
    (void)table;
    for (size_t week = 0; week < weeks->count; week++)
        for (size_t i = 0; i < weeks->factor_count; i++) {
            const size_t value = (size_t)weeks->values[week * weeks->factor_count + i];
            csv_whole(&exporting->csv, (int64_t)week + 1);
            csv_text(&exporting->csv, weeks->factors[i].path);
            csv_text(&exporting->csv, weeks->factors[i].choices.names[value]);
            if (!export_row(exporting))
                return STATUS_INTERRUPTED;
        }
    return STATUS_FINE;
}

/* One number that weeks are judged by, in one week. */
struct week_values {
    size_t week, asked, count;
    const double *values;
};

static void begin_row(struct exporting *exporting, const struct week_values *one)
{
    const struct results *results = exporting->results;
    csv_whole(&exporting->csv, (int64_t)one->asked + 1);
    csv_text(&exporting->csv, results->measures[results->choice->asked[one->asked].measure].name);
}

static bool mean_row(struct exporting *exporting, const struct week_values *one)
{
    double sum = 0;
    int64_t used = 0;
    for (size_t i = 0; i < one->count; i++)
        if (isfinite(one->values[i])) {
            sum += one->values[i];
            used++;
        }
    csv_whole(&exporting->csv, (int64_t)one->week + 1);
    begin_row(exporting, one);
    csv_number(&exporting->csv, used > 0 ? sum / (double)used : (double)NAN);
    csv_whole(&exporting->csv, used);
    return export_row(exporting);
}

static bool run_rows(struct exporting *exporting, const struct week_values *one)
{
    for (size_t i = 0; i < one->count; i++) {
        csv_whole(&exporting->csv, (int64_t)one->week + 1);
        csv_whole(&exporting->csv, (int64_t)i + 1);
        begin_row(exporting, one);
        csv_number(&exporting->csv, one->values[i]);
        if (!export_row(exporting))
            return false;
    }
    return true;
}

static enum status each_number(struct exporting *exporting,
                               bool (*write)(struct exporting *exporting, const struct week_values *one))
{
    struct results *results = exporting->results;
    const struct results_choice *choice = results->choice;
    double *values = must_allocate(choice->weeks.most_runs + 1, sizeof *values);
    enum status status = STATUS_FINE;
    for (size_t i = 0; i < choice->asked_count && status == STATUS_FINE; i++) {
        const double *loaded = results_load_worlds(results, choice->asked[i].measure, exporting->trouble);
        status = loaded == NULL ? trouble_status(exporting->trouble) : STATUS_FINE;
        for (size_t week = 0; week < choice->weeks.count && status == STATUS_FINE; week++) {
            const size_t count =
                results_world_values(results, choice->asked[i].measure, loaded, week, 0, ALL_SITES, values);
            status = write(exporting, &(struct week_values){week, i, count, values}) ? STATUS_FINE
                                                                                     : STATUS_INTERRUPTED;
        }
    }
    free(values);
    return status;
}

static enum status write_means(struct exporting *exporting, const struct export_table *table)
{
    (void)table;
    return each_number(exporting, mean_row);
}

static enum status write_runs(struct exporting *exporting, const struct export_table *table)
{
    (void)table;
    return each_number(exporting, run_rows);
}

void export_add_weeks(struct exporting *exporting)
{
    const struct export_table tables[] = {
        {"weeks", "weeks that were chosen: those of the search, and the finalists",
         EXPORT_COLUMNS(week_columns), 1, 0, write_weeks},
        {"week_asked", "what weeks are judged by", EXPORT_COLUMNS(asked_columns), 1, 0, write_asked},
        {"week_choices", "the value of each open setting in each week", EXPORT_COLUMNS(choice_columns), 2, 0,
         write_choices},
        {"week_means", "what each week is judged by: the mean of its runs", EXPORT_COLUMNS(mean_columns), 2,
         0, write_means},
        {"week_runs", "what each run of a week measured of what weeks are judged by",
         EXPORT_COLUMNS(run_columns), 3, 0, write_runs},
    };
    for (size_t i = 0; exporting->results->choice != NULL && i < sizeof tables / sizeof *tables; i++)
        export_add(exporting, &tables[i]);
}
