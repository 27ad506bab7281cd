/* Means over time with their intervals, and means over the bins of a histogram. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/figures/canvas.h"
#include "analysis/figures/drawing.h"
#include "analysis/figures/gnuplot.h"
#include "analysis/file/naming.h"
#include "analysis/numbers/course.h"
#include "base/require.h"

enum { KEY_ROW = 17, FRAME_HEIGHT = 212, MOST_TICS = 12 };

static bool always(const struct results *results)
{
    (void)results;
    return true;
}

/* In the units that are shown. */
static void means_of(struct drawing *drawing, const double *loaded, size_t design, double factor,
                     struct estimate *means)
{
    const struct results_measure *measure = &drawing->results->measures[drawing->request->measure];
    course_means(drawing->results, drawing->request->measure, loaded, design, drawing->confidence, means);
    for (size_t i = 0; i < measure->length; i++) {
        means[i].value *= factor;
        means[i].low *= factor;
        means[i].high *= factor;
    }
}

/* The greatest mean of any design decides on the unit of all. */
static struct shown shown_in(struct drawing *drawing, const double *loaded, struct estimate *means)
{
    const struct results_measure *measure = &drawing->results->measures[drawing->request->measure];
    double most = -INFINITY;
    for (size_t design = 0; design < drawing->results->designs.count; design++) {
        means_of(drawing, loaded, design, 1, means);
        for (size_t i = 0; i < measure->length; i++)
            most = isfinite(means[i].value) ? fmax(most, means[i].value) : most;
    }
    return shown_up_to(measure, most);
}

/* Where the letter of a design stands: at the end of a course, at the top of a histogram. */
struct spot {
    size_t design;
    double x, y;
};

static struct spot spot_of(const struct drawing *drawing, const struct results_measure *measure,
                           size_t design, const struct estimate *means)
{
    struct spot spot = {design, NAN, NAN};
    for (size_t j = 0; j < measure->length; j++)
        if (isfinite(means[j].value) &&
            (measure->extent == EXTENT_TIME || isnan(spot.y) || means[j].value > spot.y)) {
            spot.x = course_place(drawing->results, measure, j);
            spot.y = means[j].value;
        }
    return spot;
}

static int by_height(const void *left, const void *right)
{
    const struct spot *a = left, *b = right;
    return (a->y > b->y) - (a->y < b->y);
}

/* Letters that would stand on each other are moved up; the lowest stays where it is. */
static void write_letters(struct drawing *drawing, struct spot *spots, size_t count, double height)
{
    const double apart = 0.07 * height;
    qsort(spots, count, sizeof *spots, by_height);
    double taken = -INFINITY;
    for (size_t i = 0; i < count; i++) {
        char place[96], style[96], letter[LETTER_SIZE];
        if (isnan(spots[i].y))
            continue;
        bool touches = i > 0 && spots[i].x == spots[i - 1].x && spots[i].y < taken + apart;
        taken = touches ? taken + apart : spots[i].y;
        snprintf(place, sizeof place, "first %.9g, first %.9g", spots[i].x, taken);
        snprintf(style, sizeof style, "left front offset 0.7,%s textcolor rgb '%s'",
                 drawing->request->kind == FIGURE_COURSE ? "0" : "0.6", ink);
        drawing_label(drawing, design_letter(spots[i].design, letter), 0, place, style);
    }
}

struct span {
    double least, most;
};

/* Its last bin is no place on the axis: it holds all that is larger. */
static bool ends_open(const struct results_measure *measure)
{
    return measure->extent == EXTENT_BIN && strstr(measure->meaning, "the last bin holds all") != NULL;
}

static void write_block(struct drawing *drawing, const struct results_measure *measure, size_t design,
                        const struct estimate *means, struct span *span)
{
    text_print(&drawing->body, "$means%zu << EOD\n", design);
    for (size_t j = 0; j < measure->length; j++) {
        if (j > 0 && j + 1 == measure->length && ends_open(measure))
            text_say(&drawing->body, "\n"); /* the line ends before it */
        gnuplot_number(&drawing->body, course_place(drawing->results, measure, j));
        gnuplot_number(&drawing->body, means[j].value);
        gnuplot_number(&drawing->body, means[j].low);
        gnuplot_number(&drawing->body, means[j].high);
        text_say(&drawing->body, "\n");
        if (isfinite(means[j].value))
            *span = (struct span){fmin(span->least, means[j].value), fmax(span->most, means[j].value)};
    }
    text_say(&drawing->body, "EOD\n");
}

