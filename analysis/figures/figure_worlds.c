/* Every plausible world as a dot, by how far the design is from the first one there; one row a design. Where
 * one number separates the worlds, those on either side of its threshold have marks of their own. */
#include <math.h>
#include <stdio.h>

#include "analysis/figures/drawing.h"
#include "analysis/figures/gnuplot.h"
#include "analysis/file/naming.h"
#include "analysis/numbers/worlds.h"
#include "analysis/words/factor_text.h"
#include "analysis/words/response_text.h"
#include "analysis/words/worlds_text.h"

enum { ROW_HEIGHT = 130, FRAME_HEIGHT = 60, LONGEST_NAME = 60 };

static const double golden = 0.6180339887498949, spread = 0.34, below_middle = 0.08;
static const char below_colour[] = "#0072b2", above_colour[] = "#d55e00";

static bool has_sample(const struct results *results)
{
    return results->worlds->count > 0 && results->worlds->by == WORLDS_SAMPLE && results->designs.count > 1;
}

/* How far the design is from the base in a world: how many times, or how much. */
static double distance_in(const struct worlds_of_design *one, size_t world, bool by_ratio)
{
    const struct contrast *contrast = &one->contrasts[world];
    return by_ratio ? contrast->mean.value / contrast->base_mean.value : contrast->difference.value;
}

static bool is_below(const struct results_worlds *worlds, const struct cut *cut, size_t world)
{
    double value = worlds->values[world * worlds->factor_count + cut->factor];
    return cut->is_choice ? value == cut->at : value < cut->at;
}

/* The worlds of one part; all of them where nothing separates them. */
static void dots_of(struct drawing *drawing, const struct worlds_of_design *one, double row, bool by_ratio,
                    bool below)
{
    const struct results_worlds *worlds = drawing->results->worlds;
    text_print(&drawing->body, "$%s%zu << EOD\n", below ? "below" : "above", one->design);
    for (size_t i = 0; i < worlds->count; i++) {
        const double distance = distance_in(one, i, by_ratio), place = (double)i * golden;
        const bool in = one->is_separated ? is_below(worlds, &one->split.first, i) == below : !below;
        if (!isfinite(distance) || !in)
            continue;
        gnuplot_number(&drawing->body, distance);
        gnuplot_number(&drawing->body, row - below_middle + spread * (place - floor(place) - 0.5));
        text_say(&drawing->body, "\n");
    }
    text_say(&drawing->body, "NaN NaN\nEOD\n");
}

static void row_label(struct drawing *drawing, const char *text, double row, const char *colour)
{
    char place[64], style[128];
    snprintf(place, sizeof place, "graph 0.01, first %.3f", row);
    snprintf(style, sizeof style, "left front textcolor rgb '%s'", colour);
    drawing_label(drawing, text, LONGEST_NAME, place, style);
}

static void names_of(struct drawing *drawing, const struct worlds_told *told,
                     const struct worlds_of_design *one, double row)
{
    char letter[LETTER_SIZE];
    struct text name = {0};
    text_print(&name, "%s  %s: ahead in %zu of %zu", design_letter(one->design, letter),
               drawing->results->designs.names[one->design], one->ahead, one->worlds);
    row_label(drawing, name.bytes, row + 0.43, ink);
    for (int side = 0; side < 2 && one->is_separated; side++) {
        name.length = 0;
        text_say(&name, side == 0 ? "\xE2\x97\x8F " : "\xE2\x96\xB3 ");
        say_setting(&name, told->results, told->results->worlds->factors[one->split.first.factor].path);
        text_say(&name, one->split.first.is_choice ? side == 0 ? " is " : " is not "
                        : side == 0                ? " below "
                                                   : " at least ");
        say_factor_value(&name, told->results, one->split.first.factor, one->split.first.at);
        row_label(drawing, name.bytes, row + (side == 0 ? 0.31 : 0.2),
                  side == 0 ? below_colour : above_colour);
    }
    text_free(&name);
}

static void plot_rows(struct drawing *drawing, const struct worlds_told *told)
{
    const bool plain = drawing_on_terminal(drawing);
    text_say(&drawing->body, "plot ");
    for (size_t i = 0; i < told->design_count; i++) {
        const size_t design = told->designs[i].design;
        text_print(&drawing->body,
                   "%s$below%zu using 1:2 with points pointtype %d pointsize 0.5 linecolor rgb '%s' notitle",
                   i == 0 ? "" : ", \\\n", design, plain ? 0 : 7, below_colour);
        text_print(
            &drawing->body,
            ", \\\n$above%zu using 1:2 with points pointtype %d pointsize 0.6 linecolor rgb '%s' notitle",
            design,
            plain                           ? 1
            : told->designs[i].is_separated ? 8
                                            : 7,
            told->designs[i].is_separated ? above_colour : ink);
    }
    text_say(&drawing->body, "\n");
}

