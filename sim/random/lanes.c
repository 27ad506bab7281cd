/* Uniforms for many lanes at once. Lane i is word i modulo 4 of block i / 4; the machine's widest vectors do
 * several blocks side by side. All is integer arithmetic up to one exact conversion, so every width gives the
 * same bits.
 */
#include <string.h>

#include "random/draw.h"

#define FIRST_LANE_BLOCK UINT32_C(0x80000000) /* draw_for counts its blocks from 0 */

/* The middles of 2^23 equal steps: an odd number of 24 bits over 2^24, exact in a float. */
enum { UNIFORM_SHIFT = 8 };
#define UNIFORM_STEP 0x1p-24f

enum { LANES_16_BYTES = 8, LANES_32_BYTES = 16, LANES_64_BYTES = 32 };

static void fill_block(const struct draw *start, float *lanes)
{
    struct philox_counter block = philox_at(&start->counter, start->key);
    for (int word = 0; word < PHILOX_WORDS; word++)
        lanes[word] = (float)(int32_t)(block.word[word] >> UNIFORM_SHIFT | 1) * UNIFORM_STEP;
}

#ifdef __x86_64__
#include <immintrin.h>

#define WIDTH_FILL           fill_16_bytes
#define WIDTH_TARGET         __attribute__((target("sse2")))
#define WIDTH_BYTES          16
#define WIDTH_MULTIPLY(a, b) ((words)_mm_mul_epu32((__m128i)(a), (__m128i)(b)))
#define WIDTH_LOW(a, b)      ((words)_mm_unpacklo_epi64((__m128i)(a), (__m128i)(b)))
#define WIDTH_HIGH(a, b)     ((words)_mm_unpackhi_epi64((__m128i)(a), (__m128i)(b)))
#include "random/lanes_width.inc"

#define WIDTH_FILL           fill_32_bytes
#define WIDTH_TARGET         __attribute__((target("avx2")))
#define WIDTH_BYTES          32
#define WIDTH_MULTIPLY(a, b) ((words)_mm256_mul_epu32((__m256i)(a), (__m256i)(b)))
#define WIDTH_LOW(a, b)      ((words)_mm256_unpacklo_epi64((__m256i)(a), (__m256i)(b)))
#define WIDTH_HIGH(a, b)     ((words)_mm256_unpackhi_epi64((__m256i)(a), (__m256i)(b)))
#include "random/lanes_width.inc"

#define WIDTH_FILL           fill_64_bytes
#define WIDTH_TARGET         __attribute__((target("avx512f")))
#define WIDTH_BYTES          64
#define WIDTH_MULTIPLY(a, b) ((words)_mm512_mul_epu32((__m512i)(a), (__m512i)(b)))
#define WIDTH_LOW(a, b)      ((words)_mm512_unpacklo_epi64((__m512i)(a), (__m512i)(b)))
#define WIDTH_HIGH(a, b)     ((words)_mm512_unpackhi_epi64((__m512i)(a), (__m512i)(b)))
#include "random/lanes_width.inc"

/* Fills a multiple of 8 lanes. */
static void fill(const struct draw *start, float *lanes, uint32_t count)
{
    if (count % LANES_64_BYTES == 0 && __builtin_cpu_supports("avx512f"))
        fill_64_bytes(start, lanes, count);
    else if (count % LANES_32_BYTES == 0 && __builtin_cpu_supports("avx2"))
        fill_32_bytes(start, lanes, count);
    else
        fill_16_bytes(start, lanes, count);
}
#else
static void fill(const struct draw *start, float *lanes, uint32_t count)
{
    struct draw block = *start;
    for (uint32_t done = 0; done < count; done += PHILOX_WORDS) {
        fill_block(&block, lanes + done);
        block.counter.word[0]++;
    }
}
#endif

/* The last lanes: a whole vector aside, for that costs less than the same lanes by narrower steps. */
static void fill_rest(const struct draw *start, float *lanes, uint32_t count)
{
    float pack[LANES_64_BYTES];
    if (count <= PHILOX_WORDS)
        fill_block(start, pack);
    else
        fill(start, pack,
             count <= LANES_16_BYTES   ? LANES_16_BYTES
             : count <= LANES_32_BYTES ? LANES_32_BYTES
                                       : LANES_64_BYTES);
    memcpy(lanes, pack, count * sizeof *lanes);
}

void draw_lanes(const struct luck *luck, uint32_t purpose, uint32_t entity, uint32_t occasion, float *lanes,
                uint32_t count)
{
    struct draw start = draw_for(luck, purpose, entity, occasion);
    start.counter.word[0] = FIRST_LANE_BLOCK;
    uint32_t whole = count / LANES_64_BYTES * LANES_64_BYTES;
    if (whole > 0)
        fill(&start, lanes, whole);
    start.counter.word[0] += whole / PHILOX_WORDS;
    if (whole < count)
        fill_rest(&start, lanes + whole, count - whole);
}
