#include "analysis/report/inlined.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/report/attributes.h"
#include "analysis/report/html.h"
#include "base/require.h"

// clang-format off
/* The marks that the figures use, under the names that gnuplot gives them. */
const char inlined_marks[] =
    "<svg width=\"0\" height=\"0\" style=\"position:absolute\" aria-hidden=\"true\"><defs>"
    "<g stroke=\"currentColor\" stroke-width=\".19\" fill=\"none\">"
    "<path id=\"gpPt0\" d=\"M-1,0h2M0,-1v2\"/>"
    "<path id=\"gpPt1\" d=\"M-1,-1L1,1M1,-1L-1,1\"/>"
    "<path id=\"gpPt2\" d=\"M-1,0h2M0,-1v2M-1,-1L1,1M-1,1L1,-1\"/>"
    "<rect id=\"gpPt3\" x=\"-1\" y=\"-1\" width=\"2\" height=\"2\"/>"
    "<rect id=\"gpPt4\" fill=\"currentColor\" x=\"-1\" y=\"-1\" width=\"2\" height=\"2\"/>"
    "<circle id=\"gpPt5\" r=\"1\"/>"
    "<circle id=\"gpPt6\" fill=\"currentColor\" stroke=\"none\" r=\"1\"/>"
    "<path id=\"gpPt7\" d=\"M0,-1.33L-1.33,.67h2.66z\"/>"
    "<path id=\"gpPt8\" fill=\"currentColor\" stroke=\"none\" d=\"M0,-1.33L-1.33,.67h2.66z\"/>"
    "<path id=\"gpPt9\" d=\"M0,1.33L-1.33,-.67h2.66z\"/>"
    "<path id=\"gpPt10\" fill=\"currentColor\" stroke=\"none\" d=\"M0,1.33L-1.33,-.67h2.66z\"/>"
    "<path id=\"gpPt11\" d=\"M0,-1.41L1.41,0L0,1.41L-1.41,0z\"/>"
    "<path id=\"gpPt12\" fill=\"currentColor\" stroke=\"none\" d=\"M0,-1.41L1.41,0L0,1.41L-1.41,0z\"/>"
    "<path id=\"gpPt13\" d=\"M0,1.33L1.265,.411L.782,-1.067L-.782,-1.076L-1.265,.411z\"/>"
    "<path id=\"gpPt14\" fill=\"currentColor\" stroke=\"none\" d=\"M0,1.33L1.265,.411L.782,-1.067L-.782,-1.076L-1.265,.411z\"/>"
    "<circle id=\"gpDot\" r=\".5\" stroke-width=\".5\"/></g></defs></svg>\n";
// clang-format on

enum { DEEPEST = 32 };

/* Copies a drawing tag by tag. A group is opened only when something stands in it, and closed only when what
 * is seen next stands in other groups: groups of the same attributes, one after the other, become one. */
struct copy {
    struct text *page;
    const char *prefix;
    struct text opened[DEEPEST]; /* attributes of the groups that are open in the source */
    size_t depth;
    struct text standing[DEEPEST]; /* of those that are open in the page */
    size_t standing_depth;
    struct text title; /* what the next mark is called, or nothing */
    struct text grid;  /* lines that help the eye */
    size_t grid_at;    /* where in the page they belong */
};

static void close_standing(struct copy *copy, size_t depth)
{
    for (; copy->standing_depth > depth; copy->standing_depth--)
        text_say(copy->page, "</g>");
}

/* Something is seen: the groups around it are those that stand in the page. */
static void write_groups(struct copy *copy)
{
    size_t same = 0;
    while (same < copy->depth && same < copy->standing_depth &&
           strcmp(copy->opened[same].bytes, copy->standing[same].bytes) == 0)
        same++;
    close_standing(copy, same);
    for (; copy->standing_depth < copy->depth; copy->standing_depth++) {
        struct text *standing = &copy->standing[copy->standing_depth];
        text_print(copy->page, "<g%s>", copy->opened[copy->standing_depth].bytes);
        standing->length = 0;
        text_say(standing, copy->opened[copy->standing_depth].bytes);
    }
}

