#include "analysis/figures/canvas.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "analysis/figures/gnuplot.h"
#include "analysis/plain/table.h"

const char *const canvas_grey = "#8c8c8c";

static const double faint = 0.4;

double scale_place(const struct scale *scale, double value)
{
    const double share = scale->log ? log(value / scale->least) / log(scale->most / scale->least)
                                    : (value - scale->least) / (scale->most - scale->least);
    return scale->from + share * (scale->to - scale->from);
}

/* 1, 2 and 5 times a power of ten where there are few decades, else the powers alone. */
static size_t log_ticks(const struct scale *scale, double ticks[MOST_TICKS])
{
    static const double steps[] = {1, 2, 5}, few = 2.2, many = 6;
    const double decades = log10(scale->most / scale->least);
    const size_t each = decades < few ? 3 : 1;
    const int stride = decades > many ? (int)ceil(decades / many) : 1;
    size_t count = 0;
    for (int power = (int)floor(log10(scale->least)); power <= (int)ceil(log10(scale->most)); power++)
        for (size_t i = 0; i < each && power % stride == 0; i++) {
            double tick = steps[i] * pow(10, power);
            if (tick >= scale->least && tick <= scale->most && count < MOST_TICKS)
                ticks[count++] = tick;
        }
    return count;
}

size_t scale_ticks(const struct scale *scale, double ticks[MOST_TICKS])
{
    static const double wanted = 5, two = 2, five = 5, ten = 10;
    if (scale->log)
        return log_ticks(scale, ticks);
    const double rough = (scale->most - scale->least) / wanted, power = pow(ten, floor(log10(rough)));
    const double step = power * (rough / power > five  ? ten
                                 : rough / power > two ? five
                                 : rough / power > 1   ? two
                                                       : 1);
    const double first = ceil(scale->least / step);
    size_t count = 0;
    while (count < MOST_TICKS && (first + (double)count) * step <= scale->most) {
        ticks[count] = (first + (double)count) * step;
        count++;
    }
    return count;
}

void canvas_text(struct drawing *drawing, const char *text, size_t longest, double x, double y,
                 const char *style, const char *colour)
{
    char place[64], whole[96];
    snprintf(place, sizeof place, "first %.2f, first %.2f", x, y);
    snprintf(whole, sizeof whole, "%s front textcolor rgb '%s'", style, colour);
    drawing_label(drawing, text, longest, place, whole);
}

/* Bytes of the longest beginning that has no more letters than a line, and ends before a space. */
static size_t line_of(const char *text)
{
    size_t broken = 0, letters = 0, i = 0;
    for (; text[i] != '\0' && letters <= CANVAS_LETTERS; letters++) {
        const size_t sequence = utf8_sequence(text + i, strlen(text + i));
        broken = text[i] == ' ' ? i : broken;
        i += sequence == 0 ? 1 : sequence;
    }
    return (text[i] == '\0' && letters <= CANVAS_LETTERS) || broken == 0 ? i : broken;
}

void canvas_lines(struct drawing *drawing, const char *text, size_t lines, double x, double y)
{
    for (size_t line = 0; *text != '\0'; line++) {
        const size_t length = line + 1 < lines ? line_of(text) : strlen(text);
        struct text part = {0};
        text_add(&part, text, length);
        canvas_text(drawing, part.bytes, CANVAS_LETTERS, x, y - CANVAS_LINE * (double)line, "left", ink);
        text_free(&part);
        text += length + (text[length] == ' ' ? 1 : 0);
    }
}

void canvas_line(struct drawing *drawing, double x, double y, double to_x, double to_y, const char *colour,
                 double width, int dash)
{
    text_print(&drawing->body,
               "set arrow from first %.2f,%.2f to first %.2f,%.2f nohead back linewidth %.2f dashtype %d "
               "linecolor rgb '%s'\n",
               x, y, to_x, to_y, width, dash, colour);
}

void canvas_bar(struct drawing *drawing, double x, double y, double to_x, double to_y, const char *colour)
{
    text_print(&drawing->body,
               "set object rectangle from first %.2f,%.2f to first %.2f,%.2f back fillcolor rgb '%s' "
               "fillstyle solid 1 noborder\n",
               x, y, to_x, to_y, colour);
}

void canvas_point(struct drawing *drawing, double x, double y, int kind, const char *colour)
{
    text_print(&drawing->body,
               "set label '' at first %.2f, first %.2f front point pointtype %d pointsize 0.6 linecolor rgb "
               "'%s'\n",
               x, y, kind, colour);
}

/* Without noughts that say nothing; -0 is 0. */
static void tick_text(char *text, size_t size, double tick, double least_step, const char *unit)
{
    snprintf(text, size, "%.6g%s%s", fabs(tick) < least_step / 1000 ? 0 : tick, unit[0] == '\0' ? "" : " ",
             unit);
}

void canvas_heights(struct drawing *drawing, const struct scale *heights, double left, double right)
{
    static const double beside = 6;
    double ticks[MOST_TICKS];
    const size_t count = scale_ticks(heights, ticks);
    for (size_t i = 0; i < count; i++) {
        char number[40];
        const double y = scale_place(heights, ticks[i]);
        tick_text(number, sizeof number, ticks[i], heights->most - heights->least, "");
        if (!drawing_on_terminal(drawing))
            canvas_line(drawing, left, y, right, y, canvas_grey, faint, 1);
        canvas_text(drawing, number, 0, left - beside, y, "right", ink);
    }
}

void canvas_widths(struct drawing *drawing, const struct scale *widths, double bottom, double top,
                   const char *unit)
{
    static const double letter = 8;
    double ticks[MOST_TICKS], taken = -INFINITY;
    const size_t count = scale_ticks(widths, ticks);
    canvas_line(drawing, widths->from, bottom, widths->to, bottom, canvas_grey, 1, 1);
    for (size_t i = 0; i < count; i++) {
        char number[64];
        const double x = scale_place(widths, ticks[i]);
        tick_text(number, sizeof number, ticks[i], widths->most - widths->least, unit);
        const double half = letter * (double)text_width(number) / 2;
        if (!drawing_on_terminal(drawing))
            canvas_line(drawing, x, bottom, x, top, canvas_grey, faint, 1);
        if (x - half < taken)
            continue;
        taken = x + half + letter;
        canvas_text(drawing, number, 0, x, bottom - CANVAS_LINE * 0.7, "center", ink);
    }
}

void canvas_end(struct drawing *drawing)
{
    text_print(
        &drawing->body,
        "unset border\nunset tics\nunset grid\nunset key\nset lmargin at screen 0\nset rmargin at screen 1\n"
        "set bmargin at screen %.5f\nset tmargin at screen %.5f\nset xrange [0:%d]\nset yrange [0:%d]\n",
        drawing_screen(drawing, 0), drawing_screen(drawing, 1), DRAWING_WIDTH, drawing->height);
}
