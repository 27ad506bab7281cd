#include "analysis/numbers/sweep.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"

static size_t sweep_size(const struct results *results)
{
    size_t count = 0;
    for (size_t i = 0; i < results->variant_count; i++)
        count += results->variants[i].kind == VARIANT_SWEEP ? 1 : 0;
    return count;
}

static bool is_moved(const struct results *results, size_t axis)
{
    for (size_t i = 0; i < results->variant_count; i++)
        if (results->variants[i].kind == VARIANT_SWEEP && results->variants[i].texts[axis][0] != '\0')
            return true;
    return false;
}

size_t sweep_axis_count(const struct results *results)
{
    size_t count = 0;
    for (size_t axis = 0; axis < results->axes.count; axis++)
        count += is_moved(results, axis) ? 1 : 0;
    return count;
}

/* The place of a variant's value among the levels of the axis, which is added when it is new. */
static size_t level_of(struct sweep_axis *axis, const struct results_variant *variant, size_t column)
{
    for (size_t i = 0; i < axis->count; i++)
        if (strcmp(axis->levels[i], variant->texts[column]) == 0)
            return i;
    axis->levels[axis->count] = variant->texts[column];
    axis->numbers[axis->count] = variant->numbers[column];
    return axis->count++;
}

/* Axes that the sweep moves; `columns` tells where each stands among all axes of the file. */
static size_t find_axes(const struct results *results, struct sweep_axis *axes, size_t *columns,
                        struct arena *arena)
{
    size_t count = 0;
    for (size_t axis = 0; axis < results->axes.count; axis++) {
        if (!is_moved(results, axis))
            continue;
        struct sweep_axis found = {.path = results->axes.names[axis],
                                   .levels = ARENA_NEW(arena, const char *, results->variant_count),
                                   .numbers = ARENA_NEW(arena, double, results->variant_count)};
        for (size_t i = 0; i < results->variant_count; i++)
            if (results->variants[i].kind == VARIANT_SWEEP)
                level_of(&found, &results->variants[i], axis);
        columns[count] = axis;
        axes[count++] = found;
    }
    return count;
}

/* Means in `better` order; NaN is behind everything. */
static bool is_ahead(double mean, double other, enum direction better)
{
    if (isnan(mean))
        return false;
    if (isnan(other))
        return true;
    return better == DIRECTION_LESS ? mean < other : mean > other;
}

static const struct estimate *means_of(const struct results *results, size_t measure, size_t variant,
                                       double confidence, struct arena *arena)
{
    struct estimate *means = ARENA_NEW(arena, struct estimate, results->designs.count);
    double *values = must_allocate(results->most_replications + 1, sizeof *values);
    for (size_t design = 0; design < results->designs.count; design++) {
        size_t count = results_run_values(results, measure, variant, design, ALL_SITES, values);
        means[design] = estimate_mean(values, count, results->measures[measure].bounds, confidence);
    }
    free(values);
    return means;
}

static void find_leader(const struct results *results, size_t measure, double confidence,
                        struct sweep_point *point)
{
    enum direction better = results->measures[measure].better;
    double best = NAN, next = NAN;
    point->leader = point->second = NOT_FOUND;
    for (size_t design = 0; design < results->designs.count; design++) {
        double mean = point->means[design].value;
        if (is_ahead(mean, best, better)) {
            point->second = point->leader;
            next = best;
            point->leader = design;
            best = mean;
        } else if (is_ahead(mean, next, better)) {
            point->second = design;
            next = mean;
        }
    }
    if (point->leader != NOT_FOUND && point->second != NOT_FOUND)
        point->contrast =
            contrast_of(results, measure, point->variant, point->leader, point->second, confidence);
}

bool sweep_is_clear(const struct results *results, const struct sweep_point *point)
{
    if (point->leader == NOT_FOUND || point->second == NOT_FOUND)
        return false;
    bool less = results->measures[point->contrast.measure].better == DIRECTION_LESS;
    return point->contrast.verdict == (less ? VERDICT_LOWER : VERDICT_HIGHER);
}

