#include "program/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/limits.h"
#include "program/visible.h"

enum { FILE_MODE = 0666 };

void output_guard(void)
{
    /* Opened the wrong way round: reading from a closed standard input and writing to a closed standard
     * output must fail, as they would have. */
    static const int ways[] = {O_WRONLY, O_RDONLY, O_WRONLY};
    for (int file = STDIN_FILENO; file <= STDERR_FILENO; file++)
        if (fcntl(file, F_GETFD) < 0 && errno == EBADF)
            (void)!open("/dev/null", ways[file]);
}

static int write_all(int file, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(file, bytes, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        bytes += written;
        length -= (size_t)written;
    }
    return 0;
}

enum status output_print(struct call *call)
{
    int error = 0;
    if (call->out.length > 0 && call->options.form == FORM_JSON) {
        error = write_all(STDOUT_FILENO, call->out.bytes, call->out.length);
    } else if (call->out.length > 0) {
        struct text shown = {0};
        text_add_visible(&shown, call->out.bytes, call->out.length, BREAKS_KEPT);
        error = write_all(STDOUT_FILENO, shown.bytes, shown.length);
        text_free(&shown);
    }
    if (close(STDOUT_FILENO) != 0 && error == 0)
        error = errno;
    if (error == 0)
        return STATUS_FINE;
    if (error != EPIPE)
        call_trouble(call, STATUS_OUTPUT_LOST, "standard output could not take what there was to say: %s",
                     strerror(error));
    return STATUS_OUTPUT_LOST;
}

/* Writes the temporary file; its descriptor is closed in any case. */
static enum status fill(struct call *call, int file, const char *path, const struct text *text)
{
    int error = write_all(file, text->bytes, text->length);
    if (error == 0 && fsync(file) != 0 && errno != EINVAL && errno != EROFS)
        error = errno;
    if (close(file) != 0 && error == 0)
        error = errno;
    if (error == 0)
        return STATUS_FINE;
    return call_trouble(call, STATUS_OUTPUT_LOST, "%s could not be written: %s", path, strerror(error));
}

enum status output_file(struct call *call, const char *path, const struct text *text,
                        enum overwrite overwrite)
{
    char *temporary = arena_print(&call->arena, "%s.tmp%ld", path, (long)getpid());
    int file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, FILE_MODE);
    if (file < 0)
        return limit_trouble(&call->trouble, STATUS_NO_OUTPUT, (struct place){.file = path}, errno,
                             "cannot be made");
    enum status status = fill(call, file, path, text);
    /* A hard link, unlike a rename, does not replace what is there. */
    int moved = status != STATUS_FINE          ? 0
                : overwrite == OVERWRITE_NEVER ? link(temporary, path)
                                               : rename(temporary, path);
    if (moved != 0 && errno == EEXIST)
        status = call_trouble(call, STATUS_NO_OUTPUT, "%s is there already, and is left as it is", path);
    else if (moved != 0)
        status = call_trouble(call, STATUS_NO_OUTPUT, "%s cannot be made: %s", path, strerror(errno));
    if (status != STATUS_FINE || overwrite == OVERWRITE_NEVER)
        unlink(temporary);
    return status;
}
