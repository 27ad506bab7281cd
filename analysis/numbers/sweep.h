/* What a sweep shows: at each point, the value of every design with its range, which design is ahead, by how
 * much, and whether that is clear.
 *
 * The leader of a point is the design with the best mean; it leads clearly when its paired contrast with the
 * second best is clear in its favour. Axes are the settings that the sweep changes; their levels are the
 * values as the scenario wrote them.
 */
#ifndef ANALYSIS_SWEEP_H
#define ANALYSIS_SWEEP_H

#include "analysis/numbers/compare.h"

struct sweep_axis {
    const char *path; /* "proposals.facets" */
    const char **levels;
    double *numbers; /* one a level, in units of their own; NaN where it is no number */
    size_t count;
};

struct sweep_point {
    size_t variant;
    const size_t *levels;         /* one an axis */
    const struct estimate *means; /* one a design */
    size_t leader, second;        /* designs; NOT_FOUND when nothing can be said */
    struct contrast contrast;     /* leader against second */
};

struct sweep_map {
    size_t measure;
    double confidence;
    const struct sweep_axis *axes;
    size_t axis_count;
    const struct sweep_point *points;
    size_t point_count;
};

/* How many settings a sweep changes; 0: the file has no sweep. */
size_t sweep_axis_count(const struct results *results);
/* False when the file has no sweep. In `arena`. */
bool sweep_map(const struct results *results, size_t measure, double confidence, struct arena *arena,
               struct sweep_map *map);
/* Whether the leader's lead over the second is clear. */
bool sweep_is_clear(const struct results *results, const struct sweep_point *point);
/* Whether a design has enough runs at a point to say anything of it: as many as a comparison needs
 * (fewest_pairs). */
bool sweep_can_tell(const struct sweep_map *map, const struct sweep_point *point, size_t design);
/* Whether all levels of an axis are numbers, so that it can rise and fall with them. */
bool sweep_has_numbers(const struct sweep_axis *axis);

/* The way of a design along the levels of one axis, from the least number to the greatest. */
enum way {
    WAY_UNKNOWN, /* fewer than two points that can tell */
    WAY_HARDLY,  /* all ranges overlap */
    WAY_RISES,   /* the last is clearly above the first, and nothing clearly falls */
    WAY_FALLS,
    WAY_MIXED, /* some are clearly apart, and it is none of the above */
};
/* `from`: a point on the line; the other axes stay at its levels. */
enum way sweep_way(const struct sweep_map *map, size_t design, size_t axis, const struct sweep_point *from,
                   struct arena *arena);
/* The points of that line in the order of their numbers (as written, where there are none); returns how many.
 * `line` has room for the levels of the axis. */
size_t sweep_line(const struct sweep_map *map, size_t axis, const struct sweep_point *from,
                  const struct sweep_point **line);

#endif
