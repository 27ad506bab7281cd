/* Normals of many keys at once: sixteen blocks of Philox abreast, and the inner part of the ziggurat, which
 * is all that 98 of 100 need. The others are drawn one by one. All are the bits that draw_normal gives. */
#include "random/draw.h"
#include "random/lanes.h"
#include "random/ziggurat.h"

enum { CHUNK = 16 * FIRST_BITS_AT_ONCE, FEW = 4 };

void draw_normals(const struct luck *luck, uint32_t purpose, uint32_t entity, uint32_t first, double *normals,
                  uint32_t count)
{
    uint64_t bits[CHUNK];
    if (count < FEW) {
        for (uint32_t i = 0; i < count; i++) {
            struct draw draw = draw_for(luck, purpose, entity, first + i);
            normals[i] = draw_normal(&draw);
        }
        return;
    }
    for (uint32_t from = 0; from < count; from += CHUNK) {
        uint32_t here = count - from < CHUNK ? count - from : CHUNK;
        lanes_first_bits(luck, purpose, entity, first + from, bits, here);
        for (uint32_t i = 0; i < here; i++) {
            unsigned layer = ziggurat_layer(bits[i]);
            double x = ziggurat_place(bits[i]) * ziggurat_normal[layer];
            if (x < ziggurat_normal[layer + 1]) {
                normals[from + i] = ziggurat_side(bits[i]) * x;
                continue;
            }
            struct draw draw = draw_for(luck, purpose, entity, first + from + i);
            normals[from + i] = draw_normal(&draw);
        }
    }
}
