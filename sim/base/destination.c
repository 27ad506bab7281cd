#include "base/destination.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/made.h"
#include "base/require.h"

enum { MODE = 0666, DRAFT_ATTEMPTS = 100, DRAFT_ENDING = 48 };

/* --- what was read --- */

struct input {
    dev_t device;
    ino_t number;
    char *path; /* resolved; NULL for what has no name, such as a pipe */
};

void inputs_note(struct inputs *inputs, const char *path)
{
    bool standard = strcmp(path, "-") == 0;
    struct stat facts;
    if ((standard ? fstat(STDIN_FILENO, &facts) : stat(path, &facts)) != 0)
        return;
    if (inputs->count == inputs->room) {
        inputs->room = inputs->room == 0 ? 8 : 2 * inputs->room;
        inputs->all = must_grow(inputs->all, inputs->room, sizeof *inputs->all);
    }
    inputs->all[inputs->count++] =
        (struct input){facts.st_dev, facts.st_ino, realpath(standard ? "/proc/self/fd/0" : path, NULL)};
}

void inputs_free(struct inputs *inputs)
{
    for (size_t i = 0; i < inputs->count; i++)
        free(inputs->all[i].path);
    free(inputs->all);
    *inputs = (struct inputs){0};
}

static bool was_read(const struct inputs *inputs, const char *path, const struct stat *facts)
{
    char *resolved = realpath(path, NULL);
    bool read = false;
    for (size_t i = 0; inputs != NULL && i < inputs->count && !read; i++) {
        const struct input *input = &inputs->all[i];
        read = (input->device == facts->st_dev && input->number == facts->st_ino) ||
               (input->path != NULL && resolved != NULL && strcmp(input->path, resolved) == 0);
    }
    free(resolved);
    return read;
}

/* --- where it may lie --- */

static const char *noun(enum made kind)
{
    static const char *const nouns[] = {[MADE_RESULTS] = "results",
                                        [MADE_PAGE] = "a report",
                                        [MADE_FIGURE] = "a figure",
                                        [MADE_SCHEMA] = "a schema",
                                        [MADE_SCENARIO] = "a scenario"};
    return nouns[kind];
}

static enum status unfit(const struct destination *destination, const char *why, struct trouble *trouble)
{
    return trouble_add(trouble, STATUS_NO_OUTPUT, (struct place){.file = destination->named},
                       "%s cannot be written here: %s", noun(destination->kind), why);
}

/* Something is there under the resolved path. */
static enum status judge(const struct destination *destination, const struct stat *facts,
                         struct trouble *trouble)
{
    const char *path = destination->path;
    const struct place place = {.file = destination->named};
    if (S_ISDIR(facts->st_mode))
        return unfit(destination, "this is a directory", trouble);
    if (!S_ISREG(facts->st_mode))
        return unfit(destination, "this is not a regular file", trouble);
    if (was_read(destination->inputs, path, facts)) {
        unfit(destination, "this very file is being read", trouble);
        trouble_hint(trouble, "give another name");
        return STATUS_NO_OUTPUT;
    }
    if (access(path, W_OK) != 0)
        return unfit(destination, "the file that is there is write-protected", trouble);
    if (destination->kind == MADE_SCENARIO)
        return trouble_add(trouble, STATUS_NO_OUTPUT, place,
                           "there is a file of this name already, and it is left as it is");
    if (!made_by_us(path, destination->kind)) {
        trouble_add(trouble, STATUS_NO_OUTPUT, place,
                    "what is there is not %s that Groundswell made, and it is left as it is",
                    destination->kind == MADE_RESULTS ? "a results file" : noun(destination->kind));
        trouble_hint(trouble, "give another name, or move that file away");
        return STATUS_NO_OUTPUT;
    }
    return STATUS_FINE;
}

/* `copy` is what to free afterwards. */
static char *folder_of(const char *path, char **copy)
{
    *copy = must_copy(path);
    return dirname(*copy);
}

/* A link to a pipe or device has no path to resolve, but it leads somewhere. */
static enum status unresolved(const struct destination *destination, struct trouble *trouble)
{
    int error = errno;
    struct stat facts;
    if (stat(destination->named, &facts) == 0 && !S_ISREG(facts.st_mode))
        return unfit(destination, "this is not a regular file", trouble);
    return unfit(destination, error == ENOENT ? "this symbolic link leads nowhere" : strerror(error),
                 trouble);
}

/* Nothing is there: a file can come there when its folder is one. */
static enum status nothing_there(struct destination *destination, int error, struct trouble *trouble)
{
    const char *named = destination->named;
    struct stat facts;
    char *copy = NULL;
    if (error == ENOENT && named[strlen(named) - 1] == '/')
        error = EISDIR;
    else if (error == ENOENT && stat(folder_of(named, &copy), &facts) == 0)
        error = 0;
    free(copy);
    if (error != 0)
        return unfit(destination, strerror(error), trouble);
    destination->path = must_copy(named);
    return STATUS_FINE;
}

enum status destination_find(const char *named, enum made kind, const struct inputs *inputs,
                             struct destination *destination, struct trouble *trouble)
{
    struct stat facts;
    *destination = (struct destination){.named = named, .kind = kind, .inputs = inputs};
    if (*named == '\0')
        return unfit(destination, "the name is empty", trouble);
    if (lstat(named, &facts) != 0)
        return nothing_there(destination, errno, trouble);
    destination->path = S_ISLNK(facts.st_mode) ? realpath(named, NULL) : must_copy(named);
    if (destination->path == NULL || stat(destination->path, &facts) != 0)
        return unresolved(destination, trouble);
    return judge(destination, &facts, trouble);
}

