/* Indices of sensitivity: how much of what varies between worlds comes from each factor.
 *
 * The worlds are rows for this purpose (experiment/points.h of the models): A, B, for each factor A with its
 * value from B, and A with the luck of B. The first-order index of a factor is the share of the variance that
 * it makes alone, mean over rows of (f(B) - mean)(f(A with the factor from B) - f(A)) / variance (Saltelli et
 * al. 2010), the total index the share that would be gone if it were known, with all that it makes together
 * with others, mean over rows of (f(A) - f(A with the factor from B))^2 / 2 / variance                (Jansen
 * 1999). Luck is a factor like the others. Each shift of the rows gives each index once; their mean and
 * Student's range over the shifts are given. Rows in which a number is missing are left out. The coverage of
 * the ranges is tested (tests/unit/analysis/indices.c).
 */
#ifndef ANALYSIS_INDICES_H
#define ANALYSIS_INDICES_H

#include "analysis/numbers/estimate.h"

struct index {
    struct estimate first, total; /* shares; by chance a little below 0 or above 1 */
};

/* `responses`: [shift][row][factors + 3]. One index a factor, and that of luck behind them. False where
 * nothing varies, or no shift has two whole rows: then `indices` is not touched. */
bool indices_of(const double *responses, size_t factors, size_t rows, size_t shifts, double confidence,
                struct index *indices);

#endif
