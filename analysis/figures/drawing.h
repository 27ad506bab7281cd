/* What the figures share: a script in the making, marks of designs, axes.
 *
 * A design keeps its letter, colour, dash and point in every figure, so that it is known again, in grey as
 * well.
 */
#ifndef ANALYSIS_DRAWING_H
#define ANALYSIS_DRAWING_H

#include "analysis/figures/figure.h"

enum {
    DRAWING_WIDTH = 420 /* px; narrow, so that letters of 14 px are 12 px on a phone and 8 pt on paper */
};

struct picture;

struct drawing {
    struct results *results;
    const struct figure_request *request;
    double confidence;
    int height;       /* px, of what is drawn */
    int above, below; /* px around it, for a title and a foot; 0 in a page */
    struct text body;
    struct arena arena;
};

/* A kind of figure. */
struct figure_rule {
    enum figure_kind kind;
    const char *lacks; /* what is said of a file where it is not possible */
    bool (*possible)(const struct results *results);
    enum status (*draw)(struct drawing *drawing, struct trouble *trouble);
    void (*words)(struct drawing *drawing, struct text *out);
};

/* In place of `draw`, for figures without a scale: shapes and words (picture.h), and the same as text for a
 * terminal of so many columns. */
struct picture_rule {
    void (*picture)(const struct drawing *drawing, struct picture *picture);
    void (*text)(const struct drawing *drawing, size_t columns, struct text *out);
};
extern const struct picture_rule picture_week;

/* A picture in any format but that of a terminal. */
struct picture_words;
enum status figure_of_picture(const struct picture *picture, const struct picture_words *words,
                              enum figure_format format, struct text *out, struct trouble *trouble);
/* Says within a drawing that it is one of ours. */
void figure_mark(struct text *drawing, enum figure_format format);

extern const struct figure_rule figure_dots, figure_course, figure_histogram, figure_survival, figure_sweep,
    figure_groups, figure_path, figure_sites, figure_line, figure_cascades, figure_trees, figure_help,
    figure_worlds, figure_scatter, figure_screening, figure_fit, figure_indices, figure_week, figure_courses,
    figure_front, figure_ranking, figure_precision;

bool drawing_on_terminal(const struct drawing *drawing);
/* With what stands above and below, in px; and where a share of the height of what is drawn is, as a share of
 * the whole. */
int drawing_height(const struct drawing *drawing);
double drawing_screen(const struct drawing *drawing, double share);

/* "A", "B" ... "Z", "A2" ... */
enum { LETTER_SIZE = 16 };
char *design_letter(size_t design, char letter[LETTER_SIZE]);
const char *design_colour(size_t design);
/* Of what is no design: methods, kinds of groups. */
const char *category_colour(size_t category);
int design_dash(size_t design);
int design_point(size_t design);

/* Ink that is black on paper and takes the page's colour in a page. */
extern const char *const ink;

/* set xlabel / ylabel from a measure: its short heading and its unit. `axis` is "x" or "y". */
void drawing_axis(struct drawing *drawing, const char *axis, const struct results_measure *measure);
void drawing_axis_text(struct drawing *drawing, const char *axis, const char *text);
/* A label at gnuplot coordinates such as "graph 0, first 2"; `style` is added as it is. */
void drawing_label(struct drawing *drawing, const char *text, size_t longest, const char *place,
                   const char *style);
/* title 'A  assembly only' with a space in front */
void drawing_key(struct drawing *drawing, size_t design);

#endif
