/* A movement that somebody observed: its groups, what they work on and know, and how they are linked, at one
 * moment or several. Read from a small YAML file and measured just as a simulated one would be: the measures
 * are the same functions of a described state (state/state.h).
 *
 * The file says what is there at first; each of its `moments` says what has changed. A moment's links,
 * dependencies, problems and people replace those of before as a whole; of a group it changes the keys that
 * it names. Nothing is drawn and nothing is filled in: what the file does not say stays unknown, and a
 * measure that needs it is not defined there, with the reason.
 */
#ifndef MODELS_OBSERVED_H
#define MODELS_OBSERVED_H

#include "base/sim_time.h"
#include "base/trouble.h"
#include "scenario/field.h"
#include "state/state.h"

struct measure;

/* What the effort of a group is counted in. */
enum effort_unit {
    EFFORT_HOURS,   /* as the groups give it */
    EFFORT_MEMBERS, /* no group gives any: its members, split over its topics */
};

struct observed_moment {
    sim_time at;
    uint32_t groups; /* how many are there */
    size_t links;
    const struct measured *values; /* one for each of observed_measures */
};

struct observed_movement {
    const char *title;
    const char *source; /* of the description; "" where the file does not say */
    enum effort_unit unit;
    uint32_t sites, topics;
    bool dated;        /* moments have dates, and `at` counts from the first of them */
    int64_t first_day; /* since 1 January 1970, where they have */
    const struct observed_moment *moments;
    size_t moment_count;
    const struct measured *course; /* one for each of observed_course_measures */
};

/* NULL when anything is wrong; all mistakes are reported at once. The result lives in `arena`. */
struct observed_movement *observed_read_file(const char *path, struct arena *arena, struct trouble *trouble);
/* From tables in place of a YAML file: who was in which group, and which groups were linked (README.md). */
struct observed_movement *observed_read_tables(const char *const *paths, size_t count, struct arena *arena,
                                               struct trouble *trouble);
/* "2011-10-15", or "10 d". */
char *observed_when(const struct observed_movement *movement, const struct observed_moment *moment,
                    char *text, size_t room);
struct observed_movement *observed_read(const char *name, const char *text, size_t length,
                                        struct arena *arena, struct trouble *trouble);

/* Measures of each moment, and of all moments together. Into `arena`; returns the count. */
size_t observed_measures(struct arena *arena, const struct measure *const **measures);
size_t observed_course_measures(struct arena *arena, const struct measure *const **measures);
/* Name and unit alone. */
struct measure_label {
    const char *name, *unit;
};
size_t observed_labels(struct arena *arena, const struct measure_label **labels);
size_t observed_course_labels(struct arena *arena, const struct measure_label **labels);

/* What a file may say. */
extern const struct section *const observed_sections;

#endif
