#include "analysis/figures/drawing.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "analysis/figures/gnuplot.h"
#include "analysis/file/naming.h"
#include "analysis/numbers/sweep.h"
#include "analysis/plain/table.h"
#include "analysis/words/sweep_text.h"

/* A sweep over one setting: the mean of each design at each value of it, with its range. Points stand where
 * their numbers are, on a scale of factors where they span more than ten times; what is no number stands side
 * by side and is not joined. */

enum { KEY_ROW = 17, FRAME_HEIGHT = 290, MOST_KEYS = 40, LONGEST_LEVEL = 14 };

/* The frame is 1 wide from the first point to the last. */
static const double margin = 0.08, beside = 0.012, many_times = 10;
static const double letter_height = 0.075; /* of a letter, in heights of the frame */
static const double letter_width = 0.021;  /* of a label, in widths of the frame */

static double scaled(double number, bool factors)
{
    return factors ? log(number) : number;
}

/* How far the numbers of an axis reach; false where they do not, or are none. */
static bool reach_of(const struct sweep_axis *axis, double *least, double *most)
{
    *least = INFINITY;
    *most = -INFINITY;
    for (size_t i = 0; i < axis->count; i++) {
        *least = fmin(*least, axis->numbers[i]);
        *most = fmax(*most, axis->numbers[i]);
    }
    return sweep_has_numbers(axis) && *most > *least;
}

static bool on_factors(const struct sweep_axis *axis)
{
    double least, most;
    return reach_of(axis, &least, &most) && least > 0 && most > many_times * least;
}

/* Where each level stands, from 0 to 1. */
static double *places_of(const struct sweep_axis *axis, struct arena *arena)
{
    double *places = ARENA_NEW(arena, double, axis->count), least, most;
    const bool numbers = reach_of(axis, &least, &most), factors = on_factors(axis);
    for (size_t i = 0; i < axis->count; i++)
        if (numbers)
            places[i] = (scaled(axis->numbers[i], factors) - scaled(least, factors)) /
                        (scaled(most, factors) - scaled(least, factors));
        else
            places[i] = axis->count > 1 ? (double)i / (double)(axis->count - 1) : 0.5;
    return places;
}

struct span {
    double least, most;
};

static void widen(struct span *span, double value)
{
    if (isfinite(value))
        *span = (struct span){fmin(span->least, value), fmax(span->most, value)};
}

/* Designs stand a little beside each other, so that their ranges do not hide each other. */
static double shift_of(const struct drawing *drawing, size_t design)
{
    return beside * ((double)design - (double)(drawing->results->designs.count - 1) / 2);
}

static void write_block(struct drawing *drawing, const struct sweep_map *map, size_t design,
                        const double *places, struct span *span)
{
    const struct sweep_point **line =
        ARENA_NEW(&drawing->arena, const struct sweep_point *, map->axes[0].count);
    const double factor = shown_factor(&drawing->results->measures[map->measure]);
    size_t count = sweep_line(map, 0, &map->points[0], line);
    text_print(&drawing->body, "$line%zu << EOD\n", design);
    for (size_t i = 0; i < count; i++) {
        const struct estimate *mean = &line[i]->means[design];
        const bool range = mean->certainty == CERTAINTY_INTERVAL;
        gnuplot_number(&drawing->body, places[line[i]->levels[0]] + shift_of(drawing, design));
        gnuplot_number(&drawing->body, factor * mean->value);
        gnuplot_number(&drawing->body, factor * (range ? mean->low : mean->value));
        gnuplot_number(&drawing->body, factor * (range ? mean->high : mean->value));
        text_say(&drawing->body, "\n");
        widen(span, factor * mean->value);
        if (range) {
            widen(span, factor * mean->low);
            widen(span, factor * mean->high);
        }
    }
    text_say(&drawing->body, "EOD\n");
}

/* Where the line of a design ends. */
struct line_end {
    size_t design;
    double x, y;
};

static struct line_end end_of(struct drawing *drawing, const struct sweep_map *map, size_t design,
                              const double *places)
{
    const struct sweep_point **line =
        ARENA_NEW(&drawing->arena, const struct sweep_point *, map->axes[0].count);
    size_t count = sweep_line(map, 0, &map->points[0], line);
    struct line_end end = {design, NAN, NAN};
    for (size_t i = 0; i < count; i++)
        if (isfinite(line[i]->means[design].value))
            end = (struct line_end){design, places[line[i]->levels[0]] + shift_of(drawing, design),
                                    line[i]->means[design].value};
    return end;
}

static int by_height(const void *left, const void *right)
{
    const struct line_end *a = left, *b = right;
    return (a->y > b->y) - (a->y < b->y);
}

/* The letter of each design stands behind its line; letters that would stand on each other are moved up. */
static void write_letters(struct drawing *drawing, const struct sweep_map *map, const double *places,
                          struct span span)
{
    const size_t designs = drawing->results->designs.count;
    struct line_end *ends = ARENA_NEW(&drawing->arena, struct line_end, designs);
    size_t count = 0;
    for (size_t design = 0; design < designs; design++) {
        ends[count] = end_of(drawing, map, design, places);
        count += isfinite(ends[count].y) ? 1 : 0;
    }
    qsort(ends, count, sizeof *ends, by_height);
    double apart = letter_height * (span.most - fmin(span.least, 0)), taken = -INFINITY;
    for (size_t i = 0; i < count; i++) {
        char place[96], style[96], letter[LETTER_SIZE];
        taken = fmax(ends[i].y, taken + apart);
        snprintf(place, sizeof place, "first %.6f, first %.9g", ends[i].x + beside, taken);
        snprintf(style, sizeof style, "left front offset 0.4,0.3 textcolor rgb '%s'", ink);
        drawing_label(drawing, design_letter(ends[i].design, letter), 0, place, style);
    }
}

