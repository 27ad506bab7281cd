#include "analysis/proposals.h"

#include <math.h>
#include <string.h>

static const char table_name[] = "proposal";

/* Names that the columns may have, the first that is there counts. */
static const char *const submissions[] = {"submitted", "arrived"};
static const char *const decisions[] = {"disposed", "decided", "settled"};

// clang-format off
static const struct {const char *unit; double days;} units[] = {
    {"d", 1}, {"h", 1.0 / 24}, {"min", 1.0 / 1440}, {"s", 1.0 / 86400},
};
// clang-format on

static size_t first_column(const struct results_table *table, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t column = results_find_column(table, names[i]);
        if (column < table->column_count)
            return column;
    }
    return NOT_FOUND;
}

static bool columns_of(const struct results *results, size_t *table, size_t *submitted, size_t *decided)
{
    *table = results_find_table(results, table_name);
    if (*table == NOT_FOUND)
        return false;
    const struct results_table *facts = &results->tables[*table];
    *submitted = first_column(facts, submissions, sizeof submissions / sizeof *submissions);
    *decided = first_column(facts, decisions, sizeof decisions / sizeof *decisions);
    return *submitted != NOT_FOUND && *decided != NOT_FOUND;
}

bool proposals_recorded(const struct results *results)
{
    size_t table, submitted, decided;
    return columns_of(results, &table, &submitted, &decided) && results->tables[table].rows > 0;
}

static double days_in(const char *unit)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strcmp(units[i].unit, unit) == 0)
            return units[i].days;
    return 1;
}

/* The watch ends with the last sampling instant, or with the last thing that was seen. */
static double end_of_watch(const struct results *results, const double *submitted, const double *decided,
                           size_t rows, double days)
{
    double end = results->time_count > 0 ? results->times[results->time_count - 1] : 0;
    for (size_t i = 0; i < rows; i++) {
        end = isfinite(submitted[i]) ? fmax(end, submitted[i] * days) : end;
        end = isfinite(decided[i]) ? fmax(end, decided[i] * days) : end;
    }
    return end;
}

struct waits proposals_waits(struct results *results, size_t design, struct arena *arena,
                             struct trouble *trouble)
{
    struct waits waits = {0};
    size_t table, submission, decision;
    if (!columns_of(results, &table, &submission, &decision))
        return waits;
    const struct results_table *facts = &results->tables[table];
    const double *submitted = results_column(results, table, facts->columns[submission].name, trouble);
    const double *decided = results_column(results, table, facts->columns[decision].name, trouble);
    const double *designs = results_column(results, table, "design", trouble);
    if (submitted == NULL || decided == NULL || designs == NULL)
        return waits;
    double days = days_in(facts->columns[submission].unit);
    double end = end_of_watch(results, submitted, decided, facts->rows, days);
    waits.days = ARENA_NEW(arena, double, facts->rows);
    waits.happened = ARENA_NEW(arena, bool, facts->rows);
    for (size_t i = 0; i < facts->rows; i++) {
        if (designs[i] != (double)design || !isfinite(submitted[i]))
            continue;
        bool happened = isfinite(decided[i]);
        waits.happened[waits.count] = happened;
        waits.days[waits.count++] = happened ? (decided[i] - submitted[i]) * days : end - submitted[i] * days;
    }
    return waits;
}
