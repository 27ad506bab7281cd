/* A figure of several panels on one canvas, whose coordinates are px from the lower left corner.
 *
 * gnuplot places one plot by itself; several, each with a scale of its own, are placed here, in one plot, so
 * that a page finds one drawing whose parts have names of their own. Everything is a label, a line or a
 * point.
 */
#ifndef ANALYSIS_CANVAS_H
#define ANALYSIS_CANVAS_H

#include "analysis/figures/drawing.h"

/* Text of 14 px: a line, and how many letters stand side by side in a figure on a phone. */
enum { CANVAS_LINE = 18, CANVAS_LETTERS = 51 };

/* A scale along one side of a panel: `from` and `to` are px. */
struct scale {
    double least, most, from, to;
    bool log;
};

/* The pale grey of lines that only help the eye. */
extern const char *const canvas_grey;

/* Where a value stands, in px. */
double scale_place(const struct scale *scale, double value);
/* Round values within the scale, a few of them, into `ticks`; returns how many. */
enum { MOST_TICKS = 12 };
size_t scale_ticks(const struct scale *scale, double ticks[MOST_TICKS]);

/* `style`: "left", "center" or "right". */
void canvas_text(struct drawing *drawing, const char *text, size_t longest, double x, double y,
                 const char *style, const char *colour);
/* The same on at most `lines` lines, the first at `y`; what does not fit is cut. */
void canvas_lines(struct drawing *drawing, const char *text, size_t lines, double x, double y);
void canvas_line(struct drawing *drawing, double x, double y, double to_x, double to_y, const char *colour,
                 double width, int dash);
/* A bar without a border. */
void canvas_bar(struct drawing *drawing, double x, double y, double to_x, double to_y, const char *colour);
/* A point of gnuplot's kind. */
void canvas_point(struct drawing *drawing, double x, double y, int kind, const char *colour);

/* Lines across a panel at the ticks of a scale of heights, with their numbers to the left of `left`. */
void canvas_heights(struct drawing *drawing, const struct scale *heights, double left, double right);
/* The same of a scale of widths, with their numbers, and `unit` behind each, below `bottom`. */
void canvas_widths(struct drawing *drawing, const struct scale *widths, double bottom, double top,
                   const char *unit);

/* The frame of the canvas; what is plotted on it follows. */
void canvas_end(struct drawing *drawing);

#endif
