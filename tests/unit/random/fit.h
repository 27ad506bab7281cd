/* How far a sample lies from a distribution, and when that is too far.
 *
 * Each check is a test of level 1e-6: a right generator would fail one of a million seeds. Seeds are fixed,
 * so a check that passed once passes always; it fails only when numbers change for the worse.
 */
#ifndef UNIT_RANDOM_FIT_H
#define UNIT_RANDOM_FIT_H

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stddef.h>
#include <stdlib.h>

#define FALSE_ALARM 1e-6

static inline int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The chance that a sample lies this far from the distribution or farther (Kolmogorov & Smirnov, for large
 * samples). Sorts the sample. */
static inline double ks_chance(double *sample, size_t count, double (*cdf)(double x, const double *shape),
                               const double *shape)
{
    qsort(sample, count, sizeof *sample, ascending);
    double n = (double)count, farthest = 0;
    for (size_t i = 0; i < count; i++) {
        double below = cdf(sample[i], shape) - (double)i / n,
               above = (double)(i + 1) / n - cdf(sample[i], shape);
        farthest = fmax(farthest, fmax(below, above));
    }
    return fmin(1, 2 * exp(-2 * n * farthest * farthest));
}

/* The chance of a sum of squares like that of `seen` around `expected` or larger. */
static inline double chi_square_chance(const size_t *seen, const double *expected, size_t bins)
{
    double sum = 0;
    for (size_t i = 0; i < bins; i++)
        sum += ((double)seen[i] - expected[i]) * ((double)seen[i] - expected[i]) / expected[i];
    return gsl_cdf_chisq_Q(sum, (double)bins - 1);
}

/* The chance of a mean this far from the true one or farther. */
static inline double mean_chance(const double *sample, size_t count, double mean, double sd)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += sample[i] - mean;
    return 2 * gsl_cdf_ugaussian_Q(fabs(sum) / (sd * sqrt((double)count)));
}

/* The chance of a correlation this far from 0 or farther, between samples that have nothing in common. */
static inline double correlation_chance(const double *x, const double *y, size_t count)
{
    double n = (double)count, mx = 0, my = 0, xx = 0, yy = 0, xy = 0;
    for (size_t i = 0; i < count; i++) {
        mx += x[i] / n;
        my += y[i] / n;
    }
    for (size_t i = 0; i < count; i++) {
        xx += (x[i] - mx) * (x[i] - mx);
        yy += (y[i] - my) * (y[i] - my);
        xy += (x[i] - mx) * (y[i] - my);
    }
    return 2 * gsl_cdf_ugaussian_Q(fabs(xy / sqrt(xx * yy)) * sqrt(n));
}

#endif
