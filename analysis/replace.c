#include "analysis/replace.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/require.h"

static const char ending[] = ".XXXXXX";
static const mode_t usual_mode = 0666;

static bool write_all(int file, const struct text *content)
{
    size_t written = 0;
    while (written < content->length) {
        ssize_t count = write(file, content->bytes + written, content->length - written);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        written += (size_t)count;
    }
    return true;
}

/* mkstemp makes files that others cannot read; a report is made to be passed on. */
static mode_t mode_of_new_files(void)
{
    mode_t mask = umask(0);
    umask(mask);
    return usual_mode & ~mask;
}

enum status replace_file(const char *path, const struct text *content, struct trouble *trouble)
{
    const struct place place = {.file = path};
    size_t length = strlen(path);
    struct stat facts;
    if (stat(path, &facts) == 0 && S_ISDIR(facts.st_mode))
        return trouble_add(trouble, STATUS_NO_OUTPUT, place, "is a folder and cannot be replaced by a file");
    char *name = must_allocate(length + sizeof ending, 1);
    memcpy(name, path, length);
    memcpy(name + length, ending, sizeof ending);
    int file = mkstemp(name);
    if (file < 0) {
        int why = errno;
        free(name);
        return limit_trouble(trouble, STATUS_NO_OUTPUT, place, why, "cannot be created");
    }
    bool fine = write_all(file, content) && fchmod(file, mode_of_new_files()) == 0 && fsync(file) == 0;
    int why = errno;
    if (close(file) != 0 && fine) {
        fine = false;
        why = errno;
    }
    if (fine && rename(name, path) != 0) {
        fine = false;
        why = errno;
    }
    if (!fine)
        unlink(name);
    free(name);
    return fine ? STATUS_FINE
                : trouble_add(trouble, STATUS_OUTPUT_LOST, place, "could not be written: %s", strerror(why));
}