bool sweep_can_tell(const struct sweep_map *map, const struct sweep_point *point, size_t design)
{
    const struct estimate *mean = &point->means[design];
    return mean->certainty == CERTAINTY_INTERVAL && mean->used >= fewest_pairs(map->confidence);
}

bool sweep_map(const struct results *results, size_t measure, double confidence, struct arena *arena,
               struct sweep_map *map)
{
    size_t count = sweep_size(results), axis_room = results->axes.count;
    if (count == 0 || axis_room == 0 || results->measures[measure].extent != EXTENT_RUN)
        return false;
    struct sweep_axis *axes = ARENA_NEW(arena, struct sweep_axis, axis_room);
    size_t *columns = ARENA_NEW(arena, size_t, axis_room);
    struct sweep_point *points = ARENA_NEW(arena, struct sweep_point, count);
    *map = (struct sweep_map){measure, confidence, axes, find_axes(results, axes, columns, arena),
                              points,  count};
    for (size_t i = 0, point = 0; i < results->variant_count; i++) {
        if (results->variants[i].kind != VARIANT_SWEEP)
            continue;
        size_t *levels = ARENA_NEW(arena, size_t, map->axis_count);
        for (size_t axis = 0; axis < map->axis_count; axis++)
            levels[axis] = level_of(&axes[axis], &results->variants[i], columns[axis]);
        points[point].variant = i;
        points[point].levels = levels;
        points[point].means = means_of(results, measure, i, confidence, arena);
        find_leader(results, measure, confidence, &points[point++]);
    }
    return map->axis_count > 0;
}

/* --- the way along one axis --- */

bool sweep_has_numbers(const struct sweep_axis *axis)
{
    for (size_t i = 0; i < axis->count; i++)
        if (!isfinite(axis->numbers[i]))
            return false;
    return axis->count > 0;
}

static bool on_line(const struct sweep_map *map, size_t axis, const struct sweep_point *from,
                    const struct sweep_point *point)
{
    for (size_t i = 0; i < map->axis_count; i++)
        if (i != axis && point->levels[i] != from->levels[i])
            return false;
    return true;
}

size_t sweep_line(const struct sweep_map *map, size_t axis, const struct sweep_point *from,
                  const struct sweep_point **line)
{
    const struct sweep_axis *facts = &map->axes[axis];
    const bool numbers = sweep_has_numbers(facts);
    size_t count = 0;
    for (size_t i = 0; i < map->point_count && count < facts->count; i++) {
        const struct sweep_point *point = &map->points[i];
        if (!on_line(map, axis, from, point))
            continue;
        size_t place = count++;
        for (; place > 0 && numbers &&
               facts->numbers[line[place - 1]->levels[axis]] > facts->numbers[point->levels[axis]];
             place--)
            line[place] = line[place - 1];
        line[place] = point;
    }
    return count;
}

/* Whether an estimate lies clearly above another. */
static bool above(const struct estimate *one, const struct estimate *other)
{
    return one->low > other->high;
}

enum way sweep_way(const struct sweep_map *map, size_t design, size_t axis, const struct sweep_point *from,
                   struct arena *arena)
{
    const struct sweep_point **line = ARENA_NEW(arena, const struct sweep_point *, map->axes[axis].count);
    size_t count = sweep_line(map, axis, from, line), kept = 0;
    bool up = false, down = false;
    for (size_t i = 0; i < count; i++)
        if (sweep_can_tell(map, line[i], design))
            line[kept++] = line[i];
    if (kept < 2)
        return WAY_UNKNOWN;
    for (size_t i = 0; i < kept; i++)
        for (size_t j = i + 1; j < kept; j++) {
            up = up || above(&line[j]->means[design], &line[i]->means[design]);
            down = down || above(&line[i]->means[design], &line[j]->means[design]);
        }
    const struct estimate *first = &line[0]->means[design], *last = &line[kept - 1]->means[design];
    if (!up && !down)
        return WAY_HARDLY;
    if (!sweep_has_numbers(&map->axes[axis]))
        return WAY_MIXED;
    return !down && above(last, first) ? WAY_RISES : !up && above(first, last) ? WAY_FALLS : WAY_MIXED;
}
