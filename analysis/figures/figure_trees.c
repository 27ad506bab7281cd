/* The largest cascades of sparks of one run as trees: who began one in the middle, each ring one step further
 * from person to person. The colour is the site of a person. An arc joins those whom the same person told. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/figures/canvas.h"
#include "analysis/numbers/trees.h"
#include "analysis/plain/plain.h"

enum {
    ACROSS = 3,
    MOST_ALONE = 6,   /* trees, where there is one design */
    MOST_DESIGNS = 8, /* else, with a row of ACROSS each */
    MOST_COLOURS = 6,
    GAP = 9,
    TITLE_LINES = 2,
    ABOVE = 6,
    MARGIN = 6,
    KEY_ACROSS = 3,
    LONGEST_TITLE = 56,
    LONGEST_LINE = 19,
    LONGEST_SITE = 15,
    MOST_RINGS = 14,
    MOST_DRAWN = 1200, /* people in all trees together: a page stays small */
    ARC_POINTS = 48,   /* of a full turn */
    CROWDED = 60
};
static const char none[] = "nobody was active on a spark", all_alone[] = "nobody passed a spark on to others";
static const double least_point = 0.16, usual_point = 0.55, most_point = 1.2, many = 24;

/* In px from the lower left corner. */
struct panel {
    double left, bottom, size;
};

/* Which sites have a colour of their own: those of most people who are drawn. */
struct colours {
    size_t sites[MOST_COLOURS];
    size_t count;
    bool others;
};

static bool is_alone(const struct results *results)
{
    return results->designs.count == 1;
}

static size_t designs_shown(const struct results *results)
{
    return results->designs.count < MOST_DESIGNS ? results->designs.count : MOST_DESIGNS;
}

static struct trees_room room_of(const struct results *results)
{
    const size_t each = is_alone(results) ? MOST_ALONE : ACROSS;
    return (struct trees_room){each, MOST_DRAWN / (each * designs_shown(results))};
}

static double panel_size(void)
{
    return (DRAWING_WIDTH - GAP * (ACROSS - 1.0)) / ACROSS;
}

static double row_height(void)
{
    return panel_size() + TITLE_LINES * CANVAS_LINE + ABOVE;
}

/* --- where people stand --- */

struct seat {
    double angle, radius; /* turns; px */
    double from, to;      /* her sector, in turns */
    double taken;         /* of it, by those whom she told */
    size_t ends;          /* people below her who told nobody, or she herself */
    double first, last;   /* angles of those whom she told */
};

/* A sector for each, in proportion to those who told nobody. */
static struct seat *seats_of(struct drawing *drawing, const struct tree *tree, double radius)
{
    struct seat *seats = ARENA_NEW(&drawing->arena, struct seat, tree->count);
    size_t deepest = 1;
    for (size_t i = tree->count; i-- > 0;) {
        const struct tree_person *person = &tree->persons[i];
        deepest = person->depth > deepest ? person->depth : deepest;
        seats[i].ends += seats[i].ends == 0 ? 1 : 0;
        if (person->parent != NOT_FOUND)
            seats[person->parent].ends += seats[i].ends;
    }
    for (size_t i = 0; i < tree->count; i++) {
        const struct tree_person *person = &tree->persons[i];
        struct seat *seat = &seats[i];
        seat->to = 1;
        if (person->parent != NOT_FOUND) {
            struct seat *parent = &seats[person->parent];
            const double share = (double)seat->ends / (double)parent->ends;
            seat->from = parent->from + parent->taken;
            parent->taken += share * (parent->to - parent->from);
            seat->to = parent->from + parent->taken;
        }
        seat->angle = (seat->from + seat->to) / 2;
        seat->radius = radius * (double)person->depth / (double)deepest;
        seat->first = 2;
        seat->last = -1;
        if (person->parent != NOT_FOUND) {
            seats[person->parent].first = fmin(seats[person->parent].first, seat->angle);
            seats[person->parent].last = fmax(seats[person->parent].last, seat->angle);
        }
    }
    return seats;
}

static double middle_across(const struct panel *panel)
{
    return panel->left + panel->size / 2;
}

static double middle_up(const struct panel *panel)
{
    return panel->bottom + panel->size / 2;
}

/* Angles begin at the top and go with the clock. */
static void write_place(struct drawing *drawing, const struct panel *panel, double angle, double radius)
{
    text_print(&drawing->body, "%.1f %.1f", middle_across(panel) + radius * sin(2 * M_PI * angle),
               middle_up(panel) + radius * cos(2 * M_PI * angle));
}

