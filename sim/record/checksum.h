/* Is this what was written, and was it written for this plan?
 *
 * CRC-32C (Castagnoli's polynomial, RFC 3720 appendix B.4) finds torn and damaged records of a journal.
 * FNV-1a with 128 bits (Fowler, Noll, Vo; RFC 9923) tells plans apart: it covers every text and number of a
 * plan, each text with its length before it, so that moving a letter from one text to the next changes the
 * digest. Neither is meant against malice.
 */
#ifndef RECORD_CHECKSUM_H
#define RECORD_CHECKSUM_H

#include <stddef.h>
#include <stdint.h>

/* Continues from `before` (0 at the start): crc32c(crc32c(0, a), b) is the checksum of a followed by b. */
uint32_t crc32c(uint32_t before, const void *bytes, size_t length);

struct digest {
    uint64_t high, low;
};

struct digest digest_begin(void);
void digest_bytes(struct digest *digest, const void *bytes, size_t length);
void digest_number(struct digest *digest, uint64_t number);
void digest_text(struct digest *digest, const char *text); /* NULL counts as "" */

#endif
