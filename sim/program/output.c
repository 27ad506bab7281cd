#include "program/output.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/fold.h"
#include "base/limits.h"
#include "program/visible.h"

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

/* What is to be read by a program keeps its lines. */
static bool prints_a_file(const struct call *call)
{
    return call->command != NULL && (call->command->prints != PRINTS_WORDS || call->options.cluster != NULL ||
                                     call->options.finalist > 0);
}

enum status output_print(struct call *call)
{
    int error = 0;
    if (call->out.length > 0 && call->options.form == FORM_JSON) {
        error = write_all(STDOUT_FILENO, call->out.bytes, call->out.length);
    } else if (call->out.length > 0) {
        struct text shown = {0};
        text_add_visible(&shown, call->out.bytes, call->out.length, BREAKS_KEPT);
        if (call->options.form == FORM_TEXT && call->screen.page > 0 && !prints_a_file(call)) {
            struct text folded = {0};
            fold_lines(&folded, shown.bytes, shown.length, call->screen.page);
            text_free(&shown);
            shown = folded;
        }
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
