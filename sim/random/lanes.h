/* Many blocks of Philox by the machine's widest vectors, for the files of this room. */
#ifndef RANDOM_LANES_H
#define RANDOM_LANES_H

#include <stdint.h>

struct luck;

enum { FIRST_BITS_AT_ONCE = 16 };

/* The first 64 bits of the draws of `count` occasions from `occasion` on, each `every` after the one before.
 * There is room for whole rows of FIRST_BITS_AT_ONCE, of which all may be written. */
void lanes_first_bits(const struct luck *luck, uint32_t purpose, uint32_t entity, uint32_t occasion,
                      uint32_t every, uint64_t *bits, uint32_t count);

#endif
