#include "analysis/report/attributes.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool piece_is(struct piece piece, const char *word)
{
    return piece.length == strlen(word) && strncmp(piece.at, word, piece.length) == 0;
}

bool piece_begins(const char *at, const char *word)
{
    return strncmp(at, word, strlen(word)) == 0;
}

/* Takes `name="value"` or `name = 'value'` at `*at`, before `end`; false where there is none any more. */
bool attribute_take(const char **at, const char *end, struct piece *name, struct piece *value)
{
    static const char blanks[] = " \t\r\n";
    const char *here = *at + strspn(*at, blanks);
    const char *equals = here < end ? memchr(here, '=', (size_t)(end - here)) : NULL;
    if (equals == NULL)
        return false;
    const char *open = equals + 1 + strspn(equals + 1, blanks);
    const char *close = open + 1 < end ? memchr(open + 1, *open, (size_t)(end - open - 1)) : NULL;
    if (close == NULL)
        return false;
    *name = (struct piece){here, strcspn(here, "= \t\r\n")};
    *value = (struct piece){open + 1, (size_t)(close - open - 1)};
    *at = close + 1;
    return true;
}

/* What the style of the page says, or what holds anyway. */
static bool needless(struct piece name, struct piece value)
{
    static const char *const usual[][2] = {
        {"stroke-linecap", "butt"}, {"stroke-linejoin", "miter"}, {"font-family", "sans-serif"},
        {"font-size", "14.00"},     {"color", "black"},           {"class", "gridline"}};
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (piece_is(name, usual[i][0]) && piece_is(value, usual[i][1]))
            return true;
    return (piece_is(name, "id") && piece_begins(value.at, "gnuplot_plot_")) ||
           piece_begins(name.at, "onmouse");
}

/* A number with one digit behind the point where there are more, and without noughts at its end. Returns how
 * many bytes were read; 0 where there is no number. */
static size_t add_number(struct text *out, const char *at, const char *end)
{
    char number[32];
    const size_t length = strspn(at, "-0123456789."), room = (size_t)(end - at);
    if (length == 0 || length > room || length >= sizeof number)
        return 0;
    memcpy(number, at, length);
    number[length] = '\0';
    const char *point = strchr(number, '.');
    if (point != NULL && strlen(point) > 2) {
        const double tens = round(strtod(number, NULL) * 10) / 10;
        snprintf(number, sizeof number, "%.1f", tens == 0 ? 0 : tens);
    }
    if (strchr(number, '.') != NULL && number[strlen(number) - 1] == '0')
        *strchr(number, '.') = '\0';
    text_say(out, number);
    return length;
}

/* Coordinates and widths: numbers are rounded, spaces put together. */
void attribute_numbers(struct text *out, struct piece value)
{
    const char *at = value.at, *end = value.at + value.length;
    while (end > at && end[-1] == ' ')
        end--;
    while (at < end) {
        const size_t taken = add_number(out, at, end);
        if (taken == 0 && !(at[0] == ' ' && (at[1] == ' ' || (at[1] >= 'A' && at[1] <= 'Z'))))
            text_add(out, at, 1);
        at += taken == 0 ? 1 : taken;
    }
}

/* Corners of a line, one behind the other: one that is nearer than this to the last that was kept is left
 * out.
 */
static const double nearest = 0.4;

/* Takes "x,y" at `*at`; false where there is none. */
bool corner_take(const char **at, const char *end, double *x, double *y)
{
    char *after;
    const char *here = *at + strspn(*at, " \t\r\n");
    if (here >= end || strspn(here, "-0123456789.") == 0)
        return false;
    *x = strtod(here, &after);
    if (*after != ',')
        return false;
    *y = strtod(after + 1, &after);
    *at = after;
    return after <= end;
}

void attribute_place(struct text *out, double place)
{
    char number[40];
    const int length = snprintf(number, sizeof number, "%.1f", place);
    attribute_numbers(out, (struct piece){number, (size_t)length});
}

static void add_corner(struct text *out, double x, double y)
{
    attribute_place(out, x);
    text_say(out, ",");
    attribute_place(out, y);
}

/* "10.123,7.001 10.2,7.1 ..." of a polygon. */
static void add_corners(struct text *out, struct piece value)
{
    const char *at = value.at, *end = value.at + value.length;
    double x, y, last_x = INFINITY, last_y = INFINITY;
    size_t count = 0;
    while (corner_take(&at, end, &x, &y)) {
        if (fabs(x - last_x) < nearest && fabs(y - last_y) < nearest)
            continue;
        text_say(out, count++ == 0 ? "" : " ");
        add_corner(out, x, y);
        last_x = x;
        last_y = y;
    }
}

