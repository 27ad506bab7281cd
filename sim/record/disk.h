/* Whole reads and writes.
 *
 * Every function returns 0 or an errno value, so that a sentence can say what the matter is.
 */
#ifndef RECORD_DISK_H
#define RECORD_DISK_H

#include <stddef.h>
#include <stdint.h>

/* Interrupted and partial transfers are continued. A file that ends too early is EIO. */
int disk_read(int file, uint64_t start, void *bytes, size_t length);
int disk_write(int file, uint64_t start, const void *bytes, size_t length);
int disk_truncate(int file, uint64_t length);
int disk_sync(int file);

/* `path` with `ending`, for the caller to free. */
char *disk_name(const char *path, const char *ending);

#define DISK_JOURNAL_ENDING ".partial"

#endif
