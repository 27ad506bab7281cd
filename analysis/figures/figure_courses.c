#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "analysis/figures/drawing.h"
#include "analysis/figures/gnuplot.h"
#include "analysis/file/naming.h"
#include "analysis/numbers/estimate.h"
#include "analysis/numbers/sweep.h"
#include "analysis/words/sweep_text.h"

/* A measure over time at every point of a sweep, or with every stated alternative: a panel each, one below
 * the other, all on the same scales. In each stands the mean of every design with its range. */

enum {
    MOST_POINTS = 12,
    KEY_ROW = 17,
    PANEL = 118,
    HEAD = 10,
    FOOT = 46,
    MOST_KEYS = 40,
    LONGEST_POINT = 62
};

static const double per_panel_name = 0.06; /* of the height between the lowest and the highest number */

/* One panel: a variant, and what is other in it. */
struct point {
    size_t variant;
    const char *name;
};

struct points {
    struct point *all;
    size_t count, left_out;
};

struct span {
    double least, most;
};

static void add_point(struct points *points, size_t variant, const char *name)
{
    if (points->count < MOST_POINTS)
        points->all[points->count++] = (struct point){variant, name};
    else
        points->left_out++;
}

/* Points of the sweep, in its order; where there is none, the scenario itself and its alternatives. */
static struct points points_of(struct drawing *drawing)
{
    const struct results *results = drawing->results;
    struct points points = {ARENA_NEW(&drawing->arena, struct point, MOST_POINTS), 0, 0};
    struct sweep_map map;
    if (sweep_map(results, results->headline, drawing->confidence, &drawing->arena, &map)) {
        for (size_t i = 0; i < map.point_count; i++) {
            struct text name = {0};
            sweep_say_point(results, &map, &map.points[i], &name);
            add_point(&points, map.points[i].variant, arena_print(&drawing->arena, "%s", name.bytes));
            text_free(&name);
        }
        return points;
    }
    for (size_t i = 0; i < results->variant_count; i++)
        add_point(&points, i, i == 0 ? "the scenario itself" : results->variants[i].label);
    return points;
}

static void write_line(struct drawing *drawing, const struct point *point, size_t panel, size_t design,
                       struct span *span, struct trouble *trouble)
{
    struct results *results = drawing->results;
    const size_t measure = drawing->request->measure, length = results->measures[measure].length;
    const size_t runs = results_pairs(results, point->variant, design, design);
    double *values = ARENA_NEW(&drawing->arena, double, runs *length + 1);
    double *course = ARENA_NEW(&drawing->arena, double, length + 1);
    for (size_t i = 0; i < runs; i++) {
        if (!results_variant_course(results, measure, point->variant, design, i, course, trouble))
            return;
        for (size_t j = 0; j < length; j++)
            values[j * runs + i] = course[j];
    }
    text_print(&drawing->body, "$line%zux%zu << EOD\n", panel, design);
    for (size_t j = 0; j < length; j++) {
        const struct estimate mean =
            estimate_mean(values + j * runs, runs, results->measures[measure].bounds, drawing->confidence);
        gnuplot_number(&drawing->body, results->times[j]);
        gnuplot_number(&drawing->body, mean.value);
        gnuplot_number(&drawing->body, mean.low);
        gnuplot_number(&drawing->body, mean.high);
        text_say(&drawing->body, "\n");
        if (isfinite(mean.value))
            *span = (struct span){fmin(span->least, mean.value), fmax(span->most, mean.value)};
    }
    text_say(&drawing->body, "EOD\n");
}

static void set_scales(struct drawing *drawing, struct span span)
{
    const struct results_measure *measure = &drawing->results->measures[drawing->request->measure];
    const double last = measure->length == 0 ? 1 : drawing->results->times[measure->length - 1];
    const double room = (span.most - span.least) * per_panel_name;
    text_print(&drawing->body, "set xrange [0:%.9g]\n", last > 0 ? last : 1);
    if (span.most > span.least)
        text_print(&drawing->body, "set yrange [%.9g:%.9g]\n", span.least < 0 ? span.least - room : 0,
                   span.most + 2 * room);
    else
        text_say(&drawing->body, "set yrange [-1:1]\n");
    text_say(&drawing->body, "set ytics autofreq\nunset key\n");
}

/* Which line is of which design stands above all panels. */
static void write_key(struct drawing *drawing, size_t designs, double height)
{
    for (size_t i = 0; i < designs; i++) {
        char place[64], style[96], letter[LETTER_SIZE];
        struct text key = {0};
        text_print(&key, "%s  %s", design_letter(i, letter), drawing->results->designs.names[i]);
        snprintf(place, sizeof place, "screen 0.03, screen %.5f",
                 1 - (HEAD + KEY_ROW * ((double)i + 0.5)) / height);
        snprintf(style, sizeof style, "left textcolor rgb '%s'", design_colour(i));
        drawing_label(drawing, key.bytes, 0, place, style);
        text_free(&key);
    }
}

