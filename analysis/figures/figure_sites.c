/* Sites and the links that live between them, at three moments of one run: a row of three small maps for each
 * design. Where the scenario says no places, sites stand on a circle. */
#include <math.h>
#include <stdio.h>

#include "analysis/figures/drawing.h"
#include "analysis/figures/gnuplot.h"
#include "analysis/figures/sites_matrix.h"
#include "analysis/numbers/movement.h"
#include "analysis/plain/plain.h"

enum {
    MOMENTS = 3,
    MOST_ROWS = 6,
    TITLE_HEIGHT = 26,
    BELOW = 8,
    DAYS_HEIGHT = 22, /* below the last row */
    NAME_HEIGHT = 17, /* of a line of names */
    NAMES_ACROSS = 3,
    MARGIN = 18,
    GAP = 12,
    LONGEST_TITLE = 60,
    LONGEST_NAME = 18,
    MOST_NAMES = 12 /* sites; more numbers would hide the map */
};
static const double largest = 9, smallest = 1.6; /* radius of a site, px */

/* Everything is in pixels from the lower left corner. */
struct panel {
    double left, bottom, size;
};

static double panel_size(void)
{
    return (DRAWING_WIDTH - 2.0 * GAP) / MOMENTS;
}

static size_t rows_shown(const struct results *results)
{
    return results->designs.count < MOST_ROWS ? results->designs.count : MOST_ROWS;
}

static size_t names_shown(const struct results *results)
{
    return results->sites.count > 1 && results->sites.count <= MOST_NAMES ? results->sites.count : 0;
}

static double foot_of(const struct results *results)
{
    const size_t lines =
        results->sites.count > MOST_NAMES ? 1 : (names_shown(results) + NAMES_ACROSS - 1) / NAMES_ACROSS;
    return BELOW + DAYS_HEIGHT + NAME_HEIGHT * (double)lines;
}

static struct panel panel_at(const struct results *results, size_t row, size_t moment)
{
    double size = panel_size(), below = (double)(rows_shown(results) - 1 - row);
    return (struct panel){(size + GAP) * (double)moment, foot_of(results) + below * (size + TITLE_HEIGHT),
                          size};
}

static double across(const struct panel *panel, const struct site_spot *spot)
{
    return panel->left + MARGIN + spot->across * (panel->size - 2 * MARGIN);
}

static double up(const struct panel *panel, const struct site_spot *spot)
{
    return panel->bottom + MARGIN + spot->up * (panel->size - 2 * MARGIN);
}

/* First, middle and last sample. */
static size_t sample_of(const struct results *results, size_t moment)
{
    static const double shares[MOMENTS] = {0, 0.5, 1};
    return results->time_count == 0 ? 0 : (size_t)(shares[moment] * (double)(results->time_count - 1));
}

static double instant_of(const struct results *results, size_t moment)
{
    return results->time_count == 0 ? 0 : results->times[sample_of(results, moment)];
}

/* What one panel shows. */
struct scene {
    const struct site_spot *spots;
    double *people; /* one a site: on that day, or at the end where the file counts them at the end alone */
    double most;    /* people of the largest site in any panel */
};

static double *people_of(struct drawing *drawing, size_t design, size_t moment, const struct site_spot *spots,
                         struct trouble *trouble)
{
    struct results *results = drawing->results;
    double *people = ARENA_NEW(&drawing->arena, double, results->sites.count);
    if (!movement_people(results, design, sample_of(results, moment), people, trouble))
        for (size_t i = 0; i < results->sites.count; i++)
            people[i] = spots[i].people;
    return people;
}

/* One scale for all panels, so that a site can be seen to grow, and to be larger in one design. */
static double most_people(struct drawing *drawing, struct trouble *trouble)
{
    const struct results *results = drawing->results;
    double most = 0;
    for (size_t design = 0; design < rows_shown(results); design++) {
        bool told;
        const struct site_spot *spots =
            movement_places(drawing->results, design, &told, &drawing->arena, trouble);
        for (size_t moment = 0; moment < MOMENTS; moment++) {
            const double *people = people_of(drawing, design, moment, spots, trouble);
            for (size_t i = 0; i < results->sites.count; i++)
                most = isfinite(people[i]) ? fmax(most, people[i]) : most;
        }
    }
    return most;
}

