/* Every run as a dot, mean and interval as a bar, one row a design. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "analysis/figures/drawing.h"
#include "analysis/figures/gnuplot.h"
#include "analysis/file/naming.h"
#include "analysis/numbers/estimate.h"
#include "analysis/plain/plain.h"
#include "base/require.h"

enum { ROW_HEIGHT = 62, FRAME_HEIGHT = 58, AXIS_HEIGHT = 20, LONGEST_NAME = 42 };

/* Dots of one row are spread by the golden ratio: even, and the same every time. */
static const double golden = 0.6180339887498949, spread = 0.3, below = 0.12;

static bool always(const struct results *results)
{
    (void)results;
    return true;
}

static const struct results_measure *measure_of(const struct drawing *drawing)
{
    return &drawing->results->measures[drawing->request->measure];
}

/* Each says which run it is to a reader who points at it. */
static void dots_of(struct drawing *drawing, size_t design, const double *values, size_t count)
{
    const struct results_measure *measure = measure_of(drawing);
    const double factor = shown_factor(measure);
    double row = (double)(drawing->results->designs.count - design);
    text_print(&drawing->body, "$dots%zu << EOD\n", design);
    for (size_t i = 0; i < count; i++) {
        double place = (double)i * golden;
        if (!isfinite(values[i]))
            continue;
        gnuplot_number(&drawing->body, factor * values[i]);
        gnuplot_number(&drawing->body, row - below + spread * (place - floor(place) - 0.5));
        text_print(&drawing->body, " \"run %zu: ", i + 1);
        say_value(&drawing->body, measure, values[i]);
        text_say(&drawing->body, "\"\n");
    }
    text_say(&drawing->body, "EOD\n");
}

static void bar_of(struct drawing *drawing, size_t design, const struct estimate *mean)
{
    double row = (double)(drawing->results->designs.count - design) - below;
    text_print(&drawing->body, "$bar%zu << EOD\n", design);
    const double factor = shown_factor(measure_of(drawing));
    gnuplot_number(&drawing->body, factor * mean->value);
    gnuplot_number(&drawing->body, row);
    bool range = mean->certainty == CERTAINTY_INTERVAL;
    gnuplot_number(&drawing->body, factor * (range ? mean->low : mean->value));
    gnuplot_number(&drawing->body, factor * (range ? mean->high : mean->value));
    text_say(&drawing->body, "\nEOD\n");
}

/* The name stands over its row, so that it may be long. */
static void name_of(struct drawing *drawing, size_t design, const struct estimate *mean)
{
    char place[64], style[128], letter[LETTER_SIZE];
    struct text name = {0}, number = {0};
    double row = (double)(drawing->results->designs.count - design);
    text_print(&name, "%s  %s", design_letter(design, letter), drawing->results->designs.names[design]);
    snprintf(place, sizeof place, "graph 0.01, first %.3f", row + 0.33);
    snprintf(style, sizeof style, "left front textcolor rgb '%s'", ink);
    drawing_label(drawing, name.bytes, LONGEST_NAME, place, style);
    if (mean->certainty != CERTAINTY_NONE) {
        say_value(&number, measure_of(drawing), mean->value);
        snprintf(place, sizeof place, "graph 0.995, first %.3f", row + 0.33);
        snprintf(style, sizeof style, "right front textcolor rgb '%s'", ink);
        drawing_label(drawing, number.bytes, 0, place, style);
    }
    text_free(&number);
    text_free(&name);
}

/* gnuplot does not survive marks with titles where there are none: `seen` says which designs have any. */
static void plot_all(struct drawing *drawing, const bool *seen)
{
    size_t designs = drawing->results->designs.count;
    const bool said = drawing->request->format == FIGURE_SVG;
    text_say(&drawing->body, "plot NaN notitle");
    for (size_t i = 0; i < designs; i++)
        if (seen[i])
            text_print(&drawing->body,
                       ", \\\n$dots%zu using %s pointtype %d pointsize 0.45 linecolor rgb '%s' notitle", i,
                       said ? "1:2:3 with labels hypertext point" : "1:2 with points",
                       drawing_on_terminal(drawing) ? 0 : design_point(i), design_colour(i));
    for (size_t i = 0; i < designs; i++)
        text_print(&drawing->body,
                   ", \\\n$bar%zu using 1:2:3:4 with xerrorbars pointtype %d pointsize 0.55 linewidth 2 "
                   "linecolor rgb "
                   "'%s' notitle",
                   i, drawing_on_terminal(drawing) ? 1 : design_point(i), ink);
    text_say(&drawing->body, "\n");
}

