/* The parts of the page, in their order. */
#ifndef ANALYSIS_REPORT_PARTS_H
#define ANALYSIS_REPORT_PARTS_H

#include "analysis/report/report.h"

struct page {
    struct text *text;
    struct results *results;
    const struct comparison *comparison; /* NULL with one design */
    const struct worlds_told *worlds;    /* what plausible worlds say; NULL where there are none */
    double confidence;
    size_t figures; /* drawn so far: makes identifiers differ */
    struct arena arena;
};

void report_answer(struct page *page);
/* The measures of the only design, where the answer was that of a sweep. */
void report_measures(struct page *page);
void report_pairs(struct page *page);
void report_price(struct page *page);
enum status report_worlds(struct page *page, struct trouble *trouble);
void report_record(struct page *page);
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
void report_mean(struct page *page, const struct estimate *mean);

/* The table behind the figure of trees. */
enum status report_trees(struct page *page, struct trouble *trouble);

/* The table of contrasts of the measures of the comparison from `from` up to `to`. */
void report_contrasts(struct page *page, size_t from, size_t to);

/* Where on the page a figure stands. */
enum section { SECTION_WORLDS, SECTION_MAP, SECTION_RUNS, SECTION_COURSES, SECTION_GROUPS, SECTION_MOVEMENT };
/* Whether there are any in a section. */
bool report_has(struct page *page, enum section section);
/* Draws those of one section, each under its heading. */
enum status report_section(struct page *page, enum section section, struct trouble *trouble);
/* The movement as a whole over time: whether it is one that the page draws; `plot` draws all. */
bool report_draws(const struct results_measure *measure);

/* Figures that a page of these results would have, in their order, the first `room` of them into `figures`;
 * returns how many there are. A page has the first REPORT_MOST_FIGURES, and says which ones it has no room
 * for. */
enum { REPORT_MOST_FIGURES = 64 };
size_t report_figures(struct results *results, struct figure_request *figures, size_t room);
/* Those that a page has. */
size_t report_shown(struct results *results, struct figure_request figures[REPORT_MOST_FIGURES]);
/* The sentence on the others; nothing where there are none. */
void report_left_out(struct page *page);

#endif
