#include "analysis/numbers/proposals.h"

#include <math.h>
#include <string.h>

static const char table_name[] = "proposal";

/* `open_until` holds the decision or the end of the run; without it the end is the last
 * thing that was seen. */
static const char submission_name[] = "submitted", decision_name[] = "decided", end_name[] = "open_until";

// clang-format off
static const struct {const char *unit; double days;} units[] = {
    {"d", 1}, {"h", 1.0 / 24}, {"min", 1.0 / 1440}, {"s", 1.0 / 86400},
};
// clang-format on

static bool columns_of(const struct results *results, size_t *table, size_t *submitted, size_t *decided)
{
    *table = results_find_table(results, table_name);
    if (*table == NOT_FOUND)
        return false;
    *submitted = results_find_column(&results->tables[*table], submission_name);
    *decided = results_find_column(&results->tables[*table], decision_name);
    return *submitted != NOT_FOUND && *decided != NOT_FOUND;
}

bool proposals_recorded(const struct results *results)
{
    size_t table, submitted, decided;
    return columns_of(results, &table, &submitted, &decided) && results->tables[table].rows > 0;
}

double days_in(const char *unit)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strcmp(units[i].unit, unit) == 0)
            return units[i].days;
    return 1;
}

/* The end of the watch where the table does not tell it, in the unit of the columns. */
static double last_seen(const struct results *results, const double *submitted, const double *decided,
                        size_t rows, double days)
{
    double end = results->time_count > 0 ? results->times[results->time_count - 1] / days : 0;
    for (size_t i = 0; i < rows; i++) {
        end = isfinite(submitted[i]) ? fmax(end, submitted[i]) : end;
        end = isfinite(decided[i]) ? fmax(end, decided[i]) : end;
    }
    return end;
}

static struct waits waits_of(struct results *results, size_t design, struct trouble *trouble)
{
    struct waits waits = {0};
    size_t table, submission, decision;
    if (!columns_of(results, &table, &submission, &decision))
        return waits;
    const struct results_table *facts = &results->tables[table];
    const double *submitted = results_column(results, table, facts->columns[submission].name, trouble);
    const double *decided = results_column(results, table, facts->columns[decision].name, trouble);
    const double *designs = results_column(results, table, "design", trouble), *ends = NULL;
    if (results_find_column(facts, end_name) != NOT_FOUND)
        ends = results_column(results, table, end_name, trouble);
    if (submitted == NULL || decided == NULL || designs == NULL)
        return waits;
    double days = days_in(facts->columns[submission].unit);
    double end = last_seen(results, submitted, decided, facts->rows, days);
    size_t count = 0;
    for (size_t i = 0; i < facts->rows; i++)
        count += designs[i] == (double)design && isfinite(submitted[i]);
    waits.days = ARENA_TO_FILL(&results->arena, double, count);
    waits.happened = ARENA_TO_FILL(&results->arena, bool, count);
    for (size_t i = 0; i < facts->rows; i++) {
        if (designs[i] != (double)design || !isfinite(submitted[i]))
            continue;
        bool happened = isfinite(decided[i]);
        double until = happened ? decided[i] : ends != NULL && isfinite(ends[i]) ? ends[i] : end;
        waits.happened[waits.count] = happened;
        waits.days[waits.count++] = (until - submitted[i]) * days;
    }
    return waits;
}

const struct waiting *proposals_waiting(struct results *results, size_t design, struct trouble *trouble)
{
    static const struct waiting nothing;
    if (results->waiting == NULL)
        results->waiting = ARENA_NEW(&results->arena, struct waiting *, results->designs.count);
    if (results->waiting[design] != NULL)
        return results->waiting[design];
    const size_t before = trouble->count;
    const struct waits waits = waits_of(results, design, trouble);
    if (trouble->count > before)
        return &nothing;
    struct waiting *kept = results->waiting[design] = ARENA_NEW(&results->arena, struct waiting, 1);
    *kept =
        (struct waiting){waits, estimate_survival(waits.days, waits.happened, waits.count, &results->arena)};
    return kept;
}
