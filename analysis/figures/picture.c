#include "analysis/figures/picture.h"

#include <math.h>
#include <string.h>

#include "analysis/figures/gnuplot.h"
#include "analysis/plain/plain.h"
#include "analysis/plain/table.h"

static const double letter_width = 0.56; /* of its height, on average */
static const double margin = 8;          /* around a picture in a file of its own */
static const char *const ink_colour = "#111111";

static struct picture_shape *add_shape(struct picture *picture, struct picture_shape shape)
{
    if (picture->count == picture->room) {
        picture->room = 2 * picture->room + 64;
        picture->shapes = arena_grow(picture->arena, picture->shapes, picture->count, picture->room,
                                     sizeof *picture->shapes);
    }
    picture->shapes[picture->count] = shape;
    return &picture->shapes[picture->count++];
}

void picture_box(struct picture *picture, double x, double y, double to_x, double to_y, const char *colour,
                 double strength, const char *words)
{
    add_shape(picture, (struct picture_shape){.kind = SHAPE_BOX,
                                              .x = x,
                                              .y = y,
                                              .to_x = to_x,
                                              .to_y = to_y,
                                              .colour = colour,
                                              .strength = strength,
                                              .words = words});
}

void picture_frame(struct picture *picture, bool is_dashed)
{
    picture->shapes[picture->count - 1].is_framed = true;
    picture->shapes[picture->count - 1].is_dashed = is_dashed;
}

void picture_line(struct picture *picture, double x, double y, double to_x, double to_y, const char *colour)
{
    add_shape(picture, (struct picture_shape){
                           .kind = SHAPE_LINE, .x = x, .y = y, .to_x = to_x, .to_y = to_y, .colour = colour});
}

void picture_words(struct picture *picture, double x, double y, enum picture_place place, const char *words)
{
    add_shape(picture, (struct picture_shape){.kind = SHAPE_WORDS,
                                              .x = x,
                                              .y = y,
                                              .place = place,
                                              .words = arena_text(picture->arena, words, strlen(words))});
}

void picture_bold(struct picture *picture)
{
    picture->shapes[picture->count - 1].is_bold = true;
}

double picture_width(const char *words)
{
    return letter_width * PICTURE_LETTER * (double)text_width(words);
}

/* One line of words from `words` on: how many bytes fit. */
static size_t line_fits(const char *words, double width, struct arena *arena)
{
    size_t fits = 0;
    for (size_t end = 0; words[end] != '\0';) {
        end += strspn(words + end, " ");
        end += strcspn(words + end, " ");
        if (fits > 0 && picture_width(arena_text(arena, words, end)) > width)
            break;
        fits = end;
    }
    return fits;
}

/* Cuts a line so that an ellipsis has room behind it. */
static const char *cut_line(const char *line, double width, struct arena *arena)
{
    size_t length = strlen(line);
    while (length > 0 && picture_width(arena_print(arena, "%.*s...", (int)length, line)) > width)
        do
            length--;
        while (length > 0 && (line[length] & 0xC0) == 0x80);
    return arena_print(arena, "%.*s\xE2\x80\xA6", (int)length, line);
}

size_t picture_lines(struct picture *picture, double x, double y, double width, size_t lines,
                     enum picture_place place, const char *words)
{
    size_t count = 0;
    while (*words != '\0' && count < lines) {
        size_t length = line_fits(words, width, picture->arena);
        const char *line = arena_text(picture->arena, words, length);
        words += length;
        words += strspn(words, " ");
        if (*words != '\0' && count + 1 == lines)
            line = cut_line(arena_print(picture->arena, "%s %s", line, words), width, picture->arena);
        else if (picture_width(line) > width)
            line = cut_line(line, width, picture->arena);
        picture_words(picture, x, y + PICTURE_LINE * (double)count++, place, line);
    }
    return count;
}

size_t picture_lines_of(const char *words, double width)
{
    struct arena arena = {0};
    size_t count = 0;
    bool fits = true;
    while (*words != '\0' && fits) {
        size_t length = line_fits(words, width, &arena);
        fits = picture_width(arena_text(&arena, words, length)) <= width;
        words += length;
        words += strspn(words, " ");
        count++;
    }
    arena_free(&arena);
    return fits ? count : 0;
}

/* --- SVG --- */

static const char *colour_of(const struct picture_shape *shape)
{
    return shape->colour == NULL ? "currentColor" : shape->colour;
}

static void svg_box(const struct picture_shape *shape, struct text *out)
{
    text_print(out,
               "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\" fill-opacity=\"%.2f\"",
               shape->x, shape->y, shape->to_x - shape->x, shape->to_y - shape->y, colour_of(shape),
               shape->strength);
    if (shape->is_framed)
        text_print(out, " stroke=\"%s\"%s", colour_of(shape),
                   shape->is_dashed ? " stroke-dasharray=\"4 3\"" : "");
    if (shape->words == NULL) {
        text_say(out, "/>\n");
        return;
    }
    text_say(out, "><title>");
    plain_markup(out, shape->words);
    text_say(out, "</title></rect>\n");
}

