#include "analysis/figures/drawing.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "analysis/figures/gnuplot.h"
#include "analysis/numbers/movement.h"
#include "analysis/numbers/path.h"
#include "analysis/plain/plain.h"
#include "analysis/words/path_text.h"

/* The path of the movement in the plane of differentiation and integration: the mean over all runs, a dot
 * each sample, one line a design. The line tells the phase: dotted before unity, full when united, dashed
 * while the integration that was reached is being lost. */

enum { KEY_ROW = 17, FRAME_HEIGHT = 360, MOST_KEYS = 40 };

// clang-format off
static const struct {const char *words, *dash; double width;} phases[] = {
    [PHASE_BEFORE] = {"before unity", "(1,3)", 1.6},
    [PHASE_UNITED] = {"united", "solid", 2.6},
    [PHASE_FALLING_APART] = {"falling apart", "(6,3)", 2.6},
};
// clang-format on

static void write_stop(struct drawing *drawing, const struct stop *stop)
{
    gnuplot_number(&drawing->body, stop->differentiation);
    gnuplot_number(&drawing->body, stop->integration);
    text_say(&drawing->body, "\n");
}

/* A line from dot to dot has the phase that it leads to; those of one phase that follow each other are one
 * line, so that the dashes continue. */
static void write_lines(struct drawing *drawing, size_t design, const struct path *path)
{
    for (int phase = 0; phase < PHASES; phase++) {
        text_print(&drawing->body, "$path%zu_%d << EOD\nNaN NaN\n", design, phase);
        for (size_t i = 1; i < path->count; i++) {
            if (path->stops[i].phase != (enum phase)phase)
                continue;
            if (i == 1 || path->stops[i - 1].phase != (enum phase)phase) {
                text_say(&drawing->body, "\n");
                write_stop(drawing, &path->stops[i - 1]);
            }
            write_stop(drawing, &path->stops[i]);
        }
        text_say(&drawing->body, "EOD\n");
    }
    text_print(&drawing->body, "$dots%zu << EOD\nNaN NaN\n", design);
    for (size_t i = 0; i < path->count; i++)
        write_stop(drawing, &path->stops[i]);
    text_say(&drawing->body, "EOD\n");
}

static void figure_path_mark(struct drawing *drawing, size_t design, const struct path *path)
{
    char letter[LETTER_SIZE], place[96], style[96];
    if (path->count == 0)
        return;
    const struct stop *last = &path->stops[path->count - 1], *first = &path->stops[0];
    snprintf(place, sizeof place, "first %.9g, first %.9g", last->differentiation, last->integration);
    snprintf(style, sizeof style, "left front offset 0.8,0 textcolor rgb '%s'", ink);
    drawing_label(drawing, design_letter(design, letter), 0, place, style);
    text_print(&drawing->body,
               "set label '' at first %.9g, first %.9g front point pointtype 6 pointsize 1 linecolor rgb "
               "'%s'\n",
               first->differentiation, first->integration, design_colour(design));
}

static void plot_design(struct drawing *drawing, size_t design)
{
    for (int phase = 0; phase < PHASES; phase++)
        text_print(&drawing->body,
                   "%s$path%zu_%d using 1:2 with lines dashtype %s linewidth %.1f linecolor rgb '%s' notitle",
                   design == 0 && phase == 0 ? "" : ", \\\n", design, phase, phases[phase].dash,
                   phases[phase].width, design_colour(design));
    text_print(&drawing->body,
               ", \\\n$dots%zu using 1:2 with points pointtype 7 pointsize 0.4 linecolor rgb '%s'", design,
               design_colour(design));
    drawing_key(drawing, design);
}

/* What the lines of any design mean. */
static void plot_key(struct drawing *drawing)
{
    for (int phase = 0; phase < PHASES; phase++)
        text_print(&drawing->body,
                   ", \\\nkeyentry with lines dashtype %s linewidth %.1f linecolor rgb '%s' title '%s'",
                   phases[phase].dash, phases[phase].width, ink, phases[phase].words);
    text_say(&drawing->body, "\n");
}

static void set_frame(struct drawing *drawing, double least, double most)
{
    const double room = fmax(0.02, 0.08 * (most - least));
    least = isfinite(least) ? fmax(0, least - room) : 0;
    most = isfinite(most) ? fmin(1.02, most + room) : 1;
    text_print(&drawing->body,
               "set xrange [%.9g:%.9g]\nset yrange [-0.02:1.02]\nset key outside above left Left reverse "
               "maxcols 1 samplen 3\n",
               least, most > least ? most : least + 1);
    text_print(&drawing->body,
               "set arrow from graph 0, first %.2f to graph 1, first %.2f nohead dashtype 4 linewidth 1 "
               "linecolor rgb '#8c8c8c' back\n",
               UNITY, UNITY);
    drawing_label(drawing, "unity", 0, "graph 0, first 0.5", "left offset 0.4,0.6 textcolor rgb '#8c8c8c'");
}

static enum status figure_path_draw(struct drawing *drawing, struct trouble *trouble)
{
    struct results *results = drawing->results;
    const size_t designs = results->designs.count, before = trouble->count;
    double least = INFINITY, most = -INFINITY;
    drawing->height = FRAME_HEIGHT + KEY_ROW * (PHASES + (int)(designs > MOST_KEYS ? MOST_KEYS : designs));
    for (size_t design = 0; design < designs; design++) {
        struct path path = path_of(results, design, &drawing->arena, trouble);
        if (trouble->count > before)
            return STATUS_BAD_INPUT;
        write_lines(drawing, design, &path);
        figure_path_mark(drawing, design, &path);
        for (size_t i = 0; i < path.count; i++) {
            least = fmin(least, path.stops[i].differentiation);
            most = fmax(most, path.stops[i].differentiation);
        }
    }
    set_frame(drawing, least, most);
    drawing_axis(drawing, "x", &results->measures[results_find_role(results, DIFFERENTIATION)]);
    drawing_axis(drawing, "y", &results->measures[results_find_role(results, INTEGRATION)]);
    text_say(&drawing->body, "plot ");
    for (size_t design = 0; design < designs; design++)
        plot_design(drawing, design);
    plot_key(drawing);
    return STATUS_FINE;
}

static void figure_path_words(struct drawing *drawing, struct text *out)
{
    struct trouble trouble = {0};
    const size_t designs = drawing->results->designs.count;
    text_say(out, "Path of the movement, differentiation across and integration up, mean of all runs: ");
    for (size_t design = 0; design < designs; design++) {
        struct path path = path_of(drawing->results, design, &drawing->arena, &trouble);
        say_plain(out, drawing->results->designs.names[design]);
        path_words(&path, out);
        text_say(out, design + 1 < designs ? "; " : ".");
    }
    trouble_free(&trouble);
}

const struct figure_rule figure_path = {FIGURE_PATH, "holds no differentiation and integration to draw",
                                        path_recorded, figure_path_draw, figure_path_words};
