/* What one run leaves: numbers under the names of measures, and rows of tables.
 *
 * A run is one (variant, design, replication). Variants are the scenario itself (number 0) and the same
 * scenario with other settings: the stated alternatives of an assumption, or the points of a sweep. Variant 0
 * keeps everything; the others keep the measures of the whole run only.
 */
#ifndef RECORD_OUTCOME_H
#define RECORD_OUTCOME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/bounds.h"
#include "base/sim_time.h"
#include "base/trouble.h"

enum measure_shape {
    MEASURE_RUN,  /* one number a run */
    MEASURE_TIME, /* one number a run and sampling instant */
    MEASURE_BIN,  /* a histogram a run, `bins` numbers over the dimension `bin_name` */
};

/* Of whom the numbers are. What only all sites together have (how integrated they are) has no number of a
 * site. */
enum scope {
    SCOPE_SITE,     /* each site has its own */
    SCOPE_MOVEMENT, /* one of all sites together; its `site` is 0 wherever one is asked for */
};

/* What a measure of the whole run says where a scenario measures from some moment on. */
enum measure_since {
    SINCE_BY_KIND, /* as its cell methods say: "time: point" as it stands, everything else counted from then
                      on */
    SINCE_COUNTED, /* what happened from then on */
    SINCE_STANDS,  /* as it stands at the end; what led to it counts whenever it happened */
    SINCE_NOTHING, /* it cannot be said of a part of a run, and is left out */
};

enum better { BETTER_NEITHER, BETTER_MORE, BETTER_LESS };

/* Where a measure is shown even when the user does not ask for it. */
enum shown {
    SHOWN_WHERE_ASKED,
    SHOWN_AS_PRICE,  /* what a gain on the headline is paid with */
    SHOWN_AS_COURSE, /* of the movement: drawn in the report */
};

struct measure {
    const char *name;     /* "decisions_per_hour": letters, digits, underscores */
    const char *unit;     /* UDUNITS: "h-1", "1", "d"; never "hours" or "days" */
    struct bounds bounds; /* in that unit: where every number of it lies, by its definition */
    /* "Proposals decided per hour": short enough for a phone and an axis; NULL: the meaning. */
    const char *title;
    const char *meaning;
    const char *source;
    /* How people compare by it: "decided" 3 times "as many" "proposals per hour", 20 % "fewer"; NULL: no
     * sentence is known. */
    const char *verb, *noun, *equal, *less;
    const char *section; /* of the report: "groups", "movement"; NULL: what meetings do */
    const char *role; /* what it is to the reader, "came_in"; NULL: nothing particular (README.md, roles) */
    const char *cell_methods; /* CF: "time: mean", "site: point" ..., or "" */
    enum measure_shape shape;
    enum better better;
    const char *bin_name; /* MEASURE_BIN: the dimension, "circle_size"; its coordinate runs first_bin,
                             first_bin+1 ... */
    uint32_t bins;
    uint32_t first_bin;
    enum scope scope;
    enum shown shown;
    enum measure_since since; /* ask measure_since */
};

/* Never SINCE_BY_KIND; and that in words. */
enum measure_since measure_since(const struct measure *measure);
const char *measure_since_words(const struct measure *measure);

enum column_kind { COLUMN_REAL, COLUMN_WHOLE, COLUMN_FLAG };

struct column {
    const char *name;
    const char *unit;
    const char *meaning;
    enum column_kind kind;
    const char *flags; /* COLUMN_FLAG: meanings of 0, 1, 2 ... separated by spaces, CF flag_meanings */
};

/* A table has one row per thing (a proposal, a person): columns over a dimension named after the thing. */
struct table {
    const char *name; /* "proposal": the dimension; columns become variables "proposal_<column>" */
    const char *meaning;
    const struct column *columns;
    size_t count;
};

struct record_shape {
    const struct measure *const *measures; /* in file order */
    size_t measure_count;
    const struct table *const *tables;
    size_t table_count;
    uint32_t sites;
    uint32_t times; /* sampling instants */
};

struct outcome;

/* `shape` must outlive the outcome. The other one is an empty one of the same shape. */
struct outcome *outcome_new(const struct record_shape *shape);
struct outcome *outcome_alike(const struct outcome *outcome);
/* Back to no numbers and no rows. */
void outcome_clear(struct outcome *outcome);
void outcome_free(struct outcome *outcome);

/* `which` is the index of the measure in the shape. A number that rounding carried over a bound of its
 * measure is put back on it. Unset numbers stay NaN and become _FillValue. `index` is the sampling instant or
 * bin, 0 for MEASURE_RUN; `site` is 0 for SCOPE_MOVEMENT. */
void outcome_put(struct outcome *outcome, size_t which, uint32_t site, uint32_t index, double value);
/* Whether the numbers at the first so many sampling instants are the same, to the bit. */
bool outcome_same_instants(const struct outcome *one, const struct outcome *other, uint32_t instants);
double outcome_at(const struct outcome *outcome, size_t which, uint32_t site, uint32_t index);
/* Appends a row to table `which`; `values` has one double a column (NaN: missing). COLUMN_WHOLE and
 * COLUMN_FLAG take whole numbers only. */
void outcome_row(struct outcome *outcome, size_t which, uint32_t site, const double *values);
/* Where a measure or table stands in the shape; OUTCOME_ABSENT when this record does not keep it. */
#define OUTCOME_ABSENT ((size_t)-1)
size_t outcome_find_measure(const struct outcome *outcome, const struct measure *measure);
size_t outcome_find_table(const struct outcome *outcome, const struct table *table);
/* The same for a table by itself; nothing where this record does not keep it. */
void outcome_add(struct outcome *outcome, const struct table *table, uint32_t site, const double *values);
size_t outcome_rows(const struct outcome *outcome, size_t which);
double outcome_cell(const struct outcome *outcome, size_t which, size_t row, size_t column);

/* What a journal keeps of a run, as bytes in the machine's order, for who carries it out elsewhere. Of a
 * variant these are the numbers of the whole run and, with `courses`, those over time. Another one of the
 * same shape is made of it; false, and no outcome, where the bytes cannot be one. */
enum outcome_part { OUTCOME_WHOLE, OUTCOME_RUN_MEASURES, OUTCOME_COURSES };
struct text;
void outcome_encode(const struct outcome *outcome, enum outcome_part part, struct text *bytes);
bool outcome_decode(struct outcome *outcome, enum outcome_part part, const char *bytes, size_t length);

/* How many bytes a journal keeps of a whole outcome; and of one of a variant, which has no tables and,
 * without `courses`, no measures over time. */
size_t outcome_bytes(const struct outcome *outcome);
size_t outcome_variant_bytes(const struct record_shape *shape, bool courses);

#endif
