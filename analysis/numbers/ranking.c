#include "analysis/numbers/ranking.h"

#include <math.h>
#include <stdlib.h>

#include "base/require.h"

/* What comes first has the greater height. */
static double height_of(const struct results *results, size_t measure, const struct ranked *one)
{
    if (one->mean.certainty == CERTAINTY_NONE || isnan(one->mean.value))
        return -INFINITY;
    return results->measures[measure].better == DIRECTION_LESS ? -one->mean.value : one->mean.value;
}

static void order_by_height(const struct results *results, size_t measure, struct ranked *designs,
                            size_t count)
{
    for (size_t i = 1; i < count; i++) {
        const struct ranked one = designs[i];
        size_t at = i;
        for (; at > 0 && height_of(results, measure, &designs[at - 1]) < height_of(results, measure, &one);
             at--)
            designs[at] = designs[at - 1];
        designs[at] = one;
    }
}

static bool apart(const struct contrast *contrast)
{
    return contrast->verdict == VERDICT_HIGHER || contrast->verdict == VERDICT_LOWER;
}

static void give_places(const struct ranking *ranking, struct ranked *designs)
{
    for (size_t i = 0, first = 0; i < ranking->count; i++) {
        if (i == 0 || apart(ranking_pair(ranking, designs[i].design, designs[first].design)) ||
            designs[i].mean.certainty == CERTAINTY_NONE)
            first = i;
        designs[i].place = first + 1;
    }
}

struct ranking ranking_of(const struct results *results, size_t measure, double confidence,
                          struct arena *arena)
{
    const size_t count = results->designs.count;
    struct ranked *designs = ARENA_NEW(arena, struct ranked, count);
    struct contrast *pairs = ARENA_NEW(arena, struct contrast, count * count);
    double *values = ARENA_NEW(arena, double, results->most_replications);
    for (size_t i = 0; i < count; i++) {
        const size_t runs = results_run_values(results, measure, 0, i, ALL_SITES, values);
        designs[i] =
            (struct ranked){i, 0, estimate_mean(values, runs, results->measures[measure].bounds, confidence)};
        for (size_t j = 0; j < count; j++)
            if (j != i)
                pairs[i * count + j] = contrast_of(results, measure, 0, i, j, confidence);
    }
    const struct ranking ranking = {measure, count, designs, pairs};
    order_by_height(results, measure, designs, count);
    give_places(&ranking, designs);
    return ranking;
}

const struct contrast *ranking_pair(const struct ranking *ranking, size_t design, size_t other)
{
    require(design != other && design < ranking->count && other < ranking->count);
    return &ranking->pairs[design * ranking->count + other];
}
