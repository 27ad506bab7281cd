#include "base/made.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/require.h"

enum {
    HEAD = 4096, /* bytes at the beginning in which a page or schema says what it is */
    TAIL = 128,  /* bytes at the end in which a figure does */
    PIECE = 1 << 20,
    OVERLAP = 64, /* of pieces: more than the longest mark */
};

static const char signature_of_results[8] = "\x89HDF\r\n\x1a\n";

/* Fills `bytes` as far as the file goes. */
static size_t read_at(int file, off_t start, char *bytes, size_t length)
{
    size_t got = 0;
    while (got < length) {
        ssize_t more = pread(file, bytes + got, length - got, start + (off_t)got);
        if (more < 0 && errno == EINTR)
            continue;
        if (more <= 0)
            break;
        got += (size_t)more;
    }
    return got;
}

static bool stands_in(const char *mark, const char *bytes, size_t length)
{
    return memmem(bytes, length, mark, strlen(mark)) != NULL;
}

static bool marked_within(int file, off_t start, size_t length, const char *mark)
{
    char bytes[HEAD];
    return stands_in(mark, bytes, read_at(file, start, bytes, length));
}

/* The explanations stand somewhere in the file, never compressed. */
static bool is_results(int file)
{
    static const char *const marks[] = {MARK_OF_RESULTS, MARK_OF_RESULTS_TOO};
    enum { MARKS = sizeof marks / sizeof marks[0] };
    char *bytes = must_allocate(PIECE, 1);
    bool found[MARKS] = {false};
    size_t left = MARKS;
    for (off_t start = 0; left > 0; start += PIECE - OVERLAP) {
        size_t got = read_at(file, start, bytes, PIECE);
        if (start == 0 && (got < sizeof signature_of_results ||
                           memcmp(bytes, signature_of_results, sizeof signature_of_results) != 0))
            break;
        for (size_t i = 0; i < MARKS; i++)
            if (!found[i] && stands_in(marks[i], bytes, got)) {
                found[i] = true;
                left--;
            }
        if (got < PIECE)
            break;
    }
    free(bytes);
    return left == 0;
}

static bool is_made(int file, off_t size, enum made kind)
{
    switch (kind) {
    case MADE_RESULTS:
        return is_results(file);
    case MADE_PAGE:
        return marked_within(file, 0, HEAD, MARK_OF_PAGES);
    case MADE_FIGURE:
        return marked_within(file, size > TAIL ? size - TAIL : 0, TAIL, MARK_OF_FIGURES);
    case MADE_SCHEMA:
        return marked_within(file, 0, HEAD, MARK_OF_SCHEMAS);
    case MADE_SCENARIO:
        return false;
    }
    return false;
}

bool made_by_us(const char *path, enum made kind)
{
    struct stat facts;
    int file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW | O_CLOEXEC);
    if (file < 0)
        return false;
    bool made = fstat(file, &facts) == 0 && S_ISREG(facts.st_mode) &&
                (facts.st_size == 0 || is_made(file, facts.st_size, kind));
    close(file);
    return made;
}
