/* Distributions made of uniforms: ziggurats for the exponential and the normal, rejection for the rest. */
#include <math.h>
#include <stdbool.h>

#include "base/require.h"
#include "base/same.h"
#include "random/bits.h"
#include "random/draw.h"
#include "random/ziggurat.h"

/* One draw of an exponential in a hundred: `x` fell where it is not under the curve for sure. Apart, so that
 * the others are short. */
__attribute__((noinline)) static double exponential_outside(struct draw *draw, unsigned layer, double x)
{
    double beyond = 0;
    for (;;) {
        double edge = ziggurat_exponential[layer], inner = ziggurat_exponential[layer + 1];
        if (x < inner)
            return beyond + x;
        if (layer == 0) {
            beyond += inner; /* what lies beyond any point of an exponential is an exponential */
        } else {
            double floor_height = same_exp(-edge), height = same_exp(-inner) - floor_height;
            if (floor_height + draw_uniform(draw) * height < same_exp(-x))
                return beyond + x;
        }
        uint64_t bits = bits_next_long(draw);
        layer = ziggurat_layer(bits);
        x = ziggurat_place(bits) * ziggurat_exponential[layer];
    }
}

static inline double standard_exponential(struct draw *draw)
{
    uint64_t bits = bits_next_long(draw);
    unsigned layer = ziggurat_layer(bits);
    double x = ziggurat_place(bits) * ziggurat_exponential[layer];
    return x < ziggurat_exponential[layer + 1] ? x : exponential_outside(draw, layer, x);
}

double draw_exponential(struct draw *draw, double mean)
{
    require(mean > 0);
    return mean * standard_exponential(draw);
}

static double bell(double x)
{
    return same_exp(-0.5 * x * x);
}

double ziggurat_normal_tail(struct draw *draw, double start)
{
    double beyond, other;
    do {
        beyond = standard_exponential(draw) / start;
        other = standard_exponential(draw);
    } while (2 * other < beyond * beyond);
    return start + beyond;
}

double draw_normal(struct draw *draw)
{
    for (;;) {
        uint64_t bits = bits_next_long(draw);
        unsigned layer = ziggurat_layer(bits);
        double side = ziggurat_side(bits);
        double edge = ziggurat_normal[layer], inner = ziggurat_normal[layer + 1];
        double x = ziggurat_place(bits) * edge;
        if (x < inner)
            return side * x;
        if (layer == 0)
            return side * ziggurat_normal_tail(draw, inner);
        double floor_height = bell(edge), height = bell(inner) - floor_height;
        if (floor_height + draw_uniform(draw) * height < bell(x))
            return side * x;
    }
}

/* Marsaglia & Tsang 2000, "A simple method for generating gamma variables", doi:10.1145/358407.358414, for
 * shape >= 1. A cubed normal is nearly a gamma; 95 of 100 are kept at shape 1, more above. */
static double gamma_of_shape(struct draw *draw, double shape)
{
    double d = shape - 1.0 / 3.0, c = 1 / sqrt(9 * d);
    for (;;) {
        double x, v;
        do {
            x = draw_normal(draw);
            v = 1 + c * x;
        } while (v <= 0);
        v = v * v * v;
        double u = draw_uniform(draw);
        /* The paper's squeeze first: it spares the logarithms and keeps nothing that they would refuse. */
        if (u < 1 - 0.0331 * (x * x) * (x * x) || same_log(u) < 0.5 * x * x + d * (1 - v + same_log(v)))
            return d * v;
    }
}

/* The logarithm, for shapes below 1 have mass so near 0 that a double cannot hold it: G(a) = G(a + 1)
 * U^(1/a). */
static double log_gamma_of_shape(struct draw *draw, double shape)
{
    if (shape >= 1)
        return same_log(gamma_of_shape(draw, shape));
    double boost = standard_exponential(draw) / shape;
    return same_log(gamma_of_shape(draw, shape + 1)) - boost;
}

double draw_gamma(struct draw *draw, double mean, double cv)
{
    require(mean >= 0 && cv >= 0);
    if (cv == 0 || mean == 0)
        return mean;
    double shape = 1 / (cv * cv), scale = mean * (cv * cv);
    return shape >= 1 ? scale * gamma_of_shape(draw, shape)
                      : scale * same_exp(log_gamma_of_shape(draw, shape));
}

double draw_beta(struct draw *draw, double a, double b)
{
    require(a > 0 && b > 0);
    double ours = log_gamma_of_shape(draw, a), theirs = log_gamma_of_shape(draw, b);
    return 1 / (1 + same_exp(theirs - ours));
}

/* Walks up the distribution function with one uniform: few steps for a small mean, and a larger mean never
 * gives a smaller number from the same luck. */
static uint64_t poisson_by_inversion(struct draw *draw, double mean)
{
    double u = draw_uniform(draw), chance = same_exp(-mean);
    uint64_t count = 0;
    /* The chance falls to nothing by rounding long before the walk gets far, should u be left over. */
    while (u >= chance && chance > 0) {
        u -= chance;
        count++;
        chance *= mean / (double)count;
    }
    return count;
}

/* Hoermann 1993, "The transformed rejection method for generating Poisson random variables",
 * doi:10.1016/0167-6687(93)90997-4, algorithm PTRS, for mean >= 10; the numbers are the paper's. */
static uint64_t poisson_by_rejection(struct draw *draw, double mean)
{
    double b = 0.931 + 2.53 * sqrt(mean), a = -0.059 + 0.02483 * b;
    double squeeze = 0.9277 - 3.6224 / (b - 2), log_inverse_alpha = same_log(1.1239 + 1.1328 / (b - 3.4));
    for (;;) {
        double u = draw_uniform(draw) - 0.5, v = draw_uniform(draw);
        double us = 0.5 - fabs(u);
        double count = floor((2 * a / us + b) * u + mean + 0.43);
        if (us >= 0.07 && v <= squeeze)
            return (uint64_t)count;
        if (count < 0 || (us < 0.013 && v > us))
            continue;
        double log_chance = count * same_log(mean) - mean - same_log_factorial(count);
        if (same_log(v) + log_inverse_alpha - same_log(a / (us * us) + b) <= log_chance)
            return (uint64_t)count;
    }
}

uint64_t draw_poisson(struct draw *draw, double mean)
{
    const double inversion_below = 10, largest = 1e15; /* beyond it a double skips whole numbers */
    require(mean >= 0 && mean <= largest);
    return mean < inversion_below ? poisson_by_inversion(draw, mean) : poisson_by_rejection(draw, mean);
}
