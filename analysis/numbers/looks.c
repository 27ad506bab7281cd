#include "analysis/numbers/looks.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>

#include "base/require.h"

static const double confidence = 0.95; /* of the rule that stops, whatever a reader asks for */
enum { FEWEST_PAIRS = 6 };             /* fewer can all point one way by luck alone */

bool looks_were_taken(const struct results *results)
{
    return (*results->precision.of != '\0' && results->precision.first > 0) ||
           (results->worlds->first_runs > 0 && results->designs.count > 1);
}

/* --- numbers that come one by one --- */

struct mean {
    size_t count;
    double mean, squares;
};

static void mean_add(struct mean *mean, double value)
{
    if (!isfinite(value))
        return;
    const double step = value - mean->mean;
    mean->mean += step / (double)++mean->count;
    mean->squares += step * (value - mean->mean);
}

static double half_of(const struct mean *mean)
{
    if (mean->count < 2)
        return INFINITY;
    const double rest = (double)mean->count - 1;
    return gsl_cdf_tdist_Pinv(0.5 + confidence / 2, rest) * sqrt(mean->squares / rest / (double)mean->count);
}

/* --- of the scenario itself --- */

/* How many runs there are at each look, up to all of them. */
static size_t runs_at_looks(const struct results *results, size_t *runs)
{
    size_t count = 0, at = (size_t)fmin(results->precision.first, (double)results->replications);
    while (at < results->replications) {
        if (runs != NULL)
            runs[count] = at;
        count++;
        at = at / 2 * 3 + (at % 2 == 1 ? 2 : 0);
    }
    if (runs != NULL)
        runs[count] = results->replications;
    return count + 1;
}

static struct looks_of_design looks_at(const struct results *results, size_t measure, size_t design,
                                       const size_t *runs, size_t count, struct arena *arena)
{
    struct look *looks = ARENA_NEW(arena, struct look, count);
    double *values = must_allocate(results->most_replications + 1, sizeof *values);
    const size_t all = results_run_values(results, measure, 0, design, ALL_SITES, values);
    struct mean mean = {0};
    size_t next = 0;
    for (size_t i = 0; i < count; i++) {
        while (next < runs[i] && next < all)
            mean_add(&mean, values[next++]);
        looks[i] = (struct look){runs[i], mean.count, mean.count > 0 ? mean.mean : NAN, half_of(&mean)};
    }
    free(values);
    const struct look *last = &looks[count - 1];
    const double share = last->half > 0 ? last->half / fabs(last->mean) : last->half;
    return (struct looks_of_design){design, looks, last->values > 0 ? share : NAN};
}

static int by_share(const void *left, const void *right)
{
    const struct looks_of_design *a = left, *b = right;
    if (a->share != b->share)
        return a->share > b->share ? -1 : 1;
    return (a->design > b->design) - (a->design < b->design);
}

static void looks_of_scenario(const struct results *results, struct looks *looks, struct arena *arena)
{
    const size_t measure = results_find_measure(results, results->precision.of);
    if (*results->precision.of == '\0' || !(results->precision.first >= 1) || measure == NOT_FOUND ||
        results->measures[measure].extent != EXTENT_RUN || results->replications == 0)
        return;
    const size_t count = runs_at_looks(results, NULL);
    size_t *runs = ARENA_NEW(arena, size_t, count);
    runs_at_looks(results, runs);
    struct looks_of_design *designs = ARENA_NEW(arena, struct looks_of_design, results->designs.count);
    for (size_t i = 0; i < results->designs.count; i++) {
        const struct looks_of_design one = looks_at(results, measure, i, runs, count, arena);
        if (!isnan(one.share))
            designs[looks->design_count++] = one;
    }
    qsort(designs, looks->design_count, sizeof *designs, by_share);
    looks->measure = measure;
    looks->designs = designs;
    looks->count = count;
}

/* --- of worlds --- */

static bool design_is_clear(const double *values, const double *base, size_t count)
{
    struct mean mean = {0};
    for (size_t i = 0; i < count; i++)
        mean_add(&mean, values[i] - base[i]);
    return mean.count >= FEWEST_PAIRS && fabs(mean.mean) > half_of(&mean);
}

static bool world_is_clear(const struct results *results, const double *loaded, size_t world)
{
    const size_t measure = results->headline;
    double *values = must_allocate(2 * results->worlds->most_runs + 1, sizeof *values);
    double *base = values + results->worlds->most_runs;
    bool clear = true;
    const size_t count = results_world_values(results, measure, loaded, world, 0, ALL_SITES, base);
    for (size_t design = 1; design < results->designs.count && clear; design++) {
        results_world_values(results, measure, loaded, world, design, ALL_SITES, values);
        clear = design_is_clear(values, base, count);
    }
    free(values);
    return clear;
}

/* A world that was run no more often was clear, or had the most. */
static void looks_of_worlds(struct results *results, struct looks *looks, struct arena *arena,
                            struct trouble *trouble)
{
    const struct results_worlds *worlds = results->worlds;
    size_t steps = 1;
    if (worlds->count == 0 || worlds->first_runs == 0 || results->designs.count < 2)
        return;
    const double *loaded = results_load_worlds(results, results->headline, trouble);
    if (loaded == NULL)
        return;
    for (size_t runs = worlds->first_runs; runs < worlds->most_runs; runs *= 2)
        steps++;
    struct world_look *all = ARENA_NEW(arena, struct world_look, steps);
    size_t runs = worlds->first_runs;
    for (size_t i = 0; i < steps; i++, runs *= 2)
        all[i] = (struct world_look){runs < worlds->most_runs ? runs : worlds->most_runs, 0};
    for (size_t world = 0; world < worlds->count; world++) {
        if (worlds->runs[world] == 0)
            continue;
        looks->worlds++;
        if (!world_is_clear(results, loaded, world))
            continue;
        for (size_t i = 0; i < steps; i++)
            all[i].clear += worlds->runs[world] <= all[i].runs ? 1 : 0;
    }
    looks->world_looks = all;
    looks->world_look_count = steps;
}

struct looks looks_of(struct results *results, struct arena *arena, struct trouble *trouble)
{
    struct looks looks = {.measure = results->headline};
    looks_of_scenario(results, &looks, arena);
    looks_of_worlds(results, &looks, arena, trouble);
    return looks;
}