void destination_free(struct destination *destination)
{
    free(destination->path);
    destination->path = NULL;
}

/* --- how it appears --- */

/* A file that has no name yet, or one beside its later name. */
struct draft {
    int file;
    char *name;
};

static int draft_under_a_name(struct draft *draft, const char *path)
{
    size_t room = strlen(path) + DRAFT_ENDING;
    draft->name = must_allocate(room, 1);
    int error = EEXIST;
    for (int attempt = 0; attempt < DRAFT_ATTEMPTS && error == EEXIST; attempt++) {
        snprintf(draft->name, room, "%s.%ld-%d.tmp", path, (long)getpid(), attempt);
        draft->file = open(draft->name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, MODE);
        error = draft->file < 0 ? errno : 0;
    }
    if (error == 0)
        return 0;
    free(draft->name);
    draft->name = NULL;
    return error;
}

static int draft_open(struct draft *draft, const char *path)
{
    char *copy = NULL;
    *draft = (struct draft){.file = -1};
    if (access("/proc/self/fd", X_OK) == 0)
        draft->file = open(folder_of(path, &copy), O_WRONLY | O_TMPFILE | O_CLOEXEC, MODE);
    free(copy);
    return draft->file >= 0 ? 0 : draft_under_a_name(draft, path);
}

static int draft_fill(const struct draft *draft, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(draft->file, bytes, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return written < 0 ? errno : ENOSPC;
        bytes += written;
        length -= (size_t)written;
    }
    while (fsync(draft->file) != 0)
        if (errno != EINTR)
            return errno == EINVAL || errno == EROFS ? 0 : errno; /* some file systems cannot sync */
    return 0;
}

/* Gives the draft a second name, which must be free. */
static int draft_link(const struct draft *draft, const char *name)
{
    char itself[32];
    snprintf(itself, sizeof itself, "/proc/self/fd/%d", draft->file);
    const char *from = draft->name == NULL ? itself : draft->name;
    return linkat(AT_FDCWD, from, AT_FDCWD, name, draft->name == NULL ? AT_SYMLINK_FOLLOW : 0) == 0 ? 0
                                                                                                    : errno;
}

static int draft_name(struct draft *draft, const char *path)
{
    size_t room = strlen(path) + DRAFT_ENDING;
    char *name = must_allocate(room, 1);
    int error = EEXIST;
    for (int attempt = 0; attempt < DRAFT_ATTEMPTS && error == EEXIST; attempt++) {
        snprintf(name, room, "%s.%ld-%d.tmp", path, (long)getpid(), attempt);
        error = draft_link(draft, name);
    }
    if (error == 0)
        draft->name = name;
    else
        free(name);
    return error;
}

/* A link, unlike a rename, does not replace a file that another program put there meanwhile; some file
 * systems know no links. */
static int draft_appear(struct draft *draft, const char *path, bool replaces)
{
    int error = replaces ? EPERM : draft_link(draft, path);
    if (error != EPERM && error != EOPNOTSUPP && error != ENOSYS && error != EMLINK)
        return error;
    if (draft->name == NULL)
        error = draft_name(draft, path);
    else
        error = 0;
    if (error == 0 && rename(draft->name, path) != 0)
        error = errno;
    return error;
}

static void draft_close(struct draft *draft)
{
    if (draft->name != NULL)
        unlink(draft->name);
    free(draft->name);
    if (draft->file >= 0)
        close(draft->file);
}

/* A new name is on the disk when its folder is. Where a folder cannot be synced there is
 * nothing to be done. */
static void sync_folder(const char *path)
{
    char *copy;
    int folder = open(folder_of(path, &copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    free(copy);
    if (folder < 0)
        return;
    while (fsync(folder) != 0 && errno == EINTR)
        continue;
    close(folder);
}

static enum status lost(const struct destination *destination, int error, struct trouble *trouble)
{
    char words[LIMIT_WORDS];
    const struct place place = {.file = destination->named};
    bool refused = error == EACCES || error == EPERM || error == EROFS || error == ENOENT || error == EEXIST;
    enum status status = limit_reached(error) ? STATUS_LIMIT
                         : refused            ? STATUS_NO_OUTPUT
                                              : STATUS_OUTPUT_LOST;
    return trouble_add(trouble, status, place, "%s could not be written: %s",
                       destination->kind == MADE_RESULTS ? "the results" : noun(destination->kind),
                       limit_words(error, words));
}

enum status destination_write(const struct destination *destination, const char *bytes, size_t length,
                              int *error, struct trouble *trouble)
{
    struct stat facts;
    const char *path = destination->path;
    require(path != NULL); /* it was found */
    if (error != NULL)
        *error = 0;
    bool replaces = lstat(path, &facts) == 0;
    if (replaces && judge(destination, &facts, trouble) != STATUS_FINE)
        return STATUS_NO_OUTPUT;
    struct draft draft;
    int wrong = draft_open(&draft, path);
    if (wrong == 0)
        wrong = draft_fill(&draft, bytes, length);
    if (wrong == 0)
        wrong = draft_appear(&draft, path, replaces);
    draft_close(&draft);
    if (wrong == 0)
        sync_folder(path);
    if (error != NULL)
        *error = wrong;
    return wrong == 0 ? STATUS_FINE : lost(destination, wrong, trouble);
}

enum status destination_put(const char *named, enum made kind, const struct inputs *inputs, const char *bytes,
                            size_t length, struct trouble *trouble)
{
    struct destination destination;
    enum status status = destination_find(named, kind, inputs, &destination, trouble);
    if (status == STATUS_FINE)
        status = destination_write(&destination, bytes, length, NULL, trouble);
    destination_free(&destination);
    return status;
}