static bool all_by_ratio(const struct worlds_told *told)
{
    for (size_t i = 0; i < told->design_count; i++)
        if (!told->designs[i].by_ratio)
            return false;
    return true;
}

/* Where the dots are, with some room about them; "no difference" is always in it. */
static void set_range(struct drawing *drawing, const struct worlds_told *told, bool by_ratio)
{
    double least = by_ratio ? 1 : 0, most = least;
    for (size_t i = 0; i < told->design_count; i++)
        for (size_t world = 0; world < drawing->results->worlds->count; world++) {
            const double distance = distance_in(&told->designs[i], world, by_ratio);
            least = isfinite(distance) ? fmin(least, distance) : least;
            most = isfinite(distance) ? fmax(most, distance) : most;
        }
    if (!(most > least))
        most = least + 1;
    const double margin = by_ratio ? pow(most / least, 0.04) : (most - least) / 25;
    if (by_ratio)
        text_print(&drawing->body, "set logscale x\nset xrange [%.9g:%.9g]\n", least / margin, most * margin);
    else
        text_print(&drawing->body, "set xrange [%.9g:%.9g]\n", least - margin, most + margin);
    text_print(
        &drawing->body,
        "set arrow from first %d, graph 0 to first %d, graph 1 nohead back linecolor rgb '%s' dashtype 2\n",
        by_ratio ? 1 : 0, by_ratio ? 1 : 0, ink);
}

static void axis_of(struct drawing *drawing, const struct worlds_told *told, bool by_ratio)
{
    struct text axis = {0};
    if (by_ratio) {
        text_say(&axis, title_of(&drawing->results->measures[told->measure]));
        text_say(&axis, ", times ");
    } else {
        say_title(&axis, &drawing->results->measures[told->measure]);
        text_say(&axis, ", less ");
    }
    say_design(&axis, drawing->results, told->base);
    drawing_axis_text(drawing, "x", axis.bytes);
    text_free(&axis);
}

static enum status figure_worlds_draw(struct drawing *drawing, struct trouble *trouble)
{
    struct results *results = drawing->results;
    const struct worlds_told *told =
        worlds_told(results, results->headline, 0, drawing->confidence, &drawing->arena, trouble);
    if (told == NULL)
        return trouble_status(trouble);
    const bool by_ratio = all_by_ratio(told);
    drawing->height = FRAME_HEIGHT + ROW_HEIGHT * (int)(told->design_count > 30 ? 30 : told->design_count);
    for (size_t i = 0; i < told->design_count; i++) {
        const double row = (double)(told->design_count - i);
        dots_of(drawing, &told->designs[i], row, by_ratio, true);
        dots_of(drawing, &told->designs[i], row, by_ratio, false);
        names_of(drawing, told, &told->designs[i], row);
    }
    set_range(drawing, told, by_ratio);
    text_print(&drawing->body, "set yrange [0.6:%.3f]\nunset ytics\nset border 1\n",
               (double)told->design_count + 0.55);
    text_say(&drawing->body, "set grid noy\nset lmargin 2\nset rmargin 2\nset tmargin 0.3\n");
    axis_of(drawing, told, by_ratio);
    plot_rows(drawing, told);
    return STATUS_FINE;
}

static void figure_worlds_words(struct drawing *drawing, struct text *out)
{
    struct trouble nobody_reads = {0};
    struct results *results = drawing->results;
    const struct worlds_told *told =
        worlds_told(results, results->headline, 0, drawing->confidence, &drawing->arena, &nobody_reads);
    text_say(out, "Every plausible world as a dot: ");
    for (size_t i = 0; told != NULL && i < told->design_count; i++) {
        text_say(out, i == 0 ? "" : "; ");
        say_in_how_many_worlds(out, told, told->designs[i].design);
        text_say(out, "; ");
        say_what_separates(out, told, &told->designs[i]);
    }
    text_say(out, ".");
    trouble_free(&nobody_reads);
}

const struct figure_rule figure_worlds = {
    FIGURE_WORLDS,
    "holds no sample of plausible worlds with two designs or more, so there is nothing to draw", has_sample,
    figure_worlds_draw, figure_worlds_words};
