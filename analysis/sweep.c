#include "analysis/sweep.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/table.h"
#include "analysis/words.h"
#include "base/require.h"

static size_t sweep_size(const struct results *results)
{
    size_t count = 0;
    for (size_t i = 0; i < results->variant_count; i++)
        count += results->variants[i].kind == VARIANT_SWEEP ? 1 : 0;
    return count;
}

/* The place of `text` among the levels of the axis, which is added when it is new. */
static size_t level_of(struct sweep_axis *axis, const char *text)
{
    for (size_t i = 0; i < axis->count; i++)
        if (strcmp(axis->levels[i], text) == 0)
            return i;
    axis->levels[axis->count] = text;
    return axis->count++;
}

/* Axes that the sweep moves; `columns` tells where each stands among all axes of the file. */
static size_t find_axes(const struct results *results, struct sweep_axis *axes, size_t *columns,
                        struct arena *arena)
{
    size_t count = 0;
    for (size_t axis = 0; axis < results->axes.count; axis++) {
        struct sweep_axis found = {.path = results->axes.names[axis],
                                   .levels = ARENA_NEW(arena, const char *, results->variant_count)};
        for (size_t i = 0; i < results->variant_count; i++)
            if (results->variants[i].kind == VARIANT_SWEEP && results->variants[i].texts[axis][0] != '\0')
                level_of(&found, results->variants[i].texts[axis]);
        if (found.count == 0)
            continue;
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

static void find_leader(const struct results *results, size_t measure, double confidence,
                        struct sweep_point *point)
{
    enum direction better = results->measures[measure].better;
    double *values = must_allocate(results->most_replications + 1, sizeof *values), best = NAN, next = NAN;
    point->leader = point->second = NOT_FOUND;
    for (size_t design = 0; design < results->designs.count; design++) {
        size_t count = results_run_values(results, measure, point->variant, design, ALL_SITES, values);
        double mean = estimate_mean(values, count, results->measures[measure].bounds, confidence).value;
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
    free(values);
    if (point->leader != NOT_FOUND && point->second != NOT_FOUND)
        point->contrast =
            contrast_of(results, measure, point->variant, point->leader, point->second, confidence);
}

bool sweep_is_clear(const struct sweep_point *point)
{
    return point->leader != NOT_FOUND && point->second != NOT_FOUND &&
           (point->contrast.verdict == VERDICT_HIGHER || point->contrast.verdict == VERDICT_LOWER);
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
    *map = (struct sweep_map){measure, axes, find_axes(results, axes, columns, arena), points, count};
    for (size_t i = 0, point = 0; i < results->variant_count; i++) {
        if (results->variants[i].kind != VARIANT_SWEEP)
            continue;
        size_t *levels = ARENA_NEW(arena, size_t, map->axis_count);
        for (size_t axis = 0; axis < map->axis_count; axis++)
            levels[axis] = level_of(&axes[axis], results->variants[i].texts[columns[axis]]);
        points[point].variant = i;
        points[point].levels = levels;
        find_leader(results, measure, confidence, &points[point++]);
    }
    return true;
}

void sweep_text(const struct results *results, const struct sweep_map *map, struct text *out)
{
    enum { OTHER_COLUMNS = 3 };
    size_t shown = map->axis_count > TABLE_MOST_COLUMNS - OTHER_COLUMNS ? TABLE_MOST_COLUMNS - OTHER_COLUMNS
                                                                        : map->axis_count;
    enum align align[TABLE_MOST_COLUMNS] = {ALIGN_LEFT};
    struct table table = {.align = align, .columns = shown + OTHER_COLUMNS};
    struct text part = {0};
    for (size_t axis = 0; axis < shown; axis++) {
        say_setting(&part, results, map->axes[axis].path);
        table_take(&table, &part);
    }
    table_cell(&table, "ahead");
    table_cell(&table, "by");
    table_cell(&table, "compared with");
    for (size_t i = 0; i < map->point_count; i++) {
        const struct sweep_point *point = &map->points[i];
        for (size_t axis = 0; axis < shown; axis++) {
            say_plain(&part, map->axes[axis].levels[point->levels[axis]]);
            table_take(&table, &part);
        }
        bool known = point->leader != NOT_FOUND && point->second != NOT_FOUND;
        bool clear = known && sweep_is_clear(point);
        say_plain(&part, point->leader == NOT_FOUND ? "no value" : results->designs.names[point->leader]);
        text_say(&part, clear ? "" : " (not clear)");
        table_take(&table, &part);
        if (known)
            contrast_short(results, &point->contrast, &part);
        table_take(&table, &part);
        say_plain(&part, point->second == NOT_FOUND ? "" : results->designs.names[point->second]);
        table_take(&table, &part);
    }
    say_plain(out, results->measures[map->measure].meaning);
    text_say(out, ", point by point:\n");
    table_write(&table, "  ", out);
    table_free(&table);
}
