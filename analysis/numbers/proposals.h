/* How long the proposals of a design waited for a decision, those still open at the end included. */
#ifndef ANALYSIS_PROPOSALS_H
#define ANALYSIS_PROPOSALS_H

#include "analysis/numbers/estimate.h"

struct waits {
    double *days;   /* from submission to decision, or to the end of the run */
    bool *happened; /* whether the decision was seen */
    size_t count;
};

/* What one of a unit of time is in days; 1 for any other unit. */
double days_in(const char *unit);

/* Whether the file has a table of proposals with a time of submission and one of decision. */
bool proposals_recorded(const struct results *results);

/* Waits of one design over all its runs, and their curve. */
struct waiting {
    struct waits waits;
    struct survival curve;
};

/* Worked out once and kept by the results. Empty with trouble when the table cannot be read. */
const struct waiting *proposals_waiting(struct results *results, size_t design, struct trouble *trouble);

#endif
