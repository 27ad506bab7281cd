#include "analysis/words/sweep_text.h"

#include <math.h>

#include "analysis/file/naming.h"
#include "analysis/numbers/sweep.h"
#include "analysis/plain/table.h"
#include "analysis/words/sentence.h"

/* A sweep in words and in a table. */

static const double percent = 100;

void sweep_say_point(const struct results *results, const struct sweep_map *map,
                     const struct sweep_point *point, struct text *out)
{
    for (size_t axis = 0; axis < map->axis_count; axis++) {
        struct text name = {0};
        say_setting(&name, results, map->axes[axis].path);
        text_print(out, "%s%s = ", axis == 0 ? "" : axis + 1 < map->axis_count ? ", " : " and ", name.bytes);
        say_plain(out, map->axes[axis].levels[point->levels[axis]]);
        text_free(&name);
    }
}

static void say_mean(const struct results *results, const struct sweep_map *map, const struct estimate *mean,
                     struct text *out)
{
    const struct results_measure *measure = &results->measures[map->measure];
    say_value(out, measure, mean->value);
    text_say(out, " (");
    say_number(out, map->confidence * percent);
    text_say(out, " % range ");
    say_values(out, measure, mean->low, mean->high);
    text_say(out, ")");
}

static void say_mean_at(const struct results *results, const struct sweep_map *map, size_t design,
                        const struct sweep_point *point, struct text *out)
{
    say_mean(results, map, &point->means[design], out);
    text_say(out, " with ");
    sweep_say_point(results, map, point, out);
}

/* The points that speak of what is clear of a design. */
struct extremes {
    const struct sweep_point *lowest, *highest; /* by their means */
    const struct sweep_point *below, *above;    /* furthest apart by their ranges */
    size_t count;                               /* points that can tell */
};

static struct extremes extremes_of(const struct sweep_map *map, size_t design)
{
    enum { KINDS = 4 };
    struct extremes found = {0};
    const struct sweep_point **places[KINDS] = {&found.lowest, &found.highest, &found.below, &found.above};
    double most[KINDS] = {-INFINITY, -INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < map->point_count; i++) {
        const struct estimate *mean = &map->points[i].means[design];
        const double values[KINDS] = {-mean->value, mean->value, -mean->high, mean->low};
        if (!sweep_can_tell(map, &map->points[i], design))
            continue;
        found.count++;
        for (size_t kind = 0; kind < KINDS; kind++)
            if (*places[kind] == NULL || values[kind] > most[kind]) {
                *places[kind] = &map->points[i];
                most[kind] = values[kind];
            }
    }
    return found;
}

/* ". It rises with proposals.per_day at 3 of 4 values of proposals.facets" */
static void say_ways(const struct results *results, const struct sweep_map *map, size_t design,
                     struct arena *arena, struct text *out)
{
    for (size_t axis = 0; axis < map->axis_count; axis++) {
        size_t lines = 0, rising = 0, falling = 0, mixed = 0;
        for (size_t i = 0; i < map->point_count; i++) {
            if (map->points[i].levels[axis] != 0)
                continue;
            enum way way = sweep_way(map, design, axis, &map->points[i], arena);
            lines++;
            rising += way == WAY_RISES ? 1 : 0;
            falling += way == WAY_FALLS ? 1 : 0;
            mixed += way == WAY_MIXED ? 1 : 0;
        }
        if (mixed > 0 || (rising > 0) == (falling > 0))
            continue;
        text_print(out, ". It %s with ", rising > 0 ? "rises" : "falls");
        say_setting(out, results, map->axes[axis].path);
        text_print(out, " at %zu of %zu values of ", rising + falling, lines);
        if (map->axis_count == 2)
            say_setting(out, results, map->axes[1 - axis].path);
        else
            text_say(out, "the other settings");
    }
}

