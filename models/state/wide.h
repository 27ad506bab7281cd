/* A set of up to 512 things as one wide word, and how many there are in many such sets. All of it is plain
 * arithmetic with vectors, the same at every width (base/vectorised.h).
 */
#ifndef STATE_WIDE_H
#define STATE_WIDE_H

#include <stdbool.h>
#include <stdint.h>

typedef uint64_t wide __attribute__((vector_size(64)));

enum { WIDE_WORDS = 8, WIDE_BITS = 512 };

static inline void wide_put(wide *set, uint32_t bit)
{
    (*set)[bit / 64] |= UINT64_C(1) << bit % 64;
}

static inline bool wide_any(const wide *set)
{
    uint64_t any = 0;
    for (uint32_t i = 0; i < WIDE_WORDS; i++)
        any |= (*set)[i];
    return any != 0;
}

/* How many bits there were in each of the eight words of the sets that were added. They are counted in bytes,
 * which hold 31 sets of at most eight. */
struct wide_count {
    wide bytes, words;
    uint32_t waiting;
};

static inline void wide_count_settle(struct wide_count *count)
{
    const uint64_t bytes = UINT64_C(0x00ff00ff00ff00ff), pairs = UINT64_C(0x0000ffff0000ffff),
                   fours = UINT64_C(0x00000000ffffffff);
    wide sum = (count->bytes & bytes) + (count->bytes >> 8 & bytes);
    sum = (sum & pairs) + (sum >> 16 & pairs);
    count->words += (sum & fours) + (sum >> 32);
    count->bytes ^= count->bytes;
    count->waiting = 0;
}

static inline void wide_count_add(struct wide_count *count, const wide *set)
{
    const uint64_t ones = UINT64_C(0x5555555555555555), twos = UINT64_C(0x3333333333333333),
                   fours = UINT64_C(0x0f0f0f0f0f0f0f0f);
    wide bits = *set - (*set >> 1 & ones);
    bits = (bits & twos) + (bits >> 2 & twos);
    count->bytes += (bits + (bits >> 4)) & fours;
    if (++count->waiting == 31)
        wide_count_settle(count);
}

static inline uint64_t wide_sum(const wide *words)
{
    uint64_t sum = 0;
    for (uint32_t i = 0; i < WIDE_WORDS; i++)
        sum += (*words)[i];
    return sum;
}

#endif