/* --- a tree --- */

static void write_arc(struct drawing *drawing, const struct panel *panel, const struct seat *seat)
{
    const double from = fmin(seat->first, seat->angle), to = fmax(seat->last, seat->angle);
    const size_t pieces = (size_t)ceil((to - from) * ARC_POINTS);
    if (seat->last < 0 || seat->radius <= 0 || pieces == 0)
        return;
    for (size_t i = 0; i <= pieces; i++) {
        write_place(drawing, panel, from + (to - from) * (double)i / (double)pieces, seat->radius);
        text_say(&drawing->body, "\n");
    }
    text_say(&drawing->body, "\n");
}

static void write_lines(struct drawing *drawing, size_t number, const struct tree *tree,
                        const struct seat *seats, const struct panel *panel)
{
    text_print(&drawing->body, "$lines%zu << EOD\nNaN NaN\n\n", number);
    for (size_t i = 0; i < tree->count; i++) {
        write_arc(drawing, panel, &seats[i]);
        if (tree->persons[i].parent == NOT_FOUND)
            continue;
        write_place(drawing, panel, seats[i].angle, seats[tree->persons[i].parent].radius);
        text_say(&drawing->body, "\n");
        write_place(drawing, panel, seats[i].angle, seats[i].radius);
        text_say(&drawing->body, "\n\n");
    }
    text_say(&drawing->body, "EOD\n");
}

static size_t colour_of(const struct colours *colours, size_t site)
{
    size_t place = 0;
    while (place < colours->count && colours->sites[place] != site)
        place++;
    return place;
}

/* The area grows with the people who would hang there and are left out. */
static void write_people(struct drawing *drawing, size_t number, const struct tree *tree,
                         const struct seat *seats, const struct panel *panel, const struct colours *colours)
{
    const double crowd = fmax(least_point, usual_point * fmin(1, sqrt(many / (double)tree->count)));
    text_print(&drawing->body, "$people%zu << EOD\nNaN NaN 1 0\n", number);
    for (size_t i = 0; i < tree->count; i++) {
        const struct tree_person *person = &tree->persons[i];
        write_place(drawing, panel, seats[i].angle, seats[i].radius);
        text_print(&drawing->body, " %.3f %zu\n", fmin(most_point, crowd * sqrt(1 + (double)person->behind)),
                   colour_of(colours, person->site));
    }
    text_say(&drawing->body, "EOD\n");
    text_print(&drawing->body, "$first%zu << EOD\n", number);
    write_place(drawing, panel, 0, 0);
    text_say(&drawing->body, "\nEOD\n");
}

/* One for each step, where they are few. */
static void write_rings(struct drawing *drawing, size_t number, const struct tree *tree,
                        const struct panel *panel)
{
    size_t deepest = 0;
    for (size_t i = 0; i < tree->count; i++)
        deepest = tree->persons[i].depth > deepest ? tree->persons[i].depth : deepest;
    text_print(&drawing->body, "$rings%zu << EOD\nNaN NaN\n\n", number);
    for (size_t ring = 1; ring <= deepest && deepest <= MOST_RINGS && !drawing_on_terminal(drawing); ring++) {
        const double radius = (panel->size / 2 - MARGIN) * (double)ring / (double)deepest;
        for (size_t i = 0; i <= ARC_POINTS; i++) {
            write_place(drawing, panel, (double)i / ARC_POINTS, radius);
            text_say(&drawing->body, "\n");
        }
        text_say(&drawing->body, "\n");
    }
    text_say(&drawing->body, "EOD\n");
}

static void title_of_tree(struct drawing *drawing, const struct tree *tree, const struct panel *panel)
{
    struct text first = {0}, second = {0};
    const double top = panel->bottom + panel->size + (TITLE_LINES - 0.5) * CANVAS_LINE;
    text_print(&first, "%zu people", tree->members);
    if (tree->people > (double)tree->members)
        text_print(&first, " + %.0f", tree->people - (double)tree->members);
    text_print(&second, "%zu step%s, day %.0f", tree->steps, tree->steps == 1 ? "" : "s", floor(tree->began));
    canvas_text(drawing, first.bytes, LONGEST_LINE, panel->left + 2, top, "left", ink);
    canvas_text(drawing, second.bytes, LONGEST_LINE, panel->left + 2, top - CANVAS_LINE, "left", ink);
    text_free(&first);
    text_free(&second);
}

