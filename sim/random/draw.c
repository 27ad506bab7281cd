#include "random/draw.h"

#include "base/require.h"
#include "random/bits.h"

enum { UNIFORM_SPARE_BITS = 12 };

/* Any key would do; this one spells what it is for. */
static const struct philox_key luck_key = {{0x6c75636b, 0x6f663a29}}; /* "luck", "of:)" */

struct luck luck_of(uint64_t seed, uint64_t replication)
{
    struct philox_counter name = {{(uint32_t)seed, (uint32_t)(seed >> WORD_BITS), (uint32_t)replication,
                                   (uint32_t)(replication >> WORD_BITS)}};
    struct philox_counter block = philox(name, luck_key);
    struct luck luck = {.key = {{block.word[0], block.word[1]}}};
    struct philox_key key = luck.key;
    for (int round = 0; round < PHILOX_ROUNDS; round++) {
        luck.round[round][0] = key.word[0];
        luck.round[round][1] = key.word[1];
        key.word[0] += PHILOX_STEP_0;
        key.word[1] += PHILOX_STEP_1;
    }
    return luck;
}

struct draw draw_for(const struct luck *luck, uint32_t purpose, uint32_t entity, uint32_t occasion)
{
    return (struct draw){.key = luck->key, .counter = {{0, occasion, entity, purpose}}};
}

uint32_t draw_bits(struct draw *draw)
{
    return bits_next(draw);
}

uint64_t draw_long_bits(struct draw *draw)
{
    return bits_next_long(draw);
}

/* The middles of 2^52 equal steps: exact in a double, and neither 0 nor 1. */
double draw_uniform(struct draw *draw)
{
    return ((double)(bits_next_long(draw) >> UNIFORM_SPARE_BITS) + 0.5) * 0x1p-52;
}

/* Lemire 2019, "Fast random integer generation in an interval", doi:10.1145/3230636: the upper half of a
 * product, where products whose lower half would make some results more frequent are refused. */
uint32_t draw_below(struct draw *draw, uint32_t bound)
{
    require(bound > 0);
    uint64_t product = (uint64_t)bits_next(draw) * bound;
    if ((uint32_t)product < bound) {
        uint32_t surplus = -bound % bound; /* 2^32 modulo bound */
        while ((uint32_t)product < surplus)
            product = (uint64_t)bits_next(draw) * bound;
    }
    return (uint32_t)(product >> WORD_BITS);
}

void draw_shuffle(struct draw *draw, uint32_t *items, uint32_t count)
{
    for (uint32_t left = count; left > 1; left--) {
        uint32_t chosen = draw_below(draw, left);
        uint32_t item = items[chosen];
        items[chosen] = items[left - 1];
        items[left - 1] = item;
    }
}