/* gnuplot's own script would show it; here it becomes the title of the mark. */
static void keep_title(struct copy *copy, struct piece tag)
{
    static const char shown[] = "showHypertext(evt,'";
    const char *at = memmem(tag.at, tag.length, shown, sizeof shown - 1);
    const char *from = at == NULL ? NULL : at + sizeof shown - 1;
    const char *to = from == NULL ? NULL : memchr(from, '\'', (size_t)(tag.at + tag.length - from));
    if (to == NULL)
        return;
    copy->title.length = 0;
    text_add(&copy->title, from, (size_t)(to - from));
}

static void open_group(struct copy *copy, struct piece tag)
{
    require(copy->depth < DEEPEST);
    struct text *attributes = &copy->opened[copy->depth];
    attributes->length = 0;
    text_say(attributes, "");
    attributes_copy(attributes, tag.at + 2, tag.at + tag.length, copy->prefix);
    keep_title(copy, tag);
    copy->depth++;
}

static void close_group(struct copy *copy)
{
    require(copy->depth > 0);
    copy->title.length = 0;
    copy->depth--;
}

static void copy_element(struct copy *copy, struct piece tag)
{
    const size_t name = strcspn(tag.at + 1, " \t\r\n/>");
    const bool whole = tag.at[tag.length - 1] == '/';
    const bool is_named = copy->title.length > 0 && piece_begins(tag.at, "<use ");
    write_groups(copy);
    text_add(copy->page, tag.at, name + 1);
    attributes_copy(copy->page, tag.at + name + 1, tag.at + tag.length, copy->prefix);
    if (is_named) {
        text_say(copy->page, "><title>");
        html_text(copy->page, copy->title.bytes);
        text_say(copy->page, "</title></use>");
    } else {
        text_say(copy->page, whole ? "/>" : ">");
    }
}

/* Lines that help the eye are one path, behind all else, in the style of the page. */
static bool take_grid_line(struct copy *copy, struct piece tag)
{
    struct piece class, corners;
    if (!piece_begins(tag.at, "<path") || attribute_of(tag, "class", &class) == NULL ||
        !piece_is(class, "gridline") || attribute_of(tag, "d", &corners) == NULL)
        return false;
    if (copy->grid.length == 0) {
        close_standing(copy, 1); /* so that nothing but the drawing as a whole is around them */
        copy->grid_at = copy->page->length;
    }
    attribute_path(&copy->grid, corners);
    return true;
}

/* A rectangle that stands upright, in whole pixels, as the shortest path there is; false where it is another
 * shape. */
static bool band_is_upright(struct text *page, struct piece corners)
{
    enum { CORNERS = 4 };
    double x[CORNERS + 1], y[CORNERS + 1];
    size_t count = 0;
    const char *at = corners.at, *end = corners.at + corners.length;
    while (count <= CORNERS && corner_take(&at, end, &x[count], &y[count]))
        count++;
    for (size_t i = 0; i < count; i++) {
        x[i] = round(x[i]);
        y[i] = round(y[i]);
    }
    if (count != CORNERS || y[0] != y[1] || x[1] != x[2] || y[2] != y[3] || x[3] != x[0])
        return false;
    text_print(page, "\" d=\"M%.0f,%.0fh%.0fv%.0fh%.0f\"/>", x[0], y[0], x[1] - x[0], y[2] - y[1],
               x[3] - x[2]);
    return true;
}

