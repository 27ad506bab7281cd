/* What plausible worlds say, as JSON. */
#ifndef ANALYSIS_WORLDS_JSON_H
#define ANALYSIS_WORLDS_JSON_H

#include <jansson.h>

#include "analysis/numbers/worlds.h"

/* null where the file has no worlds, else an object with
 *
 * - "by", "worlds", "left_out";
 * - "factors": each with "path", "meaning", "unit", "least", "most", "usual", "log", "observable", "choices";
 * - "designs" of a sample: each with "design", "sentence", "worlds", "missing", "ahead", "clearly_ahead",
 * "behind", "clearly_behind", "spread" ("of", "low", "middle", "high") and "separation": null, or a split
 * with "sentence", "find_out" and "by_observable", which is null or another split;
 * - "levels" of a sample: each design by itself, with "design", "worlds", "low", "middle", "high" and
 * "separation" of the worlds above the middle: null, or a split with "sentence";
 * - "responses" of walks and rows: each with "design", "against", "varies", and "effects" ("factor", "mean",
 * "absolute", "sd", "matters") or "indices" ("factor", "first", "total", "matters"), with "luck" the last.
 *
 * A split has "factor", "at", "below", "above", "right", "right_of_first", "larger". Below and above (of a
 * choice: where it is chosen, and where not) is whether the design is ahead there, or another "factor", "at",
 * "below" and "above". */
json_t *worlds_json(const struct worlds_told *told);

#endif
