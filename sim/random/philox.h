/* Philox 4x32-10: random numbers as a function of a counter and a key.
 *
 * Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3", doi:10.1145/2063384.2063405.
 * Nothing is carried from one number to the next, so any thread may draw any number at any time and get the same.
 * Checked against the paper's known answers.
 */
#ifndef RANDOM_PHILOX_H
#define RANDOM_PHILOX_H

#include <gsl/gsl_rng.h>
#include <stdint.h>

struct philox_counter {
    uint32_t word[4];
};

struct philox_key {
    uint32_t word[2];
};

struct philox_counter philox(struct philox_counter counter, struct philox_key key);

/* The same as a GSL generator, for GSL's distributions; 32 bits a call, seeded by gsl_rng_set. */
extern const gsl_rng_type *const gsl_rng_philox;

#endif
