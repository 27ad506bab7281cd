/* Estimates from replications, each with an interval that says how far it can be trusted.
 *
 * Replications are independent of each other; two designs share the draws of replication i (common random
 * numbers), so that they are compared pair by pair, which removes the luck they have in common. Methods,
 * named in every output:
 *
 * - mean: Student's t on the values (Law 2015, Simulation Modeling and Analysis, 10.2); where the numbers
 * have a least, on the logarithm of the mean's distance from it, and where they have a most too, on the logit
 * of its place between both, by the delta method (Oehlert 1992, The American Statistician 46:27), so that the
 * interval stays where the measure can be; where all values lie on the two bounds (yes or no), Clopper and
 * Pearson 1934 (Biometrika 26:404); none where all lie on one bound, which says nothing of how far others
 * lie;
 * - paired difference: Student's t on the pairwise differences, within what two numbers of the measure can
 * differ by;
 * - paired ratio of means: jackknife of log(mean a / mean b) with Student's t (Miller 1974, Biometrika 61:1,
 * for the jackknife of a function of means), because a ratio of means of positive skewed numbers is more
 * nearly symmetric on the log scale; only where Student's interval of both means is clear of zero (Fieller
 * 1954, JRSS B 16:175: else the ratio has no bounded interval);
 * - median of censored times: Kaplan and Meier 1958, with the log-log interval of Brookmeyer and Crowley
 * 1982.
 *
 * Values that are not finite are missing: left out and counted. The coverage of every interval is tested by
 * simulation (tests/unit/analysis/coverage.c).
 */
#ifndef ANALYSIS_ESTIMATE_H
#define ANALYSIS_ESTIMATE_H

#include <stdbool.h>
#include <stddef.h>

#include "analysis/file/results.h"

#define USUAL_CONFIDENCE 0.95

enum certainty {
    CERTAINTY_INTERVAL, /* value, low and high hold */
    CERTAINTY_POINT,    /* a value and no interval: too few runs, all on one bound, or a base near zero */
    CERTAINTY_NONE,     /* not defined: no values, or a ratio to zero or of negative numbers */
};

struct estimate {
    double value, low, high; /* NaN where not defined; KM limits may be infinite */
    size_t used, missing;
    enum certainty certainty;
};

extern const char *const method_of_mean;
extern const char *const method_of_difference;
extern const char *const method_of_ratio;
extern const char *const method_of_median;

/* `bounds` are those of the values; where one of them lies outside, they are taken for unbounded. */
struct estimate estimate_mean(const double *values, size_t count, struct bounds bounds, double confidence);
/* mean of a - b over the pairs where both are there; `bounds` are those of a and of b */
struct estimate estimate_difference(const double *a, const double *b, size_t count, struct bounds bounds,
                                    double confidence);
/* mean a / mean b over the pairs where both are there */
struct estimate estimate_ratio(const double *a, const double *b, size_t count, double confidence);

/* Fewest pairs that can bear a claim: so many that if there were no difference, all of them would point the
 * same way by luck in no more than 1 - confidence of the cases (sign test): 6 for .95. */
size_t fewest_pairs(double confidence);

/* Share of the runs that pairing saves: as many of both designs, each with luck of its own, would give the
 * difference a variance larger by 1 / (1 - share). It is 2 cov(a, b) / (var a + var b). NaN where the
 * correlation is not clearly above zero. */
double estimate_saved_by_pairing(const double *a, const double *b, size_t count, double confidence);

/* In how many pairs a is ahead of b, by the direction that is better (NEITHER: greater counts as ahead). */
struct lead {
    size_t ahead, behind, tied, missing;
};
struct lead estimate_lead(const double *a, const double *b, size_t count, enum direction better);

/* How many replications in all it takes until the interval of a - b leaves zero with a chance of four in
 * five, if the true difference and spread are those seen. Infinite when no difference is seen; NaN with fewer
 * than two pairs. */
double estimate_replications_to_settle(const double *a, const double *b, size_t count, double confidence);

/* Quantile by linear interpolation (Hyndman and Fan's type 7); NaN when nothing is there. `values` is not
 * changed. */
double estimate_quantile(const double *values, size_t count, double share);

/* Steps of the Kaplan-Meier curve: after `times[i]` a share `surviving[i]` is still waiting. */
struct survival {
    double *times, *surviving,
        *error; /* error: Greenwood's standard error of log(-log S), NaN where S is 0 or 1 */
    size_t steps;
    size_t events, censored;
    double longest; /* longest time seen, event or censored */
};

/* `happened[i]` says whether the event was seen at times[i] or the watch ended there. Missing and negative
 * times are left out. Arrays live in `arena`. */
struct survival estimate_survival(const double *times, const bool *happened, size_t count,
                                  struct arena *arena);
/* First time by which half have had the event; value infinite when fewer than half ever do. */
struct estimate estimate_median(const struct survival *survival, double confidence);
/* Share still waiting at `time`. */
double survival_at(const struct survival *survival, double time);

#endif
