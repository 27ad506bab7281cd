/* Working groups of one run: a line each from founding to end, the first founded at the top, one panel a
 * design. Of many groups every second, third ... is drawn, and the panel says so. */
#include <math.h>
#include <stdio.h>

#include "analysis/figures/drawing.h"
#include "analysis/figures/gnuplot.h"
#include "analysis/numbers/movement.h"
#include "analysis/plain/plain.h"

enum {
    MOST_LINES = 400,
    MOST_PANELS = 12,
    MOST_CATEGORIES = 6,
    PANEL_HEIGHT = 230, /* of the lines of one panel, at most */
    LEAST_HEIGHT = 16,
    TITLE_HEIGHT = 24,
    FOOT = 66, /* the axis of time */
    HEAD = 64, /* the key */
    LONGEST_TITLE = 60
};
static const double widest_step = 8, marked_step = 2.2;

/* Heights are in pixels from the lower edge; times are in days. */
struct panel {
    struct group_lives lives;
    size_t every; /* of how many one is drawn */
    double step;  /* from line to line */
    double height;
};

static size_t shown_of(const struct panel *panel)
{
    return (panel->lives.count + panel->every - 1) / panel->every;
}

static struct panel panel_of(struct drawing *drawing, size_t design, struct trouble *trouble)
{
    struct panel panel = {.every = 1};
    panel.lives = movement_groups(drawing->results, design, SHOWN_REPLICATION, &drawing->arena, trouble);
    panel.every = panel.lives.count / (MOST_LINES + 1) + 1;
    size_t shown = shown_of(&panel);
    panel.step = shown == 0 ? 0 : fmin(widest_step, PANEL_HEIGHT / (double)shown);
    panel.height = fmax(LEAST_HEIGHT, panel.step * (double)shown);
    return panel;
}

/* Of the line of group `number`; those that are passed over have none of their own. */
static double height_of(const struct panel *panel, size_t number, double top)
{
    size_t line = number / panel->every;
    return top - TITLE_HEIGHT - panel->step * ((double)line + 0.5);
}

static void title_of_panel(struct drawing *drawing, size_t design, const struct panel *panel, double top)
{
    struct text title = {0};
    char letter[LETTER_SIZE], place[64], style[96];
    text_print(&title, "%s  %s: %zu %s", design_letter(design, letter),
               drawing->results->designs.names[design], panel->lives.count,
               panel->lives.count == 1 ? "group" : "groups");
    if (panel->every > 1)
        text_print(&title, ", one in %zu shown", panel->every);
    snprintf(place, sizeof place, "graph 0, first %.2f", top - TITLE_HEIGHT * 0.4);
    snprintf(style, sizeof style, "left front textcolor rgb '%s'", ink);
    drawing_label(drawing, title.bytes, LONGEST_TITLE, place, style);
    text_free(&title);
}

/* The lines of one category in all panels; NOT_FOUND takes those without a category. */
static void write_lines(struct drawing *drawing, const struct panel *panels, size_t count, double body,
                        size_t category, size_t categories)
{
    double top = body;
    for (size_t i = 0; i < count; i++) {
        const struct panel *panel = &panels[i];
        for (size_t j = 0; j < panel->lives.count; j += panel->every) {
            const struct group_life *life = &panel->lives.items[j];
            if ((life->category < categories ? life->category : NOT_FOUND) != category)
                continue;
            gnuplot_number(&drawing->body, life->born);
            gnuplot_number(&drawing->body, height_of(panel, j, top));
            gnuplot_number(&drawing->body, life->ended - life->born);
            text_say(&drawing->body, "\n");
        }
        top -= TITLE_HEIGHT + panel->height;
    }
}

static void write_ends(struct drawing *drawing, const struct panel *panels, size_t count, double body)
{
    double top = body;
    text_say(&drawing->body, "$ends << EOD\nNaN NaN\n");
    for (size_t i = 0; i < count; i++) {
        const struct panel *panel = &panels[i];
        for (size_t j = 0; j < panel->lives.count && panel->step >= marked_step; j += panel->every) {
            if (panel->lives.items[j].lives)
                continue;
            gnuplot_number(&drawing->body, panel->lives.items[j].ended);
            gnuplot_number(&drawing->body, height_of(panel, j, top));
            text_say(&drawing->body, "\n");
        }
        top -= TITLE_HEIGHT + panel->height;
    }
    text_say(&drawing->body, "EOD\n");
}

static double line_width(const struct panel *panels, size_t count)
{
    double step = widest_step;
    for (size_t i = 0; i < count; i++)
        step = panels[i].step > 0 ? fmin(step, panels[i].step) : step;
    return fmax(0.6, fmin(3, 0.45 * step));
}

