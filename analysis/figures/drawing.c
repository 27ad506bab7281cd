#include "analysis/figures/drawing.h"

#include <stdio.h>
#include <string.h>

#include "analysis/figures/gnuplot.h"
#include "analysis/file/naming.h"

enum { LETTERS = 26, LONGEST_NAME = 38, WIDTH_ACROSS = 48, WIDTH_UP = 26, AXIS_LINES = 3 };

const char *const ink = "#111111";

// clang-format off
/* Okabe and Ito 2008, "Color Universal Design", in the order that keeps neighbours apart on white and on black. */
static const struct {const char *colour; int dash, point;} marks[] = {
    {"#0072B2", 1, 7}, {"#D55E00", 2, 5}, {"#009E73", 4, 9}, {"#CC79A7", 3, 13}, {"#E69F00", 5, 11}, {"#56B4E9", 2, 6},
    {"#8C8C8C", 1, 4},
};
// clang-format on
enum { MARKS = sizeof marks / sizeof *marks };

bool drawing_on_terminal(const struct drawing *drawing)
{
    return drawing->request->format == FIGURE_TERMINAL;
}

int drawing_height(const struct drawing *drawing)
{
    return drawing->height + drawing->above + drawing->below;
}

double drawing_screen(const struct drawing *drawing, double share)
{
    return (drawing->below + share * drawing->height) / drawing_height(drawing);
}

char *design_letter(size_t design, char letter[LETTER_SIZE])
{
    if (design < LETTERS)
        snprintf(letter, LETTER_SIZE, "%c", (char)('A' + design));
    else
        snprintf(letter, LETTER_SIZE, "%c%u", (char)('A' + design % LETTERS),
                 (unsigned)(design / LETTERS + 1) % 1000000);
    return letter;
}

const char *design_colour(size_t design)
{
    return marks[design % MARKS].colour;
}

const char *category_colour(size_t category)
{
    static const char *const colours[] = {"#7a5195", "#2f7f79", "#a6611a", "#5c6f2e", "#b0413e", "#4b6584"};
    return colours[category % (sizeof colours / sizeof *colours)];
}

int design_dash(size_t design)
{
    return marks[design % MARKS].dash;
}

int design_point(size_t design)
{
    return marks[design % MARKS].point;
}

void drawing_axis_text(struct drawing *drawing, const char *axis, const char *text)
{
    text_print(&drawing->body, "set %slabel ", axis);
    gnuplot_quote_lines(&drawing->body, text, axis[0] == 'x' ? WIDTH_ACROSS : WIDTH_UP, AXIS_LINES);
    text_print(&drawing->body, " textcolor rgb '%s'\n", ink);
}

void drawing_axis(struct drawing *drawing, const char *axis, const struct results_measure *measure)
{
    struct text label = {0};
    const char *unit = unit_of_axis(measure->unit);
    if (!drawing->request->is_titled || unit == NULL)
        say_title(&label, measure);
    else
        text_say(&label, unit);
    if (label.length > 0)
        drawing_axis_text(drawing, axis, label.bytes);
    text_free(&label);
}

void drawing_label(struct drawing *drawing, const char *text, size_t longest, const char *place,
                   const char *style)
{
    text_say(&drawing->body, "set label ");
    gnuplot_quote(&drawing->body, text, longest);
    text_print(&drawing->body, " at %s %s\n", place, style);
}

void drawing_key(struct drawing *drawing, size_t design)
{
    struct text key = {0};
    char letter[LETTER_SIZE];
    text_print(&key, "%s  %s", design_letter(design, letter), drawing->results->designs.names[design]);
    text_say(&drawing->body, " title ");
    gnuplot_quote(&drawing->body, key.bytes, LONGEST_NAME);
    text_free(&key);
}
