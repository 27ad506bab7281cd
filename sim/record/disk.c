#include "record/disk.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
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

static enum status unfit(const char *path, const char *why, struct trouble *trouble)
{
    return trouble_add(trouble, STATUS_NO_OUTPUT, (struct place){.file = path},
                       "results cannot be written here: %s", why);
}

enum status disk_target(const char *path, char **target, struct trouble *trouble)
{
    struct stat facts;
    *target = NULL;
    size_t length = strlen(path);
    if (length == 0)
        return unfit(path, "the name is empty", trouble);
    if (lstat(path, &facts) != 0) {
        if (errno != ENOENT || path[length - 1] == '/')
            return unfit(path, strerror(errno == ENOENT ? EISDIR : errno), trouble);
        *target = disk_name(path, "");
        return STATUS_FINE;
    }
    char *resolved = S_ISLNK(facts.st_mode) ? realpath(path, NULL) : disk_name(path, "");
    if (resolved == NULL || stat(resolved, &facts) != 0) {
        free(resolved);
        return unfit(path, "this symbolic link leads nowhere", trouble);
    }
    const char *why = S_ISDIR(facts.st_mode)        ? "this is a directory"
                      : !S_ISREG(facts.st_mode)     ? "this is not a regular file"
                      : access(resolved, W_OK) != 0 ? "the file that is there is write-protected"
                                                    : NULL;
    if (why != NULL) {
        free(resolved);
        return unfit(path, why, trouble);
    }
    *target = resolved;
    return STATUS_FINE;
}

/* A rename is on the disk when its directory is. Where a directory cannot be synced there is nothing to be
 * done. */
static void sync_directory_of(const char *path)
{
    char *copy = disk_name(path, "");
    int directory = open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    free(copy);
    if (directory < 0)
        return;
    disk_sync(directory);
    close(directory);
}

static int write_draft(const char *draft, const void *bytes, size_t length)
{
    if (unlink(draft) != 0 && errno != ENOENT)
        return errno;
    int file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0)
        return errno;
    int wrong = disk_write(file, 0, bytes, length);
    if (wrong == 0)
        wrong = disk_sync(file);
    if (close(file) != 0 && wrong == 0)
        wrong = errno;
    return wrong;
}

enum status disk_replace(const char *target, const void *bytes, size_t length, struct trouble *trouble)
{
    char *draft = disk_name(target, DISK_DRAFT_ENDING);
    int wrong = write_draft(draft, bytes, length);
    if (wrong == 0 && rename(draft, target) != 0)
        wrong = errno;
    enum status status = STATUS_FINE;
    if (wrong == 0) {
        sync_directory_of(target);
    } else {
        unlink(draft);
        status = limit_trouble(trouble, STATUS_OUTPUT_LOST, (struct place){.file = target}, wrong,
                               "the results could not be written");
    }
    free(draft);
    return status;
}
