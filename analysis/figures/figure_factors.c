/* What the difference of designs depends on, number by number: how much each changes it (walks of worlds), or
 * which share each has in what varies, with luck the last (rows). The name stands over its bar, so that it
 * may be long; a panel a design. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "analysis/figures/canvas.h"
#include "analysis/file/naming.h"
#include "analysis/numbers/worlds.h"
#include "analysis/words/factor_text.h"
#include "analysis/words/response_text.h"

enum {
    HEAD = 44,
    ROW = 56,
    TITLE = 24,
    AXIS = 30,
    GAP = 8,
    FOOT = 58,
    LEFT = 20,
    RIGHT = DRAWING_WIDTH - 26,
    SHOWN = 8,
    PANELS = 6,
    LONGEST_NAME = 58
};

static const char strong_colour[] = "#0072B2", weak_colour[] = "#8FC1E3", range_colour[] = "#111111";

/* A bar: a name and what it means, a length with its range, and a second one. */
struct bar {
    struct text name;
    const char *meaning;
    struct estimate first, second;
};

struct panel_of_bars {
    const struct worlds_response *response;
    struct bar bars[SHOWN + 1];
    size_t count;
};

static bool of_way(const struct results *results, enum worlds_by by)
{
    return results->worlds->count > 0 && results->worlds->by == by && results->worlds->most_runs > 0;
}

static bool in_walks(const struct results *results)
{
    return of_way(results, WORLDS_MORRIS);
}

static bool in_rows(const struct results *results)
{
    return of_way(results, WORLDS_SOBOL);
}

static const struct worlds_told *told_of(struct drawing *drawing, struct trouble *trouble)
{
    return worlds_told(drawing->results, drawing->request->measure, 0, drawing->confidence, &drawing->arena,
                       trouble);
}

/* The responses that are drawn: the contrasts, or with one design that design. */
static size_t shown_of(const struct worlds_told *told, const struct worlds_response *shown[PANELS])
{
    size_t count = 0;
    for (size_t i = 0; i < told->response_count && count < PANELS; i++)
        if (told->responses[i].varies &&
            (told->responses[i].is_contrast || told->results->designs.count == 1))
            shown[count++] = &told->responses[i];
    return count;
}

/* `by`: up where more of the number is more of the response in every walk, down, or now this and now that. */
static const char *direction_word(const struct effect *effect)
{
    static const double nearly = 0.95;
    if (effect->mean >= nearly * effect->absolute.value)
        return "up";
    return effect->mean <= -nearly * effect->absolute.value ? "down" : "up or down";
}

static void bars_of_walks(struct drawing *drawing, struct panel_of_bars *panel, const size_t *order)
{
    const size_t factors = drawing->results->worlds->factor_count;
    for (size_t i = 0; i < factors && panel->count < SHOWN; i++) {
        const struct effect *effect = &panel->response->effects[order[i]];
        struct bar *bar = &panel->bars[panel->count];
        if (effect_matters(panel->response->effects, factors, order[i]) != MATTERS)
            break;
        *bar = (struct bar){.meaning = drawing->results->worlds->factors[order[i]].meaning,
                            .first = effect->absolute,
                            .second = {.value = effect->sd, .certainty = CERTAINTY_POINT}};
        say_setting(&bar->name, drawing->results, drawing->results->worlds->factors[order[i]].path);
        text_say(&bar->name, ": by ");
        say_number(&bar->name, effect->absolute.value);
        text_print(&bar->name, ", %s", direction_word(effect));
        panel->count++;
    }
}

static void bars_of_rows(struct drawing *drawing, struct panel_of_bars *panel, const size_t *order)
{
    const size_t factors = drawing->results->worlds->factor_count;
    for (size_t i = 0; i <= factors && i <= SHOWN; i++) {
        const bool luck = i == factors || i == SHOWN;
        const struct index *index = &panel->response->indices[luck ? factors : order[i]];
        struct bar *bar = &panel->bars[panel->count++];
        *bar = (struct bar){.meaning = luck ? "Who comes, who speaks, which proposals arrive"
                                            : drawing->results->worlds->factors[order[i]].meaning,
                            .first = index->first,
                            .second = index->total};
        if (luck)
            text_say(&bar->name, "luck");
        else
            say_setting(&bar->name, drawing->results, drawing->results->worlds->factors[order[i]].path);
        text_say(&bar->name, ": ");
        say_share(&bar->name, index->first.value);
        text_say(&bar->name, " alone, ");
        say_share(&bar->name, index->total.value);
        text_say(&bar->name, " with others");
        if (luck)
            break;
    }
}

