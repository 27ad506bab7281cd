#include "small_run.h"

#include <math.h>

#include "base/require.h"
#include "experiment/experiment_parts.h"

enum { MOST_DESIGNS_RUN = 3, MOST_CELLS = 2000000 };

/* A run that asks for more is broken off. */
static const char *const limits[] = {"limits.steps=3e6", "limits.events=1e5", "limits.memory=0.064 GB"};

static bool is_small(const struct experiment *experiment, size_t design)
{
    const struct scenario *scenario = experiment->settings[design];
    double cells = sim_hours(scenario->time.lasts) / sim_hours(scenario->time.sample_every) *
                   (double)scenario->places.count;
    return cells < MOST_CELLS;
}

static uint32_t sites_of(const struct record_plan *plan, size_t which)
{
    return plan->shape.measures[which]->scope == SCOPE_MOVEMENT ? 1 : plan->shape.sites;
}

/* Numbers are missing or finite. */
static void check_numbers(const struct record_plan *plan, const struct outcome *outcome)
{
    for (size_t which = 0; which < plan->shape.measure_count; which++)
        if (plan->shape.measures[which]->shape == MEASURE_RUN)
            for (uint32_t site = 0; site < sites_of(plan, which); site++)
                require(!isinf(outcome_at(outcome, which, site, 0)));
}

static void run_designs(struct experiment *experiment)
{
    const struct record_plan *plan = experiment_plan(experiment);
    struct outcome *outcome = outcome_new(&plan->shape);
    for (uint32_t design = 0; design < experiment->design_count && design < MOST_DESIGNS_RUN; design++) {
        if (!is_small(experiment, design))
            continue;
        struct run_tally tally;
        outcome_clear(outcome);
        if (experiment_run(experiment, &(struct run_order){.design = design}, NULL, outcome, &tally))
            check_numbers(plan, outcome);
    }
    outcome_free(outcome);
}

void load_and_run(const char *path, const char *text, size_t length)
{
    struct arena arena = {0};
    struct trouble trouble = {0};
    struct experiment_request request = {
        .path = path,
        .text = text,
        .length = length,
        .library = GROUNDSWELL_SOURCE "/scenarios",
        .base_only = length % 2 == 0,
        .overrides = limits,
        .override_count = sizeof limits / sizeof limits[0],
    };
    struct experiment *experiment = experiment_load(&request, &arena, &trouble);
    require((experiment == NULL) == (trouble.count > 0));
    if (experiment != NULL && is_small(experiment, 0))
        run_designs(experiment);
    trouble_free(&trouble);
    arena_free(&arena);
}