/* Whether any end is marked: a group ended, and the lines of its panel are far enough apart. */
static bool marks_ends(const struct panel *panels, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; panels[i].step >= marked_step && j < panels[i].lives.count; j += panels[i].every)
            if (!panels[i].lives.items[j].lives)
                return true;
    return false;
}

static void plot_all(struct drawing *drawing, const struct names *categories, bool others, double width)
{
    text_say(&drawing->body, "plot ");
    for (size_t i = 0; i < categories->count; i++) {
        text_print(&drawing->body,
                   "$lines%zu using 1:2:3:(0) with vectors nohead linewidth %.2f linecolor rgb '%s' title ",
                   i, width, category_colour(i));
        gnuplot_quote(&drawing->body, categories->names[i], 0);
        text_say(&drawing->body, ", \\\n");
    }
    if (others)
        text_print(&drawing->body,
                   "$others using 1:2:3:(0) with vectors nohead linewidth %.2f linecolor rgb '#8c8c8c' "
                   "title 'other', \\\n",
                   width);
    text_print(&drawing->body, "$ends using 1:2 with points pointtype 7 pointsize 0.25 linecolor rgb '%s' ",
               ink);
}

static void set_frame(struct drawing *drawing, double body)
{
    double ends = movement_ends(drawing->results);
    drawing->height = (int)ceil(body) + FOOT + HEAD;
    text_print(
        &drawing->body,
        "set lmargin at screen 0.03\nset rmargin at screen 0.96\nset bmargin at screen %.5f\nset "
        "tmargin at screen %.5f\nset xrange [0:%.9g]\nset yrange [0:%.2f]\nunset ytics\nset grid "
        "noy x\nset border 1\nset key outside above horizontal left Left reverse samplen 1.5 width 2\n",
        drawing_screen(drawing, FOOT / (double)drawing->height),
        drawing_screen(drawing, 1 - HEAD / (double)drawing->height), ends > 0 ? ends : 1, body);
    drawing_axis_text(drawing, "x", "days since the beginning");
}

static size_t panels_shown(const struct results *results)
{
    return results->designs.count < MOST_PANELS ? results->designs.count : MOST_PANELS;
}

static enum status figure_groups_draw(struct drawing *drawing, struct trouble *trouble)
{
    const size_t count = panels_shown(drawing->results), before = trouble->count;
    struct panel panels[MOST_PANELS];
    struct names categories = movement_categories(drawing->results, &drawing->arena);
    double body = 0, top;
    bool others = false;
    categories.count = categories.count < MOST_CATEGORIES ? categories.count : MOST_CATEGORIES;
    for (size_t i = 0; i < count; i++) {
        panels[i] = panel_of(drawing, i, trouble);
        body += TITLE_HEIGHT + panels[i].height;
        for (size_t j = 0; j < panels[i].lives.count; j++)
            others = others || panels[i].lives.items[j].category >= categories.count;
    }
    if (trouble->count > before)
        return STATUS_BAD_INPUT;
    set_frame(drawing, body);
    top = body;
    for (size_t i = 0; i < count; i++) {
        title_of_panel(drawing, i, &panels[i], top);
        top -= TITLE_HEIGHT + panels[i].height;
    }
    for (size_t i = 0; i < categories.count; i++) {
        text_print(&drawing->body, "$lines%zu << EOD\nNaN NaN NaN\n", i);
        write_lines(drawing, panels, count, body, i, categories.count);
        text_say(&drawing->body, "EOD\n");
    }
    text_say(&drawing->body, "$others << EOD\nNaN NaN NaN\n");
    write_lines(drawing, panels, count, body, NOT_FOUND, categories.count);
    text_say(&drawing->body, "EOD\n");
    write_ends(drawing, panels, count, body);
    plot_all(drawing, &categories, others, line_width(panels, count));
    text_say(&drawing->body, marks_ends(panels, count) ? "title 'end of a group'\n" : "notitle\n");
    return STATUS_FINE;
}

static void figure_groups_words(struct drawing *drawing, struct text *out)
{
    const size_t count = panels_shown(drawing->results);
    struct trouble trouble = {0};
    text_say(out, "Working groups of one run, a line each from founding to end: ");
    for (size_t i = 0; i < count; i++) {
        struct panel panel = panel_of(drawing, i, &trouble);
        size_t living = 0;
        for (size_t j = 0; j < panel.lives.count; j++)
            living += panel.lives.items[j].lives ? 1 : 0;
        say_plain(out, drawing->results->designs.names[i]);
        text_print(out, ", %zu founded, %zu alive at the end", panel.lives.count, living);
        if (panel.every > 1)
            text_print(out, ", one in %zu shown", panel.every);
        text_say(out, i + 1 < count ? "; " : ".");
    }
    trouble_free(&trouble);
}

const struct figure_rule figure_groups = {FIGURE_GROUPS, "holds no working groups to draw", groups_recorded,
                                          figure_groups_draw, figure_groups_words};
