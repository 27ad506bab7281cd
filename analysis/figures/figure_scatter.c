/* Every plausible world by one number that worlds differ in and the difference between the designs there; one
 * panel a design, of those whose worlds the number separates, or of all where it was asked for by name. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "analysis/figures/gnuplot.h"
#include "analysis/figures/world_panels.h"
#include "analysis/file/naming.h"
#include "analysis/words/factor_text.h"
#include "analysis/words/worlds_text.h"

enum { HEAD = 44, PANEL = 230, AXIS = 62, GAP = 10, FOOT = 40 };

/* Choices stand side by side; worlds of one are spread by the golden ratio: even, and the same every time. */
static const double golden = 0.6180339887498949, spread = 0.5;

/* A panel to be drawn: a design, and the number. */
struct chosen {
    size_t which, factor;
};

static size_t factor_named(const struct results *results, const char *name)
{
    for (size_t i = 0; i < results->worlds->factor_count; i++)
        if (strcmp(results->worlds->factors[i].path, name) == 0)
            return i;
    return NOT_FOUND;
}

static size_t choose(const struct drawing *drawing, const struct worlds_told *told,
                     struct chosen chosen[MOST_PANELS])
{
    size_t count = 0;
    for (size_t i = 0; i < world_panels_shown(told); i++) {
        const size_t factor = drawing->request->factor != NULL
                                  ? factor_named(drawing->results, drawing->request->factor)
                              : told->designs[i].is_separated ? told->designs[i].split.first.factor
                                                              : NOT_FOUND;
        if (factor != NOT_FOUND)
            chosen[count++] = (struct chosen){i, factor};
    }
    return count;
}

static struct scale widths_of(const struct drawing *drawing, const struct world_panel *panel, size_t factor)
{
    const struct results_factor *facts = &drawing->results->worlds->factors[factor];
    const double room = 8;
    if (facts->choices.count > 0)
        return (struct scale){-0.5, (double)facts->choices.count - 0.5, panel->left, panel->right, false};
    return (struct scale){facts->least, facts->most, panel->left + room, panel->right - room, facts->log};
}

static void write_marks(struct drawing *drawing, const struct world_panel *panel, const struct scale *widths,
                        size_t factor, bool clear)
{
    const struct results_worlds *worlds = drawing->results->worlds;
    const bool choice = worlds->factors[factor].choices.count > 0;
    text_print(&drawing->body, "$%s%zu << EOD\n", clear ? "clear" : "open", panel->one->design);
    for (size_t world = 0; world < worlds->count; world++) {
        double height = 0, place = (double)world * golden;
        if (world_is_clear(panel, world) != clear || !world_panel_height(panel, world, &height))
            continue;
        const double value = worlds->values[world * worlds->factor_count + factor] +
                             (choice ? spread * (place - floor(place) - 0.5) : 0);
        text_print(&drawing->body, "%.2f %.2f\n", scale_place(widths, value), height);
    }
    text_say(&drawing->body, "NaN NaN\nEOD\n");
}

static void name_choices(struct drawing *drawing, const struct scale *widths, size_t factor, double bottom)
{
    enum { LONGEST = 24 };
    const struct names *choices = &drawing->results->worlds->factors[factor].choices;
    for (size_t i = 0; i < choices->count; i++)
        canvas_text(drawing, choices->names[i], choices->count > 3 ? LONGEST / 2 : LONGEST,
                    scale_place(widths, (double)i), bottom - CANVAS_LINE * 0.7, "center", ink);
}

