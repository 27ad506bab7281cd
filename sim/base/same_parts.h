/* What the functions of same.h share: the tables, and the steps that two of them take. */
#ifndef BASE_SAME_PARTS_H
#define BASE_SAME_PARTS_H

#include <stdint.h>
#include <string.h>

enum { SAME_STEPS = 128 };

/* 2^(i / SAME_STEPS), as the sum of two. */
struct same_power {
    double high, low;
};

/* A number near 1 / m, of at most 11 bits, for the m of step i; and minus its logarithm as the sum of two,
 * the first a multiple of 2^-42. */
struct same_logarithm {
    double inverse, high, low;
};

extern const struct same_power same_powers[SAME_STEPS];
extern const struct same_logarithm same_logarithms[SAME_STEPS];

/* A number as the sum of two: `low` is what rounding `high` lost. */
struct same_sum {
    double high, low;
};

static inline uint64_t same_bits(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

static inline double same_from_bits(uint64_t bits)
{
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

/* Knuth's: exact for any two. */
static inline struct same_sum same_add(double a, double b)
{
    double sum = a + b, of_b = sum - a;
    return (struct same_sum){sum, (a - (sum - of_b)) + (b - of_b)};
}

/* Dekker's: exact where nothing overflows or vanishes. */
static inline struct same_sum same_multiply(double a, double b)
{
    const double split = 0x1p27 + 1;
    double a_far = a * split, b_far = b * split;
    double a_high = a_far - (a_far - a), a_low = a - a_high;
    double b_high = b_far - (b_far - b), b_low = b - b_high;
    double product = a * b;
    return (struct same_sum){product,
                             ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low};
}

/* The nearest whole number, of one below 2^51: what the sum pushes out is rounded. */
static inline double same_nearest(double x)
{
    const double push = 0x1.8p52;
    return (x + push) - push;
}

#define SAME_STEPS_A_UNIT 0x1.71547652b82fep7 /* 128 / ln 2 */
/* ln 2 / 128 as the sum of two; the first has so few bits that its products with steps are exact. */
#define SAME_STEP_HIGH 0x1.62e42fefcp-8
#define SAME_STEP_LOW  (-0x1.c610ca86c3899p-44)

/* e^r - 1, for a step's rest r. */
static inline double same_exp_rest(double r)
{
    double square = r * r;
    return r + (square * 0.5 + square * r * ((1.0 / 6) + r * ((1.0 / 24) + r * (1.0 / 120))));
}

/* e^(high + low), for a small `low`; 0 and infinity where it is out of reach. */
double same_exp_of_sum(double high, double low);

/* The logarithm of a positive, finite x. */
struct same_sum same_log_as_sum(double x);

#endif
