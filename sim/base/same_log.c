/* Logarithms: x = 2^k m with m from 11/16 to 22/16, and m c = 1 + r with the c of the table, so that ln x = k
 * ln 2 - ln c + ln (1 + r), and a few terms of the last are enough, since |r| <= 1/128. Near 1 the c is 1,
 * and nothing cancels. */
#include <math.h>

#include "base/same.h"
#include "base/same_parts.h"
#include "base/vectorised.h"

/* ln 2 as the sum of two; the first is a multiple of 2^-42, as in the table: sums of them are exact. */
#define LN_2_HIGH 0x1.62e42fefa38p-1
#define LN_2_LOW  0x1.ef35793c7673p-45

enum { MANTISSA_BITS = 52, STEP_BITS = 7 };
#define FIRST_M UINT64_C(0x3fe6000000000000) /* 11/16 */

/* ln x = high + low + ln (1 + r + r_low) */
struct reduced {
    double high, low, r, r_low;
};

/* 2^k x, for a normal x. Whole numbers are made of bits and never negative before they become doubles, which
 * vectors cannot do. */
static inline struct reduced reduced_normal(double x, double k)
{
    const uint64_t bias = 1024, of_2_to_52 = UINT64_C(0x433) << MANTISSA_BITS;
    uint64_t bits = same_bits(x), above = bits - FIRST_M;
    uint64_t exponent = (above + (bias << MANTISSA_BITS)) >> MANTISSA_BITS;
    k += same_from_bits(exponent | of_2_to_52) - (0x1p52 + (double)bias);
    uint64_t m_bits = bits - (above & UINT64_C(0xfff) << MANTISSA_BITS);
    const struct same_logarithm *step =
        &same_logarithms[above >> (MANTISSA_BITS - STEP_BITS) & (SAME_STEPS - 1)];
    /* m in two, so that the products with c are exact */
    double m = same_from_bits(m_bits), m_high = same_from_bits(m_bits & ~UINT64_C(0x1fffff)),
           m_low = m - m_high;
    struct same_sum r = same_add(m_high * step->inverse - 1, m_low * step->inverse);
    return (struct reduced){k * LN_2_HIGH + step->high, k * LN_2_LOW + step->low, r.high, r.low};
}

static inline struct reduced reduced(double x)
{
    const double from_subnormal = 0x1p52;
    return x < 0x1p-1022 ? reduced_normal(x * from_subnormal, -MANTISSA_BITS) : reduced_normal(x, 0);
}

/* (ln (1 + r) - r + r^2 / 2) / r^3 */
static inline double log_rest(double r)
{
    double square = r * r;
    return ((1.0 / 3) - r * (1.0 / 4)) +
           square *
               (((1.0 / 5) - r * (1.0 / 6)) + square * (((1.0 / 7) - r * (1.0 / 8)) + square * (1.0 / 9)));
}

double same_log(double x)
{
    if (!(x > 0))
        return x < 0 ? (double)NAN : x == 0 ? -(double)INFINITY : x;
    if (x > 0x1.fffffffffffffp1023)
        return x;
    struct reduced at = reduced(x);
    double r = at.r, square = r * r;
    struct same_sum sum = same_add(at.high, r);
    return sum.high + (sum.low + (at.low + at.r_low + (square * r * log_rest(r) - square * 0.5)));
}

double same_log1p(double x)
{
    double sum = 1 + x;
    if (!(sum > 0 && sum < (double)INFINITY))
        return same_log(sum);
    return sum == 1 ? x : same_log(sum) + (x - (sum - 1)) / sum;
}

static inline struct same_sum sum_of(struct reduced at)
{
    double r = at.r;
    struct same_sum square = same_multiply(r, r), sum = same_add(at.high, r);
    struct same_sum less = same_add(sum.high, -0.5 * square.high);
    double low = less.low + (sum.low + (at.low + (at.r_low * (1 - r) - 0.5 * square.low)));
    low += square.high * r * log_rest(r);
    double high = less.high + low;
    return (struct same_sum){high, (less.high - high) + low};
}

struct same_sum same_log_as_sum(double x)
{
    return sum_of(reduced(x));
}

double same_pow(double x, double y)
{
    const double far = 0x1p64; /* for any x but 1 that power is infinite or 0 */
    if (y == 0 || x == 1)
        return 1;
    if (!(x >= 0) || isnan(y))
        return (double)NAN;
    if (x == 0 || isinf(x))
        return (x == 0) == (y < 0) ? (double)INFINITY : 0;
    y = y > far ? far : y < -far ? -far : y;
    struct same_sum log = same_log_as_sum(x), product = same_multiply(log.high, y);
    return same_exp_of_sum(product.high, product.low + log.low * y);
}

/* Where neither the logarithm nor the power is far from 1: the steps of same_pow, without a branch. */
#define POW_LEAST_X 0x1p-100
#define POW_MOST_X  0x1p100
#define POW_MOST_Y  8.0
enum { ABREAST = 8 };

static inline double pow_inside(double x, double y)
{
    const double push = 0x1.8p52;
    const uint64_t bias = 1023;
    struct same_sum log = sum_of(reduced_normal(x, 0)), product = same_multiply(log.high, y);
    double pushed = product.high * SAME_STEPS_A_UNIT + push, step = pushed - push;
    double low = product.low + log.low * y;
    double rest = same_exp_rest((product.high - step * SAME_STEP_HIGH) - (step * SAME_STEP_LOW - low));
    uint64_t at = same_bits(pushed) - same_bits(push) + bias * SAME_STEPS;
    const struct same_power *power = &same_powers[at & (SAME_STEPS - 1)];
    return (power->high + (power->low + power->high * rest)) *
           same_from_bits(at / SAME_STEPS << MANTISSA_BITS);
}

VECTORISED void same_pows(double *values, uint32_t count, double y)
{
    uint32_t outside = y >= -POW_MOST_Y && y <= POW_MOST_Y ? 0 : 1;
    for (uint32_t i = 0; i < count; i++)
        outside += values[i] >= POW_LEAST_X && values[i] <= POW_MOST_X ? 0 : 1;
    if (outside > 0) {
        for (uint32_t i = 0; i < count; i++)
            values[i] = same_pow(values[i], y);
        return;
    }
    for (uint32_t first = 0; first < count; first += ABREAST) {
        const uint32_t here = count - first < ABREAST ? count - first : ABREAST;
        double abreast[ABREAST] = {1, 1, 1, 1, 1, 1, 1, 1};
        memcpy(abreast, values + first, here * sizeof *values);
        for (uint32_t i = 0; i < ABREAST; i++)
            abreast[i] = pow_inside(abreast[i], y);
        memcpy(values + first, abreast, here * sizeof *values);
    }
}

double same_log_factorial(double n)
{
    const double half_log_of_2_pi = 0x1.d67f1c864beb5p-1, few = 20;
    if (n < few) { /* 18! and less are exact */
        double factorial = 1;
        for (int i = 2; i <= (int)n; i++)
            factorial *= i;
        return same_log(factorial);
    }
    /* Stirling's series: DLMF 5.11.1 */
    double z = n + 1, inverse = 1 / z, square = inverse * inverse;
    double rest =
        inverse *
        ((1.0 / 12) -
         square * ((1.0 / 360) - square * ((1.0 / 1260) - square * ((1.0 / 1680) - square * (1.0 / 1188)))));
    return (z - 0.5) * same_log(z) - z + half_log_of_2_pi + rest;
}
