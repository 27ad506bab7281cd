/* Where a number can be, by what it is: a share is never below 0 or above 1, whatever was seen of it.
 *
 * Rows of measures name their bounds, the record writes those that are finite (CF valid_min, valid_max), and
 * intervals stay between them.
 */
#ifndef BASE_BOUNDS_H
#define BASE_BOUNDS_H

#include <math.h>
#include <stdbool.h>

struct bounds {
    double least, most; /* both belong to it; -INFINITY, INFINITY: there is none on that side */
};

/* clang-format off */
#define BETWEEN(from, to) {from, to}
/* clang-format on */
#define SHARE     BETWEEN(0, 1)
#define FROM_ZERO BETWEEN(0, (double)INFINITY)
#define FROM_ONE  BETWEEN(1, (double)INFINITY)
#define UNBOUNDED BETWEEN(-(double)INFINITY, (double)INFINITY)

/* How far rounding carries a sum or quotient over a bound, as a share of the bound and of 1. */
static const double bounds_rounding = 1e-9;

/* A number that only rounding carried over a bound, put back on it; any other as it is, NaN too. */
static inline double bounds_settle(struct bounds bounds, double number)
{
    double below = bounds.least - number, above = number - bounds.most;
    if (below > 0 && below <= bounds_rounding * fmax(1, fabs(bounds.least)))
        return bounds.least;
    return above > 0 && above <= bounds_rounding * fmax(1, fabs(bounds.most)) ? bounds.most : number;
}

static inline bool bounds_hold(struct bounds bounds, double number)
{
    return number >= bounds.least && number <= bounds.most;
}

#endif