static void svg_words(const struct picture_shape *shape, struct text *out)
{
    static const char *const anchors[] = {"start", "middle", "end"};
    text_print(out, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\"%s>", shape->x, shape->y,
               anchors[shape->place], shape->is_bold ? " font-weight=\"600\"" : "");
    plain_markup(out, shape->words);
    text_say(out, "</text>\n");
}

static void svg_shape(const struct picture_shape *shape, struct text *out)
{
    if (shape->kind == SHAPE_BOX)
        svg_box(shape, out);
    else if (shape->kind == SHAPE_WORDS)
        svg_words(shape, out);
    else
        text_print(out, "<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"%s\" stroke-opacity=\"%s\"/>\n", shape->x,
                   shape->y, shape->to_x, shape->to_y, colour_of(shape), shape->colour == NULL ? ".22" : "1");
}

double picture_wide(const struct picture *picture)
{
    return picture->width > 0 ? picture->width : PICTURE_WIDTH;
}

void picture_svg(const struct picture *picture, const struct picture_words *words, enum picture_use use,
                 struct text *out)
{
    double around = use == PICTURE_ALONE ? margin : 0;
    text_print(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"%.0f %.0f %.0f %.0f\"",
               0 - around, 0 - around, picture_wide(picture) + 2 * around, picture->height + 2 * around);
    if (use == PICTURE_ALONE)
        text_print(out, " width=\"%.0f\" height=\"%.0f\" style=\"background:#ffffff;color:%s\"",
                   2 * (picture_wide(picture) + 2 * around), 2 * (picture->height + 2 * around), ink_colour);
    text_say(out, " aria-label=\"");
    plain_markup(out, words->description);
    text_say(out, "\">\n<title>");
    plain_markup(out, words->title);
    text_say(out, "</title>\n<desc>");
    plain_markup(out, words->description);
    text_print(out,
               "</desc>\n<g font-family=\"sans-serif\" font-size=\"%d\" fill=\"currentColor\" "
               "stroke-width=\"1\">\n",
               PICTURE_LETTER);
    for (size_t i = 0; i < picture->count; i++)
        svg_shape(&picture->shapes[i], out);
    text_say(out, "</g>\n</svg>\n");
}

double picture_height(const struct picture *picture, double width)
{
    return (picture->height + 2 * margin) * width / (picture_wide(picture) + 2 * margin);
}

/* --- gnuplot --- */

struct canvas {
    double scale, height;
};

static void gnuplot_shape(const struct canvas *canvas, const struct picture_shape *shape, struct text *out)
{
    static const char *const places[] = {"left", "center", "right"};
    double x = shape->x * canvas->scale, y = canvas->height - shape->y * canvas->scale;
    double to_x = shape->to_x * canvas->scale, to_y = canvas->height - shape->to_y * canvas->scale;
    const char *colour = shape->colour == NULL ? ink_colour : shape->colour;
    if (shape->kind == SHAPE_BOX) {
        text_print(out,
                   "set object rectangle from %.2f,%.2f to %.2f,%.2f fillcolor rgb '%s' fillstyle "
                   "transparent solid %.2f ",
                   x, to_y, to_x, y, colour, shape->strength);
        text_print(out, shape->is_framed ? "border linecolor rgb '%s'\n" : "noborder\n", colour);
    } else if (shape->kind == SHAPE_LINE) {
        text_print(out, "set arrow from %.2f,%.2f to %.2f,%.2f nohead linewidth 0.7 linecolor rgb '%s'\n", x,
                   y, to_x, to_y, shape->colour == NULL ? "#c8c8c8" : colour);
    } else {
        text_say(out, "set label ");
        gnuplot_quote(out, shape->words, 0);
        text_print(out, " at %.2f,%.2f %s font ',%.1f' textcolor rgb '%s'\n", x,
                   y + 0.35 * PICTURE_LETTER * canvas->scale, places[shape->place],
                   0.75 * PICTURE_LETTER * canvas->scale, colour);
    }
}

void picture_gnuplot(const struct picture *picture, double width, struct text *out)
{
    const double wide = picture_wide(picture) + 2 * margin, scale = width / wide;
    const struct canvas canvas = {scale, picture->height * scale};
    for (size_t i = 0; i < picture->count; i++)
        gnuplot_shape(&canvas, &picture->shapes[i], out);
    text_print(
        out,
        "unset border\nunset tics\nunset key\nunset grid\nset lmargin at screen 0\nset rmargin at screen 1\n"
        "set tmargin at screen 1\nset bmargin at screen 0\nset xrange [%.2f:%.2f]\nset yrange [%.2f:%.2f]\n"
        "plot NaN notitle\n",
        -margin * scale, width - margin * scale, -margin * scale, canvas.height + margin * scale);
}
