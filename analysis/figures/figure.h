/* Figures of a results file, drawn by gnuplot.
 *
 * Each kind shows what the numbers rest on: every run as a dot beside mean and interval, bands around
 * courses, censored times as censored, points of a sweep with letters as well as colours. Colours are those
 * of Okabe and Ito (2008), which people with the usual kinds of colour blindness can tell apart; designs are
 * named beside their marks. SVG figures take text and background from the page, so that they read on light
 * and dark.
 *
 * Text of a scenario reaches gnuplot only as quoted above gnuplot_quote (analysis/figures/gnuplot.h).
 */
#ifndef ANALYSIS_FIGURE_H
#define ANALYSIS_FIGURE_H

#include "analysis/file/results.h"
#include "base/destination.h"
#include "base/text.h"

enum figure_kind {
    FIGURE_DOTS,      /* a measure of whole runs: every run, mean and interval for each design */
    FIGURE_COURSE,    /* a measure over time: mean and 95 % interval of the mean for each design */
    FIGURE_HISTOGRAM, /* a measure over bins: shares for each design */
    FIGURE_SURVIVAL,  /* share of proposals still undecided, by days since they were handed in */
    FIGURE_MAP,       /* the leader at each point of a sweep, or the value where there is one design */
    FIGURE_GROUPS,    /* working groups of one run, from founding to end */
    FIGURE_PATH,      /* differentiation and integration over time */
    FIGURE_SITES,     /* sites and the links between them, at three moments of one run */
    FIGURE_LINE,      /* a measure of whole runs over a sweep of one setting: a line for each design */
    FIGURE_CASCADES,  /* how many people became active on sparks: the share of sparks that are so large */
    FIGURE_TREES,     /* the largest cascades of sparks of one run, as trees */
    FIGURE_HELP,      /* who helped whom in one run, as a network for each design */
    FIGURE_WORLDS,    /* every plausible world, in the order of the difference, for each design */
    FIGURE_SCATTER,   /* every plausible world by one number and the difference, for each design */
    FIGURE_SCREENING, /* how much each number changes the difference of designs, from walks of worlds */
    FIGURE_FIT,     /* what the record says of the numbers that worlds differ in: their range, and that of the
                       worlds that agree with it */
    FIGURE_INDICES, /* the share of each number, and of luck, in what varies between worlds */
    FIGURE_WEEK,    /* the week of each design: which sessions are held when */
    FIGURE_COURSES, /* a measure over time at every point of a sweep, or at every stated alternative */
    FIGURE_FRONT,   /* weeks that were chosen, by two goals */
    FIGURE_RANKING, /* all designs in order, with ranges and how many runs each has */
    FIGURE_PRECISION, /* how sure it was after each look, where it was decided on the way how many runs there
                         are */
};

enum figure_format { FIGURE_SVG, FIGURE_PNG, FIGURE_PDF, FIGURE_TERMINAL };

struct figure_request {
    enum figure_kind kind;
    enum figure_format format;
    size_t measure;       /* not looked at where the kind has none (figure_has_measure) */
    const char *factor;   /* path of a setting that worlds differ in, of a scatter; NULL: the one that
                             separates them */
    size_t columns, rows; /* of the terminal; 0: 79, and as many rows as it needs */
    double confidence;    /* 0: USUAL_CONFIDENCE */
    size_t only;          /* of plausible worlds: the panel of this design alone, plus 1; 0: of all */
    bool is_alone;        /* a file of its own: with a title, the number of runs, and that it is a model */
    bool is_titled;       /* stands under a heading that says what is drawn: axes give units alone */
};

/* The kind that suits the measure. */
enum figure_kind figure_kind_of(const struct results *results, size_t measure);

/* Whether a figure of this kind is of a measure; others show a table or what belongs together. */
bool figure_has_measure(enum figure_kind kind);

/* What `plot` calls a kind that is not of a measure: "survival", "groups". */
const char *figure_name(enum figure_kind kind);

/* What stands above it: the heading of its measure, or what its kind shows. */
const char *figure_title(const struct results *results, const struct figure_request *request);

/* Whether the file has what the figure needs (a sweep, a table of proposals). */
bool figure_possible(const struct results *results, enum figure_kind kind);

/* Adds a figure to those that are drawn together (analysis/figures/figure_batch.h). STATUS_BAD_INPUT when the
 * file lacks what the figure needs. */
struct figure_batch;
enum status figure_plan(struct results *results, const struct figure_request *request,
                        struct figure_batch *batch, struct trouble *trouble);

/* Draws one into `out`. Also STATUS_NO_OUTPUT when gnuplot is not there or does not succeed. */
enum status figure_draw(struct results *results, const struct figure_request *request, struct text *out,
                        struct trouble *trouble);

/* One sentence that says what is to be seen, for those who do not see it. */
void figure_words(struct results *results, const struct figure_request *request, struct text *out);

/* The format that a file's name asks for, by its ending. STATUS_USAGE when it is none of svg, png, pdf. */
enum status figure_format_of(const char *path, enum figure_format *format, struct trouble *trouble);

/* figure_plan of a file of its own, with a title and what it rests on; and writes its drawing there, which
 * says that it is one of ours. */
enum status figure_plan_file(struct results *results, const struct figure_request *request,
                             struct figure_batch *batch, struct trouble *trouble);
enum status figure_write(struct results *results, const struct figure_request *request, struct text *drawing,
                         const struct destination *destination, struct trouble *trouble);

#endif