static void range_at(struct drawing *drawing, const struct scale *widths, const struct estimate *estimate,
                     double y)
{
    static const double end = 3;
    if (estimate->certainty != CERTAINTY_INTERVAL)
        return;
    const double low = scale_place(widths, fmax(estimate->low, widths->least)),
                 high = scale_place(widths, fmin(estimate->high, widths->most));
    canvas_line(drawing, low, y, high, y, range_colour, 1.2, 1);
    canvas_line(drawing, low, y - end, low, y + end, range_colour, 1.2, 1);
    canvas_line(drawing, high, y - end, high, y + end, range_colour, 1.2, 1);
}

/* The ticks of the axis beside the bars alone, so that they cross no name. */
static void ticks_at(struct drawing *drawing, const struct scale *widths, double bottom, double top)
{
    double ticks[MOST_TICKS];
    const size_t count = drawing_on_terminal(drawing) ? 0 : scale_ticks(widths, ticks);
    for (size_t i = 0; i < count; i++)
        canvas_line(drawing, scale_place(widths, ticks[i]), bottom, scale_place(widths, ticks[i]), top,
                    canvas_grey, 0.4, 1);
}

static void row_of(struct drawing *drawing, const struct scale *widths, const struct bar *bar, double top)
{
    const double middle = top - ROW + 12, half = 4;
    const double first = fmin(fmax(bar->first.value, widths->least), widths->most),
                 second = fmin(fmax(bar->second.value, widths->least), widths->most);
    struct text meaning = {0};
    text_add(&meaning, bar->meaning, strcspn(bar->meaning, ";"));
    canvas_text(drawing, meaning.bytes == NULL ? "" : meaning.bytes, LONGEST_NAME, 2, top - 8, "left", ink);
    canvas_text(drawing, bar->name.bytes, LONGEST_NAME, LEFT, top - 8 - CANVAS_LINE * 0.9, "left", ink);
    text_free(&meaning);
    ticks_at(drawing, widths, middle - 3 * half, middle + 3 * half);
    if (drawing_on_terminal(drawing)) {
        canvas_line(drawing, widths->from, middle, scale_place(widths, first), middle, ink, 1, 1);
        return;
    }
    if (isfinite(second) && second > widths->least)
        canvas_bar(drawing, widths->from, middle - 2 * half, scale_place(widths, second), middle,
                   weak_colour);
    if (isfinite(first) && first > widths->least)
        canvas_bar(drawing, widths->from, middle, scale_place(widths, first), middle + 2 * half,
                   strong_colour);
    range_at(drawing, widths, &bar->first, middle + half);
    range_at(drawing, widths, &bar->second, middle - half);
}

static double most_of(const struct panel_of_bars *panel)
{
    double most = 0;
    for (size_t i = 0; i < panel->count; i++) {
        const struct bar *bar = &panel->bars[i];
        most = fmax(most, bar->first.certainty == CERTAINTY_INTERVAL ? bar->first.high : bar->first.value);
        most = isfinite(bar->second.value) ? fmax(most, bar->second.value) : most;
    }
    return most > 0 ? most * 1.02 : 1;
}

static double panel_drawn(struct drawing *drawing, const struct worlds_told *told,
                          const struct panel_of_bars *panel, double top)
{
    const bool walks = panel->response->effects != NULL;
    const double bottom = top - TITLE - ROW * (double)panel->count;
    /* Shares in percent, which is what their axis says. */
    const struct scale widths = {0, walks ? most_of(panel) : 1, LEFT, RIGHT, false};
    const struct scale written = {0, walks ? widths.most : 100, LEFT, RIGHT, false};
    struct text title = {0};
    say_response(&title, told, panel->response);
    canvas_text(drawing, title.bytes, LONGEST_NAME, 2, top - TITLE * 0.45, "left", ink);
    text_free(&title);
    canvas_widths(drawing, &written, bottom, bottom, walks ? "" : "%");
    for (size_t i = 0; i < panel->count; i++)
        row_of(drawing, &widths, &panel->bars[i], top - TITLE - ROW * (double)i);
    return bottom - AXIS - GAP;
}

