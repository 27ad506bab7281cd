/* Which runs come next. A round is decided on the complete rounds before it and on nothing else, so that all
 * runs stay a pure function of the scenario: on any number of threads, killed and continued.
 *
 * The first round is every run of the scenario, its assumptions and its sweep; the second every world. Where
 * the scenario wishes it (`most_replications`), the worlds in which it is not clear yet whether a design is
 * ahead of the first one are then run as often again, until they are clear or the most is reached.
 */
#include <gsl/gsl_cdf.h>
#include <math.h>
#include <string.h>

#include "base/require.h"
#include "experiment/worlds.h"

static const double confidence = 0.95;
enum { FEWEST_PAIRS = 6 }; /* fewer can all point one way by luck alone: 2^(1-n) > 1 - confidence */

static size_t headline_of(const struct experiment *experiment)
{
    const char *name = experiment->settings[0]->words.headline;
    for (size_t i = 0; i < experiment->shape.measure_count; i++)
        if (strcmp(experiment->shape.measures[i]->name, name) == 0)
            return experiment->shape.measures[i]->shape == MEASURE_RUN ? i : OUTCOME_ABSENT;
    return OUTCOME_ABSENT;
}

/* The headline of a run: the mean of the sites that have one. */
static double value_of(const struct experiment *experiment, const struct record *record, size_t measure,
                       const struct run_order *order)
{
    const bool whole = experiment->shape.measures[measure]->scope == SCOPE_MOVEMENT;
    double sum = 0, count = 0;
    for (uint32_t site = 0; site < (whole ? 1 : experiment->shape.sites); site++) {
        double value = record_value(record, order, measure, site);
        sum += isnan(value) ? 0 : value;
        count += isnan(value) ? 0 : 1;
    }
    return sum / count;
}

/* Whether the design is clearly ahead of the first one, or clearly behind, in the runs of a world so far. */
static bool is_clear(const struct experiment *experiment, const struct record *record, size_t measure,
                     uint32_t variant, uint32_t runs, uint32_t design)
{
    double count = 0, mean = 0, squares = 0;
    for (uint32_t i = 0; i < runs; i++) {
        double difference = value_of(experiment, record, measure, &(struct run_order){variant, i, design}) -
                            value_of(experiment, record, measure, &(struct run_order){variant, i, 0});
        if (isnan(difference))
            continue;
        double step = difference - mean;
        mean += step / ++count;
        squares += step * (difference - mean);
    }
    if (count < FEWEST_PAIRS)
        return false;
    double half = gsl_cdf_tdist_Pinv(0.5 + confidence / 2, count - 1) * sqrt(squares / (count - 1) / count);
    return fabs(mean) > half;
}

static bool world_is_clear(const struct experiment *experiment, const struct record *record, size_t measure,
                           uint32_t variant, uint32_t runs)
{
    for (uint32_t design = 1; design < experiment->design_count; design++)
        if (!is_clear(experiment, record, measure, variant, runs, design))
            return false;
    return true;
}

static void add_runs(struct experiment *experiment, uint32_t world, uint32_t until)
{
    struct round_state *rounds = &experiment->rounds;
    const uint32_t variant = (uint32_t)experiment->variant_count + world;
    for (uint32_t i = rounds->repeats[world]; i < until; i++)
        for (uint32_t design = 0; design < experiment->design_count; design++)
            rounds->orders[rounds->count++] = (struct run_order){variant, i, design};
    rounds->repeats[world] = until;
}

static void plan_worlds(struct experiment *experiment)
{
    const struct sensitivity_settings *settings = &experiment->settings[0]->compared.sensitivity;
    const bool sample = settings->by->by == BY_SAMPLE;
    for (uint32_t world = 0; world < experiment->worlds->plan.count; world++)
        if (!experiment->worlds->impossible[world])
            add_runs(experiment, world, sample ? (uint32_t)settings->replications : 1);
}

static void plan_unclear(struct experiment *experiment, const struct record *record)
{
    const size_t measure = headline_of(experiment);
    const uint32_t most = experiment->worlds->plan.replications;
    for (uint32_t world = 0; world < experiment->worlds->plan.count && measure != OUTCOME_ABSENT; world++) {
        const uint32_t runs = experiment->rounds.repeats[world];
        const uint32_t variant = (uint32_t)experiment->variant_count + world;
        if (runs > 0 && runs < most && !world_is_clear(experiment, record, measure, variant, runs))
            add_runs(experiment, world, 2 * runs < most ? 2 * runs : most);
    }
}

bool experiment_decides(const struct experiment *experiment)
{
    const struct sensitivity_settings *settings = &experiment->settings[0]->compared.sensitivity;
    return experiment->worlds != NULL && settings->by->by == BY_SAMPLE &&
           settings->most_replications > settings->replications;
}

struct round experiment_round(struct experiment *experiment, size_t number, const struct record *record)
{
    struct round_state *rounds = &experiment->rounds;
    const struct record_plan *plan = &experiment->plan;
    if (number == 0) {
        const size_t worlds = experiment->worlds == NULL ? 0 : experiment->worlds->plan.count;
        rounds->orders = ARENA_NEW(experiment->arena, struct run_order, experiment_runs(experiment));
        rounds->repeats = ARENA_NEW(experiment->arena, uint32_t, worlds + 1);
        plan_orders(plan, rounds->orders);
        rounds->count = plan_runs(plan);
        return (struct round){rounds->orders, rounds->count};
    }
    rounds->count = 0;
    if (experiment->worlds != NULL && number == 1)
        plan_worlds(experiment);
    else if (experiment->worlds != NULL)
        plan_unclear(experiment, record);
    return (struct round){rounds->orders, rounds->count};
}
