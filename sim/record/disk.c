#include "record/disk.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/require.h"

int disk_read(int file, uint64_t start, void *bytes, size_t length)
{
    for (char *at = bytes; length > 0;) {
        ssize_t got = pread(file, at, length, (off_t)start);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return got < 0 ? errno : EIO;
        at += got;
        start += (uint64_t)got;
        length -= (size_t)got;
    }
    return 0;
}

int disk_write(int file, uint64_t start, const void *bytes, size_t length)
{
    for (const char *at = bytes; length > 0;) {
        ssize_t put = pwrite(file, at, length, (off_t)start);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return put < 0 ? errno : ENOSPC;
        at += put;
        start += (uint64_t)put;
        length -= (size_t)put;
    }
    return 0;
}

int disk_truncate(int file, uint64_t length)
{
    while (ftruncate(file, (off_t)length) != 0)
        if (errno != EINTR)
            return errno;
    return 0;
}

int disk_sync(int file)
{
    while (fsync(file) != 0)
        if (errno != EINTR)
            return errno;
    return 0;
}

char *disk_name(const char *path, const char *ending)
{
    size_t length = strlen(path), more = strlen(ending);
    char *name = must_allocate(length + more + 1, 1);
    memcpy(name, path, length);
    memcpy(name + length, ending, more);
    return name;
}
