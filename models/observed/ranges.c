#include "observed/ranges.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "observed/numbers.h"
#include "random/draw.h"

enum { RESAMPLES = 1999, SEED = 2011 };

struct observed_range ranges_share(double hits, double of, double confidence)
{
    const double z = gsl_cdf_ugaussian_Pinv(0.5 + confidence / 2), share = hits / of, weight = z * z / of;
    const double middle = (share + weight / 2) / (1 + weight);
    const double half = z / (1 + weight) * sqrt(share * (1 - share) / of + weight / (4 * of));
    /* at none and all of them one end is the share itself, but for rounding */
    return (struct observed_range){hits <= 0 ? 0 : middle - half, hits >= of ? 1 : middle + half};
}

double ranges_quantile_of(const double *values, size_t count, double share)
{
    double *sorted = must_allocate(count, sizeof *sorted);
    memcpy(sorted, values, count * sizeof *sorted);
    gsl_sort(sorted, 1, count);
    const double quantile = gsl_stats_quantile_from_sorted_data(sorted, 1, count, share);
    free(sorted);
    return quantile;
}

/* What share of resamples lies below the range. */
static double share_below(size_t count, double confidence)
{
    const double n = (double)count, t = gsl_cdf_tdist_Pinv(0.5 + confidence / 2, n - 1);
    return gsl_cdf_ugaussian_P(-sqrt(n / (n - 1)) * t);
}

/* NaN stands for the mean. */
static double statistic_of(const double *values, size_t count, double share)
{
    return isnan(share) ? gsl_stats_mean(values, 1, count) : ranges_quantile_of(values, count, share);
}

static struct observed_range bootstrap(const double *values, size_t count, double share, double confidence,
                                       uint32_t purpose)
{
    const struct luck luck = luck_of(SEED, 0);
    double *drawn = must_allocate(count, sizeof *drawn), found[RESAMPLES];
    const double below = share_below(count, confidence);
    for (uint32_t i = 0; i < RESAMPLES; i++) {
        struct draw draw = draw_for(&luck, DRAW_RESAMPLE, purpose, i);
        for (size_t j = 0; j < count; j++)
            drawn[j] = values[draw_below(&draw, (uint32_t)count)];
        found[i] = statistic_of(drawn, count, share);
    }
    free(drawn);
    gsl_sort(found, 1, RESAMPLES);
    const double itself = statistic_of(values, count, share);
    return (struct observed_range){
        fmin(itself, gsl_stats_quantile_from_sorted_data(found, 1, RESAMPLES, below)),
        fmax(itself, gsl_stats_quantile_from_sorted_data(found, 1, RESAMPLES, 1 - below))};
}

struct observed_range ranges_mean(const double *values, size_t count, double confidence, uint32_t purpose)
{
    return bootstrap(values, count, NAN, confidence, purpose);
}

struct observed_range ranges_quantile(const double *values, size_t count, double share, double confidence,
                                      uint32_t purpose)
{
    return bootstrap(values, count, share, confidence, purpose);
}