/* "M1,2 L1,3 L1,4 ...": lines alone; other paths are copied. The last corner of each line stays. */
void attribute_path(struct text *out, struct piece value)
{
    const char *at = value.at, *end = value.at + value.length;
    double last_x = INFINITY, last_y = INFINITY;
    while (at < end) {
        const char *command = at + strspn(at, " \t\r\n");
        double x, y;
        at = command + 1;
        if (command >= end || (*command != 'M' && *command != 'L') || !corner_take(&at, end, &x, &y)) {
            attribute_numbers(out, (struct piece){command, command < end ? (size_t)(end - command) : 0});
            return;
        }
        const bool is_last = at + strspn(at, " \t\r\n") >= end || at[strspn(at, " \t\r\n")] != 'L';
        if (*command == 'L' && !is_last && fabs(x - last_x) < nearest && fabs(y - last_y) < nearest)
            continue;
        text_add(out, command, 1);
        add_corner(out, x, y);
        last_x = x;
        last_y = y;
    }
}

/* "rgb(  0, 114, 178)" as "#0072b2"; black and gnuplot's ink are the page's. */
void attribute_colour(struct text *out, struct piece value)
{
    static const unsigned ink = 17;
    unsigned red, green, blue;
    char colour[40];
    snprintf(colour, sizeof colour, "%.*s", (int)value.length, value.at);
    const bool is_read = sscanf(colour, "rgb(%u,%u,%u)", &red, &green, &blue) == 3;
    if (piece_is(value, "black") || (is_read && red == ink && green == ink && blue == ink))
        text_say(out, "currentColor");
    else if (is_read)
        text_print(out, "#%02x%02x%02x", red & 0xff, green & 0xff, blue & 0xff);
    else
        text_add(out, value.at, value.length);
}

/* Marks are those of the page; all else that is named is named within its drawing. */
static void add_reference(struct text *out, struct piece value, const char *prefix)
{
    static const char place[] = "url(#";
    const size_t skipped = piece_begins(value.at, place) ? sizeof place - 1
                           : piece_begins(value.at, "#") ? 1
                                                         : 0;
    text_add(out, value.at, skipped);
    if (!piece_begins(value.at, "#gp"))
        text_say(out, prefix);
    text_add(out, value.at + skipped, value.length - skipped);
}

/* clip-path="url(#x)" and the like refer to something as href does. */
static bool refers(struct piece name, struct piece value)
{
    return piece_is(name, "id") || piece_is(name, "href") || piece_begins(value.at, "url(#");
}

static bool measures(struct piece name)
{
    static const char *const names[] = {"d",      "transform", "points",       "x",        "y", "width",
                                        "height", "r",         "stroke-width", "font-size"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (piece_is(name, names[i]))
            return true;
    return false;
}

void attributes_copy(struct text *out, const char *at, const char *end, const char *prefix)
{
    static const char link[] = "xlink:";
    struct piece name, value;
    while (attribute_take(&at, end, &name, &value)) {
        if (needless(name, value))
            continue;
        if (piece_begins(name.at, link))
            name = (struct piece){name.at + sizeof link - 1, name.length - (sizeof link - 1)};
        text_say(out, " ");
        text_add(out, name.at, name.length);
        text_say(out, "=\"");
        if (refers(name, value))
            add_reference(out, value, prefix);
        else if (piece_is(name, "points"))
            add_corners(out, value);
        else if (piece_is(name, "d"))
            attribute_path(out, value);
        else if (measures(name))
            attribute_numbers(out, value);
        else if (piece_is(name, "color") || piece_is(name, "stroke") || piece_is(name, "fill"))
            attribute_colour(out, value);
        else
            text_add(out, value.at, value.length);
        text_say(out, "\"");
    }
}

/* Where an element has all of what is looked for; NULL where it has not. */
const char *attribute_of(struct piece tag, const char *wanted, struct piece *value)
{
    const char *at = tag.at + strcspn(tag.at, " \t\r\n"), *end = tag.at + tag.length;
    struct piece name;
    while (attribute_take(&at, end, &name, value))
        if (piece_is(name, wanted))
            return value->at;
    return NULL;
}
