#include "analysis/numbers/worlds.h"

#include <math.h>
#include <stdlib.h>

#include "base/require.h"

/* What is being worked out, and the numbers of one measure in all worlds. */
struct telling {
    struct results *results;
    const double *loaded;
    size_t measure, base;
    double confidence;
    struct arena *arena;
};

size_t worlds_that_were_run(const struct results_worlds *worlds)
{
    size_t count = 0;
    for (size_t i = 0; i < worlds->count; i++)
        count += worlds->runs[i] > 0 ? 1 : 0;
    return count;
}

/* --- a sample --- */

static struct contrast contrast_in(const struct telling *telling, size_t world, size_t design, double *values)
{
    const struct results_worlds *worlds = telling->results->worlds;
    double *of_base = values + worlds->most_runs;
    size_t count = results_world_values(telling->results, telling->measure, telling->loaded, world, design,
                                        ALL_SITES, values);
    results_world_values(telling->results, telling->measure, telling->loaded, world, telling->base, ALL_SITES,
                         of_base);
    const struct contrast_of what = {telling->measure, 0, design, telling->base, telling->confidence};
    return contrast_of_values(telling->results, &what, values, of_base, count);
}

/* How much more the design has; 0 where the two means differ by rounding alone. */
static double difference_in(const struct contrast *contrast)
{
    static const double rounding = 1e-12;
    const double difference = contrast->difference.value;
    const double size = fabs(contrast->mean.value) + fabs(contrast->base_mean.value);
    return fabs(difference) <= rounding * size ? 0.0 : difference;
}

int worlds_side(const struct results *results, const struct contrast *contrast)
{
    const double difference = difference_in(contrast);
    const int up = results->measures[contrast->measure].better == DIRECTION_LESS ? -1 : 1;
    return difference > 0 ? up : difference < 0 ? -up : 0;
}

int worlds_clear_side(const struct results *results, const struct contrast *contrast)
{
    if (difference_in(contrast) == 0)
        return 0;
    if (results->measures[contrast->measure].better != DIRECTION_NEITHER)
        return contrast_sign(results, contrast);
    return contrast->verdict == VERDICT_HIGHER ? 1 : contrast->verdict == VERDICT_LOWER ? -1 : 0;
}

double distance_in_world(const struct worlds_of_design *one, size_t world, bool by_ratio)
{
    const struct contrast *contrast = &one->contrasts[world];
    return by_ratio ? contrast->mean.value / contrast->base_mean.value : difference_in(contrast);
}

static void count_sides(const struct results *results, struct worlds_of_design *one, size_t worlds)
{
    one->by_ratio = true;
    for (size_t i = 0; i < worlds; i++) {
        const struct contrast *contrast = &one->contrasts[i];
        if (!isfinite(contrast->difference.value))
            continue;
        const int side = worlds_side(results, contrast), sign = worlds_clear_side(results, contrast);
        one->worlds++;
        one->ahead += side > 0 ? 1 : 0;
        one->behind += side < 0 ? 1 : 0;
        one->clearly_ahead += sign > 0 ? 1 : 0;
        one->clearly_behind += sign < 0 ? 1 : 0;
        one->by_ratio = one->by_ratio && contrast->mean.value > 0 && contrast->base_mean.value > 0;
    }
}

/* Changes their order. */
static struct spread_of_worlds spread_of(double *values, size_t count)
{
    static const double tenth = 0.1;
    return (struct spread_of_worlds){estimate_quantile(values, count, tenth),
                                     estimate_quantile(values, count, 0.5),
                                     estimate_quantile(values, count, 1 - tenth)};
}

static void find_spread(struct worlds_of_design *one, size_t worlds)
{
    double *values = must_allocate(worlds + 1, sizeof *values);
    size_t count = 0;
    for (size_t i = 0; i < worlds; i++)
        if (isfinite(one->contrasts[i].difference.value))
            values[count++] = distance_in_world(one, i, one->by_ratio);
    one->spread = spread_of(values, count);
    free(values);
}

/* Among which factors a split is looked for. */
enum looked_at { ALL_FACTORS, OBSERVABLE_FACTORS };

static void name_in_results(struct cut *cut, const size_t *factors)
{
    cut->factor = factors[cut->factor];
}

/* Splits worlds by the side of zero on which `values`, one a world, are; worlds without a value are left out.
 */