static void write_tree(struct drawing *drawing, size_t number, const struct tree *tree,
                       const struct panel *panel, const struct colours *colours)
{
    const struct seat *seats = seats_of(drawing, tree, panel->size / 2 - MARGIN);
    title_of_tree(drawing, tree, panel);
    write_rings(drawing, number, tree, panel);
    write_lines(drawing, number, tree, seats, panel);
    write_people(drawing, number, tree, seats, panel, colours);
}

/* --- colours --- */

struct site_people {
    size_t site, people;
};

static int most_people(const void *left, const void *right)
{
    const struct site_people *a = left, *b = right;
    if (a->people != b->people)
        return a->people > b->people ? -1 : 1;
    return (a->site > b->site) - (a->site < b->site);
}

static struct colours colours_of(struct drawing *drawing, const struct trees *trees, size_t count)
{
    const size_t sites = drawing->results->sites.count;
    struct site_people *people = ARENA_NEW(&drawing->arena, struct site_people, sites + 1);
    struct colours colours = {0};
    for (size_t site = 0; site < sites; site++)
        people[site].site = site;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < trees[i].count; j++)
            for (size_t k = 0; k < trees[i].items[j].count; k++)
                people[trees[i].items[j].persons[k].site].people++;
    if (sites > 1)
        qsort(people, sites, sizeof *people, most_people);
    for (size_t site = 0; site < sites && people[site].people > 0; site++) {
        if (colours.count == MOST_COLOURS) {
            colours.others = true;
            break;
        }
        colours.sites[colours.count++] = people[site].site;
    }
    return colours;
}

/* Below the panels; one site needs no words. */
static size_t key_lines(const struct colours *colours)
{
    const size_t count = colours->count + (colours->others ? 1 : 0);
    return count < 2 ? 0 : 1 + (count + KEY_ACROSS - 1) / KEY_ACROSS;
}

static void write_key(struct drawing *drawing, const struct colours *colours, double top)
{
    static const double beside = 12;
    if (key_lines(colours) == 0)
        return;
    canvas_text(drawing, "A dot: a person. Its colour: the site she was at", CANVAS_LETTERS, 2, top, "left",
                ink);
    for (size_t i = 0; i < colours->count + (colours->others ? 1 : 0); i++) {
        const double x = 8 + (double)(i % KEY_ACROSS) * DRAWING_WIDTH / KEY_ACROSS;
        const size_t line = 1 + i / KEY_ACROSS;
        const double y = top - CANVAS_LINE * (double)line;
        const bool own = i < colours->count;
        canvas_point(drawing, x, y, 7, own ? category_colour(i) : canvas_grey);
        canvas_text(drawing, own ? drawing->results->sites.names[colours->sites[i]] : "other sites",
                    LONGEST_SITE, x + beside, y, "left", ink);
    }
}

/* --- the figure --- */

/* Thinner where many lines lie side by side. */
static void plot_all(struct drawing *drawing, size_t trees, const size_t *people,
                     const struct colours *colours)
{
    const size_t shades = colours->count + (colours->others ? 1 : 0);
    text_say(&drawing->body, "plot ");
    for (size_t i = 0; i < trees; i++) {
        text_print(&drawing->body,
                   "$rings%zu using 1:2 with lines linewidth 0.15 linecolor rgb '%s' notitle, \\\n"
                   "$lines%zu using 1:2 with lines linewidth %.1f linecolor rgb '%s' notitle, \\\n",
                   i, canvas_grey, i, people[i] > CROWDED ? 0.4 : 0.8, canvas_grey);
        for (size_t shade = 0; shade < shades; shade++)
            text_print(&drawing->body,
                       "$people%zu using ($4==%zu?$1:NaN):2:3 with points pointtype 7 pointsize variable "
                       "linecolor rgb '%s' notitle, \\\n",
                       i, shade, shade < colours->count ? category_colour(shade) : canvas_grey);
        text_print(&drawing->body,
                   "$first%zu using 1:2 with points pointtype 6 pointsize 1 linewidth 1.5 linecolor rgb "
                   "'%s' notitle%s",
                   i, ink, i + 1 < trees ? ", \\\n" : "\n");
    }
}

