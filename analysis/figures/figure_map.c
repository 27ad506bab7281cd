#include "analysis/figures/drawing.h"

#include <math.h>
#include <stdio.h>

#include "analysis/figures/gnuplot.h"
#include "analysis/file/naming.h"
#include "analysis/numbers/sweep.h"
#include "analysis/words/sentence.h"
#include "analysis/words/sweep_text.h"

/* The map of a sweep: one small panel for each level of the third axis and beyond. With several designs, a
 * cell shows the letter of the design that is ahead and how much more or less it has than the second; the
 * clearer the lead, the stronger the colour. With one design, a cell shows its value; the greater it is, the
 * stronger the colour. */

enum {
    CELL_HEIGHT = 46,
    TITLE_HEIGHT = 22,
    KEY_ROW = 18,
    FRAME_HEIGHT = 46,
    LONGEST_NAME = 48,
    LONGEST_TITLE = 62,
    LONGEST_LEVEL = 14
};

/* Opacity of a cell: unclear, clear by a little, clear by half, clear by twice. */
static const double faint = 0.06, light = 0.22, middle = 0.36, full = 0.5;
static const double by_half = 1.5, by_twice = 2;

struct grid {
    const struct sweep_map *map;
    size_t across, down; /* cells of a panel */
    size_t panels;
};

static struct grid grid_of(const struct sweep_map *map)
{
    struct grid grid = {map, map->axes[0].count, map->axis_count > 1 ? map->axes[1].count : 1, 1};
    for (size_t i = 2; i < map->axis_count; i++)
        grid.panels *= map->axes[i].count;
    return grid;
}

static size_t panel_of(const struct grid *grid, const struct sweep_point *point)
{
    size_t panel = 0;
    for (size_t i = 2; i < grid->map->axis_count; i++)
        panel = panel * grid->map->axes[i].count + point->levels[i];
    return panel;
}

/* Everything is in pixels, from the lower left corner of the figure. */
static double panel_bottom(const struct grid *grid, size_t panel)
{
    return FRAME_HEIGHT +
           (double)(grid->panels - 1 - panel) * ((double)grid->down * CELL_HEIGHT + TITLE_HEIGHT);
}

enum { LEFT = 76, RIGHT = 10, LETTER_WIDTH = 8 };

static double cell_width(const struct grid *grid)
{
    return (double)(DRAWING_WIDTH - LEFT - RIGHT) / (double)grid->across;
}

/* How many times the leader is ahead, whichever way is better; NaN where there is no ratio. */
static double lead_times(const struct sweep_point *point)
{
    double ratio = point->contrast.ratio.value;
    return point->contrast.ratio.certainty == CERTAINTY_INTERVAL ? fmax(ratio, 1 / ratio) : NAN;
}

static double opacity_of(const struct results *results, const struct sweep_point *point)
{
    if (!sweep_is_clear(results, point))
        return faint;
    double times = lead_times(point);
    return times >= by_twice ? full : times >= by_half ? middle : light;
}

static void label_at(struct drawing *drawing, const char *text, size_t longest, double x, double y,
                     const char *style)
{
    char place[64], whole[128];
    snprintf(place, sizeof place, "first %.2f, first %.2f", x, y);
    snprintf(whole, sizeof whole, "%s front textcolor rgb '%s'", style, ink);
    drawing_label(drawing, text, longest, place, whole);
}

/* Where a point is: its lower left corner. */
struct corner {
    double left, bottom;
};

static struct corner corner_of(const struct grid *grid, const struct sweep_point *point)
{
    size_t row = grid->map->axis_count > 1 ? point->levels[1] : 0;
    return (struct corner){LEFT + (double)point->levels[0] * cell_width(grid),
                           panel_bottom(grid, panel_of(grid, point)) + (double)row * CELL_HEIGHT};
}

static void figure_map_fill(struct drawing *drawing, const struct grid *grid, struct corner corner,
                            const char *colour, double opacity)
{
    text_print(
        &drawing->body,
        "set object rectangle from first %.2f,%.2f to first %.2f,%.2f back fillcolor rgb '%s' fillstyle "
        "transparent solid %.2f border linecolor rgb '#8c8c8c' linewidth 0.5\n",
        corner.left + 1, corner.bottom + 1, corner.left + cell_width(grid) - 1,
        corner.bottom + CELL_HEIGHT - 1, colour, opacity);
}

/* Where a value lies between the least and the greatest of the map, 0 to 1. */
static double place_of(const struct sweep_map *map, double value)
{
    double least = INFINITY, most = -INFINITY;
    for (size_t i = 0; i < map->point_count; i++) {
        double mean = map->points[i].means[0].value;
        least = isfinite(mean) ? fmin(least, mean) : least;
        most = isfinite(mean) ? fmax(most, mean) : most;
    }
    return most > least ? (value - least) / (most - least) : 0;
}

