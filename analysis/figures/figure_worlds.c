/* Every plausible world as a mark, in the order of how far the design is from the base in it; one panel a
 * design. Where one number separates the worlds, it colours them, from its least to its greatest value. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "analysis/figures/gnuplot.h"
#include "analysis/figures/world_panels.h"
#include "analysis/file/naming.h"
#include "analysis/words/factor_text.h"
#include "analysis/words/worlds_text.h"

enum { HEAD = 44, PANEL = 200, LEGEND = 62, GAP = 10, FOOT = 40, SWATCHES = 5 };

/* A world and where it stands in the panel. */
struct standing {
    double height;
    size_t world;
};

static int by_height(const void *left, const void *right)
{
    const struct standing *a = left, *b = right;
    if (a->height != b->height)
        return a->height < b->height ? -1 : 1;
    return (a->world > b->world) - (a->world < b->world);
}

/* Where its value of the separating number stands in the range: of a choice, at one end or the other. */
static double place_of(const struct world_panel *panel, size_t world)
{
    const struct results_worlds *worlds = panel->told->results->worlds;
    const struct cut *cut = &panel->one->split.first;
    const size_t at = world * worlds->factor_count + cut->factor;
    if (cut->is_choice)
        return worlds->values[at] == cut->at ? 0 : 1;
    return worlds->positions[at];
}

/* Marks of worlds in which it is clear who is ahead, or of the others. */
static void write_marks(struct drawing *drawing, const struct world_panel *panel,
                        const struct standing *standings, size_t count, bool clear)
{
    const unsigned plain = 0x111111;
    const double step = (panel->right - panel->left) / (double)(count + 1);
    text_print(&drawing->body, "$%s%zu << EOD\n", clear ? "clear" : "open", panel->one->design);
    for (size_t i = 0; i < count; i++)
        if (world_is_clear(panel, standings[i].world) == clear)
            text_print(&drawing->body, "%.2f %.2f %u\n", panel->left + step * (double)(i + 1),
                       standings[i].height,
                       panel->one->is_separated ? world_colour(place_of(panel, standings[i].world)) : plain);
    text_say(&drawing->body, "NaN NaN 0\nEOD\n");
}

static void legend_of(struct drawing *drawing, const struct world_panel *panel, double top)
{
    const struct cut *cut = &panel->one->split.first;
    const struct results_factor *factor = &drawing->results->worlds->factors[cut->factor];
    const double y = top - CANVAS_LINE * 2.6;
    struct text text = {0};
    world_panel_say_factor(drawing, "Colour: ", cut->factor, top - CANVAS_LINE * 0.6);
    if (cut->is_choice)
        text_say(&text, "is ");
    say_factor_value(&text, drawing->results, cut->factor, cut->is_choice ? cut->at : factor->least);
    canvas_text(drawing, text.bytes, 0, DRAWING_WIDTH / 2.0 - 70, y, "right", ink);
    text.length = 0;
    if (cut->is_choice)
        text_say(&text, "is not ");
    say_factor_value(&text, drawing->results, cut->factor, cut->is_choice ? cut->at : factor->most);
    canvas_text(drawing, text.bytes, 0, DRAWING_WIDTH / 2.0 + 70, y, "left", ink);
    for (int i = 0; i < SWATCHES; i++) {
        char colour[16];
        snprintf(colour, sizeof colour, "#%06x", world_colour((double)i / (SWATCHES - 1)));
        canvas_point(drawing, DRAWING_WIDTH / 2.0 - 50 + 25 * i, y, 7, colour);
    }
    text_free(&text);
}

static double panel_of(struct drawing *drawing, const struct worlds_told *told, size_t which, double top)
{
    struct world_panel panel = world_panel_begin(drawing, told, which, top - PANEL, top);
    struct standing *standings = ARENA_NEW(&drawing->arena, struct standing, drawing->results->worlds->count);
    size_t count = 0;
    for (size_t world = 0; world < drawing->results->worlds->count; world++)
        if (world_panel_height(&panel, world, &standings[count].height))
            standings[count++].world = world;
    qsort(standings, count, sizeof *standings, by_height);
    write_marks(drawing, &panel, standings, count, true);
    write_marks(drawing, &panel, standings, count, false);
    if (!panel.one->is_separated)
        return top - PANEL - GAP;
    legend_of(drawing, &panel, top - PANEL);
    return top - PANEL - LEGEND - GAP;
}

static void plot_all(struct drawing *drawing, const struct worlds_told *told)
{
    const bool plain = drawing_on_terminal(drawing);
    text_say(&drawing->body, "plot ");
    for (size_t i = 0; i < world_panels_shown(told); i++) {
        const size_t design = told->designs[i].design;
        text_print(&drawing->body,
                   "%s$clear%zu using 1:2:3 with points pointtype %d pointsize 0.45 linecolor rgb variable "
                   "notitle, \\\n$open%zu using 1:2:3 with points pointtype %d pointsize 0.45 linecolor rgb "
                   "variable notitle",
                   i == 0 ? "" : ", \\\n", design, plain ? 1 : 7, design, plain ? 0 : 6);
    }
    text_say(&drawing->body, "\n");
}

static enum status figure_worlds_draw(struct drawing *drawing, struct trouble *trouble)
{
    const struct worlds_told *told = world_panels_told(drawing, trouble);
    if (told == NULL)
        return trouble_status(trouble);
    const size_t shown = world_panels_shown(told);
    struct text foot = {0};
    drawing->height = HEAD + FOOT;
    for (size_t i = 0; i < shown; i++)
        drawing->height += PANEL + GAP + (told->designs[i].is_separated ? LEGEND : 0);
    double top = drawing->height - HEAD;
    world_panels_head(drawing, told);
    for (size_t i = 0; i < shown; i++)
        top = panel_of(drawing, told, i, top);
    text_print(&foot,
               "Each mark is one of %zu plausible worlds, in the order of the difference. Hollow: not clear.",
               worlds_that_were_run(drawing->results->worlds));
    canvas_lines(drawing, foot.bytes, 2, 2, top - CANVAS_LINE * 0.6);
    text_free(&foot);
    canvas_end(drawing);
    plot_all(drawing, told);
    return STATUS_FINE;
}

static void figure_worlds_words(struct drawing *drawing, struct text *out)
{
    struct trouble nobody_reads = {0};
    const struct worlds_told *told = world_panels_told(drawing, &nobody_reads);
    text_say(out, "Every plausible world as a mark, in the order of the difference. ");
    for (size_t i = 0; told != NULL && i < told->design_count; i++) {
        text_say(out, i == 0 ? "" : "; ");
        say_in_how_many_worlds(out, told, told->designs[i].design);
        text_say(out, ", ");
        say_spread_of_worlds(out, told, &told->designs[i]);
    }
    text_say(out, ".");
    trouble_free(&nobody_reads);
}

const struct figure_rule figure_worlds = {
    FIGURE_WORLDS,
    "holds no sample of plausible worlds with two designs or more, so there is nothing to draw",
    has_world_sample, figure_worlds_draw, figure_worlds_words};
