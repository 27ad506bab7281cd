#include "program/source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/shell.h"
#include "program/carry_out.h"
#include "record/part.h"

static bool ends_with(const char *name, const char *ending)
{
    size_t length = strlen(name), tail = strlen(ending);
    return length >= tail && strcmp(name + length - tail, ending) == 0;
}

/* By what the file begins with, whatever it is called; by its name when it cannot be read. */
bool source_is_results(const char *name)
{
    static const char signature[8] = "\x89HDF\r\n\x1a\n";
    if (ends_with(name, ".h5") || ends_with(name, ".hdf5") || ends_with(name, ".nc") ||
        ends_with(name, ".partial"))
        return true;
    char first[sizeof signature];
    int file = open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return false;
    ssize_t length = read(file, first, sizeof first);
    close(file);
    return length == (ssize_t)sizeof first && memcmp(first, signature, sizeof first) == 0;
}

static const char *results_path(const char *folder, struct arena *arena)
{
    return arena_print(arena, "%s/results.h5", folder);
}

static enum status run_aside(struct call *call, const char *name, const char **made, const char **path)
{
    struct experiment_request request;
    enum status status = request_of(call, name, &request);
    if (status != STATUS_FINE)
        return status;
    const char *parent = getenv("TMPDIR");
    if (parent == NULL || *parent == '\0')
        parent = "/tmp";
    carry_out_watch(call);
    char *folder = arena_print(&call->arena, "%s/groundswell-XXXXXX", parent);
    if (mkdtemp(folder) == NULL) {
        int error = errno;
        watch_end(call->watch);
        call->watch = NULL;
        return call_trouble(call, STATUS_NO_OUTPUT, "no temporary folder can be made in %s: %s", parent,
                            strerror(error));
    }
    *made = folder;
    *path = results_path(folder, &call->arena);
    struct carried_out done;
    return carry_out(call, &request, *path, ATTEMPT_ASIDE, &done);
}

static void remove_aside(const char *folder)
{
    struct arena arena = {0};
    const char *path = results_path(folder, &arena);
    unlink(path);
    unlink(arena_print(&arena, "%s.partial", path));
    rmdir(folder);
    arena_free(&arena);
}

/* A part of the runs is no results file, nor a scenario. */
static enum status refuse_part(struct call *call, const char *name)
{
    struct record_part part;
    size_t length;
    if (!part_in_name(name, &part, &length) || access(name, F_OK) != 0)
        return STATUS_FINE;
    struct text word = {0};
    shell_path(&word, arena_text(&call->arena, name, length));
    trouble_add(&call->trouble, STATUS_BAD_INPUT, (struct place){.file = name},
                "this is a part of the runs: put all parts together with `groundswell merge %s`", word.bytes);
    text_free(&word);
    return STATUS_BAD_INPUT;
}

enum status source_open(struct call *call, const char *name, struct source *source)
{
    *source = (struct source){0};
    const char *path = name, *folder = NULL;
    enum status status = refuse_part(call, name);
    if (status == STATUS_FINE && !source_is_results(name))
        status = run_aside(call, name, &folder, &path);
    else if (status == STATUS_FINE && (call->options.override_count > 0 || call->options.replications > 0 ||
                                       call->options.seed != NULL))
        status = call_trouble(
            call, STATUS_USAGE,
            "%s holds runs that are done; `--set`, `--seed` and `--replications` need a scenario", name);
    if (status == STATUS_FINE) {
        inputs_note(&call->inputs, name);
        source->results = results_open(path, &call->trouble);
        status = source->results == NULL ? trouble_status(&call->trouble) : STATUS_FINE;
    }
    /* The open file can be read without its name; removed this early, nothing is left behind however we end.
     */
    if (folder != NULL)
        remove_aside(folder);
    if (folder != NULL && source->results != NULL)
        source->results->path = arena_text(&source->results->arena, name, strlen(name));
    return status;
}

void source_close(struct source *source)
{
    results_close(source->results);
    *source = (struct source){0};
}
