/* How large the results of all runs will be: exact for measures, and for rows of tables as the first run
 * says. */
#include "experiment/choice.h"
#include "experiment/experiment_parts.h"
#include "experiment/worlds.h"

static const double GIGABYTE = 1e9;

static size_t numbers_of(const struct record_shape *shape, const struct measure *measure)
{
    size_t sites = measure->scope == SCOPE_MOVEMENT ? 1 : shape->sites;
    return sites * (measure->shape == MEASURE_RUN    ? 1
                    : measure->shape == MEASURE_TIME ? shape->times
                                                     : measure->bins);
}

/* Runs of the scenario itself have all numbers, those of variants only the ones of a whole run, or these and
 * those over time. */
static double bytes_of(const struct experiment *experiment, double rows)
{
    const bool courses = ((const struct keep_rule *)experiment->settings[0]->runs.keep)->courses;
    double all = rows, of_run = 0, over_time = 0, bytes = 0;
    for (size_t i = 0; i < experiment->shape.measure_count; i++) {
        const struct measure *measure = experiment->shape.measures[i];
        double numbers = (double)numbers_of(&experiment->shape, measure) * sizeof(double);
        all += numbers;
        of_run += measure->shape == MEASURE_RUN ? numbers : 0;
        over_time += measure->shape == MEASURE_TIME && courses ? numbers : 0;
    }
    for (size_t i = 0; i < experiment->variant_count; i++)
        bytes += (double)experiment->variants[i].replications * (double)experiment->design_count *
                 (i == 0 ? all : of_run + over_time);
    if (experiment->choice != NULL)
        bytes += (double)choice_runs(experiment) * of_run;
    else if (experiment->worlds != NULL)
        bytes += (double)experiment->worlds->plan.count * experiment->worlds->plan.replications *
                 (double)experiment->design_count * of_run;
    return bytes;
}

static enum status check_bytes(const struct experiment *experiment, double bytes, struct trouble *trouble)
{
    const struct scenario *scenario = experiment->settings[0];
    if (bytes <= scenario->limits.results * GIGABYTE)
        return STATUS_FINE;
    const struct node *where = node_at(experiment->trees[0], "replications");
    if (experiment->precision != NULL || experiment->best != NULL)
        where = node_at(experiment->trees[0], experiment->best != NULL ? "best" : "precision");
    if (where == NULL)
        where = node_at(experiment->trees[0], "lasts");
    node_trouble(trouble, where, "the results of all runs would be about %.*f GB; the limit is %g GB",
                 bytes / GIGABYTE < 10 ? 1 : 0, bytes / GIGABYTE, scenario->limits.results);
    trouble_hint(trouble, "take fewer replications or samples, or raise `limits.results`");
    return STATUS_BAD_INPUT;
}

void results_check(const struct experiment *experiment, struct trouble *trouble)
{
    check_bytes(experiment, bytes_of(experiment, 0), trouble);
}

enum status experiment_check_rows(const struct experiment *experiment, const struct outcome *first,
                                  struct trouble *trouble)
{
    double rows = 0;
    for (size_t i = 0; i < experiment->shape.table_count; i++)
        rows += (double)outcome_rows(first, i) * (double)(experiment->shape.tables[i]->count + 1) *
                sizeof(double);
    return check_bytes(experiment, bytes_of(experiment, rows), trouble);
}
