/* Powers, logarithms and angles that have the same bits on every machine.
 *
 * The C library promises no last digit of exp, log and their like, and chooses at start how to compute them:
 * with fused multiply-add where the processor has it, without where not, and otherwise again in its next
 * version. These functions are made of additions, multiplications, divisions and tables alone, each of which
 * IEEE 754 rounds in one way, and contraction is off (cmake/flags.cmake). So they give the same numbers with
 * and without AVX or FMA, on x86-64, on arm64 and in WebAssembly, with any C library. What a run writes
 * depends on them; a test of the doors refuses the C library's own where runs are made. Its sqrt, fmod,
 * floor, round and their like are exact, and are used as they are.
 *
 * By a table of 128 steps and a short series, after Tang 1989, "Table-driven implementation of the
 * exponential function in IEEE floating-point arithmetic", doi:10.1145/63522.214389, and Tang 1990 for the
 * logarithm, doi:10.1145/98267.98294. Errors are in units of the last place, against the exact number; .5 is
 * the least there is. Infinities, zeros and NaN are those of the C library; errno and flags are not set.
 */
#ifndef BASE_SAME_H
#define BASE_SAME_H

#include <stdint.h>

double same_exp(double x);   /* .51 */
double same_exp2(double x);  /* .51 */
double same_expm1(double x); /* 1 */
float same_expf(float x);    /* .5001 */
/* Each of `count` values becomes what same_expf says of it; by vectors. */
void same_expfs(float *values, uint32_t count);
double same_log(double x);   /* .51 */
double same_log1p(double x); /* 1 */

/* x to the power of y; .51 for powers up to e^40, 1 for any. NaN for any x below 0, unless y is 0. */
double same_pow(double x, double y);
/* Each of `count` values becomes what same_pow says of it and y; by vectors. */
void same_pows(double *values, uint32_t count, double y);

/* Logarithm of n!, for a whole number n of at least 0; 1e-14 of it. */
double same_log_factorial(double n);

/* Angles up to a million; 1e-16 beside the exact number. */
double same_sin(double x);
double same_cos(double x);

#endif