/* Grey behind the course where weekends are, in runs of a few weeks. */
static void mark_weekends(struct drawing *drawing, const struct results_measure *measure)
{
    enum { WEEK = 7, SATURDAY = 5 };
    const struct results_calendar *calendar = &drawing->results->calendar;
    const double last =
        measure->length == 0 ? 0 : course_place(drawing->results, measure, measure->length - 1);
    if (measure->extent != EXTENT_TIME || !course_has_weekends(drawing->results) ||
        drawing_on_terminal(drawing))
        return;
    for (int day = (SATURDAY + WEEK - calendar->first_weekday) % WEEK; day < last; day += WEEK)
        text_print(&drawing->body,
                   "set object rectangle from first %d, graph 0 to first %.9g, graph 1 back fillcolor rgb "
                   "'#8c8c8c' fillstyle transparent solid 0.12 noborder\n",
                   day, fmin(day + 2, last));
}

static void plot_all(struct drawing *drawing)
{
    size_t designs = drawing->results->designs.count;
    bool terminal = drawing_on_terminal(drawing);
    text_say(&drawing->body, "plot ");
    for (size_t i = 0; !terminal && i < designs; i++)
        text_print(
            &drawing->body,
            "$means%zu using 1:3:4 with filledcurves fillstyle transparent solid 0.22 noborder fillcolor rgb "
            "'%s' notitle, \\\n",
            i, design_colour(i));
    for (size_t i = 0; i < designs; i++) {
        text_print(&drawing->body, "%s$means%zu using 1:2 with ", i == 0 ? "" : ", \\\n", i);
        if (drawing->request->kind == FIGURE_HISTOGRAM)
            text_print(&drawing->body, "linespoints pointtype %d pointsize %s", design_point(i),
                       drawing->results->measures[drawing->request->measure].length > MOST_TICS ? "0.4"
                                                                                                : "0.7");
        else
            text_say(&drawing->body, "lines");
        text_print(&drawing->body, " dashtype %d linewidth 2 linecolor rgb '%s'", design_dash(i),
                   design_colour(i));
        drawing_key(drawing, i);
        if (ends_open(&drawing->results->measures[drawing->request->measure]))
            text_print(
                &drawing->body,
                ", \\\n$means%zu every :::1 using 1:2 with impulses linewidth 5 linecolor rgb '%s' notitle",
                i, design_colour(i));
    }
    text_say(&drawing->body, "\n");
}

static void set_width(struct drawing *drawing, const struct results_measure *measure)
{
    double first = 0, last = 0;
    if (measure->length > 0) {
        first = course_place(drawing->results, measure, 0);
        last = course_place(drawing->results, measure, measure->length - 1);
    }
    if (!(last > first)) { /* a single instant has no width of its own */
        first = isfinite(first) ? first - 1 : -1;
        last = first + 2;
    }
    text_print(&drawing->body, "set xrange [%.9g:%.9g]\n", first, last + (last - first) / 25);
    if (measure->extent == EXTENT_BIN && measure->length <= MOST_TICS)
        text_say(&drawing->body, "set xtics 1\n");
}

static void name_bins(struct drawing *drawing, const char *name)
{
    struct text label = {0};
    say_bins(&label, name);
    drawing_axis_text(drawing, "x", label.length == 0 ? "" : label.bytes);
    text_free(&label);
}

