/* Functions with known answers, in place of runs. Coordinates from 0 to 1. */
#ifndef WORLDS_FUNCTIONS_H
#define WORLDS_FUNCTIONS_H

#include <math.h>
#include <stddef.h>
#include <stdint.h>

#include "random/draw.h"

static const double pi = 3.14159265358979323846;

/* Ishigami & Homma 1990, a = 7 and b = .1; each axis from -pi to pi. */
static inline double ishigami(const double *at)
{
    const double a = 7, b = 0.1, x = pi * (2 * at[0] - 1), y = pi * (2 * at[1] - 1), z = pi * (2 * at[2] - 1);
    return sin(x) + a * sin(y) * sin(y) + b * pow(z, 4) * sin(x);
}

/* Sobol's g: the smaller a coefficient, the more its axis matters. */
static inline double sobol_g(const double *at, const double *coefficients, size_t axes)
{
    double product = 1;
    for (size_t i = 0; i < axes; i++)
        product *= (fabs(4 * at[i] - 2) + coefficients[i]) / (1 + coefficients[i]);
    return product;
}

/* A normal number for each luck. */
static inline double luck_noise(uint64_t seed, uint32_t luck)
{
    struct luck of = luck_of(seed, luck);
    struct draw draw = draw_for(&of, 1, 0, 0);
    return draw_normal(&draw);
}

/* Morris 1991, section 4: twenty axes, of which the first ten matter. Coefficients that the paper leaves to
 * chance are drawn by `seed`. */
static inline double morris_1991(const double *at, uint64_t seed)
{
    enum { AXES = 20 };
    double w[AXES], sum = 0;
    struct luck luck = luck_of(seed, 0);
    struct draw draw = draw_for(&luck, 2, 0, 0);
    for (size_t i = 0; i < AXES; i++) {
        double x = at[i];
        w[i] = i == 2 || i == 4 || i == 6 ? 2 * (1.1 * x / (x + 0.1) - 0.5) : 2 * (x - 0.5);
    }
    for (size_t i = 0; i < AXES; i++)
        sum += (i < 10 ? 20 : draw_normal(&draw)) * w[i];
    for (size_t i = 0; i < AXES; i++)
        for (size_t j = 0; j < i; j++)
            sum += (i < 6 ? -15 : draw_normal(&draw)) * w[i] * w[j];
    for (size_t i = 0; i < 5; i++)
        for (size_t j = 0; j < i; j++)
            for (size_t k = 0; k < j; k++)
                sum += -10 * w[i] * w[j] * w[k];
    for (size_t i = 0; i < 4; i++)
        for (size_t j = 0; j < i; j++)
            for (size_t k = 0; k < j; k++)
                for (size_t l = 0; l < k; l++)
                    sum += 5 * w[i] * w[j] * w[k] * w[l];
    return sum;
}

#endif
