/* Whole reads and writes, and a file that appears under its name at once or not at all.
 *
 * Every function returns 0 or an errno value, so that a sentence can say what the matter is.
 */
#ifndef RECORD_DISK_H
#define RECORD_DISK_H

#include <stddef.h>
#include <stdint.h>

#include "base/trouble.h"

/* Interrupted and partial transfers are gone on with. A file that ends too early is EIO. */
int disk_read(int file, uint64_t start, void *bytes, size_t length);
int disk_write(int file, uint64_t start, const void *bytes, size_t length);
int disk_truncate(int file, uint64_t length);
int disk_sync(int file);

/* Follows symbolic links, so that a link to a results file stays a link, and makes sure that a results file
 * may come to lie there. `target` is for the caller to free. */
enum status disk_target(const char *path, char **target, struct trouble *trouble);

/* Writes `bytes` under a name beside `target`, syncs, and renames: whoever opens `target` finds the old file
 * or the whole new one. What fails leaves the old file and nothing else. */
enum status disk_replace(const char *target, const void *bytes, size_t length, struct trouble *trouble);

/* `path` with `ending`, for the caller to free. */
char *disk_name(const char *path, const char *ending);

#define DISK_JOURNAL_ENDING ".partial"
#define DISK_DRAFT_ENDING   ".tmp"

#endif
