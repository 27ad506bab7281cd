/* What plausible worlds say, as JSON. */
#ifndef ANALYSIS_WORLDS_JSON_H
#define ANALYSIS_WORLDS_JSON_H

#include <jansson.h>

#include "analysis/numbers/worlds.h"

/* {"by", "worlds", "left_out", "factors": [{"path", "meaning", "unit", "least", "most", "usual", "log",
 * "observable", "choices"}], "designs": [...], "responses": [...]}; null where the file has no worlds. A
 * design of a sample:
 * {"design", "sentence", "worlds", "missing", "ahead", "clearly_ahead", "behind", "clearly_behind", "spread":
 * {"of", "low", "middle", "high"}, "separation"}; separation is null, or a split with {"sentence",
 * "find_out", "by_observable": null or a split}. A split: {"factor", "at", "below", "above", "right",
 * "right_of_first", "larger"}; below and above say whether the design is ahead there, or hold another
 * {"factor", "at", "below", "above"}; of a choice, "below" is where it is chosen. A response of walks:
 * {"design", "against", "varies", "effects": [{"factor", "mean", "absolute", "sd", "matters"}]}; of rows:
 * "indices": [{"factor", "first", "total", "matters"}], with "luck" the last. */
json_t *worlds_json(const struct worlds_told *told);

#endif
