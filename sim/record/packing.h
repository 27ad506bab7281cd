/* Numbers packed as HDF5's filters pack them: bytes shuffled, deflated, and a checksum behind (Fletcher-32).
 *
 * HDF5 does one thing at a time; packed here, the chunks of many variables can be packed by several threads
 * at once, and lie in the file with the bytes that HDF5 itself would have given them.
 */
#ifndef RECORD_PACKING_H
#define RECORD_PACKING_H

#include <stddef.h>
#include <stdint.h>

enum { PACKING_LEVEL = 1 }; /* of zlib: 1 is its fastest */

struct packed {
    unsigned char *bytes; /* to be freed */
    size_t length;
};

/* `length` bytes, numbers of `width` bytes each. */
struct packed pack(const unsigned char *bytes, size_t length, size_t width);

/* What HDF5 takes for the Fletcher-32 checksum of bytes, at most 2 MiB: sums of 16-bit words, the first byte
 * of each the higher one. Source: HDF5, "File format specification", version 3.0, filters; H5checksum.c. */
uint32_t packing_checksum(const unsigned char *bytes, size_t length);

#endif
