/* What a sweep shows, in sentences and as a table. */
#ifndef ANALYSIS_SWEEP_TEXT_H
#define ANALYSIS_SWEEP_TEXT_H

#include "analysis/numbers/sweep.h"

/* "Proposals decided per hour: 0.52 (95 % range 0.4 to 0.62) with proposals.per_day = 1 /d, rising to 2.1 (95
 * % range 2 to 2.2) with proposals.per_day = 9 /d": only what is clear, "hardly different" where all ranges
 * overlap. */
void sweep_sentence(const struct results *results, const struct sweep_map *map, size_t design,
                    struct arena *arena, struct text *out);
/* "“circles” is clearly ahead at 14 of 36 points, “assembly” at 18, and no design at 4. “circles” is ahead
 * where proposals a day (`proposals.per_day`) is at least 4 /d, and not elsewhere: right at 33 of 36 points":
 * of several designs. */
void say_where_ahead(struct text *out, const struct results *results, const struct sweep_map *map);
/* A table: the leader of each point, or the value where there is one design. */
void sweep_text(const struct results *results, const struct sweep_map *map, struct text *out);
/* "proposals.per_day = 1 /d and proposals.facets = 60" */
void sweep_say_point(const struct results *results, const struct sweep_map *map,
                     const struct sweep_point *point, struct text *out);

#endif
