/* Designs against each other, pair by pair, in numbers.
 *
 * One design is the base (usually the first of the scenario); every other one is set against it, measure by
 * measure. The verdict of a contrast follows the interval that is shown: the ratio of means where it is
 * defined and its base is clear of zero, else the difference. An interval that holds "no difference" gives
 * "no clear difference" together with the number of runs that would settle it. The same contrast, redone
 * under each stated alternative of an assumed number, tells what the headline hangs on; redone at each point
 * of a sweep, it is a map.
 */
#ifndef ANALYSIS_COMPARE_H
#define ANALYSIS_COMPARE_H

#include "analysis/numbers/estimate.h"
#include "base/text.h"

enum verdict {
    VERDICT_UNKNOWN, /* fewer pairs than can bear a claim (fewest_pairs), or no values */
    VERDICT_UNCLEAR, /* the interval holds "no difference" */
    VERDICT_HIGHER,  /* clearly more than the base */
    VERDICT_LOWER,   /* clearly less than the base */
    VERDICT_SAME,    /* equal in every run */
};

/* One design against another on one measure in one variant. Means are of all runs that a design has, all else
 * is of the runs that both have. */
struct contrast {
    size_t measure, variant, design, base;
    double confidence;
    struct estimate mean, base_mean;
    struct estimate difference, ratio; /* design - base, design / base */
    struct lead lead;
    enum verdict verdict;
    /* Share of the runs that pairing saved (analysis/numbers/estimate.h); NaN where that is not clear. */
    double saved;
    /* Replications in all that would settle it, where the verdict is unclear; else NaN. */
    double settle;
};

struct contrast contrast_of(const struct results *results, size_t measure, size_t variant, size_t design,
                            size_t base, double confidence);
/* The same, as if the variant had at most `runs` runs: the first ones. */
struct contrast contrast_of_first(const struct results *results, size_t measure, size_t variant,
                                  size_t design, size_t base, double confidence, size_t runs);
/* The same from values of the two designs, `count` pairs of them. */
struct contrast_of {
    size_t measure, variant, design, base;
    double confidence;
};
struct contrast contrast_of_values(const struct results *results, const struct contrast_of *what,
                                   const double *values, const double *base_values, size_t count);
/* Whether the design is clearly better (1), clearly worse (-1) or neither (0), by what is better for the
 * measure. */
int contrast_sign(const struct results *results, const struct contrast *contrast);

struct compare_request {
    double confidence; /* 0: USUAL_CONFIDENCE */
    const char *base;  /* a design's name; NULL: the first */
    const char *const
        *measures; /* names; none: the headline, the price, and what the movement as a whole has */
    size_t measure_count;
};

/* How a variant of an assumption changes the headline of one design, against the scenario itself. */
enum turn {
    TURN_HOLDS,
    TURN_UNCLEAR,
    TURN_AROUND,  /* changes sides */
    TURN_SETTLED, /* settles what was open */
    TURN_TOO_FEW, /* unclear, but so is the scenario itself when only as many of its runs are looked at */
};
struct assumption_check {
    struct contrast contrast;
    size_t runs; /* of each design in that variant */
    enum turn turn;
};

struct comparison {
    const struct results *results;
    double confidence;
    size_t base;
    size_t *measures; /* headline first */
    size_t measure_count;
    size_t movement_from; /* those from here on are of the movement as a whole, and were not asked for */
    struct contrast *contrasts; /* by measure, then design (the base left out) */
    size_t contrast_count;
    size_t asked; /* the first so many were asked for, or the headline: sweeps are described for these */
    const struct worlds_told *worlds; /* what plausible worlds say of the first measure
                                         (analysis/numbers/worlds.h); NULL where nothing is compared */
    const struct fitting *fitting;    /* which of these worlds agree with the record
                                         (analysis/numbers/fitting.h); NULL where nothing is compared */
    const struct front *front;       /* the weeks that a search left (analysis/numbers/front.h); NULL: none */
    struct assumption_check *checks; /* by variant of an assumption, then design (the base left out) */
    size_t check_count;
};

/* NULL with trouble when a name is not known or there is nothing to compare with. With one design there are
 * no contrasts, but a sweep (analysis/numbers/sweep.h) or numbers of the record (analysis/numbers/found.h)
 * still say something. In `arena`. */
struct comparison *compare(struct results *results, const struct compare_request *request,
                           struct arena *arena, struct trouble *trouble);

/* Indices of the measures that make up the price of a headline, those of them that the file has. */
size_t price_measures(const struct results *results, size_t *measures, size_t most);

#endif