/* What happened before does not count in measures of whole runs. */
static void mark_beginning(struct drawing *drawing, const struct results_measure *measure)
{
    const double from = drawing->results->measured_from;
    char place[64], style[96];
    if (measure->extent != EXTENT_TIME || !(from > 0) || drawing_on_terminal(drawing))
        return;
    text_print(&drawing->body,
               "set arrow from first %.9g, graph 0 to first %.9g, graph 1 nohead dashtype 3 linewidth 1.5 "
               "linecolor rgb '%s'\n",
               from, from, ink);
    snprintf(place, sizeof place, "first %.9g, graph 0.97", from);
    snprintf(style, sizeof style, "left offset 0.5,0 textcolor rgb '%s'", ink);
    drawing_label(drawing, "measured from here", 0, place, style);
}

static enum status figure_course_draw(struct drawing *drawing, struct trouble *trouble)
{
    struct results *results = drawing->results;
    const struct results_measure *measure = &results->measures[drawing->request->measure];
    size_t designs = results->designs.count;
    const double *loaded = results_load(results, drawing->request->measure, trouble);
    if (loaded == NULL)
        return STATUS_BAD_INPUT;
    struct estimate *means = must_allocate(measure->length + 1, sizeof *means);
    struct spot *spots = ARENA_NEW(&drawing->arena, struct spot, designs);
    struct span span = {0, 0};
    const struct shown shown = shown_in(drawing, loaded, means);
    struct results_measure said = *measure;
    said.unit = shown.unit;
    drawing->height = FRAME_HEIGHT + KEY_ROW * (int)(designs > 40 ? 40 : designs);
    for (size_t design = 0; design < designs; design++) {
        means_of(drawing, loaded, design, shown.factor, means);
        write_block(drawing, measure, design, means, &span);
        spots[design] = spot_of(drawing, measure, design, means);
    }
    free(means);
    write_letters(drawing, spots, designs, span.most - span.least);
    set_width(drawing, measure);
    mark_weekends(drawing, measure);
    /* The range of a mean can reach below zero where the measure cannot. */
    text_say(&drawing->body, !(span.most > span.least) ? "set yrange [-1:1]\n"
                             : span.least < 0          ? "set yrange [*:*]\n"
                                                       : "set yrange [0:*]\n");
    if (span.most > span.least) {
        const struct scale heights = {fmin(span.least, 0), span.most, 0, 1, false};
        double ticks[MOST_TICKS];
        if (scale_ticks(&heights, ticks) > 1)
            text_print(&drawing->body, "set ytics %.9g\n", ticks[1] - ticks[0]);
    }
    if (shown_factor(measure) > 1)
        text_say(&drawing->body, "set format y '%g %%'\n");
    text_print(&drawing->body, "set key outside above left Left reverse maxcols 1 samplen 3\n");
    if (measure->extent == EXTENT_TIME)
        drawing_axis_text(drawing, "x", "days since the beginning");
    else
        name_bins(drawing, measure->bin_name);
    drawing_axis(drawing, "y", &said);
    mark_beginning(drawing, measure);
    plot_all(drawing);
    return STATUS_FINE;
}

static void figure_course_words(struct drawing *drawing, struct text *out)
{
    struct results *results = drawing->results;
    const struct results_measure *measure = &results->measures[drawing->request->measure];
    struct trouble trouble = {0};
    const double *loaded = results_load(results, drawing->request->measure, &trouble);
    trouble_free(&trouble);
    text_say(out, measure->extent == EXTENT_TIME ? "Course over time, mean with its range: " : "Histogram: ");
    say_plain(out, measure->meaning);
    text_say(out, ". ");
    if (loaded == NULL || measure->length == 0 || measure->extent != EXTENT_TIME)
        return;
    struct estimate *means = must_allocate(measure->length, sizeof *means);
    for (size_t design = 0; design < results->designs.count; design++) {
        means_of(drawing, loaded, design, 1, means);
        say_plain(out, results->designs.names[design]);
        text_say(out, " ends at ");
        say_value(out, measure, means[measure->length - 1].value);
        text_say(out, design + 1 < results->designs.count ? "; " : ".");
    }
    free(means);
}

const struct figure_rule figure_course = {FIGURE_COURSE, "", always, figure_course_draw, figure_course_words};
const struct figure_rule figure_histogram = {FIGURE_HISTOGRAM, "", always, figure_course_draw,
                                             figure_course_words};
