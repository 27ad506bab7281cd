/* All designs in their order, one row each: the mean with its range, and how many runs it rests on. Where the
 * best design was looked for, those that are out are pale and dashed. */
#include <math.h>
#include <stdio.h>

#include "analysis/figures/drawing.h"
#include "analysis/figures/gnuplot.h"
#include "analysis/file/naming.h"
#include "analysis/numbers/ranking.h"
#include "analysis/words/best_text.h"

enum { ROW_HEIGHT = 60, FRAME_HEIGHT = 58, MOST_ROWS = 40, LONGEST_NAME = 46 };

static const char *const pale = "#767676";
static const double name_line = 0.36, number_line = 0.04, bar_line = -0.25; /* from the middle of a row */

static bool has_several(const struct results *results)
{
    return results->designs.count > 1;
}

static const struct results_measure *measure_of(const struct drawing *drawing)
{
    return &drawing->results->measures[drawing->request->measure];
}

/* Whether the best design was looked for by what is shown. */
static bool is_of_best(const struct drawing *drawing)
{
    const struct results *results = drawing->results;
    return *results->best.of != '\0' && ranking_measure(results) == drawing->request->measure;
}

static bool is_out(const struct drawing *drawing, size_t design)
{
    return is_of_best(drawing) && drawing->results->best.standings[design] != STANDING_IN;
}

static size_t rows_shown(const struct ranking *ranking)
{
    return ranking->count < MOST_ROWS ? ranking->count : MOST_ROWS;
}

/* "1.66, 45 runs"; "1.66, out after 12 runs". */
static void say_number_and_runs(struct text *out, const struct drawing *drawing, const struct ranked *one)
{
    const struct results *results = drawing->results;
    if (one->mean.certainty == CERTAINTY_NONE)
        text_say(out, "no value");
    else
        say_value(out, measure_of(drawing), one->mean.value);
    text_say(out, ", ");
    if (is_out(drawing, one->design)) {
        const struct best_found found = best_found_in(results);
        say_standing(out, &found, one->design);
    } else {
        text_print(out, "%zu run%s", results->runs[one->design], results->runs[one->design] == 1 ? "" : "s");
    }
}

static void line_of(struct drawing *drawing, const char *text, double height, const char *colour)
{
    char place[64], style[128];
    snprintf(place, sizeof place, "graph 0.01, first %.3f", height);
    snprintf(style, sizeof style, "left front textcolor rgb '%s'", colour);
    drawing_label(drawing, text, LONGEST_NAME, place, style);
}

/* Designs that are not clearly apart from the first of their place share its number. */
static void name_of(struct drawing *drawing, const struct ranked *one, double row)
{
    char letter[LETTER_SIZE];
    struct text name = {0}, number = {0};
    const char *colour = is_out(drawing, one->design) ? pale : ink;
    text_print(&name, "%zu.  %s  %s", one->place, design_letter(one->design, letter),
               drawing->results->designs.names[one->design]);
    line_of(drawing, name.bytes, row + name_line, colour);
    say_number_and_runs(&number, drawing, one);
    line_of(drawing, number.bytes, row + number_line, colour);
    text_free(&number);
    text_free(&name);
}

static void bar_of(struct drawing *drawing, const struct ranked *one, size_t place, double row)
{
    const double factor = shown_factor(measure_of(drawing));
    const bool range = one->mean.certainty == CERTAINTY_INTERVAL;
    text_print(&drawing->body, "$bar%zu << EOD\n", place);
    gnuplot_number(&drawing->body, factor * one->mean.value);
    gnuplot_number(&drawing->body, row + bar_line);
    gnuplot_number(&drawing->body, factor * (range ? one->mean.low : one->mean.value));
    gnuplot_number(&drawing->body, factor * (range ? one->mean.high : one->mean.value));
    text_say(&drawing->body, "\nEOD\n");
}

static void plot_all(struct drawing *drawing, const struct ranking *ranking)
{
    text_say(&drawing->body, "plot NaN notitle");
    for (size_t i = 0; i < rows_shown(ranking); i++) {
        const size_t design = ranking->designs[i].design;
        const bool out = is_out(drawing, design);
        if (ranking->designs[i].mean.certainty == CERTAINTY_NONE)
            continue;
        text_print(
            &drawing->body,
            ", \\\n$bar%zu using 1:2:3:4 with xerrorbars pointtype %d pointsize %s linewidth %s dashtype "
            "%s linecolor rgb '%s' notitle",
            i, drawing_on_terminal(drawing) ? (out ? 2 : 1) : design_point(design), out ? "0.45" : "0.7",
            out ? "1.2" : "2.2", out ? "(5,4)" : "1", out ? pale : design_colour(design));
    }
    text_say(&drawing->body, "\n");
}