static bool separated(const struct telling *telling, const double *by_world, enum looked_at looked_at,
                      struct split *split)
{
    const struct results_worlds *worlds = telling->results->worlds;
    size_t *factors = ARENA_NEW(telling->arena, size_t, worlds->factor_count + 1), count = 0;
    for (size_t factor = 0; factor < worlds->factor_count; factor++)
        if (looked_at == ALL_FACTORS || worlds->factors[factor].observable)
            factors[count++] = factor;
    double *values = ARENA_NEW(telling->arena, double, worlds->count *count + 1);
    bool *is_choice = ARENA_NEW(telling->arena, bool, count + 1),
         *side = ARENA_NEW(telling->arena, bool, worlds->count);
    struct worlds_to_split all = {values, is_choice, side, 0, count};
    for (size_t i = 0; i < count; i++)
        is_choice[i] = worlds->factors[factors[i]].choices.count > 0;
    for (size_t world = 0; world < worlds->count; world++) {
        if (!isfinite(by_world[world]))
            continue;
        for (size_t i = 0; i < count; i++)
            values[all.worlds * count + i] = worlds->values[world * worlds->factor_count + factors[i]];
        side[all.worlds++] = by_world[world] > 0;
    }
    if (count == 0 || !split_worlds(&all, split))
        return false;
    name_in_results(&split->first, factors);
    if (split->has_below)
        name_in_results(&split->below, factors);
    if (split->has_above)
        name_in_results(&split->above, factors);
    return true;
}

size_t split_factors(const struct split *split, size_t named[MOST_NAMED])
{
    const size_t all[MOST_NAMED] = {split->first.factor,
                                    split->has_below ? split->below.factor : split->first.factor,
                                    split->has_above ? split->above.factor : split->first.factor};
    size_t count = 0;
    for (size_t i = 0; i < MOST_NAMED; i++) {
        bool known = false;
        for (size_t j = 0; j < count; j++)
            known = known || named[j] == all[i];
        if (!known)
            named[count++] = all[i];
    }
    return count;
}

static void separate(const struct telling *telling, struct worlds_of_design *one)
{
    size_t named[MOST_NAMED], count = 0;
    bool observable = true;
    double *sides = ARENA_NEW(telling->arena, double, telling->results->worlds->count);
    for (size_t world = 0; world < telling->results->worlds->count; world++) {
        const bool known = isfinite(one->contrasts[world].difference.value);
        sides[world] = known ? (double)worlds_side(telling->results, &one->contrasts[world]) : NAN;
    }
    one->is_separated = separated(telling, sides, ALL_FACTORS, &one->split);
    if (one->is_separated)
        count = split_factors(&one->split, named);
    for (size_t i = 0; i < count; i++)
        observable = observable && telling->results->worlds->factors[named[i]].observable;
    if (!observable)
        one->is_separated_by_observable = separated(telling, sides, OBSERVABLE_FACTORS, &one->by_observable);
}

/* The mean over the runs of a world; NaN where there is none. */
static double mean_in(const struct telling *telling, size_t world, size_t design, double *values)
{
    const size_t count = results_world_values(telling->results, telling->measure, telling->loaded, world,
                                              design, ALL_SITES, values);
    double sum = 0;
    size_t known = 0;
    for (size_t i = 0; i < count; i++)
        if (isfinite(values[i])) {
            sum += values[i];
            known++;
        }
    return known > 0 ? sum / (double)known : NAN;
}

static void tell_levels(const struct telling *telling, struct worlds_told *told)
{
    const size_t designs = telling->results->designs.count, count = telling->results->worlds->count;
    struct worlds_level *levels = ARENA_NEW(telling->arena, struct worlds_level, designs);
    double *means = must_allocate(2 * count + telling->results->worlds->most_runs + 1, sizeof *means),
           *known = means + count, *values = known + count;
    for (size_t design = 0; design < designs; design++) {
        struct worlds_level *level = &levels[design];
        *level = (struct worlds_level){.design = design};
        for (size_t world = 0; world < count; world++) {
            means[world] = mean_in(telling, world, design, values);
            if (isfinite(means[world]))
                known[level->worlds++] = means[world];
        }
        level->spread = spread_of(known, level->worlds);
        for (size_t world = 0; world < count; world++)
            means[world] -= level->spread.middle;
        level->is_separated = separated(telling, means, ALL_FACTORS, &level->split);
    }
    told->levels = levels;
    told->level_count = designs;
    free(means);
}

static void tell_sample(const struct telling *telling, struct worlds_told *told)
{
    const struct results *results = telling->results;
    const size_t count = results->worlds->count;
    struct worlds_of_design *designs =
        ARENA_NEW(telling->arena, struct worlds_of_design, results->designs.count);
    double *values = must_allocate(2 * results->worlds->most_runs + 1, sizeof *values);
    told->designs = designs;
    for (size_t design = 0; design < results->designs.count; design++) {
        if (design == telling->base)
            continue;
        struct contrast *contrasts = ARENA_NEW(telling->arena, struct contrast, count);
        struct worlds_of_design *one = &designs[told->design_count++];
        *one = (struct worlds_of_design){.design = design, .contrasts = contrasts};
        for (size_t world = 0; world < count; world++)
            contrasts[world] = contrast_in(telling, world, design, values);
        count_sides(results, one, count);
        find_spread(one, count);
        separate(telling, one);
    }
    free(values);
    tell_levels(telling, told);
}