/* As the scenario wrote them, below the frame. One that would touch the one before it is left out. */
static void name_levels(struct drawing *drawing, const struct sweep_map *map, const double *places)
{
    const struct sweep_axis *axis = &map->axes[0];
    const struct sweep_point **line = ARENA_NEW(&drawing->arena, const struct sweep_point *, axis->count);
    size_t count = sweep_line(map, 0, &map->points[0], line);
    struct text name = {0};
    double taken = -INFINITY;
    text_say(&drawing->body, "set format x ''\nset xtics (");
    for (size_t i = 0; i < count; i++)
        text_print(&drawing->body, "%s%.6f", i == 0 ? "" : ", ", places[line[i]->levels[0]]);
    text_say(&drawing->body, ")\n");
    for (size_t i = 0; i < count; i++) {
        char place[64], style[96];
        const char *level = axis->levels[line[i]->levels[0]];
        const double at = places[line[i]->levels[0]];
        const size_t letters = text_width(level);
        const double half = letter_width * (double)(letters < LONGEST_LEVEL ? letters : LONGEST_LEVEL) / 2;
        if (at - half < taken)
            continue;
        taken = at + half + letter_width;
        snprintf(place, sizeof place, "first %.6f, graph 0", at);
        snprintf(style, sizeof style, "center offset 0,-1 textcolor rgb '%s'", ink);
        drawing_label(drawing, level, LONGEST_LEVEL, place, style);
    }
    say_title_of_setting(&name, drawing->results, axis->path);
    if (on_factors(axis))
        text_say(&name, " (equal steps multiply)");
    drawing_axis_text(drawing, "x", name.bytes);
    text_free(&name);
}

/* Zero is shown where it is not far, so that heights can be compared by eye. */
static void set_height(struct drawing *drawing, struct span span)
{
    if (span.least > 0 && span.least < span.most / 2)
        span.least = 0;
    if (!(span.most > span.least))
        span = isfinite(span.most) ? (struct span){span.most - 1, span.most + 1} : (struct span){0, 1};
    double room = (span.most - span.least) / 25;
    text_print(&drawing->body, "set yrange [%.9g:%.9g]\n", span.least == 0 ? 0 : span.least - room,
               span.most + room);
}

static void plot_all(struct drawing *drawing, const struct sweep_map *map)
{
    const size_t designs = drawing->results->designs.count;
    const bool joined = sweep_has_numbers(&map->axes[0]);
    text_say(&drawing->body, "plot ");
    for (size_t i = 0; joined && i < designs; i++)
        text_print(&drawing->body,
                   "$line%zu using 1:2 with lines dashtype %d linewidth 2 linecolor rgb '%s' notitle, \\\n",
                   i, design_dash(i), design_colour(i));
    for (size_t i = 0; i < designs; i++) {
        text_print(
            &drawing->body,
            "%s$line%zu using 1:2:3:4 with yerrorbars pointtype %d pointsize 0.8 linewidth 1.6 linecolor "
            "rgb '%s'",
            i == 0 ? "" : ", \\\n", i, design_point(i), design_colour(i));
        if (designs > 1)
            drawing_key(drawing, i);
        else
            text_say(&drawing->body, " notitle");
    }
    text_say(&drawing->body, "\n");
}

static bool one_axis(const struct results *results)
{
    return sweep_axis_count(results) == 1;
}

static enum status figure_line_draw(struct drawing *drawing, struct trouble *trouble)
{
    struct results *results = drawing->results;
    struct sweep_map map;
    struct span span = {INFINITY, -INFINITY};
    if (!sweep_map(results, drawing->request->measure, drawing->confidence, &drawing->arena, &map))
        return trouble_add(trouble, STATUS_BAD_INPUT, (struct place){.file = results->path},
                           "holds no sweep of this measure, so there is no line to draw");
    const size_t designs = results->designs.count;
    const double *places = places_of(&map.axes[0], &drawing->arena);
    drawing->height = FRAME_HEIGHT;
    if (designs > 1)
        drawing->height += KEY_ROW * (int)(designs > MOST_KEYS ? MOST_KEYS : designs);
    for (size_t design = 0; design < designs; design++)
        write_block(drawing, &map, design, places, &span);
    text_print(&drawing->body, "set xrange [%.3f:%.3f]\nset bmargin 4.5\n", -margin, 1 + margin);
    set_height(drawing, span);
    if (shown_factor(&results->measures[map.measure]) > 1)
        text_say(&drawing->body, "set format y '%g %%'\n");
    name_levels(drawing, &map, places);
    if (designs > 1)
        write_letters(drawing, &map, places, span);
    drawing_axis(drawing, "y", &results->measures[drawing->request->measure]);
    text_print(&drawing->body, "set key outside above left Left reverse maxcols 1 samplen 3\n");
    plot_all(drawing, &map);
    return STATUS_FINE;
}

static void figure_line_words(struct drawing *drawing, struct text *out)
{
    const struct results *results = drawing->results;
    struct sweep_map map;
    text_say(out, "Line over the sweep, mean with its range at each value of the setting. ");
    if (!sweep_map(results, drawing->request->measure, drawing->confidence, &drawing->arena, &map))
        return;
    for (size_t design = 0; design < results->designs.count; design++) {
        sweep_sentence(results, &map, design, &drawing->arena, out);
        text_say(out, design + 1 < results->designs.count ? "; " : ".");
    }
}

const struct figure_rule figure_line = {FIGURE_LINE,
                                        "holds no sweep of a single setting, so there is no line to draw",
                                        one_axis, figure_line_draw, figure_line_words};
