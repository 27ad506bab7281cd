#include "analysis/estimate.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"

const char *const method_of_mean = "Student's t";
const char *const method_of_difference = "Student's t on paired differences";
const char *const method_of_ratio = "jackknife of the log ratio of means, Student's t";

/* A test that is repeated settles a true difference in four of five cases. */
static const double power = 0.8;
static const double most_replications = 1e7;

/* Spread below this share of the values is rounding, not spread. */
static const double rounding = 1e-12;

static double t_quantile(double confidence, size_t count)
{
    return gsl_cdf_tdist_Pinv(0.5 + confidence / 2, (double)count - 1);
}

static struct estimate undefined(size_t used, size_t missing)
{
    return (struct estimate){NAN, NAN, NAN, used, missing, CERTAINTY_NONE};
}

/* Mean and Student's t of `count` finite values. */
static struct estimate of_finite(const double *values, size_t count, size_t missing, double confidence)
{
    if (count == 0)
        return undefined(0, missing);
    double mean = gsl_stats_mean(values, 1, count);
    if (count == 1)
        return (struct estimate){mean, NAN, NAN, count, missing, CERTAINTY_POINT};
    double half =
        t_quantile(confidence, count) * gsl_stats_sd_m(values, 1, count, mean) / sqrt((double)count);
    return (struct estimate){mean, mean - half, mean + half, count, missing, CERTAINTY_INTERVAL};
}

static size_t finite_of(const double *values, size_t count, double *kept)
{
    size_t used = 0;
    for (size_t i = 0; i < count; i++)
        if (isfinite(values[i]))
            kept[used++] = values[i];
    return used;
}

struct estimate estimate_mean(const double *values, size_t count, double confidence)
{
    double *kept = must_allocate(count + 1, sizeof *kept);
    size_t used = finite_of(values, count, kept);
    struct estimate estimate = of_finite(kept, used, count - used, confidence);
    free(kept);
    return estimate;
}

/* Keeps the pairs of which both halves are there. */
static size_t whole_pairs(const double *a, const double *b, size_t count, double *kept_a, double *kept_b)
{
    size_t used = 0;
    for (size_t i = 0; i < count; i++)
        if (isfinite(a[i]) && isfinite(b[i])) {
            kept_a[used] = a[i];
            kept_b[used++] = b[i];
        }
    return used;
}

static size_t differences_of(const double *a, const double *b, size_t count, double *differences)
{
    size_t used = 0;
    for (size_t i = 0; i < count; i++)
        if (isfinite(a[i]) && isfinite(b[i]))
            differences[used++] = a[i] - b[i];
    return used;
}

struct estimate estimate_difference(const double *a, const double *b, size_t count, double confidence)
{
    double *differences = must_allocate(count + 1, sizeof *differences);
    size_t used = differences_of(a, b, count, differences);
    struct estimate estimate = of_finite(differences, used, count - used, confidence);
    free(differences);
    return estimate;
}

/* Jackknife of log(sum a / sum b) over whole pairs of numbers that are nowhere negative. */
static struct estimate jackknifed(const double *a, const double *b, size_t used, size_t missing,
                                  double confidence)
{
    double sum_a = 0, sum_b = 0;
    for (size_t i = 0; i < used; i++) {
        if (a[i] < 0 || b[i] < 0)
            return undefined(used, missing);
        sum_a += a[i];
        sum_b += b[i];
    }
    if (!(sum_b > 0))
        return undefined(used, missing);
    struct estimate estimate = {sum_a / sum_b, NAN, NAN, used, missing, CERTAINTY_POINT};
    if (used < 2 || !(sum_a > 0))
        return estimate;
    double whole = log(sum_a / sum_b), mean = 0, squares = 0, n = (double)used;
    for (size_t i = 0; i < used; i++) {
        double rest_a = sum_a - a[i], rest_b = sum_b - b[i];
        /* Without this one pair there is nothing left to divide: no interval can be had. */
        if (!(rest_a > rounding * sum_a) || !(rest_b > rounding * sum_b))
            return estimate;
        double pseudo = n * whole - (n - 1) * log(rest_a / rest_b);
        double step = pseudo - mean;
        mean += step / (double)(i + 1);
        squares += step * (pseudo - mean);
    }
    double half = t_quantile(confidence, used) * sqrt(squares / (n - 1) / n);
    estimate.low = exp(whole - half);
    estimate.high = exp(whole + half);
    estimate.certainty = CERTAINTY_INTERVAL;
    return estimate;
}

struct estimate estimate_ratio(const double *a, const double *b, size_t count, double confidence)
{
    double *kept = must_allocate(2 * count + 1, sizeof *kept);
    size_t used = whole_pairs(a, b, count, kept, kept + count);
    struct estimate estimate =
        used == 0 ? undefined(0, count) : jackknifed(kept, kept + count, used, count - used, confidence);
    free(kept);
    return estimate;
}

struct lead estimate_lead(const double *a, const double *b, size_t count, enum direction better)
{
    struct lead lead = {0};
    for (size_t i = 0; i < count; i++) {
        if (!isfinite(a[i]) || !isfinite(b[i]))
            lead.missing++;
        else if (a[i] == b[i])
            lead.tied++;
        else if ((a[i] > b[i]) == (better != DIRECTION_LESS))
            lead.ahead++;
        else
            lead.behind++;
    }
    return lead;
}

/* What a difference must reach with n pairs: (t(1 - alpha/2) + t(power)) sd / sqrt(n). */
static double reach_of(double n, double sd, double confidence)
{
    return (gsl_cdf_tdist_Pinv(0.5 + confidence / 2, n - 1) + gsl_cdf_tdist_Pinv(power, n - 1)) * sd /
           sqrt(n);
}

/* Least n at which the difference reaches; doubled until it does, then halved in. */
static double settled_at(double difference, double sd, double confidence)
{
    double low = 1, high = 2;
    while (!(reach_of(high, sd, confidence) <= fabs(difference))) {
        low = high;
        high *= 2;
        if (high > most_replications)
            return INFINITY;
    }
    while (high - low > 1) {
        double middle = floor((low + high) / 2);
        if (reach_of(middle, sd, confidence) <= fabs(difference))
            high = middle;
        else
            low = middle;
    }
    return high;
}

double estimate_replications_to_settle(const double *a, const double *b, size_t count, double confidence)
{
    double *differences = must_allocate(count + 1, sizeof *differences);
    size_t used = differences_of(a, b, count, differences);
    double needed = NAN;
    if (used >= 2) {
        double mean = gsl_stats_mean(differences, 1, used);
        needed = settled_at(mean, gsl_stats_sd_m(differences, 1, used, mean), confidence);
    }
    free(differences);
    return needed;
}

double estimate_quantile(const double *values, size_t count, double share)
{
    double *kept = must_allocate(count + 1, sizeof *kept);
    size_t used = finite_of(values, count, kept);
    gsl_sort(kept, 1, used);
    double quantile = used == 0 ? NAN : gsl_stats_quantile_from_sorted_data(kept, 1, used, share);
    free(kept);
    return quantile;
}