/* Zero is shown where it is not far, so that lengths can be compared by eye. */
static void set_width(struct drawing *drawing, const struct ranking *ranking)
{
    const double factor = shown_factor(measure_of(drawing));
    double least = INFINITY, most = -INFINITY;
    for (size_t i = 0; i < rows_shown(ranking); i++) {
        const struct estimate *mean = &ranking->designs[i].mean;
        if (mean->certainty == CERTAINTY_NONE)
            continue;
        const bool range = mean->certainty == CERTAINTY_INTERVAL;
        least = fmin(least, range ? mean->low : mean->value);
        most = fmax(most, range ? mean->high : mean->value);
    }
    if (least > 0 && least < most / 2)
        least = 0;
    if (!(most > least)) {
        least = isfinite(least) ? least - 1 : 0;
        most = isfinite(most) ? most + 1 : 1;
    }
    const double margin = factor * (most - least) / 25;
    text_print(&drawing->body, "set xrange [%.9g:%.9g]\nset yrange [0.4:%.3f]\n",
               least == 0 ? 0 : factor * least - margin, factor * most + margin,
               (double)rows_shown(ranking) + 0.62);
    if (factor > 1)
        text_say(&drawing->body, "set format x '%g %%'\n");
}

static enum status figure_ranking_draw(struct drawing *drawing, struct trouble *trouble)
{
    struct results *results = drawing->results;
    const struct results_measure *measure = measure_of(drawing);
    if (measure->extent != EXTENT_RUN)
        return trouble_add(trouble, STATUS_USAGE, (struct place){.file = results->path},
                           "`%s` is not one number a run, so designs have no order by it", measure->name);
    const struct ranking ranking =
        ranking_of(results, drawing->request->measure, drawing->confidence, &drawing->arena);
    const size_t rows = rows_shown(&ranking);
    drawing->height = FRAME_HEIGHT + ROW_HEIGHT * (int)rows;
    for (size_t i = 0; i < rows; i++) {
        const double row = (double)(rows - i);
        bar_of(drawing, &ranking.designs[i], i, row);
        name_of(drawing, &ranking.designs[i], row);
    }
    set_width(drawing, &ranking);
    text_say(&drawing->body, "unset ytics\nset border 1\nset grid noy\nset lmargin 2\nset rmargin 2\n"
                             "set tmargin 0.3\n");
    drawing_axis(drawing, "x", measure);
    plot_all(drawing, &ranking);
    return STATUS_FINE;
}

static void say_row(struct text *out, const struct drawing *drawing, const struct ranked *one)
{
    text_print(out, "%zu. ", one->place);
    say_design(out, drawing->results, one->design);
    text_say(out, " ");
    say_number_and_runs(out, drawing, one);
    if (one->mean.certainty != CERTAINTY_INTERVAL)
        return;
    text_say(out, " (");
    say_values(out, measure_of(drawing), one->mean.low, one->mean.high);
    text_say(out, ")");
}

static void figure_ranking_words(struct drawing *drawing, struct text *out)
{
    struct results *results = drawing->results;
    if (measure_of(drawing)->extent != EXTENT_RUN)
        return;
    const struct ranking ranking =
        ranking_of(results, drawing->request->measure, drawing->confidence, &drawing->arena);
    text_say(out, "Designs in order, mean with its range: ");
    say_plain(out, measure_of(drawing)->meaning);
    text_say(out, ". ");
    for (size_t i = 0; i < rows_shown(&ranking); i++) {
        text_say(out, i == 0 ? "" : "; ");
        say_row(out, drawing, &ranking.designs[i]);
    }
    if (ranking.count > rows_shown(&ranking))
        text_print(out, "; and %zu others that are not drawn", ranking.count - rows_shown(&ranking));
    text_say(out, ".");
    if (!is_of_best(drawing))
        return;
    const struct best_found found = best_found_in(results);
    text_say(out, " ");
    say_best(out, &found);
}

const struct figure_rule figure_ranking = {FIGURE_RANKING,
                                           "holds one design, so there is no order of designs to draw",
                                           has_several, figure_ranking_draw, figure_ranking_words};