/* A pale band: whole pixels are enough for its edges. */
static bool take_band(struct copy *copy, struct piece tag)
{
    struct piece corners, fill, opacity;
    struct text upright = {0};
    double x, y, last_x = INFINITY, last_y = INFINITY;
    if (!piece_begins(tag.at, "<polygon") || attribute_of(tag, "points", &corners) == NULL ||
        attribute_of(tag, "fill", &fill) == NULL || attribute_of(tag, "fill-opacity", &opacity) == NULL)
        return false;
    write_groups(copy);
    const bool is_upright = band_is_upright(&upright, corners);
    text_say(copy->page, is_upright ? "<path fill=\"" : "<polygon fill=\"");
    attribute_colour(copy->page, fill);
    text_say(copy->page, "\" fill-opacity=\"");
    attribute_numbers(copy->page, opacity);
    if (is_upright) {
        text_say(copy->page, upright.bytes);
        text_free(&upright);
        return true;
    }
    text_say(copy->page, "\" points=\"");
    const char *at = corners.at, *end = corners.at + corners.length;
    while (corner_take(&at, end, &x, &y)) {
        if (round(x) != last_x || round(y) != last_y)
            text_print(copy->page, "%s%.0f,%.0f", isinf(last_x) ? "" : " ", x, y);
        last_x = round(x);
        last_y = round(y);
    }
    text_say(copy->page, "\"/>");
    return true;
}

/* gnuplot draws a disc as a polygon of hundred corners. */
static bool take_disc(struct copy *copy, struct piece tag)
{
    enum { FEWEST_CORNERS = 24, MOST_CORNERS = 2000 };
    static const double rounder = 0.03;
    struct piece corners, fill;
    double x[MOST_CORNERS], y[MOST_CORNERS], middle_x = 0, middle_y = 0, least = INFINITY, most = 0;
    size_t count = 0;
    if (!piece_begins(tag.at, "<polygon") || attribute_of(tag, "points", &corners) == NULL ||
        attribute_of(tag, "fill", &fill) == NULL)
        return false;
    const char *at = corners.at, *end = corners.at + corners.length;
    while (count < MOST_CORNERS && corner_take(&at, end, &x[count], &y[count])) {
        middle_x += x[count];
        middle_y += y[count++];
    }
    middle_x /= (double)count;
    middle_y /= (double)count;
    for (size_t i = 0; i < count; i++) {
        least = fmin(least, hypot(x[i] - middle_x, y[i] - middle_y));
        most = fmax(most, hypot(x[i] - middle_x, y[i] - middle_y));
    }
    if (count < FEWEST_CORNERS || count == MOST_CORNERS || most - least > rounder * most + 0.1)
        return false;
    write_groups(copy);
    text_print(copy->page, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"", middle_x, middle_y, most);
    attribute_colour(copy->page, fill);
    text_say(copy->page, "\"/>");
    return true;
}

/* A label is a group that is moved and has one text in it: it becomes that text. Past its end; `open` itself
 * where it is something else. */
static const char *past_label(struct copy *copy, const char *open)
{
    static const char begin[] = "<g transform=\"translate(", text[] = "<text>", text_end[] = "</text>",
                      end[] = "</g>";
    struct piece fill, anchor;
    double x, y;
    const char *close = strchr(open, '>'), *at = open + sizeof begin - 1;
    const struct piece tag = {open, (size_t)(close - open)};
    if (!piece_begins(open, begin) || !corner_take(&at, close, &x, &y) || !piece_begins(at, ")\"") ||
        attribute_of(tag, "fill", &fill) == NULL || attribute_of(tag, "text-anchor", &anchor) == NULL ||
        (!piece_begins(fill.at, "rgb(17,17,17)") && !piece_is(fill, "black")))
        return open;
    const char *letters = close + 1 + strspn(close + 1, " \t\r\n");
    const char *letters_end = piece_begins(letters, text) ? strstr(letters, text_end) : NULL;
    if (letters_end == NULL)
        return open;
    const char *after = letters_end + sizeof text_end - 1;
    after += strspn(after, " \t\r\n");
    letters += sizeof text - 1 + strspn(letters + sizeof text - 1, " \t\r\n");
    if (!piece_begins(after, end) || memchr(letters, '<', (size_t)(letters_end - letters)) != NULL)
        return open;
    write_groups(copy);
    text_say(copy->page, "<text x=\"");
    attribute_place(copy->page, x);
    text_say(copy->page, "\" y=\"");
    attribute_place(copy->page, y);
    text_print(copy->page, piece_is(anchor, "middle") ? "\" class=\"m\">"
                           : piece_is(anchor, "end")  ? "\" class=\"e\">"
                                                      : "\">");
    text_add(copy->page, letters, (size_t)(letters_end - letters));
    text_say(copy->page, "</text>");
    return after + sizeof end - 1;
}