/* --- walks and rows --- */

static double value_in(const struct telling *telling, size_t world, size_t design)
{
    double value = NAN; /* walks and rows have one run a world */
    results_world_values(telling->results, telling->measure, telling->loaded, world, design, ALL_SITES,
                         &value);
    return value;
}

static bool any_effect(const struct effect *effects, size_t factors)
{
    for (size_t i = 0; i < factors; i++)
        if (effects[i].absolute.value > 0)
            return true;
    return false;
}

static void tell_response(const struct telling *telling, struct worlds_response *response, double *values)
{
    const struct results_worlds *worlds = telling->results->worlds;
    const size_t factors = worlds->factor_count;
    for (size_t i = 0; i < worlds->count; i++)
        values[i] = value_in(telling, i, response->design) -
                    (response->is_contrast ? value_in(telling, i, telling->base) : 0);
    if (worlds->by == WORLDS_MORRIS) {
        struct effect *effects = ARENA_NEW(telling->arena, struct effect, factors);
        response->effects = effects;
        response->varies =
            effects_of(worlds->positions, values, factors, worlds->groups, telling->confidence, effects) &&
            any_effect(effects, factors);
    } else {
        struct index *indices = ARENA_NEW(telling->arena, struct index, factors + 1);
        const size_t rows = worlds->count / worlds->groups / (factors + 3);
        response->indices = indices;
        response->varies = indices_of(values, factors, rows, worlds->groups, telling->confidence, indices);
    }
}

static void tell_responses(const struct telling *telling, struct worlds_told *told)
{
    const size_t designs = telling->results->designs.count;
    struct worlds_response *responses = ARENA_NEW(telling->arena, struct worlds_response, 2 * designs);
    double *values = must_allocate(telling->results->worlds->count + 1, sizeof *values);
    told->responses = responses;
    for (int alone = 0; alone < 2; alone++)
        for (size_t design = 0; design < designs; design++) {
            if (alone == 0 && design == telling->base)
                continue;
            struct worlds_response *response = &responses[told->response_count++];
            *response = (struct worlds_response){.design = design, .is_contrast = alone == 0};
            tell_response(telling, response, values);
        }
    free(values);
}

struct worlds_told *worlds_told(struct results *results, size_t measure, size_t base, double confidence,
                                struct arena *arena, struct trouble *trouble)
{
    struct worlds_told *told = ARENA_NEW(arena, struct worlds_told, 1);
    *told =
        (struct worlds_told){.results = results, .measure = measure, .base = base, .confidence = confidence};
    if (results->worlds->count == 0)
        return told;
    const struct telling telling = {
        .results = results,
        .loaded = results_load_worlds(results, measure, trouble),
        .measure = measure,
        .base = base,
        .confidence = confidence,
        .arena = arena,
    };
    if (telling.loaded == NULL)
        return NULL;
    if (results->worlds->by == WORLDS_SAMPLE)
        tell_sample(&telling, told);
    else if (results->worlds->most_runs > 0)
        tell_responses(&telling, told);
    return told;
}

static double importance_of(const struct worlds_response *response, size_t factor)
{
    const struct estimate *one =
        response->effects != NULL ? &response->effects[factor].absolute : &response->indices[factor].total;
    return one->certainty == CERTAINTY_NONE ? -1 : one->value;
}

enum matters worlds_matter(const struct worlds_response *response, size_t factors, size_t which)
{
    if (response->effects != NULL)
        return effect_matters(response->effects, factors, which);
    const struct estimate *total = &response->indices[which].total;
    if (total->certainty == CERTAINTY_NONE)
        return MATTERS_UNKNOWN;
    return total->certainty == CERTAINTY_INTERVAL && total->high < HARDLY_A_SHARE ? MATTERS_HARDLY : MATTERS;
}

void worlds_rank(const struct worlds_response *response, size_t factors, size_t *order)
{
    for (size_t i = 0; i < factors; i++) {
        size_t place = i;
        for (; place > 0 && importance_of(response, order[place - 1]) < importance_of(response, i); place--)
            order[place] = order[place - 1];
        order[place] = i;
    }
}

const struct worlds_of_design *worlds_of(const struct worlds_told *told, size_t design)
{
    for (size_t i = 0; told != NULL && i < told->design_count; i++)
        if (told->designs[i].design == design)
            return &told->designs[i];
    return NULL;
}
