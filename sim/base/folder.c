#include "base/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/require.h"
#include "base/text.h"

enum { FOLDER_MODE = 0777, ATTEMPTS = 100, LONGEST_LIST = 16 << 20 };

static struct place folder_place(const struct folder *folder)
{
    return (struct place){.file = folder->named};
}

static enum status folder_unfit(const struct folder *folder, const char *why, struct trouble *trouble)
{
    return trouble_add(trouble, STATUS_NO_OUTPUT, folder_place(folder), "no folder can be made here: %s",
                       why);
}

static enum status folder_lost(const struct folder *folder, int error, struct trouble *trouble)
{
    const bool refused = error == EACCES || error == EPERM || error == EROFS || error == ENOENT ||
                         error == EEXIST || error == ENOTEMPTY;
    return limit_trouble(trouble, refused ? STATUS_NO_OUTPUT : STATUS_OUTPUT_LOST, folder_place(folder),
                         error, "the folder could not be written");
}

static char *joined(const char *folder, const char *name)
{
    struct text path = {0};
    text_print(&path, "%s/%s", folder, name);
    return path.bytes;
}

/* --- what is there already --- */

/* The list of a folder that we made; NULL where there is none of ours. */
static char *read_list(const struct folder *folder, const char *in)
{
    char *path = joined(in, folder->list), *bytes = NULL;
    int file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    free(path);
    struct stat facts;
    if (file >= 0 && fstat(file, &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_size < LONGEST_LIST) {
        bytes = must_allocate((size_t)facts.st_size + 1, 1);
        ssize_t got = read(file, bytes, (size_t)facts.st_size);
        if (got != facts.st_size || strstr(bytes, folder->mark) == NULL) {
            free(bytes);
            bytes = NULL;
        }
    }
    if (file >= 0)
        close(file);
    return bytes;
}

static bool is_listed(const struct folder *folder, const char *list, const char *name)
{
    struct text line = {0};
    text_print(&line, "\"url\": \"%s\"", name);
    const bool listed = strcmp(name, folder->list) == 0 || strstr(list, line.bytes) != NULL;
    text_free(&line);
    return listed;
}

static bool is_dots(const char *name)
{
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

/* The first thing in a folder that we did not put there; NULL: none. For the caller to free. */
static char *foreign_thing(const struct folder *folder, DIR *open_folder)
{
    char *list = read_list(folder, folder->path), *foreign = NULL;
    for (const struct dirent *entry; foreign == NULL && (entry = readdir(open_folder)) != NULL;)
        if (!is_dots(entry->d_name) && (list == NULL || !is_listed(folder, list, entry->d_name)))
            foreign = must_copy(entry->d_name);
    free(list);
    return foreign;
}

static enum status judge_folder(const struct folder *folder, struct trouble *trouble)
{
    DIR *open_folder = opendir(folder->path);
    if (open_folder == NULL)
        return folder_unfit(folder, errno == ENOTDIR ? "what is there is not a folder" : strerror(errno),
                            trouble);
    char *foreign = foreign_thing(folder, open_folder);
    closedir(open_folder);
    if (foreign == NULL)
        return STATUS_FINE;
    trouble_add(trouble, STATUS_NO_OUTPUT, folder_place(folder),
                "in this folder is `%s`, which Groundswell did not put there, and it is left as it is",
                foreign);
    trouble_hint(trouble, "give the name of a new folder");
    free(foreign);
    return STATUS_NO_OUTPUT;
}

/* Fills in the path. Without slashes at its end, so that a name can be put beside it. */
static enum status find_path(struct folder *folder, struct trouble *trouble)
{
    struct stat facts;
    if (*folder->named == '\0')
        return folder_unfit(folder, "the name is empty", trouble);
    folder->path = must_copy(folder->named);
    for (size_t length = strlen(folder->path); length > 1 && folder->path[length - 1] == '/';)
        folder->path[--length] = '\0';
    if (lstat(folder->path, &facts) != 0)
        return errno == ENOENT ? STATUS_FINE : folder_unfit(folder, strerror(errno), trouble);
    char *resolved = realpath(folder->path, NULL);
    if (resolved == NULL)
        return folder_unfit(folder, errno == ENOENT ? "this symbolic link leads nowhere" : strerror(errno),
                            trouble);
    free(folder->path);
    folder->path = must_copy(resolved);
    free(resolved);
    return judge_folder(folder, trouble);
}

/* --- the draft --- */

static void folder_free(struct folder *folder)
{
    for (size_t i = 0; i < folder->count; i++)
        free(folder->files[i]);
    free(folder->files);
    free(folder->path);
    free(folder->draft);
    *folder = (struct folder){0};
}

enum status folder_begin(struct folder *folder, const char *named, const char *list, const char *mark,
                         struct trouble *trouble)
{
    *folder = (struct folder){.named = named, .list = list, .mark = mark};
    enum status status = find_path(folder, trouble);
    int error = EEXIST;
    for (int attempt = 0; status == STATUS_FINE && attempt < ATTEMPTS && error == EEXIST; attempt++) {
        struct text draft = {0};
        text_print(&draft, "%s.%ld-%d.tmp", folder->path, (long)getpid(), attempt);
        free(folder->draft);
        folder->draft = draft.bytes;
        error = mkdir(folder->draft, FOLDER_MODE) == 0 ? 0 : errno;
    }
    if (status == STATUS_FINE && error != 0)
        status = folder_unfit(folder, strerror(error), trouble);
    if (status != STATUS_FINE)
        folder_free(folder);
    return status;
}

FILE *folder_file(struct folder *folder, const char *name, struct trouble *trouble)
{
    char *path = joined(folder->draft, name);
    FILE *file = fopen(path, "wxe");
    free(path);
    if (file == NULL) {
        folder_lost(folder, errno, trouble);
        return NULL;
    }
    folder->files = must_grow(folder->files, folder->count + 1, sizeof *folder->files);
    folder->files[folder->count++] = must_copy(name);
    return file;
}

enum status folder_close(const struct folder *folder, FILE *file, struct trouble *trouble)
{
    int error = ferror(file) ? ENOSPC : 0;
    if (fflush(file) != 0)
        error = errno;
    while (error == 0 && fsync(fileno(file)) != 0)
        if (errno != EINTR) {
            error = errno == EINVAL || errno == EROFS ? 0 : errno; /* some file systems cannot sync */
            break;
        }
    if (fclose(file) != 0 && error == 0)
        error = errno;
    return error == 0 ? STATUS_FINE : folder_lost(folder, error, trouble);
}

static void sync_path(const char *path)
{
    int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    while (fsync(folder) != 0 && errno == EINTR)
        continue;
    close(folder);
}

/* Removes what we put into a folder, and the folder: of the old one, what its own list names. */
static void remove_ours(const struct folder *folder, const char *path)
{
    char *list = read_list(folder, path);
    DIR *open_folder = opendir(path);
    for (const struct dirent *entry;
         list != NULL && open_folder != NULL && (entry = readdir(open_folder)) != NULL;)
        if (!is_dots(entry->d_name) && strcmp(entry->d_name, folder->list) != 0 &&
            is_listed(folder, list, entry->d_name))
            unlinkat(dirfd(open_folder), entry->d_name, 0);
    if (open_folder != NULL)
        closedir(open_folder);
    if (list != NULL) {
        char *name = joined(path, folder->list);
        unlink(name);
        free(name);
    }
    free(list);
    rmdir(path);
}

/* A rename takes the place of an empty folder; a full one changes names with the draft, which is then
 * removed. */
static int draft_takes_place(const struct folder *folder)
{
    if (rename(folder->draft, folder->path) == 0)
        return 0;
    if (errno != ENOTEMPTY && errno != EEXIST)
        return errno;
    if (renameat2(AT_FDCWD, folder->draft, AT_FDCWD, folder->path, RENAME_EXCHANGE) == 0) {
        remove_ours(folder, folder->draft);
        return 0;
    }
    /* Some file systems cannot exchange: for an instant there is no folder of this name. */
    struct text old = {0};
    text_print(&old, "%s.old", folder->draft);
    int error = rename(folder->path, old.bytes) == 0 ? 0 : errno;
    if (error == 0 && rename(folder->draft, folder->path) != 0) {
        error = errno;
        if (rename(old.bytes, folder->path) != 0)
            error = errno;
    } else if (error == 0) {
        remove_ours(folder, old.bytes);
    }
    text_free(&old);
    return error;
}

enum status folder_appear(struct folder *folder, struct trouble *trouble)
{
    struct stat facts;
    enum status status = STATUS_FINE;
    if (lstat(folder->path, &facts) == 0) /* somebody may have put something there meanwhile */
        status = judge_folder(folder, trouble);
    if (status == STATUS_FINE) {
        sync_path(folder->draft);
        int error = draft_takes_place(folder);
        status = error == 0 ? STATUS_FINE : folder_lost(folder, error, trouble);
    }
    if (status != STATUS_FINE) {
        folder_abandon(folder);
        return status;
    }
    char *parent = must_copy(folder->path);
    sync_path(dirname(parent));
    free(parent);
    folder_free(folder);
    return STATUS_FINE;
}

void folder_abandon(struct folder *folder)
{
    for (size_t i = 0; i < folder->count; i++) {
        char *path = joined(folder->draft, folder->files[i]);
        unlink(path);
        free(path);
    }
    if (folder->draft != NULL)
        rmdir(folder->draft);
    folder_free(folder);
}
