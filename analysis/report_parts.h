/* The parts of the page, in their order. */
#ifndef ANALYSIS_REPORT_PARTS_H
#define ANALYSIS_REPORT_PARTS_H

#include "analysis/report.h"

struct page {
    struct text *text;
    struct results *results;
    const struct comparison *comparison; /* NULL with one design */
    double confidence;
    size_t figures; /* drawn so far: makes identifiers differ */
    struct arena arena;
};

void report_answer(struct page *page);
void report_pairs(struct page *page);
void report_price(struct page *page);
enum status report_runs(struct page *page, struct trouble *trouble);
enum status report_courses(struct page *page, struct trouble *trouble);
void report_reading(struct page *page);
void report_limits(struct page *page);
void report_making(struct page *page);

/* Figures of the page, in their order; returns the count. */
enum { REPORT_MOST_FIGURES = 64 };
size_t report_figures(struct results *results, struct figure_request figures[REPORT_MOST_FIGURES]);

#endif