static void label_at(struct drawing *drawing, const char *text, size_t longest, double x, double y,
                     const char *style)
{
    char place[64], whole[128];
    snprintf(place, sizeof place, "first %.2f, first %.2f", x, y);
    snprintf(whole, sizeof whole, "%s front textcolor rgb '%s'", style, ink);
    drawing_label(drawing, text, longest, place, whole);
}

/* The area of a site is as its people; where they are not known, all are alike. Nobody: a small ring. */
static double radius_of(const struct scene *scene, size_t count, size_t site)
{
    const double people = scene->people[site];
    if (!(scene->most > 0) || !(people >= 0))
        return 2 * smallest;
    return fmax(smallest, largest * sqrt(people / scene->most) * fmin(1, sqrt(30.0 / (double)count)));
}

static void write_panel(struct drawing *drawing, const struct panel *panel, const struct scene *scene,
                        const struct ties *ties, const char *colour)
{
    const size_t count = drawing->results->sites.count;
    const struct site_spot *spots = scene->spots;
    text_print(&drawing->body,
               "set object rectangle from first %.2f,%.2f to first %.2f,%.2f back fillstyle empty border "
               "linecolor rgb '#8c8c8c' linewidth 0.5\n",
               panel->left + 1, panel->bottom + 1, panel->left + panel->size - 1,
               panel->bottom + panel->size - 1);
    if (ties->count > SITES_MOST_LINES) {
        sites_matrix(drawing, &(struct square){panel->left, panel->bottom, panel->size}, ties, scene->people,
                     colour);
        return;
    }
    for (size_t i = 0; i < ties->count; i++) {
        const struct tie *tie = &ties->items[i];
        text_print(&drawing->body,
                   "set arrow from first %.2f,%.2f to first %.2f,%.2f nohead linewidth %.2f linecolor rgb "
                   "'#8c8c8c'\n",
                   across(panel, &spots[tie->one]), up(panel, &spots[tie->one]),
                   across(panel, &spots[tie->other]), up(panel, &spots[tie->other]),
                   0.7 + 0.6 * log2((double)tie->links));
    }
    for (size_t i = 0; i < count; i++)
        text_print(
            &drawing->body,
            "set object circle at first %.2f,%.2f size first %.2f front fillcolor rgb '%s' fillstyle %s\n",
            across(panel, &spots[i]), up(panel, &spots[i]), radius_of(scene, count, i), colour,
            scene->people[i] == 0 ? "empty border linecolor rgb '#8c8c8c'" : "solid 1 noborder");
}

/* A number beside each site, and below the maps whose number it is. */
static void number_sites(struct drawing *drawing, const struct panel *panel, const struct scene *scene)
{
    const struct site_spot *spots = scene->spots;
    for (size_t i = 0; i < names_shown(drawing->results); i++) {
        char number[24];
        double away = radius_of(scene, drawing->results->sites.count, i) * 0.7 + 4;
        snprintf(number, sizeof number, "%zu", i + 1);
        label_at(drawing, number, 0, across(panel, &spots[i]) + away, up(panel, &spots[i]) + away, "center");
    }
}

static void name_sites(struct drawing *drawing)
{
    for (size_t i = 0; i < names_shown(drawing->results); i++) {
        const size_t line = i / NAMES_ACROSS;
        struct text name = {0};
        text_print(&name, "%zu  %s", i + 1, drawing->results->sites.names[i]);
        label_at(drawing, name.bytes, LONGEST_NAME, (panel_size() + GAP) * (double)(i % NAMES_ACROSS),
                 foot_of(drawing->results) - DAYS_HEIGHT - NAME_HEIGHT * ((double)line + 0.5), "left");
        text_free(&name);
    }
}

/* Where there are too many sites for numbers, the largest are named: they stand first in a square. */
static void name_largest(struct drawing *drawing, struct trouble *trouble)
{
    enum { NAMED = 3 };
    const struct results *results = drawing->results;
    const size_t count = results->sites.count;
    bool told;
    struct text line = {0};
    if (names_shown(results) > 0 || count <= MOST_NAMES)
        return;
    const struct site_spot *spots = movement_places(drawing->results, 0, &told, &drawing->arena, trouble);
    const double *people = people_of(drawing, 0, MOMENTS - 1, spots, trouble);
    size_t *order = ARENA_NEW(&drawing->arena, size_t, count);
    sites_by_size(people, count, order);
    text_say(&line, "The largest: ");
    for (size_t i = 0; i < NAMED; i++) {
        text_say(&line, i == 0 ? "" : ", ");
        say_plain(&line, results->sites.names[order[i]]);
    }
    label_at(drawing, line.bytes, LONGEST_TITLE, 2, NAME_HEIGHT * 0.5, "left");
    text_free(&line);
}

