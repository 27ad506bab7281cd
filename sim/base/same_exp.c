/* Exponentials: x = (128 k + i) / 128 ln 2 + r, so that e^x = 2^k 2^(i/128) e^r, and a few terms of e^r are
 * enough, since |r| < .0028. */
#include <math.h>

#include "base/same.h"
#include "base/same_parts.h"
#include "base/vectorised.h"

/* Beyond these e^x is infinite, or rounds to 0. */
#define EXP_MOST  0x1.62e42fefa39efp9
#define EXP_LEAST (-0x1.74910d52d3052p9)

/* x times 2^k, rounded once more where the product is too small for a normal number. */
static inline double scaled(double x, int64_t k)
{
    const int64_t normal = 1022, bias = 1023;
    if (k >= -normal && k <= bias)
        return x * same_from_bits((uint64_t)(k + bias) << 52);
    if (k > bias)
        return x * 0x1p1023 * same_from_bits((uint64_t)k << 52);
    return x * same_from_bits((uint64_t)(k + bias + 100) << 52) * 0x1p-100;
}

/* 2^(step / 128) (1 + rest) */
static inline double exp_of_step(int64_t step, double rest)
{
    const struct same_power *power = &same_powers[step & (SAME_STEPS - 1)];
    return scaled(power->high + (power->low + power->high * rest), step >> 7);
}

double same_exp_of_sum(double high, double low)
{
    if (!(high <= EXP_MOST))
        return high + (high > 0 ? (double)INFINITY : 0);
    if (high < EXP_LEAST)
        return 0;
    double step = same_nearest(high * SAME_STEPS_A_UNIT);
    double r = (high - step * SAME_STEP_HIGH) - (step * SAME_STEP_LOW - low);
    return exp_of_step((int64_t)step, same_exp_rest(r));
}

double same_exp(double x)
{
    return same_exp_of_sum(x, 0);
}

double same_exp2(double x)
{
    if (!(x < 1024))
        return x + (x > 0 ? (double)INFINITY : 0);
    if (x < -1075)
        return 0;
    double step = same_nearest(x * SAME_STEPS), r = x - step * (1.0 / SAME_STEPS), square = r * r;
    /* the powers of ln 2 over the factorials */
    double rest =
        r * 0x1.62e42fefa39efp-1 +
        (square * 0x1.ebfbdff82c58fp-3 +
         square * r * (0x1.c6b08d704a0cp-5 + r * (0x1.3b2ab6fba4e77p-7 + r * 0x1.5d87fe78a6731p-10)));
    return exp_of_step((int64_t)step, rest);
}

/* Near 0 by the series alone, for e^x - 1 would lose what it has in common with 1. */
static double expm1_near_0(double x)
{
    double sum = 0;
    for (int i = 12; i > 1; i--)
        sum = (sum + 1) * x / i;
    return x + x * sum;
}

double same_expm1(double x)
{
    const double near = 0x1p-4, far = 40; /* beyond it 1 is too little to be seen */
    if (fabs(x) < near)
        return expm1_near_0(x);
    if (!(fabs(x) < far))
        return x < 0 ? -1 : same_exp(x);
    double step = same_nearest(x * SAME_STEPS_A_UNIT), r = (x - step * SAME_STEP_HIGH) - step * SAME_STEP_LOW;
    const struct same_power *power = &same_powers[(int64_t)step & (SAME_STEPS - 1)];
    double scale = scaled(1, (int64_t)step >> 7);
    struct same_sum sum = same_add(scale * power->high, -1);
    return sum.high + (sum.low + scale * (power->low + power->high * same_exp_rest(r)));
}

#define EXPF_MOST  0x1.62e42ep6F
#define EXPF_LEAST (-0x1.9fe368p6F) /* beyond: infinite, or 0 */

/* Between these two. In doubles, whose digits are so many more that three terms are enough. Whole numbers are
 * taken from the bits of sums and never made negative before they are shifted, which vectors cannot. */
static inline float expf_inside(float x)
{
    const double push = 0x1.8p52;
    const uint64_t bias = 1023;
    double pushed = (double)x * SAME_STEPS_A_UNIT + push, step = pushed - push,
           r = ((double)x - step * SAME_STEP_HIGH) - step * SAME_STEP_LOW;
    uint64_t at = same_bits(pushed) - same_bits(push) + bias * SAME_STEPS;
    double power = same_powers[at & (SAME_STEPS - 1)].high;
    double rest = r + r * r * (0.5 + r * (1.0 / 6));
    return (float)((power + power * rest) * same_from_bits(at / SAME_STEPS << 52));
}

float same_expf(float x)
{
    if (!(x <= EXPF_MOST))
        return x + (x > 0 ? INFINITY : 0);
    return x < EXPF_LEAST ? 0 : expf_inside(x);
}

VECTORISED void same_expfs(float *values, uint32_t count)
{
    uint32_t outside = 0;
    for (uint32_t i = 0; i < count; i++)
        outside += values[i] >= EXPF_LEAST && values[i] <= EXPF_MOST ? 0 : 1;
    if (outside > 0) {
        for (uint32_t i = 0; i < count; i++)
            values[i] = same_expf(values[i]);
        return;
    }
    for (uint32_t i = 0; i < count; i++)
        values[i] = expf_inside(values[i]);
}
