#include "record/checksum.h"

#include <string.h>

#define CASTAGNOLI 0x82F63B78U /* reflected */
#define NIBBLE     0xFU

/* Remainders of the sixteen nibbles: a table small enough to stay in the first cache lines. */
// clang-format off
static const uint32_t remainders[16] = {
    0x00000000, 0x105ec76f, 0x20bd8ede, 0x30e349b1, 0x417b1dbc, 0x5125dad3, 0x61c69362, 0x7198540d,
    CASTAGNOLI, 0x92a8fc17, 0xa24bb5a6, 0xb21572c9, 0xc38d26c4, 0xd3d3e1ab, 0xe330a81a, 0xf36e6f75,
};
// clang-format on

uint32_t crc32c(uint32_t before, const void *bytes, size_t length)
{
    const unsigned char *all = bytes; /* may be NULL where there is nothing */
    uint32_t crc = ~before;
    for (size_t i = 0; i < length; i++) {
        crc ^= all[i];
        crc = crc >> 4 ^ remainders[crc & NIBBLE];
        crc = crc >> 4 ^ remainders[crc & NIBBLE];
    }
    return ~crc;
}

/* The prime is 2^88 + 0x13b, so that a product modulo 2^128 is a shift and a small product. */
enum { PRIME_LOW = 0x13B, PRIME_SHIFT = 88 - 64 };

struct digest digest_begin(void)
{
    return (struct digest){0x6c62272e07bb0142U, 0x62b821756295c58dU};
}

static void digest_byte(struct digest *digest, unsigned char byte)
{
    uint64_t low = digest->low ^ byte;
    uint64_t low_half = (low & 0xFFFFFFFFU) * PRIME_LOW, high_half = (low >> 32) * PRIME_LOW;
    uint64_t product = low_half + (high_half << 32);
    uint64_t carry = (high_half >> 32) + (product < low_half ? 1 : 0);
    digest->high = digest->high * PRIME_LOW + carry + (low << PRIME_SHIFT);
    digest->low = product;
}

void digest_bytes(struct digest *digest, const void *bytes, size_t length)
{
    const unsigned char *all = bytes;
    for (size_t i = 0; i < length; i++)
        digest_byte(digest, all[i]);
}

void digest_number(struct digest *digest, uint64_t number)
{
    for (unsigned shift = 0; shift < 64; shift += 8)
        digest_byte(digest, (unsigned char)(number >> shift));
}

void digest_text(struct digest *digest, const char *text)
{
    size_t length = text == NULL ? 0 : strlen(text);
    digest_number(digest, length);
    digest_bytes(digest, text, length);
}
