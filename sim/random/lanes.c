/* Uniforms for many lanes at once, and the first bits of many draws. Lane i is word i modulo 4 of block i /
 * 4; the machine's widest vectors do several blocks side by side. All is integer arithmetic up to one exact
 * conversion, so every width gives the same bits.
 */
#include <string.h>

#include "random/draw.h"
#include "random/lanes.h"

#define FIRST_LANE_BLOCK UINT32_C(0x80000000) /* draw_for counts its blocks from 0 */

/* The middles of 2^23 equal steps: an odd number of 24 bits over 2^24, exact in a float. */
enum { UNIFORM_SHIFT = 8 };
#define UNIFORM_STEP 0x1p-24f

enum { MOST_ABREAST = 4 };

/* Lanes of one vector of blocks by its bytes, and of many abreast. */
enum { LANES_16 = 8, LANES_32 = 16, LANES_64 = 32, LANES_MANY = MOST_ABREAST * LANES_64 };

struct start {
    struct philox_counter name; /* of the first block */
    const struct luck *luck;
    uint32_t every; /* between the occasions of first bits */
};

static float uniform_of(uint32_t word)
{
    return (float)(int32_t)(word >> UNIFORM_SHIFT | 1) * UNIFORM_STEP;
}

static void fill_block(const struct start *start, float *lanes)
{
    struct philox_counter block = philox_at(&start->name, start->luck->key);
    for (int word = 0; word < PHILOX_WORDS; word++)
        lanes[word] = uniform_of(block.word[word]);
}

#ifdef __x86_64__
#include <immintrin.h>

#define WIDTH_LANES          fill_abreast_16
#define WIDTH_FIRST          first_abreast_16
#define WIDTH_ROUNDS         rounds_16
#define WIDTH_WORDS          words_16
#define WIDTH_TARGET         __attribute__((target("sse2")))
#define WIDTH_BYTES          16
#define WIDTH_MULTIPLY(a, b) ((words)_mm_mul_epu32((__m128i)(a), (__m128i)(b)))
#define WIDTH_XOR(a, b, c)   ((a) ^ (b) ^ (c))
#define WIDTH_UPPER(a)       ((words)_mm_shuffle_epi32((__m128i)(a), 0xF5))
#define WIDTH_LOW(a, b)      ((words)_mm_unpacklo_epi64((__m128i)(a), (__m128i)(b)))
#define WIDTH_HIGH(a, b)     ((words)_mm_unpackhi_epi64((__m128i)(a), (__m128i)(b)))
#include "random/lanes_width.inc"

#define WIDTH_LANES          fill_abreast_32
#define WIDTH_FIRST          first_abreast_32
#define WIDTH_ROUNDS         rounds_32
#define WIDTH_WORDS          words_32
#define WIDTH_TARGET         __attribute__((target("avx2")))
#define WIDTH_BYTES          32
#define WIDTH_MULTIPLY(a, b) ((words)_mm256_mul_epu32((__m256i)(a), (__m256i)(b)))
#define WIDTH_XOR(a, b, c)   ((a) ^ (b) ^ (c))
#define WIDTH_UPPER(a)       ((words)_mm256_shuffle_epi32((__m256i)(a), 0xF5))
#define WIDTH_LOW(a, b)      ((words)_mm256_unpacklo_epi64((__m256i)(a), (__m256i)(b)))
#define WIDTH_HIGH(a, b)     ((words)_mm256_unpackhi_epi64((__m256i)(a), (__m256i)(b)))
#include "random/lanes_width.inc"

#define WIDTH_LANES          fill_abreast_64
#define WIDTH_FIRST          first_abreast_64
#define WIDTH_ROUNDS         rounds_64
#define WIDTH_WORDS          words_64
#define WIDTH_TARGET         __attribute__((target("avx512f")))
#define WIDTH_BYTES          64
#define WIDTH_MULTIPLY(a, b) ((words)_mm512_mul_epu32((__m512i)(a), (__m512i)(b)))
#define WIDTH_XOR(a, b, c)   ((words)_mm512_ternarylogic_epi64((__m512i)(a), (__m512i)(b), (__m512i)(c), 0x96))
#define WIDTH_UPPER(a)       ((words)_mm512_shuffle_epi32((__m512i)(a), 0xF5))
#define WIDTH_LOW(a, b)      ((words)_mm512_unpacklo_epi64((__m512i)(a), (__m512i)(b)))
#define WIDTH_HIGH(a, b)     ((words)_mm512_unpackhi_epi64((__m512i)(a), (__m512i)(b)))
#include "random/lanes_width.inc"

static void fill_16(const struct start *start, float *lanes)
{
    fill_abreast_16(start, lanes, 1);
}

__attribute__((target("avx2"))) static void fill_32(const struct start *start, float *lanes)
{
    fill_abreast_32(start, lanes, 1);
}

