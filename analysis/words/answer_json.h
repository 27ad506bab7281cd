/* What an answer says beside its contrasts, as JSON: whether designs keep up, their order, on what it hangs.
 */
#ifndef ANALYSIS_ANSWER_JSON_H
#define ANALYSIS_ANSWER_JSON_H

#include <jansson.h>

#include "analysis/numbers/compare.h"

/* A row for each design of which it is known: what came in, was decided, is open, and a sentence. */
json_t *keeping_up_json(const struct results *results, double confidence);
/* A row for each design on whose answer it is known what it hangs: a sentence. */
json_t *hangs_on_json(const struct comparison *comparison);
/* The order of the designs in a sentence; null with fewer than three. */
json_t *order_json(const struct comparison *comparison);

#endif
