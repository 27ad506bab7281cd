#include "analysis/numbers/estimate.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"

const char *const method_of_mean = "Student's t, kept where the measure can be";
const char *const method_of_difference = "Student's t on paired differences";
const char *const method_of_ratio = "jackknife of the log ratio of means, Student's t";

/* A test that is repeated settles a true difference in four of five cases. */
static const double power = 0.8;
static const double most_replications = 1e7;

/* Two values say too little of their spread to tell how a bound bends it. */
enum { fewest_bent = 3 };

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

static struct bounds bounds_that_hold(struct bounds bounds, const double *values, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!bounds_hold(bounds, bounds_settle(bounds, values[i])))
            return (struct bounds)UNBOUNDED;
    return bounds;
}

static bool all_on_bounds(struct bounds bounds, const double *values, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        double value = bounds_settle(bounds, values[i]);
        if (value > bounds.least && value < bounds.most)
            return false;
    }
    return true;
}

/* Each value is the least or the most: a count of the latter among all (Clopper and Pearson 1934). */
static void on_two_bounds(struct estimate *estimate, struct bounds bounds, double confidence)
{
    double width = bounds.most - bounds.least, n = (double)estimate->used, tail = (1 - confidence) / 2;
    double most = round((estimate->value - bounds.least) / width * n), least = n - most;
    estimate->low = bounds.least + width * (most > 0 ? gsl_cdf_beta_Pinv(tail, most, least + 1) : 0);
    estimate->high = bounds.least + width * (least > 0 ? gsl_cdf_beta_Qinv(tail, most + 1, least) : 1);
    estimate->certainty = CERTAINTY_INTERVAL;
}

/* Student's interval `estimate` of a mean that lies inside the bounds, taken over to the scale on which it
 * has none. */
static void bend(struct estimate *estimate, struct bounds bounds)
{
    double half = estimate->high - estimate->value, above = estimate->value - bounds.least;
    if (!isfinite(bounds.most)) {
        estimate->low = bounds.least + above * exp(-half / above);
        estimate->high = bounds.least + above * exp(half / above);
        return;
    }
    double width = bounds.most - bounds.least, below = bounds.most - estimate->value;
    double odds = above / below, step = exp(half * width / (above * below));
    estimate->low = bounds.least + width * odds / (step + odds);
    estimate->high = bounds.most - width / (1 + odds * step);
}

static struct estimate within_bounds(const double *values, size_t used, size_t missing, struct bounds bounds,
                                     double confidence)
{
    struct estimate estimate = of_finite(values, used, missing, confidence);
    bounds = bounds_that_hold(bounds, values, used);
    if (estimate.certainty != CERTAINTY_INTERVAL || !isfinite(bounds.least))
        return estimate;
    bool on_bounds = all_on_bounds(bounds, values, used);
    bool on_one = estimate.value <= bounds.least || estimate.value >= bounds.most;
    if (on_bounds && !on_one) {
        on_two_bounds(&estimate, bounds, confidence);
    } else if (on_bounds || used < fewest_bent) {
        estimate.low = estimate.high = NAN;
        estimate.certainty = CERTAINTY_POINT;
    } else if (estimate.high > estimate.value) {
        bend(&estimate, bounds);
    }
    return estimate;
}

struct estimate estimate_mean(const double *values, size_t count, struct bounds bounds, double confidence)
{
    double *kept = must_allocate(count + 1, sizeof *kept);
    size_t used = finite_of(values, count, kept);
    struct estimate estimate = within_bounds(kept, used, count - used, bounds, confidence);
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

struct estimate estimate_difference(const double *a, const double *b, size_t count, struct bounds bounds,
                                    double confidence)
{
    double *differences = must_allocate(count + 1, sizeof *differences);
    size_t used = differences_of(a, b, count, differences);
    struct estimate estimate = of_finite(differences, used, count - used, confidence);
    double farthest = bounds.most - bounds.least;
    if (estimate.certainty == CERTAINTY_INTERVAL && fabs(estimate.value) <= farthest) {
        estimate.low = fmax(estimate.low, -farthest);
        estimate.high = fmin(estimate.high, farthest);
    }
    free(differences);
    return estimate;
}

size_t fewest_pairs(double confidence)
{
    size_t pairs = 2;
    while ((double)pairs < most_replications && pow(2, 1 - (double)pairs) > 1 - confidence)
        pairs++;
    return pairs;
}

double estimate_saved_by_pairing(const double *a, const double *b, size_t count, double confidence)
{
    double *kept = must_allocate(2 * count + 1, sizeof *kept), saved = NAN;
    size_t used = whole_pairs(a, b, count, kept, kept + count);
    if (used >= fewest_pairs(confidence)) {
        double both = gsl_stats_covariance(kept, 1, kept + count, 1, used);
        double first = gsl_stats_variance(kept, 1, used), second = gsl_stats_variance(kept + count, 1, used);
        double correlation = both / sqrt(first * second), freedom = (double)used - 2;
        /* Student's t of a correlation (Fisher 1915) */
        double student = correlation * sqrt(freedom / fmax(0, 1 - correlation * correlation));
        if (student > gsl_cdf_tdist_Pinv(0.5 + confidence / 2, freedom))
            saved = 2 * both / (first + second);
    }
    free(kept);
    return saved;
}

/* Whether Student's interval of the mean holds numbers above zero only. */
static bool clear_of_zero(const double *values, size_t used, double confidence)
{
    struct estimate mean = of_finite(values, used, 0, confidence);
    return mean.certainty == CERTAINTY_INTERVAL && mean.low > 0;
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
    if (!clear_of_zero(a, used, confidence) || !clear_of_zero(b, used, confidence))
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
