/* What plausible worlds say, as JSON. */
#ifndef ANALYSIS_WORLDS_JSON_H
#define ANALYSIS_WORLDS_JSON_H

#include <jansson.h>

#include "analysis/numbers/worlds.h"

/* {"by", "worlds", "factors": [{"path", "unit", "least", "most", "usual", "choices"}], "designs": [...],
 * "responses": [...]}; null where the file has no worlds. A design of a sample: {"design", "worlds", "ahead",
 * "clearly_ahead", "behind", "clearly_behind", "spread": {"of", "low", "middle", "high"}, "separation"};
 * separation is null, or {"sentence", "right", "larger", "factor", "at"}. A response of walks: {"design",
 * "against", "effects": [{"factor", "mean", "absolute", "sd"}]}; of rows: "indices": [{"factor", "first",
 * "total"}], with "luck" the last. */
json_t *worlds_json(const struct worlds_told *told);

#endif