static double panel_of(struct drawing *drawing, const struct worlds_told *told, const struct chosen *chosen,
                       double top)
{
    const struct world_panel panel = world_panel_begin(drawing, told, chosen->which, top - PANEL, top);
    const struct results_factor *facts = &drawing->results->worlds->factors[chosen->factor];
    const struct scale widths = widths_of(drawing, &panel, chosen->factor);
    const struct cut *cut = &panel.one->split.first;
    if (facts->choices.count > 0)
        name_choices(drawing, &widths, chosen->factor, top - PANEL);
    else
        canvas_widths(drawing, &widths, top - PANEL, panel.heights.to, facts->unit);
    if (panel.one->is_separated && cut->factor == chosen->factor && !cut->is_choice)
        canvas_line(drawing, scale_place(&widths, cut->at), top - PANEL, scale_place(&widths, cut->at),
                    panel.heights.to, ink, 1.2, 2);
    write_marks(drawing, &panel, &widths, chosen->factor, true);
    write_marks(drawing, &panel, &widths, chosen->factor, false);
    world_panel_say_factor(drawing, "Across: ", chosen->factor, top - PANEL - CANVAS_LINE * 1.9);
    return top - PANEL - AXIS - GAP;
}

static void plot_all(struct drawing *drawing, const struct worlds_told *told, const struct chosen *chosen,
                     size_t count)
{
    const bool plain = drawing_on_terminal(drawing);
    text_say(&drawing->body, "plot ");
    for (size_t i = 0; i < count; i++) {
        const size_t design = told->designs[chosen[i].which].design;
        text_print(
            &drawing->body,
            "%s$clear%zu using 1:2 with points pointtype %d pointsize 0.45 linecolor rgb '%s' notitle, "
            "\\\n$open%zu using 1:2 with points pointtype %d pointsize 0.45 linecolor rgb '%s' notitle",
            i == 0 ? "" : ", \\\n", design, plain ? 1 : 7, design_colour(design), design, plain ? 0 : 6,
            design_colour(design));
    }
    text_say(&drawing->body, "\n");
}

static enum status figure_scatter_draw(struct drawing *drawing, struct trouble *trouble)
{
    struct chosen chosen[MOST_PANELS];
    const struct place place = {.file = drawing->results->path};
    const struct worlds_told *told = world_panels_told(drawing, trouble);
    if (told == NULL)
        return trouble_status(trouble);
    const size_t count = choose(drawing, told, chosen);
    if (count == 0) {
        trouble_add(trouble, STATUS_BAD_INPUT, place, "no single number separates the worlds of a design");
        trouble_hint(trouble, "name one of them, such as `groundswell plot FILE.h5 %s`",
                     drawing->results->worlds->factors[0].path);
        return STATUS_BAD_INPUT;
    }
    drawing->height = HEAD + FOOT + (int)count * (PANEL + AXIS + GAP);
    double top = drawing->height - HEAD;
    world_panels_head(drawing, told);
    for (size_t i = 0; i < count; i++)
        top = panel_of(drawing, told, &chosen[i], top);
    struct text foot = {0};
    text_print(&foot,
               "Each mark is one of %zu plausible worlds. Hollow: not clear. Dashed: where the worlds part.",
               worlds_that_were_run(drawing->results->worlds));
    canvas_lines(drawing, foot.bytes, 2, 2, top - CANVAS_LINE * 0.6);
    text_free(&foot);
    canvas_end(drawing);
    plot_all(drawing, told, chosen, count);
    return STATUS_FINE;
}

static void figure_scatter_words(struct drawing *drawing, struct text *out)
{
    struct trouble nobody_reads = {0};
    struct chosen chosen[MOST_PANELS];
    const struct worlds_told *told = world_panels_told(drawing, &nobody_reads);
    const size_t count = told == NULL ? 0 : choose(drawing, told, chosen);
    text_say(out, "Every plausible world by one number and the difference: ");
    for (size_t i = 0; i < count; i++) {
        const struct worlds_of_design *one = &told->designs[chosen[i].which];
        text_say(out, i == 0 ? "" : "; ");
        if (one->is_separated && one->split.first.factor == chosen[i].factor) {
            say_what_separates(out, told, one);
        } else {
            say_design(out, drawing->results, one->design);
            text_say(out, " by ");
            say_factor_meaning(out, drawing->results, chosen[i].factor);
        }
    }
    text_say(out, ".");
    trouble_free(&nobody_reads);
}

const struct figure_rule figure_scatter = {
    FIGURE_SCATTER,
    "holds no sample of plausible worlds with two designs or more, so there is nothing to draw",
    has_world_sample, figure_scatter_draw, figure_scatter_words};