static void say_clear(const struct results *results, const struct sweep_map *map, size_t design,
                      const struct extremes *extremes, struct arena *arena, struct text *out)
{
    const struct sweep_point *low = extremes->lowest, *high = extremes->highest;
    const bool apart = high->means[design].low > low->means[design].high;
    enum way way = map->axis_count == 1 ? sweep_way(map, design, 0, &map->points[0], arena) : WAY_MIXED;
    if (way == WAY_RISES || way == WAY_FALLS) {
        const struct sweep_point **line = ARENA_NEW(arena, const struct sweep_point *, map->axes[0].count);
        size_t count = sweep_line(map, 0, &map->points[0], line), first = 0, last = count - 1;
        while (!sweep_can_tell(map, line[first], design))
            first++;
        while (!sweep_can_tell(map, line[last], design))
            last--;
        say_mean_at(results, map, design, line[first], out);
        text_print(out, ", %s to ", way == WAY_RISES ? "rising" : "falling");
        say_mean_at(results, map, design, line[last], out);
        return;
    }
    say_mean_at(results, map, design, apart ? low : extremes->below, out);
    text_say(out, apart ? ", the lowest, and " : ", against ");
    say_mean_at(results, map, design, apart ? high : extremes->above, out);
    if (apart)
        text_print(out, ", the highest of %zu points", extremes->count);
    if (map->axis_count > 1)
        say_ways(results, map, design, arena, out);
}

void sweep_sentence(const struct results *results, const struct sweep_map *map, size_t design,
                    struct arena *arena, struct text *out)
{
    const struct extremes extremes = extremes_of(map, design);
    say_title(out, &results->measures[map->measure]);
    if (results->designs.count > 1) {
        text_say(out, " in ");
        say_design(out, results, design);
    }
    text_say(out, ": ");
    if (extremes.count < 2) {
        text_say(out, "too few runs at the points of the sweep to say anything");
        return;
    }
    if (extremes.above->means[design].low > extremes.below->means[design].high) {
        say_clear(results, map, design, &extremes, arena, out);
        return;
    }
    text_say(out, "hardly different at any point of the sweep, from ");
    say_value(out, &results->measures[map->measure], extremes.lowest->means[design].value);
    text_say(out, " to ");
    say_value(out, &results->measures[map->measure], extremes.highest->means[design].value);
    text_say(out, ", and all ranges overlap");
}

/* Levels of as many axes as a table has room for. */
static size_t axes_shown(const struct sweep_map *map, size_t other_columns)
{
    size_t room = TABLE_MOST_COLUMNS - other_columns;
    return map->axis_count < room ? map->axis_count : room;
}

static void axis_cells(struct table *table, const struct results *results, const struct sweep_map *map,
                       size_t shown, const struct sweep_point *point)
{
    for (size_t axis = 0; axis < shown; axis++) {
        struct text part = {0};
        if (point == NULL)
            say_setting(&part, results, map->axes[axis].path);
        else
            say_plain(&part, map->axes[axis].levels[point->levels[axis]]);
        table_take(table, &part);
    }
}

/* How many points a design leads, and leads clearly. */
struct led {
    size_t ahead, clearly;
};

static struct led led_by(const struct results *results, const struct sweep_map *map, size_t design)
{
    struct led led = {0, 0};
    for (size_t i = 0; i < map->point_count; i++)
        if (map->points[i].leader == design) {
            led.ahead++;
            led.clearly += sweep_is_clear(results, &map->points[i]) ? 1 : 0;
        }
    return led;
}

/* The one number on one axis that separates best where a design is ahead. */
struct border {
    size_t axis, level; /* the least level on the upper side */
    bool above;         /* the design is ahead on that side */
    size_t right;       /* points of which that is true */
};

static struct border border_on(const struct sweep_map *map, size_t design, size_t axis, size_t level)
{
    const double *numbers = map->axes[axis].numbers;
    size_t right = 0;
    for (size_t i = 0; i < map->point_count; i++) {
        const bool upper = numbers[map->points[i].levels[axis]] >= numbers[level];
        right += upper == (map->points[i].leader == design) ? 1 : 0;
    }
    const bool above = 2 * right >= map->point_count;
    return (struct border){axis, level, above, above ? right : map->point_count - right};
}

static struct border best_border(const struct sweep_map *map, size_t design)
{
    struct border best = {0, 0, true, 0};
    for (size_t axis = 0; axis < map->axis_count; axis++)
        for (size_t level = 0; sweep_has_numbers(&map->axes[axis]) && level < map->axes[axis].count;
             level++) {
            const struct border one = border_on(map, design, axis, level);
            best = one.right > best.right ? one : best;
        }
    return best;
}

