/* Normals of many keys at once: sixteen blocks of Philox abreast, and by vectors the inner part of the
 * ziggurat, which is all that 98 of 100 need. The others are drawn one by one. All are the bits that
 * draw_normal gives. */
#include <stdbool.h>
#include <string.h>

#include "base/vectorised.h"
#include "random/draw.h"
#include "random/lanes.h"
#include "random/ziggurat.h"

enum { CHUNK = 16 * FIRST_BITS_AT_ONCE, FEW = 4 };
enum { RUN = 32 }; /* of which half have nothing outside */

static inline double with_bits(uint64_t bits)
{
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

/* What ziggurat_place says, without a conversion of 64 bits, which few vectors have. */
static inline double place_of(uint64_t bits)
{
    const uint64_t two_to_52 = UINT64_C(0x433) << 52;
    return (with_bits(bits >> ZIGGURAT_PLACE_SHIFT | two_to_52) - 0x1p52 + 0.5) * 0x1p-52;
}

/* 1 or -1 as ziggurat_side says. */
static inline double side_of(uint64_t bits)
{
    const uint64_t one = UINT64_C(0x3FF) << 52;
    return with_bits((bits >> ZIGGURAT_SIDE_SHIFT & 1) << 63 | one);
}

/* Each normal, or 0, which none is, where its point may be outside. Returns how many are. */
VECTORISED static uint32_t place_inside(const uint64_t *restrict bits, double *restrict normals,
                                        uint32_t count)
{
    uint32_t outside = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint64_t layer = bits[i] & (ZIGGURAT_LAYERS - 1);
        double x = place_of(bits[i]) * ziggurat_normal[layer];
        bool inside = x < ziggurat_normal[layer + 1];
        normals[i] = inside ? side_of(bits[i]) * x : 0;
        outside += inside ? 0 : 1;
    }
    return outside;
}

static double draw_one(const struct luck *luck, uint32_t purpose, uint32_t entity, uint32_t occasion)
{
    struct draw draw = draw_for(luck, purpose, entity, occasion);
    return draw_normal(&draw);
}

void draw_normals(const struct luck *luck, uint32_t purpose, uint32_t entity, uint32_t first, uint32_t every,
                  double *normals, uint32_t count)
{
    uint64_t bits[CHUNK];
    if (count < FEW) {
        for (uint32_t i = 0; i < count; i++)
            normals[i] = draw_one(luck, purpose, entity, first + i * every);
        return;
    }
    for (uint32_t from = 0; from < count; from += CHUNK) {
        uint32_t here = count - from < CHUNK ? count - from : CHUNK;
        double *into = normals + from;
        lanes_first_bits(luck, purpose, entity, first + from * every, every, bits, here);
        for (uint32_t run = 0; run < here; run += RUN) {
            uint32_t end = here - run < RUN ? here : run + RUN;
            uint32_t outside = place_inside(bits + run, into + run, end - run);
            for (uint32_t i = run; outside > 0 && i < end; i++)
                if (into[i] == 0) {
                    into[i] = draw_one(luck, purpose, entity, first + (from + i) * every);
                    outside--;
                }
        }
    }
}
