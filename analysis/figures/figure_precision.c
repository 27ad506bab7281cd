/* How sure it was after each look: the mean of each design and its range, the least sure first, beside what
 * was wished; and in how many plausible worlds it was clear by then who is ahead. */
#include <math.h>
#include <stdio.h>

#include "analysis/figures/canvas.h"
#include "analysis/file/naming.h"
#include "analysis/numbers/looks.h"
#include "analysis/words/precision_text.h"

enum { HEAD = 46, TITLE = 30, PANEL = 122, AXIS = 42, FOOT = 44, WORLD_HEAD = 44, ROW = 24, GAP = 12 };
enum { LEFT = 62, RIGHT = DRAWING_WIDTH - 14, BARS = 112, BARS_END = DRAWING_WIDTH - 46 };
enum { MOST_SHOWN = 6, MOST_NUMBERS = 7, LONGEST_NAME = 32 };

static const char bar_colour[] = "#0072B2";
static const double percent = 100;

static size_t designs_shown(const struct looks *looks)
{
    return looks->design_count < MOST_SHOWN ? looks->design_count : MOST_SHOWN;
}

/* The looks side by side: each is at about half as many runs again, so that this is a scale of equal factors.
 */
static double place_of(const struct looks *looks, size_t look)
{
    const double room = (double)(RIGHT - LEFT) / (double)looks->count;
    return LEFT + room * ((double)look + 0.5);
}

/* Where all ranges and what was wished have room. */
static struct scale heights_of(const struct drawing *drawing, const struct looks *looks,
                               const struct looks_of_design *one, double bottom, double top)
{
    static const double room = 0.08;
    const struct look *last = &one->looks[looks->count - 1];
    const double wished = drawing->results->precision.within * fabs(last->mean);
    double least = last->mean - wished, most = last->mean + wished;
    for (size_t i = 0; i < looks->count; i++) {
        const double half = isfinite(one->looks[i].half) ? one->looks[i].half : 0;
        if (isnan(one->looks[i].mean))
            continue;
        least = fmin(least, one->looks[i].mean - half);
        most = fmax(most, one->looks[i].mean + half);
    }
    const double span = most > least ? most - least : 1,
                 factor = shown_factor(&drawing->results->measures[looks->measure]);
    return (struct scale){factor * (least - room * span), factor * (most + room * span), bottom, top, false};
}

static void band_of(struct drawing *drawing, const struct scale *heights, double mean)
{
    const double wished = drawing->results->precision.within * fabs(mean);
    const double low = scale_place(heights, mean - wished), high = scale_place(heights, mean + wished);
    if (drawing_on_terminal(drawing)) {
        canvas_line(drawing, LEFT, low, RIGHT, low, canvas_grey, 1, 1);
        canvas_line(drawing, LEFT, high, RIGHT, high, canvas_grey, 1, 1);
        return;
    }
    text_print(&drawing->body,
               "set object rectangle from first %d, first %.2f to first %d, first %.2f back fillcolor rgb "
               "'%s' fillstyle transparent solid 0.3 noborder\n",
               (int)LEFT, low, (int)RIGHT, high, canvas_grey);
}

/* "A  assembly only" and, at the other end, how well its mean is known at last. */
static void name_of(struct drawing *drawing, const struct looks_of_design *one, double y)
{
    char letter[LETTER_SIZE];
    struct text name = {0}, share = {0};
    text_print(&name, "%s  %s", design_letter(one->design, letter),
               drawing->results->designs.names[one->design]);
    canvas_text(drawing, name.bytes, LONGEST_NAME, 2, y, "left", ink);
    say_precision_share(&share, one->share);
    canvas_text(drawing, share.bytes, 0, RIGHT, y, "right", ink);
    text_free(&share);
    text_free(&name);
}