__attribute__((target("avx512f"))) static void fill_64(const struct start *start, float *lanes)
{
    fill_abreast_64(start, lanes, 1);
}

__attribute__((target("avx512f"))) static void fill_many(const struct start *start, float *lanes)
{
    fill_abreast_64(start, lanes, MOST_ABREAST);
}

enum { FIRST_ABREAST = 2 };

static void first_16(const struct start *start, uint64_t *bits)
{
    first_abreast_16(start, bits, FIRST_ABREAST);
}

__attribute__((target("avx2"))) static void first_32(const struct start *start, uint64_t *bits)
{
    first_abreast_32(start, bits, FIRST_ABREAST);
}

__attribute__((target("avx512f"))) static void first_64(const struct start *start, uint64_t *bits)
{
    first_abreast_64(start, bits, FIRST_ABREAST);
}

/* Takes some blocks, and says how many. */
static uint32_t first_fill(const struct start *start, uint64_t *bits)
{
    if (__builtin_cpu_supports("avx512f")) {
        first_64(start, bits);
        return FIRST_ABREAST * 64 / 8;
    }
    if (__builtin_cpu_supports("avx2")) {
        first_32(start, bits);
        return FIRST_ABREAST * 32 / 8;
    }
    first_16(start, bits);
    return FIRST_ABREAST * 16 / 8;
}

/* As many lanes at once as are left, or the fewest more. */
static uint32_t width_for(uint32_t left)
{
    if (left > LANES_32 && __builtin_cpu_supports("avx512f"))
        return left >= LANES_MANY ? LANES_MANY : LANES_64;
    if (left > LANES_16 && __builtin_cpu_supports("avx2"))
        return LANES_32;
    return left > PHILOX_WORDS ? LANES_16 : PHILOX_WORDS;
}

static void lanes_fill(const struct start *start, float *lanes, uint32_t width)
{
    if (width == LANES_MANY)
        fill_many(start, lanes);
    else if (width == LANES_64)
        fill_64(start, lanes);
    else if (width == LANES_32)
        fill_32(start, lanes);
    else if (width == LANES_16)
        fill_16(start, lanes);
    else
        fill_block(start, lanes);
}
#else
static uint32_t width_for(uint32_t left)
{
    (void)left;
    return PHILOX_WORDS;
}

static void lanes_fill(const struct start *start, float *lanes, uint32_t width)
{
    (void)width;
    fill_block(start, lanes);
}

static uint32_t first_fill(const struct start *start, uint64_t *bits)
{
    struct philox_counter block = philox_at(&start->name, start->luck->key);
    *bits = (uint64_t)block.word[0] << 32 | block.word[1];
    return 1;
}
#endif

void lanes_first_bits(const struct luck *luck, uint32_t purpose, uint32_t entity, uint32_t occasion,
                      uint32_t every, uint64_t *bits, uint32_t count)
{
    struct start start = {{{0, occasion, entity, purpose}}, luck, every};
    for (uint32_t from = 0, filled; from < count; from += filled) {
        filled = first_fill(&start, bits + from);
        start.name.word[1] += filled * every;
    }
}

static void draw_from(struct start *start, float *lanes, uint32_t count)
{
    for (uint32_t left = count, width; left > 0; lanes += width, left -= width) {
        width = width_for(left);
        if (width > left) { /* aside */
            float pack[LANES_64];
            lanes_fill(start, pack, width);
            memcpy(lanes, pack, left * sizeof *lanes);
            return;
        }
        lanes_fill(start, lanes, width);
        start->name.word[0] += width / PHILOX_WORDS;
    }
}

void draw_lanes(const struct luck *luck, uint32_t purpose, uint32_t entity, uint32_t occasion, float *lanes,
                uint32_t count)
{
    struct start start = {{{FIRST_LANE_BLOCK, occasion, entity, purpose}}, luck, 0};
    draw_from(&start, lanes, count);
}

void draw_some_lanes(const struct luck *luck, uint32_t purpose, uint32_t entity, uint32_t occasion,
                     uint32_t first, float *lanes, uint32_t count)
{
    struct start start = {{{FIRST_LANE_BLOCK + first / PHILOX_WORDS, occasion, entity, purpose}}, luck, 0};
    uint32_t into = first % PHILOX_WORDS, some = into + count < PHILOX_WORDS ? count : PHILOX_WORDS - into;
    if (into > 0 ||
        count < PHILOX_WORDS) { /* the block is not needed from its beginning, or not to its end */
        float block[PHILOX_WORDS];
        fill_block(&start, block);
        memcpy(lanes, block + into, some * sizeof *lanes);
        start.name.word[0]++;
        lanes += some, count -= some;
    }
    draw_from(&start, lanes, count);
}
