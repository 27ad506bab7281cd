/* How large sparks become: the share of sparks on which at least so many people became active, on scales of
 * factors, where a distribution with a long tail is a line and one with a usual size bends down. */
#include <math.h>
#include <stdlib.h>

#include "analysis/figures/drawing.h"
#include "analysis/figures/gnuplot.h"
#include "analysis/plain/plain.h"

enum { KEY_ROW = 17, FRAME_HEIGHT = 290, MOST_KEYS = 40 };

static const char table_name[] = "spark";

/* Sizes of the sparks of a design that anybody was active on, in all runs, the smallest first. */
struct sizes {
    double *items;
    size_t count;
    size_t sparks; /* also those that nobody was active on */
};

static bool sparks_recorded(const struct results *results)
{
    const size_t table = results_find_table(results, table_name);
    return table != NOT_FOUND && results->tables[table].rows > 0 &&
           results_find_column(&results->tables[table], "size") != NOT_FOUND;
}

static int by_size(const void *left, const void *right)
{
    const double *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

static struct sizes sizes_of(struct drawing *drawing, size_t design, struct trouble *trouble)
{
    struct sizes sizes = {0};
    const size_t table = results_find_table(drawing->results, table_name);
    if (table == NOT_FOUND)
        return sizes;
    const double *designs = results_column(drawing->results, table, "design", trouble);
    const double *people = results_column(drawing->results, table, "size", trouble);
    if (designs == NULL || people == NULL)
        return sizes;
    const size_t rows = drawing->results->tables[table].rows;
    sizes.items = ARENA_NEW(&drawing->arena, double, rows);
    for (size_t i = 0; i < rows; i++) {
        if (designs[i] != (double)design)
            continue;
        sizes.sparks++;
        if (isfinite(people[i]) && people[i] >= 1)
            sizes.items[sizes.count++] = people[i];
    }
    qsort(sizes.items, sizes.count, sizeof *sizes.items, by_size);
    return sizes;
}

/* A step down after each size that occurs. */
static void curve_of(struct drawing *drawing, size_t design, const struct sizes *sizes)
{
    text_print(&drawing->body, "$sizes%zu << EOD\nNaN NaN\n", design);
    for (size_t i = 0; i < sizes->count; i++) {
        if (i > 0 && sizes->items[i] == sizes->items[i - 1])
            continue;
        gnuplot_number(&drawing->body, sizes->items[i]);
        gnuplot_number(&drawing->body, (double)(sizes->count - i) / (double)sizes->count * 100);
        text_say(&drawing->body, "\n");
    }
    text_say(&drawing->body, "EOD\n");
}

static void plot_all(struct drawing *drawing)
{
    text_say(&drawing->body, "plot ");
    for (size_t i = 0; i < drawing->results->designs.count; i++) {
        text_print(&drawing->body,
                   "%s$sizes%zu using 1:2 with fsteps dashtype %d linewidth 1.5 linecolor rgb '%s'",
                   i == 0 ? "" : ", \\\n", i, design_dash(i), design_colour(i));
        drawing_key(drawing, i);
        text_print(&drawing->body,
                   ", \\\n$sizes%zu using 1:2 with points pointtype %d pointsize 0.4 linecolor rgb '%s' "
                   "notitle",
                   i, design_point(i), design_colour(i));
    }
    text_say(&drawing->body, "\n");
}

/* From 1 to the next power of ten above the largest, and from 100 % to the one below the smallest share. */
static void set_scales(struct drawing *drawing, double largest, size_t most)
{
    static const double room = 1.3;
    const double least = most > 1 ? 100 / (double)most : 10;
    text_print(&drawing->body,
               "set logscale xy\nset xrange [0.9:%.9g]\nset yrange [%.9g:140]\nset format x '%%g'\n"
               "set format y '%%g %%%%'\n",
               fmax(10, largest * room), fmin(10, least / room));
}

static enum status figure_cascades_draw(struct drawing *drawing, struct trouble *trouble)
{
    const size_t designs = drawing->results->designs.count, before = trouble->count;
    double largest = 1;
    size_t most = 0;
    drawing->height = FRAME_HEIGHT + KEY_ROW * (int)(designs > MOST_KEYS ? MOST_KEYS : designs);
    for (size_t design = 0; design < designs; design++) {
        const struct sizes sizes = sizes_of(drawing, design, trouble);
        if (trouble->count > before)
            return STATUS_BAD_INPUT;
        curve_of(drawing, design, &sizes);
        most = sizes.count > most ? sizes.count : most;
        largest = sizes.count > 0 ? fmax(largest, sizes.items[sizes.count - 1]) : largest;
    }
    set_scales(drawing, largest, most);
    text_say(&drawing->body, "set key outside above left Left reverse maxcols 1 samplen 3\n");
    drawing_axis_text(drawing, "x", "people active on a spark, at least");
    drawing_axis_text(drawing, "y", "sparks with so many people");
    plot_all(drawing);
    return STATUS_FINE;
}

/* The largest tenth of the sparks, and the share of all who were active that was active on them. */
static double share_of_tenth(const struct sizes *sizes)
{
    enum { TENTH = 10 };
    double all = 0, top = 0;
    const size_t first = sizes->count - (sizes->count + TENTH - 1) / TENTH;
    for (size_t i = 0; i < sizes->count; i++) {
        all += sizes->items[i];
        top += i >= first ? sizes->items[i] : 0;
    }
    return top / all;
}

static void say_sizes(struct text *out, const struct sizes *sizes)
{
    if (sizes->sparks == 0) {
        text_say(out, "no sparks");
        return;
    }
    if (sizes->count == 0) {
        text_print(out, "nobody was active on any of %zu spark%s", sizes->sparks,
                   sizes->sparks == 1 ? "" : "s");
        return;
    }
    text_print(out, "of %zu spark%s the middle one has ", sizes->count, sizes->count == 1 ? "" : "s");
    say_number(out, sizes->items[sizes->count / 2]);
    text_say(out, " people, the largest ");
    say_number(out, sizes->items[sizes->count - 1]);
    text_print(out, ", and the largest tenth has %.0f %% of all who were active",
               share_of_tenth(sizes) * 100);
    if (sizes->sparks > sizes->count)
        text_print(out, " (on %zu more spark%s nobody was)", sizes->sparks - sizes->count,
                   sizes->sparks - sizes->count == 1 ? "" : "s");
}

static void figure_cascades_words(struct drawing *drawing, struct text *out)
{
    const size_t designs = drawing->results->designs.count;
    struct trouble nobody_reads = {0};
    text_say(out, "Sparks by how many people became active on them, in the movement and in the public, all "
                  "runs together: ");
    for (size_t design = 0; design < designs; design++) {
        const struct sizes sizes = sizes_of(drawing, design, &nobody_reads);
        say_plain(out, drawing->results->designs.names[design]);
        text_say(out, ", ");
        say_sizes(out, &sizes);
        text_say(out, design + 1 < designs ? "; " : ".");
    }
    trouble_free(&nobody_reads);
}

const struct figure_rule figure_cascades = {FIGURE_CASCADES, "holds no sparks to draw", sparks_recorded,
                                            figure_cascades_draw, figure_cascades_words};
