#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/require.h"
#include "scenario/document.h"
#include "scenario/sheet.h"

enum { ONE_READ = 64 * 1024 };

static enum status file_trouble(struct trouble *trouble, enum status status, const char *file,
                                const char *sentence)
{
    return trouble_add(trouble, status, (struct place){.file = file}, "%s", sentence);
}

static enum status not_there(struct trouble *trouble, const char *path, int error)
{
    if (error == ENOENT)
        return file_trouble(trouble, STATUS_NO_INPUT, path, "there is no such file");
    if (error == EACCES)
        return file_trouble(trouble, STATUS_NO_INPUT, path, "this file may not be read: permission denied");
    return limit_trouble(trouble, STATUS_NO_INPUT, (struct place){.file = path}, error,
                         "this file cannot be read");
}

/* Only plain files are opened by name: to read a pipe or a device could wait for ever, or never end. */
static enum status plain_file(int file, const char *path, struct trouble *trouble)
{
    struct stat about;
    if (fstat(file, &about) != 0)
        return not_there(trouble, path, errno);
    if (S_ISDIR(about.st_mode))
        return file_trouble(trouble, STATUS_BAD_INPUT, path, "this is a directory; name a file in it");
    if (!S_ISREG(about.st_mode)) {
        file_trouble(trouble, STATUS_BAD_INPUT, path, "this is a pipe or a device, not a file");
        trouble_hint(trouble, "give `-` to read standard input");
        return STATUS_BAD_INPUT;
    }
    if (about.st_size > MOST_BYTES)
        return file_trouble(trouble, STATUS_BAD_INPUT, path, "larger than 4 MiB, the most that is read");
    return STATUS_FINE;
}

/* Reads to the end, or to one byte more than a document may have. */
static enum status read_all(int file, const char *name, struct text *text, struct trouble *trouble)
{
    char *bytes = must_allocate(ONE_READ, 1);
    enum status status = STATUS_FINE;
    while (text->length <= MOST_BYTES) {
        ssize_t got = read(file, bytes, ONE_READ);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0 && errno == EISDIR)
            status = file_trouble(trouble, STATUS_BAD_INPUT, name, "this is a directory; name a file in it");
        else if (got < 0)
            status = not_there(trouble, name, errno);
        if (got <= 0)
            break;
        text_add(text, bytes, (size_t)got);
    }
    free(bytes);
    return status;
}

/* The text of a file, or of standard input ("-"); false with trouble. The caller frees the text. */
static bool read_text(const char *path, const char **name, struct text *text, struct trouble *trouble)
{
    bool standard_input = strcmp(path, "-") == 0, fine = false;
    *name = standard_input ? "<stdin>" : path;
    /* without O_NONBLOCK the opening of a pipe waits for its writer */
    int file = standard_input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (file < 0) {
        not_there(trouble, path, errno);
        return false;
    }
    if (standard_input || plain_file(file, path, trouble) == STATUS_FINE)
        fine = read_all(file, *name, text, trouble) == STATUS_FINE;
    if (!standard_input)
        close(file);
    return fine;
}

struct node *node_read_file(const char *path, struct arena *arena, struct trouble *trouble)
{
    struct text text = {0};
    struct node *root = NULL;
    const char *name;
    if (read_text(path, &name, &text, trouble))
        root = node_read(name, text.bytes == NULL ? "" : text.bytes, text.length, arena, trouble);
    text_free(&text);
    return root;
}

bool sheet_read_file(const char *path, struct sheet *sheet, struct arena *arena, struct trouble *trouble)
{
    size_t before = trouble->count;
    return sheet_read_good_rows_file(path, sheet, arena, trouble, trouble) && trouble->count == before;
}

bool sheet_read_good_rows_file(const char *path, struct sheet *sheet, struct arena *arena,
                               struct trouble *trouble, struct trouble *of_rows)
{
    struct text text = {0};
    const char *name;
    bool fine = read_text(path, &name, &text, trouble) &&
                sheet_read_good_rows(name, text.bytes == NULL ? "" : text.bytes, text.length, sheet, arena,
                                     trouble, of_rows);
    text_free(&text);
    return fine;
}
