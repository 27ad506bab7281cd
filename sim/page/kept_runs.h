/* The runs of a page that are in, as results: what analysis reads, without a file.
 *
 * Of each run the numbers of the whole run are kept (record/outcome.h, OUTCOME_RUN_MEASURES). A replication
 * counts once all designs of it are in, so that designs stay paired while runs come in, in any order.
 */
#ifndef PAGE_KEPT_RUNS_H
#define PAGE_KEPT_RUNS_H

#include "analysis/file/results.h"
#include "record/record.h"

struct kept_runs;

/* Without any run. `plan` must outlive it. */
struct kept_runs *kept_runs_new(const struct record_plan *plan);
void kept_runs_free(struct kept_runs *kept);
/* What outcome_encode gave of a run with this part. False where the bytes cannot be one, or nobody asks for
 * that run. */
bool kept_runs_add(struct kept_runs *kept, const struct run_order *order, const char *bytes, size_t length);
/* Replications of a variant of which every design is in. */
size_t kept_runs_whole(const struct kept_runs *kept, size_t variant);
/* All that are in now, for results_close; NULL where not one replication of the scenario itself is whole.
 * Numbers are in the order of replications. `kept` must outlive them. */
struct results *kept_runs_results(const struct kept_runs *kept);

#endif
