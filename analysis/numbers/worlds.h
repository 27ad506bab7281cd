/* What many plausible worlds say: in how many of them each design is ahead, by how much, and what separates
 * them.
 *
 * In each world a design is set against the base run by run, as in the scenario itself (numbers/compare.h):
 * the verdict follows the same rules. A world is one of those in which the design is ahead when its mean is
 * better there; clearly, when the verdict says so. Of a measure of which neither more nor less is better,
 * more counts as ahead.
 */
#ifndef ANALYSIS_WORLDS_H
#define ANALYSIS_WORLDS_H

#include "analysis/numbers/compare.h"
#include "analysis/numbers/indices.h"
#include "analysis/numbers/screening.h"
#include "analysis/numbers/splitting.h"

/* How far a design is from the base: 10, 50 and 90 % of worlds have less. */
struct spread_of_worlds {
    double low, middle, high;
};

/* One design against the base in all worlds of a sample. */
struct worlds_of_design {
    size_t design;
    const struct contrast *contrasts;                    /* one a world */
    size_t worlds;                                       /* that have a value of both designs */
    size_t ahead, clearly_ahead, behind, clearly_behind; /* of these; the rest are equal */
    bool
        by_ratio; /* the spread is of ratios: both means are above zero in every world; else of differences */
    struct spread_of_worlds spread;
    bool is_separated;
    struct split split; /* its factors are those of the results; holds where is_separated */
    /* Where that split names a factor that cannot be observed: the best one by those alone that can. */
    bool is_separated_by_observable;
    struct split by_observable;
};

/* A measure of one design in all worlds of a sample: its mean over the runs of each. */
struct worlds_level {
    size_t design;
    size_t worlds; /* that have a value */
    struct spread_of_worlds spread;
    bool is_separated;  /* the worlds above the middle from the others */
    struct split split; /* its factors are those of the results; holds where is_separated */
};

/* A response of walks or rows: a measure of a design, or its contrast with the base. */
struct worlds_response {
    size_t design;
    bool is_contrast;             /* the design less the base */
    bool varies;                  /* else nothing below holds */
    const struct effect *effects; /* one a factor; NULL of rows */
    const struct index *indices;  /* one a factor, and luck; NULL of walks */
};

struct worlds_told {
    const struct results *results;
    size_t measure, base;
    double confidence;
    const struct worlds_of_design *designs; /* of a sample: all but the base */
    size_t design_count;
    const struct worlds_level *levels; /* of a sample: of all designs */
    size_t level_count;
    const struct worlds_response
        *responses; /* of walks and rows: each contrast with the base, then each design */
    size_t response_count;
};

/* An index of rows whose total range ends below this share hardly matters. */
#define HARDLY_A_SHARE 0.05

/* NULL with trouble where the numbers cannot be read; nothing in it where the file has no worlds. In `arena`.
 */
struct worlds_told *worlds_told(struct results *results, size_t measure, size_t base, double confidence,
                                struct arena *arena, struct trouble *trouble);

/* How much a factor of a response matters (numbers/screening.h); a factor of rows is never said not to matter
 * at all. */
enum matters worlds_matter(const struct worlds_response *response, size_t factors, size_t which);

/* The factors that a split names, up to three of them, each once, into `named`; returns how many. */
enum { MOST_NAMED = 3 };
size_t split_factors(const struct split *split, size_t named[MOST_NAMED]);

/* All but those whose numbers contradict each other. */
size_t worlds_that_were_run(const struct results_worlds *worlds);

/* What is said of a design; NULL where nothing is, as of the base. `told` may be NULL. */
const struct worlds_of_design *worlds_of(const struct worlds_told *told, size_t design);

/* 1 where the design is better by its mean, -1 where the base is; the same of the verdict: clearly. */
int worlds_side(const struct results *results, const struct contrast *contrast);
int worlds_clear_side(const struct results *results, const struct contrast *contrast);

/* How far the design is from the base in a world: how many times, or how much. */
double distance_in_world(const struct worlds_of_design *one, size_t world, bool by_ratio);

/* The factors of a response in the order in which they matter, the most first, into `order`, which has room
 * for all. */
void worlds_rank(const struct worlds_response *response, size_t factors, size_t *order);

#endif