/* The value of the only design, and its range where there is room. */
static void value_cell(struct drawing *drawing, const struct grid *grid, const struct sweep_point *point)
{
    const struct corner corner = corner_of(grid, point);
    const struct estimate *mean = &point->means[0];
    const double middle_of = corner.left + cell_width(grid) / 2;
    struct text value = {0}, range = {0};
    if (isfinite(mean->value))
        figure_map_fill(drawing, grid, corner, design_colour(0),
                        faint + (full - faint) * place_of(grid->map, mean->value));
    if (isfinite(mean->value))
        say_value(&value, &drawing->results->measures[drawing->request->measure], mean->value);
    else
        text_say(&value, "?");
    if (mean->certainty == CERTAINTY_INTERVAL)
        say_values(&range, &drawing->results->measures[drawing->request->measure], mean->low, mean->high);
    const bool room = range.length > 0 && LETTER_WIDTH * (double)range.length < cell_width(grid);
    label_at(drawing, value.bytes, 0, middle_of, corner.bottom + CELL_HEIGHT * (room ? 0.66 : 0.5), "center");
    if (room)
        label_at(drawing, range.bytes, 0, middle_of, corner.bottom + CELL_HEIGHT * 0.27, "center");
    text_free(&value);
    text_free(&range);
}

static void leader_cell(struct drawing *drawing, const struct grid *grid, const struct sweep_point *point)
{
    const struct corner corner = corner_of(grid, point);
    const double width = cell_width(grid), left = corner.left, bottom = corner.bottom;
    char letter[LETTER_SIZE];
    struct text text = {0};
    if (point->leader == NOT_FOUND) {
        label_at(drawing, "?", 0, left + width / 2, bottom + CELL_HEIGHT * 0.5, "center");
        return;
    }
    figure_map_fill(drawing, grid, corner, design_colour(point->leader), opacity_of(drawing->results, point));
    text_print(&text, sweep_is_clear(drawing->results, point) ? "%s" : "(%s)",
               design_letter(point->leader, letter));
    label_at(drawing, text.bytes, 0, left + width / 2, bottom + CELL_HEIGHT * 0.66, "center");
    text_free(&text);
    if (point->second != NOT_FOUND)
        contrast_mark(drawing->results, &point->contrast, &text);
    if (text.length > 0)
        label_at(drawing, text.bytes, 0, left + width / 2, bottom + CELL_HEIGHT * 0.27, "center");
    text_free(&text);
}

static void panel_title(struct drawing *drawing, const struct grid *grid, size_t panel)
{
    struct text title = {0};
    size_t rest = panel;
    for (size_t i = grid->map->axis_count; i-- > 2;) {
        struct text part = {0};
        const struct sweep_axis *axis = &grid->map->axes[i];
        say_setting(&part, drawing->results, axis->path);
        text_print(&part, " = %s%s%s", axis->levels[rest % axis->count], title.length > 0 ? ", " : "",
                   title.length > 0 ? title.bytes : "");
        rest /= axis->count;
        text_free(&title);
        title = part;
    }
    if (title.length > 0)
        label_at(drawing, title.bytes, LONGEST_NAME, LEFT,
                 panel_bottom(grid, panel) + (double)grid->down * CELL_HEIGHT + TITLE_HEIGHT * 0.45, "left");
    text_free(&title);
}

static void axis_name(struct drawing *drawing, const char *path, double x, double y, const char *style)
{
    struct text name = {0};
    say_title_of_setting(&name, drawing->results, path);
    label_at(drawing, name.bytes, LONGEST_NAME, x, y, style);
    text_free(&name);
}

static void levels(struct drawing *drawing, const struct grid *grid)
{
    const struct sweep_map *map = grid->map;
    for (size_t i = 0; i < grid->across; i++)
        label_at(drawing, map->axes[0].levels[i], LONGEST_LEVEL, LEFT + ((double)i + 0.5) * cell_width(grid),
                 FRAME_HEIGHT - 12, "center");
    axis_name(drawing, map->axes[0].path, (LEFT + DRAWING_WIDTH - RIGHT) / 2.0, FRAME_HEIGHT - 32, "center");
    for (size_t panel = 0; panel < grid->panels; panel++) {
        panel_title(drawing, grid, panel);
        for (size_t i = 0; map->axis_count > 1 && i < grid->down; i++)
            label_at(drawing, map->axes[1].levels[i], LONGEST_LEVEL, LEFT - 6,
                     panel_bottom(grid, panel) + ((double)i + 0.5) * CELL_HEIGHT, "right");
    }
    if (map->axis_count > 1)
        axis_name(drawing, map->axes[1].path, 9,
                  FRAME_HEIGHT +
                      (panel_bottom(grid, 0) - FRAME_HEIGHT + (double)grid->down * CELL_HEIGHT) / 2,
                  "center rotate by 90");
}

