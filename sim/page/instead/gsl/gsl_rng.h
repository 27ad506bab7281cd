/* Of GSL's generators the shape alone: ours are the only ones (random/generator.c). */
#ifndef INSTEAD_GSL_RNG_H
#define INSTEAD_GSL_RNG_H

#include <stddef.h>

typedef struct {
    const char *name;
    unsigned long max, min;
    size_t size;
    void (*set)(void *state, unsigned long seed);
    unsigned long (*get)(void *state);
    double (*get_double)(void *state);
} gsl_rng_type;

typedef struct {
    const gsl_rng_type *type;
    void *state;
} gsl_rng;

#endif
