/* A page that an organizer can read, print and pass on.
 *
 * One HTML file with everything inside: no script, no link that loads anything, a content security policy
 * that would forbid both. Eight parts: the headline in words; in how many paired runs; the price; every run
 * in a picture; courses over time; how to read this; its limits; how it was made. Where there are
 * any, two more stand after the price: how it compares with the numbers of the historical record, and the map
 * of a sweep; and one before it: in how many plausible worlds the answer holds, and what it depends on.
 */
#ifndef ANALYSIS_REPORT_H
#define ANALYSIS_REPORT_H

#include "analysis/figures/figure.h"
#include "analysis/numbers/compare.h"

struct report_request {
    const char *directory; /* made when it is not there; an index.html of ours inside is replaced */
    struct compare_request compare;
    const enum figure_format *also; /* formats in which each figure is saved beside the page */
    size_t also_count;
    const struct inputs *inputs; /* files that were read, never written over; NULL: none */
    const char *carried; /* HTML of a page that holds the simulator with this scenario in it; NULL: none */
};

/* Writes DIRECTORY/index.html by way of a temporary name. A file with one design gets a page without
 * comparison. */
enum status report_write(struct results *results, const struct report_request *request,
                         struct trouble *trouble);

/* The page itself; only what it compares and carries is asked of the request. */
enum status report_page(struct results *results, const struct report_request *request, struct text *text,
                        struct trouble *trouble);

#endif
