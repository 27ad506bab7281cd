/* Mean and interval of every measure of whole runs, design by design; for files with one design as well. */
#ifndef ANALYSIS_SUMMARY_H
#define ANALYSIS_SUMMARY_H

#include "analysis/numbers/estimate.h"
#include "base/text.h"

struct summary_request {
    double confidence;           /* 0: USUAL_CONFIDENCE */
    const char *const *measures; /* names; none: all of whole runs */
    size_t measure_count;
};

enum status summary_text(struct results *results, const struct summary_request *request, struct text *out,
                         struct trouble *trouble);
/* {"title", "seed", "replications", "designs": [{"name", "measures": {NAME: {"mean", "low", "high", "sd",
 * "used", "missing", "unit", "meaning"}}}], "variants": [...]}: numbers that are not defined are null.
 * Histograms and courses are given as arrays of means over replications ("values" over "bins" or "times"). */
enum status summary_json(struct results *results, const struct summary_request *request, struct text *out,
                         struct trouble *trouble);

#endif
