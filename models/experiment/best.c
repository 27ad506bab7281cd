#include "experiment/best.h"

#include <math.h>
#include <string.h>

#include "experiment/run_values.h"

/* --- what the scenario wishes --- */

bool experiment_lays_aside(const struct experiment *experiment, const struct node *map, const char *key)
{
    const struct node *replications = node_at(experiment->whole, "replications");
    struct trouble *notes = experiment->request->notes;
    const bool by_caller = experiment->request->replications > 0;
    if (!by_caller && (replications == NULL || replications->document == experiment->tree->document))
        return false;
    if (notes != NULL && experiment->settings[0]->runs.replications > 1)
        node_key_trouble(
            notes, map, "note: the command line says how many runs there are, so `%s` is not looked at", key);
    return true;
}

static const struct measure *measure_named(const struct experiment *experiment, const char *name)
{
    for (size_t i = 0; i < experiment->known->measure_count; i++)
        if (strcmp(experiment->known->measures[i]->name, name) == 0)
            return experiment->known->measures[i];
    return NULL; /* which was refused already */
}

/* What can be said of `best` as a whole; false with trouble. */
static bool is_possible(const struct experiment *experiment, struct node *map, const char *of,
                        struct trouble *trouble)
{
    const size_t before = trouble->count;
    const struct measure *measure = measure_named(experiment, of);
    const struct node *at = node_at(map, "of");
    const struct node *precision = node_at(experiment->whole, "precision");
    if (experiment->design_count < 2)
        node_key_trouble(trouble, map, "there is one design, so there is no best one to be found");
    if (measure == NULL || measure->better == BETTER_NEITHER) {
        node_trouble(trouble, at == NULL ? map : at,
                     "neither more nor less of `%s` is better, so no design is the best by it", of);
        trouble_hint(trouble, "name another measure with `of`; `groundswell explain` says of each what is "
                              "better");
    }
    if (precision != NULL && !node_is_empty(precision)) {
        node_key_trouble(trouble, map, "`best` and `precision` both say how often designs are run");
        trouble_hint(trouble,
                     "leave one of them out: `best` finds the best design with fewer runs, `precision` "
                     "makes every mean known as well");
    }
    return trouble->count == before;
}

static void note_replications(const struct experiment *experiment)
{
    const struct node *replications = node_at(experiment->whole, "replications");
    if (replications != NULL && experiment->request->notes != NULL)
        node_key_trouble(experiment->request->notes, replications,
                         "note: `best` says how often each design is run (%d times at first), so this is not "
                         "looked at",
                         (int)ELIMINATION_FIRST);
}

struct best *best_find(const struct experiment *experiment, struct trouble *trouble)
{
    struct node *map = node_at(experiment->whole, "best");
    if (map == NULL || node_is_empty(map) || experiment_lays_aside(experiment, map, "best"))
        return NULL;
    const struct scenario *scenario = experiment->settings[0];
    const struct best_settings *settings = &scenario->compared.best;
    const char *of = settings->of == NULL || *settings->of == '\0' ? scenario->words.headline : settings->of;
    if (!is_possible(experiment, map, of, trouble))
        return NULL;
    note_replications(experiment);
    struct best *best = ARENA_NEW(experiment->arena, struct best, 1);
    best->design_count = (uint32_t)experiment->design_count;
    best->plan = (struct record_best){
        .of = of,
        .less = measure_named(experiment, of)->better == BETTER_LESS,
        .worth = settings->worth,
        .sure = settings->sure,
        .delta = NAN,
        .first = ELIMINATION_FIRST,
        .most = (uint32_t)settings->most,
        .runs = ELIMINATION_FIRST,
        .leader = experiment->design_count,
        .made = ARENA_NEW(experiment->arena, uint32_t, experiment->design_count),
        .states = ARENA_NEW(experiment->arena, enum best_state, experiment->design_count),
    };
    return best;
}

/* --- what has come out --- */

void best_begin(struct best *best, struct arena *arena)
{
    const struct elimination_wish wish = {
        .systems = best->design_count,
        .first = best->plan.first,
        .worth = best->plan.worth,
        .is_share = true,
        .sure = best->plan.sure,
        .less = best->plan.less,
    };
    best->elimination = elimination_begin(&wish, arena);
    best->plan.runs = best->plan.first;
    for (uint32_t i = 0; i < best->design_count; i++)
        best->plan.made[i] = best->plan.first;
}

struct values_of {
    const struct experiment *experiment;
    const struct record *record;
    size_t measure;
};

static double value_of(const void *data, uint32_t design, uint32_t replication)
{
    const struct values_of *values = data;
    if (values->measure == OUTCOME_ABSENT)
        return NAN;
    return run_value(values->experiment, values->record, values->measure,
                     &(struct run_order){0, replication, design});
}

static void note_standing(struct best *best)
{
    const struct elimination *elimination = best->elimination;
    struct record_best *plan = &best->plan;
    for (size_t i = 0; i < elimination->wish.systems; i++)
        plan->states[i] = elimination->out[i] == 0    ? BEST_IN
                          : elimination->is_absent[i] ? BEST_ABSENT
                                                      : BEST_OUT;
    plan->leader = elimination->left > 0 ? elimination->in[0] : elimination->wish.systems;
    plan->delta = elimination->delta;
    plan->decided = elimination->decided;
}

bool best_wants_more(struct experiment *experiment, const struct record *record)
{
    struct best *best = experiment->best;
    const struct values_of values = {experiment, record, run_measure(experiment, best->plan.of)};
    elimination_look(best->elimination, best->plan.runs, value_of, &values);
    note_standing(best);
    return !best->plan.decided && best->plan.runs < best->plan.most;
}

uint64_t best_plan_round(struct best *best, struct run_order *orders)
{
    const struct elimination *elimination = best->elimination;
    struct record_best *plan = &best->plan;
    const uint32_t until = elimination_next(elimination, plan->most);
    uint64_t count = 0;
    for (uint32_t i = plan->runs; i < until; i++)
        for (uint32_t design = 0; design < elimination->wish.systems; design++)
            if (plan->states[design] == BEST_IN)
                orders[count++] = (struct run_order){0, i, design};
    for (uint32_t design = 0; design < elimination->wish.systems; design++)
        if (plan->states[design] == BEST_IN)
            plan->made[design] = until;
    plan->runs = until;
    return count;
}
