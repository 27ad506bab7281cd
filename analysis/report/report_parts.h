/* The parts of the page, in their order. */
#ifndef ANALYSIS_REPORT_PARTS_H
#define ANALYSIS_REPORT_PARTS_H

#include "analysis/figures/figure_batch.h"
#include "analysis/numbers/front.h"
#include "analysis/numbers/ranking.h"
#include "analysis/report/report.h"

/* All figures are drawn when the text of the page is there (report_filled): until then it has a gap for each
 * of them. */
struct page {
    struct text *text;
    struct results *results;
    const struct comparison *comparison; /* NULL with one design */
    const struct worlds_told *worlds;    /* what plausible worlds say; NULL where there are none */
    const struct front *front;           /* the weeks that a search left; NULL where none were chosen */
    double confidence;
    struct ranking ranking; /* of the headline, where there is a comparison */
    size_t told; /* the design that the answer is about; it is set against the base in worlds and checks */
    const struct figure_request *figures; /* that it could have, in their order; the first ones are shown */
    size_t shown, left_out;
    bool has_first;
    struct figure_request first; /* the chart of the first page, which is not drawn again */
    struct figure_batch drawings;
    struct page_gap {
        size_t at;        /* where in the text the drawing belongs */
        struct text says; /* what is to be seen */
    } * gaps;             /* of the first drawings, in their order */
    size_t gap_count;
    struct arena arena;
};

/* Of which the first answer speaks: the best design, and what it is set against, the base or the second where
 * the base is best. */
struct first_pair {
    size_t best, other;
    size_t told; /* the one of the two that is set against the base in worlds and checks */
};
struct first_pair report_first_pair(const struct page *page);

enum status report_answer(struct page *page, struct trouble *trouble);
/* What was compared: the week of each design, its methods, who decides, what it takes. */
void report_compared(struct page *page);
/* The weeks that could be held; nothing where none were chosen. */
enum status report_front(struct page *page, struct trouble *trouble);
/* A page that holds the simulator, to be saved and opened; as HTML. */
void report_carried(struct page *page, const char *carried);
/* All measures of the only design. */
void report_measures(struct page *page);
/* Which design is the best, where it was looked for. */
enum status report_best(struct page *page, struct trouble *trouble);
enum status report_sure(struct page *page, struct trouble *trouble);
enum status report_worlds(struct page *page, struct trouble *trouble);
enum status report_fit(struct page *page, struct trouble *trouble);
void report_record(struct page *page);
/* Of each design: how many runs became one movement, and what it is at the end. */
void report_unity(struct page *page, struct trouble *trouble);
enum status report_map(struct page *page, struct trouble *trouble);
enum status report_runs(struct page *page, struct trouble *trouble);
enum status report_courses(struct page *page, struct trouble *trouble);
enum status report_groups(struct page *page, struct trouble *trouble);
enum status report_movement(struct page *page, struct trouble *trouble);
void report_reading(struct page *page);
void report_limits(struct page *page);
void report_making(struct page *page);

/* Parts of their tables: what a measure is called, in what unit, and what exactly it is, with a note of ours;
 * a cell with a mean and its range. */
void report_title(struct page *page, const struct results_measure *measure, const char *note);
void report_mean(struct page *page, const struct results_measure *measure, const struct estimate *mean);
/* A cell with how a design differs. */
void report_change(struct page *page, const struct contrast *contrast);
/* The table behind a figure, folded. */
void report_table(struct page *page, const struct figure_request *request);

/* The table behind the figure of trees. */
enum status report_trees(struct page *page, struct trouble *trouble);

/* The table of contrasts of the measures of the comparison from `from` up to `to`. */
void report_contrasts(struct page *page, size_t from, size_t to);

/* Where on the page a figure stands. */
enum section {
    SECTION_FRONT,
    SECTION_SURE,
    SECTION_WORLDS,
    SECTION_FIT,
    SECTION_MAP,
    SECTION_RUNS,
    SECTION_COURSES,
    SECTION_GROUPS,
    SECTION_MOVEMENT,
    SECTION_BEST
};
/* The chart of the first page. */
enum status report_first_figure(struct page *page, struct trouble *trouble);
/* Sorts the figures of a section so that those that show most come first, where there are more than `most`;
 * returns how many are shown open. */
size_t report_order(struct page *page, struct figure_request *figures, size_t count, size_t most);
/* Whether a figure shows anything: not the same number everywhere, nor a single bin. */
bool report_shows(struct results *results, const struct figure_request *request);
/* Whether there are any in a section. */
bool report_has(const struct page *page, enum section section);
/* Draws those of one section, each under its heading. */
enum status report_section(struct page *page, enum section section, struct trouble *trouble);
/* The movement as a whole over time: whether it is one that the page draws; `plot` draws all. */
bool report_draws(const struct results_measure *measure);

/* Which figures the page has, before any part of it is written: the first REPORT_MOST_FIGURES of those that
 * show something. It says which ones it has no room for. */
enum { REPORT_MOST_FIGURES = 64 };
void report_find_figures(struct page *page);
/* The sentence on the others; nothing where there are none. */
void report_left_out(struct page *page);

/* Adds the text of the page with its drawings, which are there now. */
void report_filled(struct page *page, struct text *whole);

#endif
