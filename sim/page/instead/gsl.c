/* What the page takes of GSL, written anew, so that the page holds nothing under the GPL.
 *
 * The quantiles are looked for by halving an interval in which the distribution function passes through p,
 * and are as exact as that function: the regularized incomplete beta function by its continued fraction
 * (Lentz, 1976; the fraction is DLMF 8.17.22). tests/unit/page/instead holds them against GSL.
 */
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_qrng.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <stdlib.h>

#include "base/require.h"

enum { HALVINGS = 200, MOST_TERMS = 10000 };

/* --- order and moments --- */

static int by_size(const void *one, const void *other)
{
    const double a = *(const double *)one, b = *(const double *)other;
    return (a > b) - (a < b);
}

void gsl_sort(double *numbers, size_t stride, size_t count)
{
    require(stride == 1);
    qsort(numbers, count, sizeof *numbers, by_size);
}

double gsl_stats_mean(const double *numbers, size_t stride, size_t count)
{
    double mean = 0;
    for (size_t i = 0; i < count; i++)
        mean += (numbers[i * stride] - mean) / (double)(i + 1);
    return mean;
}

double gsl_stats_covariance(const double *one, size_t one_stride, const double *other, size_t other_stride,
                            size_t count)
{
    const double one_mean = gsl_stats_mean(one, one_stride, count);
    const double other_mean = gsl_stats_mean(other, other_stride, count);
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += (one[i * one_stride] - one_mean) * (other[i * other_stride] - other_mean);
    return sum / ((double)count - 1);
}

double gsl_stats_variance_m(const double *numbers, size_t stride, size_t count, double mean)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += (numbers[i * stride] - mean) * (numbers[i * stride] - mean);
    return sum / ((double)count - 1);
}

double gsl_stats_variance(const double *numbers, size_t stride, size_t count)
{
    return gsl_stats_variance_m(numbers, stride, count, gsl_stats_mean(numbers, stride, count));
}

double gsl_stats_sd_m(const double *numbers, size_t stride, size_t count, double mean)
{
    return sqrt(gsl_stats_variance_m(numbers, stride, count, mean));
}

double gsl_stats_quantile_from_sorted_data(const double *sorted, size_t stride, size_t count, double share)
{
    if (count == 0)
        return 0;
    const double place = share * (double)(count - 1), below = floor(place), beyond = place - below;
    const size_t at = (size_t)below;
    if (at + 1 >= count)
        return sorted[(count - 1) * stride];
    return (1 - beyond) * sorted[at * stride] + beyond * sorted[(at + 1) * stride];
}

/* --- distributions --- */

double gsl_cdf_ugaussian_P(double x)
{
    return erfc(-x / sqrt(2)) / 2;
}

static double away_from_zero(double number)
{
    return fabs(number) < 1e-300 ? 1e-300 : number;
}

/* The continued fraction of the incomplete beta function, which ends fast for x < (a + 1) / (a + b + 2). */
static double beta_fraction(double x, double a, double b)
{
    double c = 1, d = 1 / away_from_zero(1 - (a + b) * x / (a + 1)), fraction = d;
    for (int m = 1; m < MOST_TERMS; m++) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / away_from_zero(1 + even * d);
        c = away_from_zero(1 + even / c);
        fraction *= d * c;
        d = 1 / away_from_zero(1 + odd * d);
        c = away_from_zero(1 + odd / c);
        fraction *= d * c;
        if (fabs(d * c - 1) < 1e-16)
            break;
    }
    return fraction;
}

/* The regularized incomplete beta function of x, and of `rest`, which is 1 - x. */
static double beta_share(double x, double rest, double a, double b)
{
    if (x <= 0 || rest <= 0)
        return x <= 0 ? 0 : 1;
    const double front = exp(a * log(x) + b * log(rest) + lgamma(a + b) - lgamma(a) - lgamma(b));
    if (x < (a + 1) / (a + b + 2))
        return front * beta_fraction(x, a, b) / a;
    return 1 - front * beta_fraction(rest, b, a) / b;
}

/* Where a function that grows passes through `p`. */
static double halved(double low, double high, double p, double (*of)(double x, const double *with),
                     const double *with)
{
    for (int i = 0; i < HALVINGS; i++) {
        const double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high)
            break;
        if (of(middle, with) < p)
            low = middle;
        else
            high = middle;
    }
    return low + (high - low) / 2;
}

static double gaussian_below(double x, const double *with)
{
    (void)with;
    return gsl_cdf_ugaussian_P(x);
}

double gsl_cdf_ugaussian_Pinv(double p)
{
    /* The lower tail keeps its digits; the upper one has none to keep. */
    return p > 0.5 ? -halved(-40, 0, 1 - p, gaussian_below, NULL) : halved(-40, 0, p, gaussian_below, NULL);
}

/* How probable it is to be further out than t, on one side. */
static double student_beyond(double t, double nu)
{
    return beta_share(nu / (nu + t * t), t * t / (nu + t * t), nu / 2, 0.5) / 2;
}

static double student_within(double t, const double *nu)
{
    return -student_beyond(t, *nu);
}

double gsl_cdf_tdist_Pinv(double p, double nu)
{
    const double tail = p > 0.5 ? 1 - p : p;
    double most = 1;
    while (student_beyond(most, nu) > tail && most < 1e150)
        most *= 2;
    const double t = halved(0, most, -tail, student_within, &nu);
    return p > 0.5 ? t : -t;
}

static double beta_below(double x, const double *with)
{
    return beta_share(x, 1 - x, with[0], with[1]);
}

double gsl_cdf_beta_Pinv(double p, double a, double b)
{
    const double with[] = {a, b};
    return halved(0, 1, p, beta_below, with);
}

double gsl_cdf_beta_Qinv(double q, double a, double b)
{
    return 1 - gsl_cdf_beta_Pinv(q, b, a);
}

/* --- points --- */

const gsl_qrng_type *gsl_qrng_sobol = NULL;

_Noreturn gsl_qrng *gsl_qrng_alloc(const gsl_qrng_type *type, unsigned dimensions)
{
    (void)type;
    (void)dimensions;
    require_failed("a page has no plausible worlds", __FILE__, __LINE__);
}

void gsl_qrng_free(gsl_qrng *generator)
{
    (void)generator;
}

int gsl_qrng_get(const gsl_qrng *generator, double *point)
{
    (void)generator;
    (void)point;
    return 1;
}
