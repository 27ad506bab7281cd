/* The next bits of a draw, for the files of this room: a draw of an exponential is little more than one block
 * of Philox, and calls would cost a tenth of it. Everybody else calls draw_bits and draw_long_bits.
 */
#ifndef RANDOM_BITS_H
#define RANDOM_BITS_H

#include "random/draw.h"

enum { WORD_BITS = 32 };

static inline void bits_next_block(struct draw *draw)
{
    draw->block = philox_at(&draw->counter, draw->key);
    draw->counter.word[0]++;
    draw->left = PHILOX_WORDS;
}

static inline uint32_t bits_next(struct draw *draw)
{
    if (draw->left == 0)
        bits_next_block(draw);
    return draw->block.word[PHILOX_WORDS - draw->left--];
}

static inline uint64_t bits_next_long(struct draw *draw)
{
    if (draw->left == 0) {
        bits_next_block(draw);
        draw->left = PHILOX_WORDS - 2;
        return (uint64_t)draw->block.word[0] << WORD_BITS | draw->block.word[1];
    }
    uint64_t high = bits_next(draw);
    return high << WORD_BITS | bits_next(draw); /* it may be in the next block */
}

#endif
