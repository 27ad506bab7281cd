#include "record/packing.h"

#include <stdlib.h>
#include <zlib.h>

#include "base/require.h"

enum { CHECKSUM_BYTES = 4, BYTE_BITS = 8, WORD_BITS = 16, LONGEST_CHECKED = 2 << 20 };

/* First the first byte of each number, then the second ones, and so on. */
static void shuffle(const unsigned char *from, size_t count, size_t width, unsigned char *to)
{
    for (size_t byte = 0; byte < width; byte++)
        for (size_t i = 0; i < count; i++)
            to[byte * count + i] = from[i * width + byte];
}

/* As folding the carries leaves it: 0 only where nothing was added, else from 1 to 65535. */
static uint32_t folded(uint64_t sum)
{
    return sum == 0 ? 0 : (uint32_t)((sum - 1) % UINT16_MAX) + 1;
}

uint32_t packing_checksum(const unsigned char *bytes, size_t length)
{
    uint64_t sum = 0, sums = 0;
    require(length <= LONGEST_CHECKED); /* so that neither overflows */
    for (size_t i = 0; i + 1 < length; i += 2) {
        sum += (uint64_t)bytes[i] << BYTE_BITS | bytes[i + 1];
        sums += sum;
    }
    if (length % 2 == 1) {
        sum += (uint64_t)bytes[length - 1] << BYTE_BITS;
        sums += sum;
    }
    return folded(sums) << WORD_BITS | folded(sum);
}

struct packed pack(const unsigned char *bytes, size_t length, size_t width)
{
    require(width > 0 && length % width == 0);
    unsigned char *shuffled = must_allocate(length, 1);
    shuffle(bytes, length / width, width, shuffled);
    uLongf room = compressBound(length);
    unsigned char *deflated = must_allocate(room + CHECKSUM_BYTES, 1);
    require(compress2(deflated, &room, shuffled, length, PACKING_LEVEL) == Z_OK);
    free(shuffled);
    const uint32_t checksum = packing_checksum(deflated, room);
    for (int i = 0; i < CHECKSUM_BYTES; i++) /* the lowest byte first */
        deflated[room + (size_t)i] = (unsigned char)(checksum >> BYTE_BITS * i);
    return (struct packed){deflated, room + CHECKSUM_BYTES};
}