static void panel_of(struct drawing *drawing, const struct looks *looks, const struct looks_of_design *one,
                     double top)
{
    const double factor = shown_factor(&drawing->results->measures[looks->measure]);
    const double bottom = top - PANEL + GAP;
    const struct scale heights = heights_of(drawing, looks, one, bottom, top - TITLE);
    name_of(drawing, one, top - TITLE / 3.0);
    canvas_heights(drawing, &heights, LEFT, RIGHT);
    band_of(drawing, &heights, factor * one->looks[looks->count - 1].mean);
    for (size_t i = 0; i < looks->count; i++) {
        const struct look *look = &one->looks[i];
        const double x = place_of(looks, i);
        if (isnan(look->mean))
            continue;
        if (isfinite(look->half))
            canvas_line(drawing, x, scale_place(&heights, factor * (look->mean - look->half)), x,
                        scale_place(&heights, factor * (look->mean + look->half)), design_colour(one->design),
                        2.4, 1);
        canvas_point(drawing, x, scale_place(&heights, factor * look->mean), design_point(one->design),
                     design_colour(one->design));
    }
}

/* Numbers of runs below the panels; of many looks every second one, or fewer, and always the last. */
static void axis_of(struct drawing *drawing, const struct looks *looks, double y)
{
    const size_t stride = (looks->count + MOST_NUMBERS - 1) / MOST_NUMBERS;
    for (size_t i = 0; i < looks->count; i++) {
        char number[32];
        if ((looks->count - 1 - i) % stride != 0)
            continue;
        snprintf(number, sizeof number, "%zu", looks->designs[0].looks[i].runs);
        canvas_text(drawing, number, 0, place_of(looks, i), y, "center", ink);
    }
    canvas_text(drawing, "runs of each design", 0, (LEFT + RIGHT) / 2.0, y - CANVAS_LINE, "center", ink);
}

static void foot_of(struct drawing *drawing, const struct looks *looks, double y)
{
    struct text foot = {0};
    text_say(&foot, "Bar: 95 % range. Grey: what was wished, \xC2\xB1 ");
    say_number(&foot, percent * drawing->results->precision.within);
    text_say(&foot, " % of the last mean.");
    if (designs_shown(looks) < looks->design_count)
        text_print(&foot, " %zu designs that are surer are not shown.",
                   looks->design_count - designs_shown(looks));
    canvas_lines(drawing, foot.bytes, 2, 2, y);
    text_free(&foot);
}

static void say_of_what(struct text *out, const struct drawing *drawing, const struct looks *looks)
{
    say_plain(out, title_of(&drawing->results->measures[looks->measure]));
    text_say(out, precision_is_reached(&drawing->results->precision)
                      ? ": mean after each look, until it was sure enough"
                      : ": mean after each look, up to the most runs that are allowed");
}

static void draw_designs(struct drawing *drawing, const struct looks *looks, double top)
{
    struct text head = {0};
    if (looks->design_count == 0)
        return;
    say_of_what(&head, drawing, looks);
    canvas_lines(drawing, head.bytes, 2, 2, top - CANVAS_LINE * 0.6);
    text_free(&head);
    top -= HEAD;
    for (size_t i = 0; i < designs_shown(looks); i++) {
        panel_of(drawing, looks, &looks->designs[i], top);
        top -= PANEL;
    }
    axis_of(drawing, looks, top - CANVAS_LINE * 0.4);
    foot_of(drawing, looks, top - AXIS - CANVAS_LINE * 0.4);
}

static void say_of_which_worlds(struct text *out, const struct drawing *drawing, const struct looks *looks)
{
    text_print(out, "In how many of %zu plausible worlds it was clear%s whether %s ahead of ", looks->worlds,
               drawing->results->designs.count > 2 ? ", for every design," : "",
               drawing->results->designs.count > 2 ? "it is" : "the other design is");
    say_design(out, drawing->results, 0);
}

/* What is said of two designs takes two lines. */
static int world_head(const struct drawing *drawing)
{
    return drawing->results->designs.count > 2 ? WORLD_HEAD + CANVAS_LINE : WORLD_HEAD;
}