static void plot_panel(struct drawing *drawing, size_t panel, size_t designs)
{
    text_say(&drawing->body, "plot ");
    for (size_t i = 0; !drawing_on_terminal(drawing) && i < designs; i++)
        text_print(&drawing->body,
                   "$line%zux%zu using 1:3:4 with filledcurves fillstyle transparent solid 0.22 noborder "
                   "fillcolor rgb '%s' notitle, \\\n",
                   panel, i, design_colour(i));
    for (size_t i = 0; i < designs; i++)
        text_print(&drawing->body,
                   "%s$line%zux%zu using 1:2 with lines dashtype %d linewidth 2 linecolor rgb '%s' notitle",
                   i == 0 ? "" : ", \\\n", panel, i, design_dash(i), design_colour(i));
    text_say(&drawing->body, "\n");
}

static void mark_beginning(struct drawing *drawing)
{
    const double from = drawing->results->measured_from;
    if (from > 0 && !drawing_on_terminal(drawing))
        text_print(
            &drawing->body,
            "set arrow from first %.9g, graph 0 to first %.9g, graph 1 nohead dashtype 3 linewidth 1.5 "
            "linecolor rgb '%s'\n",
            from, from, ink);
}

/* Panels share the width; what is said once stands above the first or below the last. */
static void plot_panels(struct drawing *drawing, const struct points *points, size_t designs, double head)
{
    const bool terminal = drawing_on_terminal(drawing);
    const double height = drawing->height;
    for (size_t panel = 0; panel < points->count; panel++) {
        const double top = 1 - (head + (double)panel * PANEL + KEY_ROW) / height;
        const double bottom = 1 - (head + (double)(panel + 1) * PANEL - HEAD) / height;
        char style[64];
        if (!terminal)
            text_print(&drawing->body, "set tmargin at screen %.5f\nset bmargin at screen %.5f\n", top,
                       bottom);
        if (panel == 1 && !terminal)
            text_say(&drawing->body, "unset label\n");
        snprintf(style, sizeof style, "left offset 0,0.7 textcolor rgb '%s'", ink);
        text_say(&drawing->body, terminal ? "unset label\n" : "unset label 99\n");
        text_say(&drawing->body, "set label 99 ");
        gnuplot_quote(&drawing->body, points->all[panel].name, LONGEST_POINT);
        text_print(&drawing->body, " at graph 0, graph 1 %s\n", style);
        if (panel + 1 < points->count)
            text_say(&drawing->body, "set format x ''\n");
        else {
            text_say(&drawing->body, "set format x '%g'\n");
            drawing_axis_text(drawing, "x", "days since the beginning");
        }
        plot_panel(drawing, panel, designs);
    }
}

static bool keeps_courses(const struct results *results)
{
    return results->keeps_courses;
}

static enum status figure_courses_draw(struct drawing *drawing, struct trouble *trouble)
{
    const struct results_measure *measure = &drawing->results->measures[drawing->request->measure];
    const size_t designs = drawing->results->designs.count;
    const struct points points = points_of(drawing);
    struct span span = {INFINITY, -INFINITY};
    const double head = HEAD + KEY_ROW * (double)(designs > MOST_KEYS ? MOST_KEYS : designs) + 2.0 * KEY_ROW;
    drawing->height = (int)head + PANEL * (int)points.count + FOOT;
    for (size_t i = 0; i < points.count; i++)
        for (size_t design = 0; design < designs; design++)
            write_line(drawing, &points.all[i], i, design, &span, trouble);
    if (trouble->count > 0)
        return trouble_status(trouble);
    struct text title = {0};
    say_title(&title, measure);
    if (points.left_out > 0)
        text_print(&title, " (%zu more points are not shown)", points.left_out);
    set_scales(drawing, span);
    mark_beginning(drawing);
    if (!drawing_on_terminal(drawing)) {
        char place[64], style[64];
        text_say(&drawing->body, "set multiplot\nset lmargin at screen 0.12\nset rmargin at screen 0.96\n");
        write_key(drawing, designs, drawing->height);
        snprintf(place, sizeof place, "screen 0.03, screen %.5f",
                 1 - (head - 1.5 * KEY_ROW) / drawing->height);
        snprintf(style, sizeof style, "left textcolor rgb '%s'", ink);
        drawing_label(drawing, title.bytes, 0, place, style);
    }
    text_free(&title);
    plot_panels(drawing, &points, designs, head);
    if (!drawing_on_terminal(drawing))
        text_say(&drawing->body, "unset multiplot\n");
    return STATUS_FINE;
}

static void figure_courses_words(struct drawing *drawing, struct text *out)
{
    const struct points points = points_of(drawing);
    text_say(out, "Courses over time, mean with its range, a panel for each point: ");
    say_plain(out, drawing->results->measures[drawing->request->measure].meaning);
    for (size_t i = 0; i < points.count; i++) {
        text_say(out, i == 0 ? ". With " : "; ");
        say_plain(out, points.all[i].name);
    }
    text_say(out, ".");
}

const struct figure_rule figure_courses = {
    FIGURE_COURSES,
    "keeps no courses at points of a sweep or at alternatives; a scenario asks for them with `keep: courses`",
    keeps_courses, figure_courses_draw, figure_courses_words};
