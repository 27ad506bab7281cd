/* Share of proposals still undecided, by days since they were handed in (Kaplan and Meier 1958). */
#include <math.h>

#include "analysis/figures/drawing.h"
#include "analysis/figures/gnuplot.h"
#include "analysis/numbers/proposals.h"
#include "analysis/plain/plain.h"

enum { KEY_ROW = 17, FRAME_HEIGHT = 212, MOST_TICKS = 40 };

/* Half a pixel of a frame that is so wide and high. */
static const double least_width = 1.0 / 800, least_height = 1.0 / 500;

/* Thousands of steps that nobody could see apart would be most of a page: a step that is nearer than half a
 * pixel to the last one that was drawn is joined with the next. */
static void curve_of(struct drawing *drawing, size_t design, const struct survival *survival)
{
    double drawn_time = 0, drawn = 1;
    text_print(&drawing->body, "$curve%zu << EOD\n0 100\n", design);
    for (size_t i = 0; i < survival->steps; i++) {
        const bool near = survival->times[i] - drawn_time < least_width * survival->longest &&
                          drawn - survival->surviving[i] < least_height;
        if (near && i + 1 < survival->steps)
            continue;
        drawn_time = survival->times[i];
        drawn = survival->surviving[i];
        gnuplot_number(&drawing->body, survival->times[i]);
        gnuplot_number(&drawing->body, survival->surviving[i] * 100);
        text_say(&drawing->body, "\n");
    }
    if (isfinite(survival->longest)) {
        gnuplot_number(&drawing->body, survival->longest);
        gnuplot_number(&drawing->body, survival_at(survival, survival->longest) * 100);
        text_say(&drawing->body, "\n");
    }
    text_say(&drawing->body, "EOD\n");
}

/* Ticks where a watch ended without a decision; a few of many, because thousands would hide the curve. */
static void ticks_of(struct drawing *drawing, size_t design, const struct waits *waits,
                     const struct survival *survival)
{
    size_t every = survival->censored / MOST_TICKS + 1, seen = 0;
    text_print(&drawing->body, "$ticks%zu << EOD\nNaN NaN\n", design);
    for (size_t i = 0; i < waits->count; i++) {
        if (waits->happened[i] || seen++ % every != 0)
            continue;
        gnuplot_number(&drawing->body, waits->days[i]);
        gnuplot_number(&drawing->body, survival_at(survival, waits->days[i]) * 100);
        text_say(&drawing->body, "\n");
    }
    text_say(&drawing->body, "EOD\n");
}

static void plot_all(struct drawing *drawing)
{
    text_say(&drawing->body, "plot ");
    for (size_t i = 0; i < drawing->results->designs.count; i++) {
        text_print(&drawing->body,
                   "%s$curve%zu using 1:2 with steps dashtype %d linewidth 2 linecolor rgb '%s'",
                   i == 0 ? "" : ", \\\n", i, design_dash(i), design_colour(i));
        drawing_key(drawing, i);
        text_print(
            &drawing->body,
            ", \\\n$ticks%zu using 1:2 with points pointtype 1 pointsize 0.5 linecolor rgb '%s' notitle", i,
            design_colour(i));
    }
    text_say(&drawing->body, "\n");
}

static enum status figure_survival_draw(struct drawing *drawing, struct trouble *trouble)
{
    struct results *results = drawing->results;
    size_t designs = results->designs.count, before = trouble->count;
    double longest = 0;
    drawing->height = FRAME_HEIGHT + KEY_ROW * (int)(designs > 40 ? 40 : designs);
    for (size_t design = 0; design < designs; design++) {
        const struct waiting *waiting = proposals_waiting(results, design, trouble);
        if (trouble->count > before)
            return STATUS_BAD_INPUT;
        const struct survival *curve = &waiting->curve;
        curve_of(drawing, design, curve);
        ticks_of(drawing, design, &waiting->waits, curve);
        longest = isfinite(curve->longest) ? fmax(longest, curve->longest) : longest;
    }
    text_print(&drawing->body, "set xrange [0:%.9g]\nset yrange [0:102]\nset format y '%%g %%%%'\n",
               longest > 0 ? longest : 1);
    text_say(&drawing->body, "set key outside above left Left reverse maxcols 1 samplen 3\n");
    drawing_axis_text(drawing, "x", "days since the proposal was handed in");
    if (!drawing->request->is_titled)
        drawing_axis_text(drawing, "y", "proposals not yet decided");
    plot_all(drawing);
    return STATUS_FINE;
}

static void figure_survival_words(struct drawing *drawing, struct text *out)
{
    struct trouble trouble = {0};
    size_t designs = drawing->results->designs.count;
    text_say(out, "Share of proposals not yet decided, by days since they were handed in. Half of them are "
                  "decided within: ");
    for (size_t design = 0; design < designs; design++) {
        const struct waiting *waiting = proposals_waiting(drawing->results, design, &trouble);
        struct estimate median = estimate_median(&waiting->curve, drawing->confidence);
        say_plain(out, drawing->results->designs.names[design]);
        text_say(out, ", ");
        say_number(out, median.value);
        text_say(out, isfinite(median.value) ? " days" : "");
        text_say(out, design + 1 < designs ? "; " : ".");
    }
    trouble_free(&trouble);
}

const struct figure_rule figure_survival = {FIGURE_SURVIVAL, "holds no table of proposals to draw",
                                            proposals_recorded, figure_survival_draw, figure_survival_words};
