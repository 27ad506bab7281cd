/* Screening: which factors matter at all (Morris 1991).
 *
 * In a walk one factor changes at a time; what the response changes by, divided by how far the factor moved
 * (as a share of its range), is an elementary effect. Each walk gives each factor one. Their mean of absolute
 * values says how much the factor matters (Campolongo, Cariboni & Saltelli 2007), and their standard
 * deviation how much that hangs on the others.
 */
#ifndef ANALYSIS_SCREENING_H
#define ANALYSIS_SCREENING_H

#include "analysis/numbers/estimate.h"

struct effect {
    double mean;              /* of the effects with their signs: more of the factor gives more */
    struct estimate absolute; /* mean of their sizes, with Student's range over the walks, never below 0 */
    double sd;                /* NaN with fewer than two */
};

/* `positions`: [walk][factors + 1][factors]; `responses`: one a world, NaN where there is none: effects that
 * touch it are left out and counted as missing. One effect a factor. False where no effect could be computed.
 */
bool effects_of(const double *positions, const double *responses, size_t factors, size_t walks,
                double confidence, struct effect *effects);

/* With fewer effects than these nothing is said not to matter: a factor that acts in a share p of the worlds
 * alone is met by none of r walks with a chance of up to (1 - p)^r. */
enum { FEWEST_EFFECTS = 6 };

/* How a factor compares with the one that matters most. */
enum matters {
    MATTERS_UNKNOWN,    /* no effects, or too few without one that is not zero */
    MATTERS_NOT_AT_ALL, /* every effect is zero: the response does not change by it */
    MATTERS_HARDLY,     /* the upper end of the range is below a twentieth of the largest mean size */
    MATTERS,
};
enum matters effect_matters(const struct effect *effects, size_t factors, size_t which);

#endif
