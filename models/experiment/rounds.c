/* Which runs come next. A round is decided on the complete rounds before it and on nothing else, so that all
 * runs stay a pure function of the scenario: on any number of threads, killed and continued.
 *
 * The first round is every run of the scenario, its assumptions and its sweep. With `precision`, it is the
 * first look at the scenario itself, and further runs of it come round by round, until it is sure enough or
 * the most is reached; with `best`, it is the first stage, and those designs that may still be the best are
 * run on. Then every world is run. Where the scenario wishes it (`most_replications`), the worlds in which it
 * is not clear yet whether a design is ahead of the first one are then run as often again, until they are
 * clear or the most is reached. With `choose`, worlds are weeks, and the search says
 * which are run (choice.h).
 */
#include <math.h>

#include "base/require.h"
#include "experiment/best.h"
#include "experiment/choice.h"
#include "experiment/precision.h"
#include "experiment/run_values.h"
#include "experiment/worlds.h"
#include "random/student.h"

enum { FEWEST_PAIRS = 6 }; /* fewer can all point one way by luck alone: 2^(1-n) > 1 - .95 */

/* Whether the design is clearly ahead of the first one, or clearly behind, in the runs of a world so far. */
static bool is_clear(const struct experiment *experiment, const struct record *record, size_t measure,
                     uint32_t variant, uint32_t runs, uint32_t design)
{
    double count = 0, mean = 0, squares = 0;
    for (uint32_t i = 0; i < runs; i++) {
        double difference = run_value(experiment, record, measure, &(struct run_order){variant, i, design}) -
                            run_value(experiment, record, measure, &(struct run_order){variant, i, 0});
        if (isnan(difference))
            continue;
        double step = difference - mean;
        mean += step / ++count;
        squares += step * (difference - mean);
    }
    if (count < FEWEST_PAIRS)
        return false;
    double half = student_range(count - 1) * sqrt(squares / (count - 1) / count);
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
    const size_t measure = run_measure(experiment, experiment->settings[0]->words.headline);
    const uint32_t most = experiment->worlds->plan.replications;
    for (uint32_t world = 0; world < experiment->worlds->plan.count && measure != OUTCOME_ABSENT; world++) {
        const uint32_t runs = experiment->rounds.repeats[world];
        const uint32_t variant = (uint32_t)experiment->variant_count + world;
        if (runs > 0 && runs < most && !world_is_clear(experiment, record, measure, variant, runs))
            add_runs(experiment, world, 2 * runs < most ? 2 * runs : most);
    }
}

/* The first look at the scenario itself, and every run of its variants. */
static void plan_first(struct experiment *experiment)
{
    struct round_state *rounds = &experiment->rounds;
    const uint32_t first = experiment->precision != NULL ? experiment->precision->first
                           : experiment->best != NULL    ? experiment->best->plan.first
                                                         : UINT32_MAX;
    const uint64_t all = plan_runs(&experiment->plan);
    plan_orders(&experiment->plan, rounds->orders);
    rounds->count = 0;
    for (uint64_t i = 0; i < all; i++) {
        const struct run_order order = rounds->orders[i];
        if (order.variant > 0 || order.replication < first)
            rounds->orders[rounds->count++] = order;
    }
}

/* Up to the next look, all designs alike. */
static void plan_look(struct experiment *experiment)
{
    struct round_state *rounds = &experiment->rounds;
    struct record_precision *precision = experiment->precision;
    const uint32_t until = precision_next(precision->made, precision->most);
    for (uint32_t i = precision->made; i < until; i++)
        for (uint32_t design = 0; design < experiment->design_count; design++)
            rounds->orders[rounds->count++] = (struct run_order){0, i, design};
    precision->made = until;
}

static bool worlds_decide(const struct experiment *experiment)
{
    const struct sensitivity_settings *settings = &experiment->settings[0]->compared.sensitivity;
    return experiment->worlds != NULL && experiment->choice == NULL && settings->by->by == BY_SAMPLE &&
           settings->most_replications > settings->replications;
}

bool experiment_decides(const struct experiment *experiment)
{
    return experiment->precision != NULL || experiment->best != NULL || experiment->choice != NULL ||
           worlds_decide(experiment);
}

uint64_t experiment_least_runs(const struct experiment *experiment)
{
    uint64_t runs = experiment_runs(experiment), spared = 0;
    if (experiment->precision != NULL)
        spared += experiment->precision->most - experiment->precision->first;
    if (experiment->best != NULL)
        spared += experiment->best->plan.most - experiment->best->plan.first;
    if (worlds_decide(experiment))
        spared += (uint64_t)(experiment->worlds->plan.count - experiment->worlds->left_out) *
                  (experiment->worlds->plan.replications -
                   (uint64_t)experiment->settings[0]->compared.sensitivity.replications);
    return runs - spared * experiment->design_count;
}

static void round_begin(struct experiment *experiment)
{
    struct round_state *rounds = &experiment->rounds;
    const size_t worlds = experiment->worlds == NULL ? 0 : experiment->worlds->plan.count;
    *rounds = (struct round_state){
        .orders = ARENA_NEW(experiment->arena, struct run_order, experiment_runs(experiment)),
        .repeats = ARENA_NEW(experiment->arena, uint32_t, worlds + 1),
        .stage = experiment->precision != NULL ? ROUND_LOOKS
                 : experiment->choice != NULL  ? ROUND_SEARCH
                 : experiment->best != NULL    ? ROUND_BEST
                                               : ROUND_WORLDS,
    };
    if (experiment->precision != NULL)
        experiment->precision->made = experiment->precision->first;
    if (experiment->best != NULL)
        best_begin(experiment->best, experiment->arena);
    plan_first(experiment);
}

struct round experiment_round(struct experiment *experiment, size_t number, const struct record *record)
{
    struct round_state *rounds = &experiment->rounds;
    if (number == 0) {
        round_begin(experiment);
        return (struct round){rounds->orders, rounds->count};
    }
    rounds->count = 0;
    if (rounds->stage == ROUND_LOOKS && precision_wants_more(experiment, record)) {
        plan_look(experiment);
        return (struct round){rounds->orders, rounds->count};
    }
    if (rounds->stage == ROUND_BEST && best_wants_more(experiment, record)) {
        rounds->count = best_plan_round(experiment->best, rounds->orders);
        return (struct round){rounds->orders, rounds->count};
    }
    if (rounds->stage == ROUND_LOOKS || rounds->stage == ROUND_BEST)
        rounds->stage = experiment->choice != NULL ? ROUND_SEARCH : ROUND_WORLDS;
    if (rounds->stage == ROUND_SEARCH) {
        choice_round(experiment, record);
        return (struct round){rounds->orders, rounds->count};
    }
    if (experiment->worlds != NULL && rounds->stage == ROUND_WORLDS)
        plan_worlds(experiment);
    else if (experiment->worlds != NULL)
        plan_unclear(experiment, record);
    rounds->stage = ROUND_UNCLEAR;
    return (struct round){rounds->orders, rounds->count};
}
