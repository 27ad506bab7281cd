/* Who helped whom in one run: a network for each design. A line is a need that somebody met, in the colour of
 * how the two found each other; the area of a person is as the hours of help that she gave. */
#include <math.h>
#include <stdio.h>

#include "analysis/figures/canvas.h"
#include "analysis/figures/springs.h"
#include "analysis/numbers/help.h"
#include "analysis/plain/plain.h"

enum {
    MOST_PANELS = 12,
    ACROSS = 2,
    GAP = 12,
    TITLE_LINES = 2,
    ABOVE = 4,
    MARGIN = 8,
    KEY_ACROSS = 3,
    LONGEST_TITLE = 34,
    LONGEST_WORD = 16
};
static const double least_point = 0.35, most_point = 1.5, many = 60;

/* In px from the lower left corner. */
struct panel {
    double left, bottom, size;
};

static size_t panels_shown(const struct results *results)
{
    return results->designs.count < MOST_PANELS ? results->designs.count : MOST_PANELS;
}

static double panel_size(const struct results *results)
{
    const double alone = DRAWING_WIDTH, side = (DRAWING_WIDTH - GAP) / (double)ACROSS;
    return results->designs.count == 1 ? alone : side;
}

static struct panel panel_at(const struct drawing *drawing, size_t which, double top)
{
    const double size = panel_size(drawing->results), step = size + TITLE_LINES * CANVAS_LINE + ABOVE;
    const size_t row = which / ACROSS, column = which % ACROSS;
    return (struct panel){(size + GAP) * (double)column, top - step * (double)(row + 1), size};
}

static double across(const struct panel *panel, const struct knot *knot)
{
    return panel->left + MARGIN + knot->across * (panel->size - 2 * MARGIN);
}

static double up(const struct panel *panel, const struct knot *knot)
{
    return panel->bottom + MARGIN + knot->up * (panel->size - 2 * MARGIN);
}

static void say_counts(struct text *out, const struct help *help)
{
    text_print(out, "%zu need%s met by %zu %s", help->times, help->times == 1 ? "" : "s", help->helpers,
               help->helpers == 1 ? "person" : "people");
}

static void title_of_panel(struct drawing *drawing, size_t design, const struct help *help,
                           const struct panel *panel)
{
    struct text title = {0}, counts = {0};
    char letter[LETTER_SIZE];
    const double top = panel->bottom + panel->size + (TITLE_LINES - 0.5) * CANVAS_LINE;
    text_print(&title, "%s  %s", design_letter(design, letter), drawing->results->designs.names[design]);
    if (help->left_out == 0)
        say_counts(&counts, help);
    else
        text_print(&counts, "%zu met; %zu of %zu people shown", help->times, help->count,
                   help->count + help->left_out);
    canvas_text(drawing, title.bytes, LONGEST_TITLE, panel->left + 2, top, "left", ink);
    canvas_text(drawing, counts.bytes, LONGEST_TITLE, panel->left + 2, top - CANVAS_LINE, "left", ink);
    text_free(&title);
    text_free(&counts);
}

static void frame(struct drawing *drawing, const struct panel *panel)
{
    text_print(&drawing->body,
               "set object rectangle from first %.2f,%.2f to first %.2f,%.2f back fillstyle empty border "
               "linecolor rgb '%s' linewidth 0.5\n",
               panel->left + 1, panel->bottom + 1, panel->left + panel->size - 1,
               panel->bottom + panel->size - 1, canvas_grey);
}

static void write_pairs(struct drawing *drawing, size_t design, const struct help *help,
                        const struct knot *knots, const struct panel *panel, size_t channels)
{
    text_print(&drawing->body, "$pairs%zu << EOD\nNaN NaN NaN NaN 0\n", design);
    for (size_t i = 0; i < help->pair_count; i++) {
        const struct help_pair *pair = &help->pairs[i];
        const struct knot *from = &knots[pair->from], *to = &knots[pair->to];
        const double x = across(panel, from), y = up(panel, from);
        text_print(&drawing->body, "%.2f %.2f %.2f %.2f %zu\n", x, y, across(panel, to) - x,
                   up(panel, to) - y, pair->channel < channels ? pair->channel : MOST_CHANNELS);
    }
    text_say(&drawing->body, "EOD\n");
}

/* Who gave nothing is a small ring. */
static void write_people(struct drawing *drawing, size_t design, const struct help *help,
                         const struct knot *knots, const struct panel *panel, double most_hours)
{
    const double crowd = fmin(1, sqrt(many / fmax(1, (double)help->count)));
    for (int gave = 0; gave <= 1; gave++) {
        text_print(&drawing->body, "$%s%zu << EOD\nNaN NaN 1\n", gave == 1 ? "gave" : "got", design);
        for (size_t i = 0; i < help->count; i++) {
            const struct help_person *person = &help->people[i];
            const double share = most_hours > 0 ? sqrt(person->hours / most_hours) : 0.5;
            if ((person->given > 0 ? 1 : 0) != gave)
                continue;
            text_print(&drawing->body, "%.2f %.2f %.3f\n", across(panel, &knots[i]), up(panel, &knots[i]),
                       gave == 1 ? fmax(least_point, most_point * share * crowd) : least_point);
        }
        text_say(&drawing->body, "EOD\n");
    }
}

static void write_panel(struct drawing *drawing, size_t design, const struct help *help,
                        const struct panel *panel, double most_hours, size_t channels)
{
    struct knot *knots = ARENA_NEW(&drawing->arena, struct knot, help->count + 1);
    struct spring *springs = ARENA_NEW(&drawing->arena, struct spring, help->pair_count + 1);
    for (size_t i = 0; i < help->pair_count; i++)
        springs[i] = (struct spring){help->pairs[i].from, help->pairs[i].to};
    springs_place(knots, help->count, springs, help->pair_count);
    frame(drawing, panel);
    title_of_panel(drawing, design, help, panel);
    write_pairs(drawing, design, help, knots, panel, channels);
    write_people(drawing, design, help, knots, panel, most_hours);
}

