/* JSON of estimates and comparisons; numbers that are not defined are null. */
#ifndef ANALYSIS_JSON_H
#define ANALYSIS_JSON_H

#include <jansson.h>

#include "analysis/numbers/estimate.h"
#include "base/text.h"

json_t *json_number(double number);
/* {"value", "low", "high", "used", "missing"} */
json_t *json_estimate(const struct estimate *estimate);
/* What came of looking for the best design; null where nobody looked. */
struct best_found;
json_t *json_best(const struct best_found *found);
/* The file's title, question, version, seed and the like. */
json_t *json_heading(const struct results *results, double confidence);
/* Writes and releases. */
void json_finish(json_t *value, struct text *out);

#endif