static struct panel_of_bars panel_of(struct drawing *drawing, const struct worlds_response *response)
{
    struct panel_of_bars panel = {.response = response};
    size_t *order = ARENA_NEW(&drawing->arena, size_t, drawing->results->worlds->factor_count);
    worlds_rank(response, drawing->results->worlds->factor_count, order);
    if (response->effects != NULL)
        bars_of_walks(drawing, &panel, order);
    else
        bars_of_rows(drawing, &panel, order);
    return panel;
}

static void head_and_foot(struct drawing *drawing, const struct worlds_told *told)
{
    const bool walks = drawing->results->worlds->by == WORLDS_MORRIS;
    struct text head = {0};
    say_title(&head, &drawing->results->measures[told->measure]);
    text_say(&head, walks ? ": by how much each number changes it, over its whole plausible range"
                          : ": the share of each number, and of luck, in what varies");
    canvas_lines(drawing, head.bytes, 2, 2, drawing->height - CANVAS_LINE * 0.6);
    text_free(&head);
    canvas_lines(drawing,
                 walks
                     ? "Dark: by how much, with its range; up: more of the number gives more. Pale: how far "
                       "that differs from world to world. Numbers that hardly matter are left out."
                     : "Dark: what the number does alone. Pale: with all that it does together with others. "
                       "The thin lines are ranges.",
                 3, 2, FOOT - CANVAS_LINE * 0.6);
}

static enum status figure_factors_draw(struct drawing *drawing, struct trouble *trouble)
{
    const struct worlds_told *told = told_of(drawing, trouble);
    const struct worlds_response *shown[PANELS];
    struct panel_of_bars panels[PANELS];
    if (told == NULL)
        return trouble_status(trouble);
    const size_t count = shown_of(told, shown);
    if (count == 0)
        return trouble_add(trouble, STATUS_BAD_INPUT, (struct place){.file = drawing->results->path},
                           "nothing varies between these worlds, so there is nothing to draw");
    drawing->height = HEAD + FOOT;
    for (size_t i = 0; i < count; i++) {
        panels[i] = panel_of(drawing, shown[i]);
        drawing->height += TITLE + ROW * (int)panels[i].count + AXIS + GAP;
    }
    double top = drawing->height - HEAD;
    head_and_foot(drawing, told);
    for (size_t i = 0; i < count; i++) {
        top = panel_drawn(drawing, told, &panels[i], top);
        for (size_t j = 0; j < panels[i].count; j++)
            text_free(&panels[i].bars[j].name);
    }
    canvas_end(drawing);
    text_say(&drawing->body, "plot NaN notitle\n");
    return STATUS_FINE;
}

static void figure_factors_words(struct drawing *drawing, struct text *out)
{
    struct trouble nobody_reads = {0};
    const struct worlds_told *told = told_of(drawing, &nobody_reads);
    const struct worlds_response *shown[PANELS];
    const size_t count = told == NULL ? 0 : shown_of(told, shown);
    text_say(out, drawing->results->worlds->by == WORLDS_MORRIS
                      ? "How much each number changes the answer over its plausible range. "
                      : "The share of each number, and of luck, in what varies. ");
    for (size_t i = 0; i < count; i++) {
        struct panel_of_bars panel = panel_of(drawing, shown[i]);
        text_say(out, i == 0 ? "" : ". ");
        say_response(out, told, shown[i]);
        text_say(out, ", the most first: ");
        for (size_t j = 0; j < panel.count; j++) {
            text_print(out, "%s%s", j == 0 ? "" : "; ", panel.bars[j].name.bytes);
            text_free(&panel.bars[j].name);
        }
    }
    text_say(out, count == 0 ? "Nothing varies." : ".");
    trouble_free(&nobody_reads);
}

const struct figure_rule figure_screening = {
    FIGURE_SCREENING, "holds no walks of plausible worlds (`by: morris`), so there is nothing to draw",
    in_walks, figure_factors_draw, figure_factors_words};
const struct figure_rule figure_indices = {
    FIGURE_INDICES, "holds no rows of plausible worlds (`by: sobol`), so there is nothing to draw", in_rows,
    figure_factors_draw, figure_factors_words};
