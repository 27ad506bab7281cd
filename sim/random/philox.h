/* Philox 4x32-10: random numbers as a function of a counter and a key.
 *
 * Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3",
 * doi:10.1145/2063384.2063405. Nothing is carried from one number to the next, so any thread may draw any
 * number at any time and get the same. Checked against the paper's known answers.
 */
#ifndef RANDOM_PHILOX_H
#define RANDOM_PHILOX_H

#include <gsl/gsl_rng.h>
#include <stdint.h>

enum { PHILOX_ROUNDS = 10, PHILOX_WORDS = 4 };
#define PHILOX_MULTIPLIER_0 UINT64_C(0xD2511F53)
#define PHILOX_MULTIPLIER_1 UINT64_C(0xCD9E8D57)
#define PHILOX_STEP_0       UINT32_C(0x9E3779B9) /* golden ratio */
#define PHILOX_STEP_1       UINT32_C(0xBB67AE85) /* square root of 3, less 1 */

struct philox_counter {
    uint32_t word[PHILOX_WORDS];
};

struct philox_key {
    uint32_t word[2];
};

/* In the header because most draws need just one block: the call would cost a tenth of it. Takes the counter
 * by pointer and reads it word by word, as it was written a moment ago: a wider load would have to wait for
 * the stores. */
static inline struct philox_counter philox_at(const struct philox_counter *counter, struct philox_key key)
{
    uint32_t c0 = counter->word[0], c1 = counter->word[1], c2 = counter->word[2], c3 = counter->word[3];
    for (int round = 0; round < PHILOX_ROUNDS; round++) {
        uint64_t left = PHILOX_MULTIPLIER_0 * c0, right = PHILOX_MULTIPLIER_1 * c2;
        c0 = (uint32_t)(right >> 32) ^ c1 ^ key.word[0];
        c2 = (uint32_t)(left >> 32) ^ c3 ^ key.word[1];
        c1 = (uint32_t)right;
        c3 = (uint32_t)left;
        key.word[0] += PHILOX_STEP_0;
        key.word[1] += PHILOX_STEP_1;
    }
    return (struct philox_counter){{c0, c1, c2, c3}};
}

static inline struct philox_counter philox(struct philox_counter counter, struct philox_key key)
{
    return philox_at(&counter, key);
}

/* The same as a GSL generator, for GSL's distributions; 32 bits a call, seeded by gsl_rng_set: the seed is
 * the key, the counter begins at 0. */
extern const gsl_rng_type *const gsl_rng_philox;

#endif