static void title_of_design(struct drawing *drawing, size_t design, const struct trees *trees, double top)
{
    struct text title = {0};
    char letter[LETTER_SIZE];
    text_print(&title, "%s  %s", design_letter(design, letter), drawing->results->designs.names[design]);
    canvas_text(drawing, title.bytes, LONGEST_TITLE, 2, top - CANVAS_LINE * 0.5, "left", ink);
    text_free(&title);
    if (trees->count == 0)
        canvas_text(drawing, trees->cascades == 0 ? none : all_alone, CANVAS_LETTERS, 2,
                    top - CANVAS_LINE * 1.5, "left", ink);
}

static size_t rows_of(const struct trees *trees)
{
    return trees->count == 0 ? 0 : (trees->count + ACROSS - 1) / ACROSS;
}

/* Of one design: a heading, and its trees below it. */
static double height_of(const struct trees *trees)
{
    return trees->count == 0 ? 2.2 * CANVAS_LINE : 1.2 * CANVAS_LINE + row_height() * (double)rows_of(trees);
}

static size_t write_design(struct drawing *drawing, size_t design, const struct trees *trees, double top,
                           size_t number, const struct colours *colours)
{
    title_of_design(drawing, design, trees, top);
    for (size_t i = 0; i < trees->count; i++) {
        const size_t row = i / ACROSS, column = i % ACROSS;
        const struct panel panel = {(panel_size() + GAP) * (double)column,
                                    top - 1.2 * CANVAS_LINE - row_height() * (double)(row + 1), panel_size()};
        write_tree(drawing, number + i, &trees->items[i], &panel, colours);
    }
    return number + trees->count;
}

static enum status figure_trees_draw(struct drawing *drawing, struct trouble *trouble)
{
    const size_t count = designs_shown(drawing->results), before = trouble->count;
    struct trees trees[MOST_DESIGNS];
    double body = 0;
    size_t drawn = 0;
    for (size_t i = 0; i < count; i++) {
        trees[i] = trees_of(drawing->results, i, room_of(drawing->results), &drawing->arena, trouble);
        if (trouble->count > before)
            return STATUS_BAD_INPUT;
        body += height_of(&trees[i]);
    }
    const struct colours colours = colours_of(drawing, trees, count);
    const double foot = CANVAS_LINE * ((double)key_lines(&colours) + 0.5);
    drawing->height = (int)ceil(body + foot);
    double top = drawing->height;
    size_t people[MOST_DESIGNS * MOST_ALONE];
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < trees[i].count; j++)
            people[drawn + j] = trees[i].items[j].count;
        drawn = write_design(drawing, i, &trees[i], top, drawn, &colours);
        top -= height_of(&trees[i]);
    }
    write_key(drawing, &colours, foot - CANVAS_LINE);
    canvas_end(drawing);
    if (drawn > 0)
        plot_all(drawing, drawn, people, &colours);
    else
        text_say(&drawing->body, "plot NaN notitle\n");
    return STATUS_FINE;
}

static void say_trees(struct text *out, const struct trees *trees)
{
    if (trees->count == 0) {
        text_say(out, trees->cascades == 0 ? none : all_alone);
        return;
    }
    const struct tree *largest = &trees->items[0];
    text_print(out, "%zu cascade%s, %zu of them of one person; the largest has %zu people in %zu step%s",
               trees->cascades, trees->cascades == 1 ? "" : "s", trees->alone, largest->members,
               largest->steps, largest->steps == 1 ? "" : "s");
    if (largest->people > (double)largest->members)
        text_print(out, " and %.0f of the public", largest->people - (double)largest->members);
    if (largest->count < largest->members)
        text_print(out, ", of whom %zu are drawn", largest->count);
}

static void figure_trees_words(struct drawing *drawing, struct text *out)
{
    const size_t count = designs_shown(drawing->results);
    struct trouble nobody_reads = {0};
    text_say(out, "The largest cascades of sparks in one run as trees: ");
    for (size_t i = 0; i < count; i++) {
        const struct trees trees =
            trees_of(drawing->results, i, room_of(drawing->results), &drawing->arena, &nobody_reads);
        say_plain(out, drawing->results->designs.names[i]);
        text_say(out, ", ");
        say_trees(out, &trees);
        text_say(out, i + 1 < count ? "; " : ".");
    }
    trouble_free(&nobody_reads);
}

const struct figure_rule figure_trees = {
    FIGURE_TREES,
    "does not say who passed a spark to whom: that takes sparks that somebody hears of, and `record_people: "
    "yes`",
    trees_recorded, figure_trees_draw, figure_trees_words};
