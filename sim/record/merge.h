/* Parts of the runs of an experiment, which were carried out apart (part.h), put together.
 *
 * The parts that lie beside the results file are opened to be read, and judged: whether they are of the same
 * runs, and whether each of their runs is there and whole. Only when nothing is wrong or missing are their
 * runs handed to a record, in the order of the plan, so that the file has the bytes of one that was made at
 * once. The parts are never changed.
 */
#ifndef RECORD_MERGE_H
#define RECORD_MERGE_H

#include "record/heading.h"
#include "record/part.h"

struct merge;

/* Finds and opens the parts of the results file `target`. STATUS_NO_INPUT where there is none,
 * STATUS_BAD_INPUT with a sentence for each that is damaged or does not belong to the first one. */
enum status merge_open(const char *target, struct merge **result, struct trouble *trouble);
/* Of the first part that there is. */
const struct heading *merge_heading(const struct merge *merge);
uint64_t merge_parts(const struct merge *merge);

/* Whether they are parts of this plan, with all of these runs in them. STATUS_BAD_INPUT where they are of
 * another plan or damaged, STATUS_INTERRUPTED with a sentence that says all that is missing. `orders` must
 * outlive the merge. */
enum status merge_judge(struct merge *merge, const struct record_plan *plan, const struct run_order *orders,
                        uint64_t count, struct trouble *trouble);
/* Appends all runs but the first `kept`; only after they were judged to be there. */
enum status merge_append(struct merge *merge, uint64_t kept, struct record *record, struct trouble *trouble);

void merge_close(struct merge *merge);

#endif
