/* Two results files against each other, design by design, in numbers.
 *
 * Runs of the same number share their luck when both files have the same seed, the same sites with the same
 * people, and were made by the same build: then they are compared pair by pair, as designs of one file are.
 * Else the runs of one file are independent of those of the other: the difference of means has Welch's
 * interval (Welch 1947, Biometrika 34:28, with Satterthwaite's degrees of freedom), the ratio the same on the
 * logarithm of each mean, by the delta method (Oehlert 1992), where both are clear of zero.
 *
 * A design of one file is set against that of the same name in the other. Where no name is in both, every
 * design of the second is set against one of the first.
 */
#ifndef ANALYSIS_BETWEEN_H
#define ANALYSIS_BETWEEN_H

#include "analysis/numbers/compare.h"

/* `contrast.design` is of the second file, `contrast.base` and `contrast.measure` of the first. `lead` and
 * `saved` are of pairs, and hold nothing where there are none. */
struct between_row {
    size_t measure_b;
    struct contrast contrast;
};

/* A setting that is not the same; NULL where one of them has it not. */
struct between_setting {
    const char *path, *a, *b;
};

struct between {
    const struct results *a, *b;
    double confidence;
    const char *why_apart;      /* why runs are no pairs, "the seeds differ"; NULL: they are */
    size_t pairs;               /* of runs of each design that share their luck */
    bool by_name;               /* designs are set against those of the same name */
    size_t measure_count, each; /* rows stand by measure, `each` of them */
    struct between_row *rows;
    struct between_setting *settings;
    size_t setting_count;
};

/* NULL with a sentence where they cannot be compared. In `arena`. */
struct between *between(struct results *a, struct results *b, const struct compare_request *request,
                        struct arena *arena, struct trouble *trouble);

/* mean a - mean b of two independent lots of runs, and mean a / mean b */
struct estimate between_difference(const double *a, size_t count_a, const double *b, size_t count_b,
                                   double confidence);
struct estimate between_ratio(const double *a, size_t count_a, const double *b, size_t count_b,
                              double confidence);

#endif