/* What stands between two tags is seen within a text alone. */
static void copy_letters(struct copy *copy, const char *from, const char *to)
{
    from += strspn(from, " \t\r\n");
    if (from < to)
        text_add(copy->page, from, (size_t)(to - from));
}

/* Past the end of the element that begins at `at`, where nothing of it is copied; `at` itself else. */
static const char *past_skipped(const char *at)
{
    static const char *const skipped[][2] = {{"<title>", "</title>"},
                                             {"<!--", "-->"},
                                             {"<defs>\n\n\t<circle id='gpDot'", "</defs>"},
                                             {"<rect x=\"0\" y=\"0\"", "/>"}};
    for (size_t i = 0; i < sizeof skipped / sizeof *skipped; i++) {
        const char *end = piece_begins(at, skipped[i][0]) ? strstr(at, skipped[i][1]) : NULL;
        if (end != NULL)
            return end + strlen(skipped[i][1]);
    }
    return at;
}

static void copy_drawing(struct copy *copy, const char *at, const char *end)
{
    bool is_text = false;
    while (at < end) {
        const char *open = strchr(at, '<');
        if (is_text)
            copy_letters(copy, at, open);
        if (open >= end)
            break;
        at = past_skipped(open);
        if (at == open)
            at = past_label(copy, open);
        if (at != open)
            continue;
        const char *close = strchr(open, '>');
        require(close != NULL && close < end); /* analysis/figures/drawn.h */
        const struct piece tag = {open, (size_t)(close - open)};
        is_text = piece_begins(open, "<text") || piece_begins(open, "<tspan");
        if (piece_begins(open, "<g ") || piece_begins(open, "<g>"))
            open_group(copy, tag);
        else if (piece_begins(open, "</g>"))
            close_group(copy);
        else if (open[1] == '/')
            text_add(copy->page, tag.at, tag.length + 1);
        else if (!take_grid_line(copy, tag) && !take_band(copy, tag) && !take_disc(copy, tag))
            copy_element(copy, tag);
        at = close + 1;
    }
    close_standing(copy, 0);
}

/* What gnuplot writes: an opening tag, title, description, one group, the closing tag. */
void inlined_drawing(struct text *page, const struct text *drawing, const char *prefix, const char *label)
{
    static const char box[] = "viewBox=\"", canvas[] = "<g id=\"gnuplot_canvas\"", closing[] = "</svg>";
    const char *view = strstr(drawing->bytes, box), *start = strstr(drawing->bytes, canvas);
    const char *end = start == NULL ? NULL : strstr(start, closing);
    struct text body = {0};
    struct copy copy = {.page = &body, .prefix = prefix};
    require(view != NULL && end != NULL); /* analysis/figures/drawn.h */
    view += sizeof box - 1;
    text_say(page, "<svg role=\"img\" aria-label=\"");
    html_text(page, label);
    text_print(page, "\" viewBox=\"%.*s\">", (int)strcspn(view, "\""), view);
    copy_drawing(&copy, start, end);
    text_add(page, body.bytes, copy.grid_at);
    if (copy.grid.length > 0)
        text_print(page, "<path class=\"gl\" d=\"%s\"/>", copy.grid.bytes);
    text_print(page, "%s</svg>\n", body.bytes + copy.grid_at);
    text_free(&body);
    text_free(&copy.grid);
    for (size_t i = 0; i < DEEPEST; i++) {
        text_free(&copy.opened[i]);
        text_free(&copy.standing[i]);
    }
    text_free(&copy.title);
}
