#include "record/checksum.h"

#include <string.h>

/* Eight bytes at a time where processors know this checksum: a journal has hundreds of megabytes. */
#if defined __SSE4_2__
#include <nmmintrin.h>
#define CRC_OF_WORD(crc, word) ((uint32_t)_mm_crc32_u64((crc), (word)))
#define CRC_OF_BYTE(crc, byte) _mm_crc32_u8((crc), (byte))
#elif defined __ARM_FEATURE_CRC32
#include <arm_acle.h>
#define CRC_OF_WORD(crc, word) __crc32cd((crc), (word))
#define CRC_OF_BYTE(crc, byte) __crc32cb((crc), (byte))
#else
#define CASTAGNOLI             0x82F63B78U /* reflected */
#define NIBBLE                 0xFU

/* Remainders of the sixteen nibbles: a table small enough to stay in the first cache lines. */
// clang-format off
static const uint32_t remainders[16] = {
    0x00000000, 0x105ec76f, 0x20bd8ede, 0x30e349b1, 0x417b1dbc, 0x5125dad3, 0x61c69362, 0x7198540d,
    CASTAGNOLI, 0x92a8fc17, 0xa24bb5a6, 0xb21572c9, 0xc38d26c4, 0xd3d3e1ab, 0xe330a81a, 0xf36e6f75,
};
// clang-format on

static uint32_t crc_of_byte(uint32_t crc, unsigned char byte)
{
    crc ^= byte;
    crc = crc >> 4 ^ remainders[crc & NIBBLE];
    return crc >> 4 ^ remainders[crc & NIBBLE];
}
#define CRC_OF_BYTE(crc, byte) crc_of_byte((crc), (byte))
#endif

uint32_t crc32c(uint32_t before, const void *bytes, size_t length)
{
    const unsigned char *all = bytes; /* may be NULL where there is nothing */
    uint32_t crc = ~before;
    size_t done = 0;
#ifdef CRC_OF_WORD
    for (uint64_t word; length - done >= sizeof word; done += sizeof word) {
        memcpy(&word, &all[done], sizeof word);
        crc = CRC_OF_WORD(crc, word);
    }
#endif
    for (; done < length; done++)
        crc = CRC_OF_BYTE(crc, all[done]);
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