static void write_row(struct drawing *drawing, size_t design, double most, struct trouble *trouble)
{
    struct results *results = drawing->results;
    struct text title = {0};
    char letter[LETTER_SIZE];
    bool told;
    const struct site_spot *spots = movement_places(results, design, &told, &drawing->arena, trouble);
    for (size_t moment = 0; moment < MOMENTS && trouble->count == 0; moment++) {
        struct panel panel = panel_at(results, design, moment);
        struct ties ties =
            movement_ties(results, design, instant_of(results, moment), &drawing->arena, trouble);
        const struct scene scene = {spots, people_of(drawing, design, moment, spots, trouble), most};
        write_panel(drawing, &panel, &scene, &ties, design_colour(design));
        if (ties.count <= SITES_MOST_LINES)
            number_sites(drawing, &panel, &scene);
    }
    text_print(&title, "%s  %s", design_letter(design, letter), results->designs.names[design]);
    struct panel first = panel_at(results, design, 0);
    label_at(drawing, title.bytes, LONGEST_TITLE, 2, first.bottom + first.size + TITLE_HEIGHT * 0.42, "left");
    text_free(&title);
}

static void name_moments(struct drawing *drawing)
{
    for (size_t moment = 0; moment < MOMENTS; moment++) {
        struct panel panel = panel_at(drawing->results, rows_shown(drawing->results) - 1, moment);
        struct text name = {0};
        text_say(&name, "day ");
        say_number(&name, instant_of(drawing->results, moment));
        label_at(drawing, name.bytes, 0, panel.left + panel.size / 2, panel.bottom - DAYS_HEIGHT * 0.5,
                 "center");
        text_free(&name);
    }
}

static enum status figure_sites_draw(struct drawing *drawing, struct trouble *trouble)
{
    const size_t rows = rows_shown(drawing->results), before = trouble->count;
    const double height = foot_of(drawing->results) + (double)rows * (panel_size() + TITLE_HEIGHT);
    const double most = most_people(drawing, trouble);
    for (size_t row = 0; row < rows && trouble->count == before; row++)
        write_row(drawing, row, most, trouble);
    if (trouble->count > before)
        return STATUS_BAD_INPUT;
    name_moments(drawing);
    name_sites(drawing);
    name_largest(drawing, trouble);
    drawing->height = (int)ceil(height);
    text_print(
        &drawing->body,
        "unset border\nunset tics\nunset grid\nunset key\nset lmargin at screen 0\nset rmargin at screen 1\n"
        "set bmargin at screen %.5f\nset tmargin at screen %.5f\nset xrange [0:%d]\nset yrange [0:%d]\n"
        "plot NaN notitle\n",
        drawing_screen(drawing, 0), drawing_screen(drawing, 1), DRAWING_WIDTH, drawing->height);
    return STATUS_FINE;
}

static void figure_sites_words(struct drawing *drawing, struct text *out)
{
    const struct results *results = drawing->results;
    const size_t rows = rows_shown(results);
    struct trouble trouble = {0};
    bool told = false;
    movement_places(drawing->results, 0, &told, &drawing->arena, &trouble);
    const size_t people = results_find_role(results, "here");
    text_print(out, "Sites %s, with %s, and the links that live between them in one run: ",
               told ? "where they are" : "on a circle",
               people == NOT_FOUND ? "as many people as at the end" : "the people of the day");
    for (size_t row = 0; row < rows; row++) {
        say_plain(out, results->designs.names[row]);
        for (size_t moment = 0; moment < MOMENTS; moment++) {
            double instant = instant_of(results, moment);
            struct ties ties = movement_ties(drawing->results, row, instant, &drawing->arena, &trouble);
            text_print(out, "%s%zu%s on day ", ", ", ties.links,
                       moment > 0        ? ""
                       : ties.links == 1 ? " link"
                                         : " links");
            say_number(out, instant);
        }
        text_say(out, row + 1 < rows ? "; " : ".");
    }
    trouble_free(&trouble);
}

const struct figure_rule figure_sites = {FIGURE_SITES, "holds no links between sites to draw", links_recorded,
                                         figure_sites_draw, figure_sites_words};