/* What it is a map of, over all else. */
static double heading(struct drawing *drawing, double bottom)
{
    const struct results_measure *measure = &drawing->results->measures[drawing->request->measure];
    struct text text = {0};
    say_title(&text, measure);
    if (measure->better != DIRECTION_NEITHER)
        text_print(&text, " (%s is better)", measure->better == DIRECTION_MORE ? "more" : "less");
    label_at(drawing, text.bytes, LONGEST_TITLE, 9, bottom + TITLE_HEIGHT * 0.5, "left");
    text_free(&text);
    return bottom + TITLE_HEIGHT;
}

/* Which letter is whom, over the panels. */
static double figure_map_key(struct drawing *drawing, double bottom)
{
    size_t designs = drawing->results->designs.count;
    for (size_t i = 0; i < designs; i++) {
        struct text text = {0};
        char letter[LETTER_SIZE];
        double y = bottom + (double)(designs - i) * KEY_ROW - KEY_ROW / 2.0;
        text_print(&text, "%s  %s", design_letter(i, letter), drawing->results->designs.names[i]);
        text_print(
            &drawing->body,
            "set object rectangle from first %d,%.2f to first %d,%.2f back fillcolor rgb '%s' fillstyle "
            "transparent solid %.2f border linecolor rgb '#8c8c8c'\n",
            LEFT, y - 6, LEFT + 18, y + 6, design_colour(i), full);
        label_at(drawing, text.bytes, LONGEST_NAME, LEFT + 26, y, "left");
        text_free(&text);
    }
    return bottom + (double)designs * KEY_ROW;
}

static bool has_sweep(const struct results *results)
{
    return sweep_axis_count(results) > 0;
}

static enum status figure_map_draw(struct drawing *drawing, struct trouble *trouble)
{
    struct sweep_map map;
    const double most_height = 20000;
    if (!sweep_map(drawing->results, drawing->request->measure, drawing->confidence, &drawing->arena, &map) ||
        map.axis_count == 0)
        return trouble_add(trouble, STATUS_BAD_INPUT, (struct place){.file = drawing->results->path},
                           "holds no sweep of this measure, so there is no map to draw");
    struct grid grid = grid_of(&map);
    const bool alone = drawing->results->designs.count == 1;
    for (size_t i = 0; i < map.point_count; i++)
        (alone ? value_cell : leader_cell)(drawing, &grid, &map.points[i]);
    levels(drawing, &grid);
    double top = panel_bottom(&grid, 0) + (double)grid.down * CELL_HEIGHT + TITLE_HEIGHT;
    top = heading(drawing, alone ? top : figure_map_key(drawing, top + 4)) + 6;
    if (top > most_height)
        return trouble_add(trouble, STATUS_BAD_INPUT, (struct place){.file = drawing->results->path},
                           "holds a sweep of %zu panels, too many for one figure", grid.panels);
    drawing->height = (int)ceil(top);
    text_print(
        &drawing->body,
        "unset border\nunset tics\nunset grid\nunset key\nset lmargin at screen 0\nset rmargin at screen 1\n"
        "set bmargin at screen %.5f\nset tmargin at screen %.5f\nset xrange [0:%d]\nset yrange [0:%.2f]\n"
        "plot NaN notitle\n",
        drawing_screen(drawing, 0), drawing_screen(drawing, 1), DRAWING_WIDTH, top);
    return STATUS_FINE;
}

static void figure_map_words(struct drawing *drawing, struct text *out)
{
    struct sweep_map map;
    const bool alone = drawing->results->designs.count == 1;
    text_say(out, alone ? "Map of the sweep, the value at every point. "
                        : "Map of the sweep, which design is ahead where: ");
    if (!alone) {
        say_plain(out, drawing->results->measures[drawing->request->measure].meaning);
        text_say(out, ". ");
    }
    if (!sweep_map(drawing->results, drawing->request->measure, drawing->confidence, &drawing->arena, &map))
        return;
    if (alone) {
        sweep_sentence(drawing->results, &map, 0, &drawing->arena, out);
        text_say(out, ".");
        return;
    }
    for (size_t design = 0; design < drawing->results->designs.count; design++) {
        size_t ahead = 0, clear = 0;
        for (size_t i = 0; i < map.point_count; i++) {
            ahead += map.points[i].leader == design ? 1 : 0;
            clear +=
                map.points[i].leader == design && sweep_is_clear(drawing->results, &map.points[i]) ? 1 : 0;
        }
        say_plain(out, drawing->results->designs.names[design]);
        text_print(out, " is ahead at %zu of %zu points, clearly at %zu%s", ahead, map.point_count, clear,
                   design + 1 < drawing->results->designs.count ? "; " : ".");
    }
}

const struct figure_rule figure_sweep = {FIGURE_MAP, "holds no sweep, so there is no map to draw", has_sweep,
                                         figure_map_draw, figure_map_words};
