/* The map of a sweep: at each point, which design is ahead, by how much, and whether that is clear.
 *
 * The leader of a point is the design with the best mean; it leads clearly when its paired contrast with the
 * second best is clear. Axes are the settings that the sweep changes; their levels are the values as the
 * scenario wrote them.
 */
#ifndef ANALYSIS_SWEEP_H
#define ANALYSIS_SWEEP_H

#include "analysis/compare.h"

struct sweep_axis {
    const char *path; /* "proposals.facets" */
    const char **levels;
    size_t count;
};

struct sweep_point {
    size_t variant;
    const size_t *levels;     /* one an axis */
    size_t leader, second;    /* designs; NOT_FOUND when nothing can be said */
    struct contrast contrast; /* leader against second */
};

struct sweep_map {
    size_t measure;
    const struct sweep_axis *axes;
    size_t axis_count;
    const struct sweep_point *points;
    size_t point_count;
};

/* False when the file has no sweep. In `arena`. */
bool sweep_map(const struct results *results, size_t measure, double confidence, struct arena *arena,
               struct sweep_map *map);
/* Whether the leader's lead over the second is clear. */
bool sweep_is_clear(const struct sweep_point *point);
void sweep_text(const struct results *results, const struct sweep_map *map, struct text *out);

#endif
