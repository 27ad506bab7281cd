#include "analysis/figures/world_panels.h"

#include <math.h>

#include "analysis/file/naming.h"
#include "analysis/words/factor_text.h"

enum { LEFT = 46, RIGHT = DRAWING_WIDTH - 8, TITLE = 46, NAME = 10, LONGEST_NAME = 54 };

bool has_world_sample(const struct results *results)
{
    return results->worlds->count > 0 && results->worlds->by == WORLDS_SAMPLE && results->designs.count > 1;
}

const struct worlds_told *world_panels_told(struct drawing *drawing, struct trouble *trouble)
{
    struct worlds_told *told = worlds_told(drawing->results, drawing->request->measure, 0,
                                           drawing->confidence, &drawing->arena, trouble);
    const size_t only = drawing->request->only;
    const struct worlds_of_design *one = only > 0 ? worlds_of(told, only - 1) : NULL;
    if (one != NULL) {
        told->designs = one;
        told->design_count = 1;
    }
    return told;
}

size_t world_panels_shown(const struct worlds_told *told)
{
    return told->design_count < MOST_PANELS ? told->design_count : MOST_PANELS;
}

/* All panels are of one kind, so that one line above them says what it is. */
static bool all_by_ratio(const struct worlds_told *told)
{
    for (size_t i = 0; i < told->design_count; i++)
        if (!told->designs[i].by_ratio)
            return false;
    return true;
}

void world_panels_head(struct drawing *drawing, const struct worlds_told *told)
{
    struct text head = {0};
    if (all_by_ratio(told)) {
        say_plain(&head, title_of(&drawing->results->measures[told->measure]));
        text_say(&head, ": how many times ");
    } else {
        say_title(&head, &drawing->results->measures[told->measure]);
        text_say(&head, ": how much more or less than ");
    }
    say_design(&head, drawing->results, told->base);
    canvas_lines(drawing, head.bytes, 2, 2, drawing->height - CANVAS_LINE * 0.6);
    text_free(&head);
}

/* Where the worlds of a design are, with some room; "no difference" is always among them, and not at an end.
 */
static struct scale heights_of(const struct worlds_told *told, const struct worlds_of_design *one,
                               double bottom, double top)
{
    static const double room = 0.06, side = 0.14, small = 0.05;
    const bool by_ratio = all_by_ratio(told);
    double least = 0, most = 0;
    for (size_t world = 0; world < told->results->worlds->count; world++) {
        double distance = distance_in_world(one, world, by_ratio);
        distance = by_ratio ? log(distance) : distance;
        least = isfinite(distance) ? fmin(least, distance) : least;
        most = isfinite(distance) ? fmax(most, distance) : most;
    }
    const double span = most > least ? most - least : by_ratio ? small : 1;
    least = fmin(least - room * span, -side * span);
    most = fmax(most + room * span, side * span);
    return by_ratio ? (struct scale){exp(least), exp(most), bottom, top, true}
                    : (struct scale){least, most, bottom, top, false};
}

/* "above the line: ahead in 63 worlds; below it: behind in 37", under the name of the panel. */
static void count_sides(struct drawing *drawing, const struct world_panel *panel, double y)
{
    const enum direction better = drawing->results->measures[panel->told->measure].better;
    const bool less = better == DIRECTION_LESS;
    const size_t above = less ? panel->one->behind : panel->one->ahead;
    const size_t below = less ? panel->one->ahead : panel->one->behind;
    struct text text = {0};
    text_print(&text, "above the line: %s in %zu %s; below it: %s in %zu",
               less                       ? "behind"
               : better == DIRECTION_MORE ? "ahead"
                                          : "more",
               above, above == 1 ? "world" : "worlds",
               less                       ? "ahead"
               : better == DIRECTION_MORE ? "behind"
                                          : "less",
               below);
    canvas_text(drawing, text.bytes, 0, 2, y, "left", ink);
    text_free(&text);
}

struct world_panel world_panel_begin(struct drawing *drawing, const struct worlds_told *told, size_t which,
                                     double bottom, double top)
{
    const struct worlds_of_design *one = &told->designs[which];
    struct world_panel panel = {told, one, heights_of(told, one, bottom, top - TITLE), LEFT, RIGHT};
    char letter[LETTER_SIZE];
    struct text name = {0};
    text_print(&name, "%s  %s", design_letter(one->design, letter),
               drawing->results->designs.names[one->design]);
    canvas_text(drawing, name.bytes, LONGEST_NAME, 2, top - NAME, "left", ink);
    text_free(&name);
    const double none = scale_place(&panel.heights, panel.heights.log ? 1 : 0);
    canvas_heights(drawing, &panel.heights, panel.left, panel.right);
    canvas_line(drawing, panel.left, none, panel.right, none, ink, 1.2, 1);
    count_sides(drawing, &panel, top - NAME - CANVAS_LINE);
    return panel;
}

bool world_panel_height(const struct world_panel *panel, size_t world, double *height)
{
    const double distance = distance_in_world(panel->one, world, panel->heights.log);
    if (!isfinite(distance))
        return false;
    *height = scale_place(&panel->heights, distance);
    return true;
}

bool world_is_clear(const struct world_panel *panel, size_t world)
{
    const enum verdict verdict = panel->one->contrasts[world].verdict;
    return verdict == VERDICT_HIGHER || verdict == VERDICT_LOWER;
}

void world_panel_say_factor(struct drawing *drawing, const char *before, size_t factor, double y)
{
    struct text said = {0};
    text_say(&said, before);
    say_factor_meaning(&said, drawing->results, factor);
    size_t kept = 0;
    for (size_t i = 0; i < said.length; i++)
        if (said.bytes[i] != '`')
            said.bytes[kept++] = said.bytes[i];
    said.bytes[kept] = '\0';
    canvas_lines(drawing, said.bytes, 2, 2, y);
    text_free(&said);
}

/* By way of a grey that can be seen on white and on black. */
unsigned world_colour(double place)
{
    static const unsigned char parts[3][3] = {{0x00, 0x72, 0xB2}, {0xB4, 0xB4, 0xB4}, {0xD5, 0x5E, 0x00}};
    const size_t from = place < 0.5 ? (size_t)0 : (size_t)1;
    const double share = fmin(fmax(place, 0), 1) * 2 - (double)from;
    unsigned colour = 0;
    for (size_t i = 0; i < 3; i++)
        colour =
            colour << 8 | (unsigned)lround(parts[from][i] + share * (parts[from + 1][i] - parts[from][i]));
    return colour;
}