/* Said where it is right much more often than saying always the same. */
static void say_border(struct text *out, const struct results *results, const struct sweep_map *map,
                       size_t design)
{
    static const double much = 0.1;
    const size_t ahead = led_by(results, map, design).ahead, count = map->point_count;
    const size_t always = ahead > count - ahead ? ahead : count - ahead;
    const struct border border = best_border(map, design);
    if ((double)border.right < (double)always + much * (double)count || ahead == 0 || ahead == count)
        return;
    text_say(out, ". ");
    say_design(out, results, design);
    text_say(out, " is ahead where ");
    say_meaning_of_setting(out, results, map->axes[border.axis].path);
    text_say(out, border.above ? " is at least " : " is below ");
    say_plain(out, map->axes[border.axis].levels[border.level]);
    if (border.right == count)
        text_say(out, ", and not elsewhere");
    else
        text_print(out, ": right at %zu of %zu points", border.right, count);
}

void say_where_ahead(struct text *out, const struct results *results, const struct sweep_map *map)
{
    size_t open = map->point_count, said = 0, most = 0, first = 0;
    for (size_t design = 0; design < results->designs.count; design++) {
        const struct led led = led_by(results, map, design);
        open -= led.clearly;
        first = led.ahead > most ? design : first;
        most = led.ahead > most ? led.ahead : most;
        if (led.clearly == 0)
            continue;
        text_say(out, said == 0 ? "" : ", ");
        say_design(out, results, design);
        text_print(out, said++ == 0 ? " is clearly ahead at %zu of %zu points" : " at %zu", led.clearly,
                   map->point_count);
    }
    if (said == 0)
        text_print(out, "no design is clearly ahead at any of %zu points", map->point_count);
    else if (open > 0)
        text_print(out, ", and none clearly at %zu", open);
    say_border(out, results, map, first);
}

static void leader_row(struct table *table, const struct results *results, const struct sweep_point *point)
{
    struct text part = {0};
    bool known = point->leader != NOT_FOUND && point->second != NOT_FOUND;
    say_plain(&part, point->leader == NOT_FOUND ? "no value" : results->designs.names[point->leader]);
    text_say(&part, sweep_is_clear(results, point) ? "" : " (not clear)");
    table_take(table, &part);
    if (known)
        contrast_short(results, &point->contrast, &part);
    table_take(table, &part);
    say_plain(&part, point->second == NOT_FOUND ? "" : results->designs.names[point->second]);
    table_take(table, &part);
}

/* The mean of the only design, its range, and the runs that it rests on. */
static void value_row(struct table *table, const struct results_measure *measure, const struct estimate *mean)
{
    struct text part = {0};
    say_value(&part, measure, mean->value);
    table_take(table, &part);
    if (mean->certainty == CERTAINTY_INTERVAL)
        say_values(&part, measure, mean->low, mean->high);
    else
        text_say(&part, "no range");
    table_take(table, &part);
    text_print(&part, mean->missing > 0 ? "%zu of %zu" : "%zu", mean->used, mean->used + mean->missing);
    table_take(table, &part);
}

static void heading_row(struct table *table, const struct sweep_map *map, bool alone)
{
    struct text range = {0};
    table_cell(table, alone ? "mean" : "ahead");
    if (alone) {
        say_number(&range, map->confidence * percent);
        text_say(&range, " % range");
    } else {
        text_say(&range, "by");
    }
    table_take(table, &range);
    table_cell(table, alone ? "runs" : "compared with");
}

void sweep_text(const struct results *results, const struct sweep_map *map, struct text *out)
{
    enum { OTHER_COLUMNS = 3 };
    const struct results_measure *measure = &results->measures[map->measure];
    const bool alone = results->designs.count == 1;
    size_t shown = axes_shown(map, OTHER_COLUMNS);
    enum align align[TABLE_MOST_COLUMNS] = {ALIGN_LEFT};
    struct table table = {.align = align, .columns = shown + OTHER_COLUMNS};
    align[shown] = alone ? ALIGN_RIGHT : ALIGN_LEFT;
    align[shown + 2] = alone ? ALIGN_RIGHT : ALIGN_LEFT;
    axis_cells(&table, results, map, shown, NULL);
    heading_row(&table, map, alone);
    for (size_t i = 0; i < map->point_count; i++) {
        axis_cells(&table, results, map, shown, &map->points[i]);
        if (alone)
            value_row(&table, measure, &map->points[i].means[0]);
        else
            leader_row(&table, results, &map->points[i]);
    }
    say_plain(out, measure->meaning);
    if (alone) {
        text_say(out, " [");
        say_plain(out, measure->unit);
        text_say(out, "]");
    }
    if (alone && measure->better != DIRECTION_NEITHER)
        text_print(out, ", %s is better", measure->better == DIRECTION_MORE ? "more" : "less");
    text_say(out, ", point by point:\n");
    table_write(&table, "  ", out);
    table_free(&table);
}
