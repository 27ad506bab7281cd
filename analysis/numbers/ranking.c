#include "analysis/numbers/ranking.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"

/* Where the best design was looked for by this measure: the one that is ahead, others that are in, those that
 * are out, those that were not judged. The means of designs of which there are few runs say less. */
static int class_of(const struct results *results, size_t measure, size_t design)
{
    if (*results->best.of == '\0' || strcmp(results->best.of, results->measures[measure].name) != 0)
        return 0;
    return results->best.leader == design ? 0 : 1 + (int)results->best.standings[design];
}

/* What comes first has the greater height. */
static double height_of(const struct results *results, size_t measure, const struct ranked *one)
{
    if (one->mean.certainty == CERTAINTY_NONE || isnan(one->mean.value))
        return -INFINITY;
    return results->measures[measure].better == DIRECTION_LESS ? -one->mean.value : one->mean.value;
}

static bool stands_before(const struct results *results, size_t measure, const struct ranked *one,
                          const struct ranked *other)
{
    const int class = class_of(results, measure, one->design),
              other_class = class_of(results, measure, other->design);
    if (class != other_class)
        return class < other_class;
    return height_of(results, measure, one) > height_of(results, measure, other);
}

static void order_by_height(const struct results *results, size_t measure, struct ranked *designs,
                            size_t count)
{
    for (size_t i = 1; i < count; i++) {
        const struct ranked one = designs[i];
        size_t at = i;
        for (; at > 0 && stands_before(results, measure, &one, &designs[at - 1]); at--)
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

size_t ranking_measure(const struct results *results)
{
    const size_t measure =
        *results->best.of == '\0' ? NOT_FOUND : results_find_measure(results, results->best.of);
    return measure != NOT_FOUND && results->measures[measure].extent == EXTENT_RUN ? measure
                                                                                   : results->headline;
}

const struct contrast *ranking_pair(const struct ranking *ranking, size_t design, size_t other)
{
    require(design != other && design < ranking->count && other < ranking->count);
    return &ranking->pairs[design * ranking->count + other];
}
