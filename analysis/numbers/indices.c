#include "analysis/numbers/indices.h"

#include <math.h>
#include <stdlib.h>

#include "base/require.h"

enum { ROW_EXTRA = 3 }; /* A, B and the one with the luck of B */

struct rows_of_shift {
    const double *responses;
    size_t factors, rows;
};

static const double *row_at(const struct rows_of_shift *shift, size_t row)
{
    return shift->responses + row * (shift->factors + ROW_EXTRA);
}

static bool row_is_whole(const struct rows_of_shift *shift, size_t row)
{
    for (size_t i = 0; i < shift->factors + ROW_EXTRA; i++)
        if (!isfinite(row_at(shift, row)[i]))
            return false;
    return true;
}

/* Mean and variance of A and B together; false where they do not vary. */
static bool moments_of(const struct rows_of_shift *shift, double *mean, double *variance)
{
    double count = 0, squares = 0;
    *mean = 0;
    for (size_t row = 0; row < shift->rows; row++)
        for (size_t i = 0; i < 2 && row_is_whole(shift, row); i++) {
            double step = row_at(shift, row)[i] - *mean;
            *mean += step / ++count;
            squares += step * (row_at(shift, row)[i] - *mean);
        }
    *variance = squares / count;
    return count > 2 && *variance > 0;
}

/* Both indices of the point `i` of each row. */
static void index_of_shift(const struct rows_of_shift *shift, size_t i, double mean, double variance,
                           double *first, double *total)
{
    double count = 0, products = 0, squares = 0;
    for (size_t row = 0; row < shift->rows; row++) {
        if (!row_is_whole(shift, row))
            continue;
        const double a = row_at(shift, row)[0], b = row_at(shift, row)[1], mixed = row_at(shift, row)[2 + i];
        products += (b - mean) * (mixed - a);
        squares += (a - mixed) * (a - mixed);
        count++;
    }
    *first = products / count / variance;
    *total = squares / count / 2 / variance;
}

bool indices_of(const double *responses, size_t factors, size_t rows, size_t shifts, double confidence,
                struct index *indices)
{
    const size_t each = factors + 1; /* luck is the last */
    double *firsts = must_allocate(2 * each * shifts + 1, sizeof *firsts), *totals = firsts + each * shifts;
    size_t used = 0;
    for (size_t i = 0; i < shifts; i++) {
        const struct rows_of_shift shift = {responses + i * rows * (factors + ROW_EXTRA), factors, rows};
        double mean, variance;
        if (!moments_of(&shift, &mean, &variance))
            continue;
        for (size_t factor = 0; factor < each; factor++)
            index_of_shift(&shift, factor, mean, variance, &firsts[factor * shifts + used],
                           &totals[factor * shifts + used]);
        used++;
    }
    const struct bounds anywhere = {-INFINITY, INFINITY};
    for (size_t factor = 0; factor < each && used > 0; factor++) {
        indices[factor].first = estimate_mean(firsts + factor * shifts, used, anywhere, confidence);
        indices[factor].total = estimate_mean(totals + factor * shifts, used, anywhere, confidence);
    }
    free(firsts);
    return used > 0;
}