static void draw_worlds(struct drawing *drawing, const struct looks *looks, double top)
{
    static const double half = 7;
    const struct scale widths = {0, (double)looks->worlds, BARS, BARS_END, false};
    struct text head = {0};
    if (looks->worlds == 0)
        return;
    say_of_which_worlds(&head, drawing, looks);
    canvas_lines(drawing, head.bytes, 3, 2, top - CANVAS_LINE * 0.6);
    text_free(&head);
    top -= world_head(drawing);
    for (size_t i = 0; i < looks->world_look_count; i++) {
        const struct world_look *look = &looks->world_looks[i];
        const double y = top - ROW * ((double)i + 0.5), end = scale_place(&widths, (double)look->clear);
        char number[48];
        snprintf(number, sizeof number, i == 0 ? "after %zu runs" : "%zu", look->runs);
        canvas_text(drawing, number, 0, BARS - 8, y, "right", ink);
        if (drawing_on_terminal(drawing))
            canvas_line(drawing, BARS, y, end, y, ink, 1, 1);
        else
            canvas_bar(drawing, BARS, y - half, end, y + half, bar_colour);
        snprintf(number, sizeof number, "%zu", look->clear);
        canvas_text(drawing, number, 0, end + 6, y, "left", ink);
    }
}

static enum status nothing_to_draw(const struct drawing *drawing, struct trouble *trouble)
{
    return trouble_add(trouble, STATUS_BAD_INPUT, (struct place){.file = drawing->results->path},
                       "no run has a value of `%s`, of which it was to be sure, so there is nothing to draw",
                       drawing->results->precision.of);
}

static enum status figure_precision_draw(struct drawing *drawing, struct trouble *trouble)
{
    const struct looks looks = looks_of(drawing->results, &drawing->arena, trouble);
    if (trouble->count > 0)
        return trouble_status(trouble);
    if (looks.design_count == 0 && looks.worlds == 0)
        return nothing_to_draw(drawing, trouble);
    const int above = looks.design_count == 0 ? 0 : HEAD + PANEL * (int)designs_shown(&looks) + AXIS + FOOT;
    const int below = looks.worlds == 0 ? 0 : world_head(drawing) + ROW * (int)looks.world_look_count + GAP;
    drawing->height = above + below;
    draw_designs(drawing, &looks, drawing->height);
    draw_worlds(drawing, &looks, below);
    canvas_end(drawing);
    text_say(&drawing->body, "plot NaN notitle\n");
    return STATUS_FINE;
}

static void say_look(struct text *out, const struct drawing *drawing, const struct looks *looks,
                     const struct look *look)
{
    const struct results_measure *measure = &drawing->results->measures[looks->measure];
    say_value(out, measure, look->mean);
    if (isfinite(look->half)) {
        text_say(out, " (");
        say_values(out, measure, look->mean - look->half, look->mean + look->half);
        text_say(out, ")");
    }
    text_print(out, " after %zu runs", look->runs);
}

static void figure_precision_words(struct drawing *drawing, struct text *out)
{
    struct trouble nobody_reads = {0};
    const struct looks looks = looks_of(drawing->results, &drawing->arena, &nobody_reads);
    if (looks.design_count > 0) {
        say_of_what(out, drawing, &looks);
        text_say(out, ". ");
    }
    for (size_t i = 0; i < looks.design_count; i++) {
        const struct looks_of_design *one = &looks.designs[i];
        text_say(out, i == 0 ? "" : "; ");
        say_plain(out, drawing->results->designs.names[one->design]);
        text_say(out, ": ");
        if (looks.count > 1) {
            say_look(out, drawing, &looks, &one->looks[0]);
            text_say(out, ", ");
        }
        say_look(out, drawing, &looks, &one->looks[looks.count - 1]);
    }
    text_say(out, looks.design_count > 0 ? "." : "");
    if (looks.worlds > 0) {
        text_say(out, looks.design_count > 0 ? " " : "");
        say_of_which_worlds(out, drawing, &looks);
    }
    for (size_t i = 0; i < looks.world_look_count; i++)
        text_print(out, "%s%zu after %zu runs", i == 0 ? ": " : ", ", looks.world_looks[i].clear,
                   looks.world_looks[i].runs);
    text_say(out, looks.worlds > 0 ? "." : "");
    trouble_free(&nobody_reads);
}

const struct figure_rule figure_precision = {
    FIGURE_PRECISION,
    "does not hold how sure it was look by look: that takes `precision` in the scenario, or "
    "`most_replications` of its plausible worlds",
    looks_were_taken, figure_precision_draw, figure_precision_words};