/* Which channels occur in what is drawn. */
static void note_channels(const struct help *help, bool used[MOST_CHANNELS])
{
    for (size_t i = 0; i < help->pair_count; i++)
        if (help->pairs[i].channel < MOST_CHANNELS)
            used[help->pairs[i].channel] = true;
}

/* Below the panels; returns how many lines it takes. */
static size_t key_lines(const bool used[MOST_CHANNELS])
{
    size_t count = 0;
    for (size_t i = 0; i < MOST_CHANNELS; i++)
        count += used[i] ? 1 : 0;
    return 1 + (count + KEY_ACROSS - 1) / KEY_ACROSS;
}

static void write_key(struct drawing *drawing, const struct names *channels, const bool used[MOST_CHANNELS],
                      double top)
{
    static const double dash = 22;
    size_t said = 0;
    canvas_text(drawing, "A line is a met need; how they found each other:", CANVAS_LETTERS, 2, top, "left",
                ink);
    for (size_t i = 0; i < channels->count && i < MOST_CHANNELS; i++) {
        if (!used[i])
            continue;
        const size_t line = 1 + said / KEY_ACROSS, column = said % KEY_ACROSS;
        const double x = 2 + (double)column * DRAWING_WIDTH / KEY_ACROSS;
        const double y = top - CANVAS_LINE * (double)line;
        canvas_line(drawing, x, y, x + dash, y, category_colour(i), 3, 1);
        canvas_text(drawing, channels->names[i], LONGEST_WORD, x + dash + 8, y, "left", ink);
        said++;
    }
}

static void plot_all(struct drawing *drawing, const bool used[MOST_CHANNELS])
{
    const size_t count = panels_shown(drawing->results);
    text_say(&drawing->body, "plot ");
    for (size_t i = 0; i < count; i++) {
        for (size_t channel = 0; channel < MOST_CHANNELS; channel++)
            if (used[channel])
                text_print(&drawing->body,
                           "$pairs%zu using 1:2:($5==%zu?$3:NaN):4 with vectors nohead linewidth 0.5 "
                           "linecolor rgb '%s' notitle, \\\n",
                           i, channel, category_colour(channel));
        text_print(
            &drawing->body,
            "$gave%zu using 1:2:3 with points pointtype 7 pointsize variable linecolor rgb '%s' "
            "notitle, \\\n$got%zu using 1:2:3 with points pointtype 6 pointsize variable linecolor rgb "
            "'%s' notitle%s",
            i, ink, i, ink, i + 1 < count ? ", \\\n" : "\n");
    }
}

static enum status figure_help_draw(struct drawing *drawing, struct trouble *trouble)
{
    const struct results *results = drawing->results;
    const size_t count = panels_shown(results), before = trouble->count;
    const size_t rows = results->designs.count == 1 ? 1 : (count + ACROSS - 1) / ACROSS;
    struct names channels = help_channels(results, &drawing->arena);
    struct help help[MOST_PANELS];
    bool used[MOST_CHANNELS] = {false};
    double most = 0;
    for (size_t i = 0; i < count; i++) {
        help[i] = help_of(drawing->results, i, &drawing->arena, trouble);
        if (trouble->count > before)
            return STATUS_BAD_INPUT;
        note_channels(&help[i], used);
        for (size_t j = 0; j < help[i].count; j++)
            most = fmax(most, help[i].people[j].hours);
    }
    const double foot = CANVAS_LINE * ((double)key_lines(used) + 0.5);
    const double body = (double)rows * (panel_size(results) + TITLE_LINES * CANVAS_LINE + ABOVE);
    drawing->height = (int)ceil(body + foot);
    for (size_t i = 0; i < count; i++) {
        const struct panel panel = panel_at(drawing, i, drawing->height);
        write_panel(drawing, i, &help[i], &panel, most, channels.count);
    }
    write_key(drawing, &channels, used, foot - CANVAS_LINE);
    canvas_end(drawing);
    plot_all(drawing, used);
    return STATUS_FINE;
}

static void say_channels(struct text *out, const struct help *help, const struct names *channels)
{
    bool first = true;
    for (size_t channel = 0; channel < channels->count && channel < MOST_CHANNELS; channel++) {
        if (help->by[channel] == 0)
            continue;
        text_print(out, "%s%zu by ", first ? " (" : ", ", help->by[channel]);
        say_plain(out, channels->names[channel]);
        first = false;
    }
    text_say(out, first ? "" : ")");
}

static void figure_help_words(struct drawing *drawing, struct text *out)
{
    const size_t count = panels_shown(drawing->results);
    const struct names channels = help_channels(drawing->results, &drawing->arena);
    struct trouble nobody_reads = {0};
    text_say(out, "Who helped whom in one run, a line for each need that somebody met: ");
    for (size_t i = 0; i < count; i++) {
        const struct help help = help_of(drawing->results, i, &drawing->arena, &nobody_reads);
        say_plain(out, drawing->results->designs.names[i]);
        text_say(out, ", ");
        say_counts(out, &help);
        say_channels(out, &help, &channels);
        if (help.left_out > 0)
            text_print(out, ", %zu people not shown", help.left_out);
        text_say(out, i + 1 < count ? "; " : ".");
    }
    trouble_free(&nobody_reads);
}

const struct figure_rule figure_help = {
    FIGURE_HELP,
    "does not say who helped whom: that takes needs that somebody meets, and `record_people: yes`",
    help_recorded, figure_help_draw, figure_help_words};