static enum status figure_dots_draw(struct drawing *drawing, struct trouble *trouble)
{
    (void)trouble;
    struct results *results = drawing->results;
    size_t measure = drawing->request->measure, designs = results->designs.count;
    double *values = must_allocate(results->most_replications + 1, sizeof *values);
    bool *seen = ARENA_NEW(&drawing->arena, bool, designs);
    double least = INFINITY, most = -INFINITY;
    drawing->height = (drawing->request->is_titled ? FRAME_HEIGHT - AXIS_HEIGHT : FRAME_HEIGHT) +
                      ROW_HEIGHT * (int)(designs > 40 ? 40 : designs);
    for (size_t design = 0; design < designs; design++) {
        size_t count = results_run_values(results, measure, 0, design, ALL_SITES, values);
        struct estimate mean =
            estimate_mean(values, count, results->measures[measure].bounds, drawing->confidence);
        for (size_t i = 0; i < count; i++) {
            least = isfinite(values[i]) ? fmin(least, values[i]) : least;
            most = isfinite(values[i]) ? fmax(most, values[i]) : most;
        }
        if (mean.certainty == CERTAINTY_INTERVAL) {
            least = fmin(least, mean.low);
            most = fmax(most, mean.high);
        }
        seen[design] = mean.certainty != CERTAINTY_NONE;
        dots_of(drawing, design, values, count);
        bar_of(drawing, design, &mean);
        name_of(drawing, design, &mean);
    }
    free(values);
    /* Zero is shown where it is not far, so that lengths can be compared by eye; one value needs room about
     * it. */
    if (least > 0 && least < most / 2)
        least = 0;
    if (!(most > least)) {
        least = isfinite(least) ? least - 1 : 0;
        most = isfinite(most) ? most + 1 : 1;
    }
    least *= shown_factor(measure_of(drawing));
    most *= shown_factor(measure_of(drawing));
    double margin = (most - least) / 25;
    if (shown_factor(measure_of(drawing)) > 1)
        text_say(&drawing->body, "set format x '%g %%'\n");
    text_print(&drawing->body, "set xrange [%.9g:%.9g]\nset yrange [0.4:%.3f]\nunset ytics\nset border 1\n",
               least == 0 ? 0 : least - margin, most + margin, (double)designs + 0.62);
    text_say(&drawing->body, "set grid noy\nset lmargin 2\nset rmargin 2\nset tmargin 0.3\n");
    drawing_axis(drawing, "x", &results->measures[measure]);
    plot_all(drawing, seen);
    return STATUS_FINE;
}

static void figure_dots_words(struct drawing *drawing, struct text *out)
{
    struct results *results = drawing->results;
    size_t measure = drawing->request->measure;
    double *values = must_allocate(results->most_replications + 1, sizeof *values);
    text_say(out, "Every run as a dot, with mean and range: ");
    say_plain(out, results->measures[measure].meaning);
    text_say(out, ". ");
    for (size_t design = 0; design < results->designs.count; design++) {
        size_t count = results_run_values(results, measure, 0, design, ALL_SITES, values);
        struct estimate mean =
            estimate_mean(values, count, results->measures[measure].bounds, drawing->confidence);
        say_plain(out, results->designs.names[design]);
        text_say(out, ": ");
        say_value(out, measure_of(drawing), mean.value);
        if (mean.certainty == CERTAINTY_INTERVAL) {
            text_say(out, " (");
            say_values(out, measure_of(drawing), mean.low, mean.high);
            text_say(out, ")");
        }
        text_say(out, design + 1 < results->designs.count ? "; " : ".");
    }
    free(values);
}

const struct figure_rule figure_dots = {FIGURE_DOTS, "", always, figure_dots_draw, figure_dots_words};
