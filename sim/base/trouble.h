/* What is wrong with the world, reported one sentence at a time.
 *
 * Functions that meet the world (files, input, disks) take a `struct trouble *`, add one clear sentence for
 * each thing that is wrong, with its place, and return a status. Several mistakes can be collected before a
 * function gives up, so that the author of a scenario sees all of them at once. Printing is the program
 * room's business.
 */
#ifndef BASE_TROUBLE_H
#define BASE_TROUBLE_H

#include <stdbool.h>
#include <stddef.h>

enum status {
    STATUS_FINE = 0,
    STATUS_USAGE,       /* the command line is not understood: exit 64 */
    STATUS_BAD_INPUT,   /* a scenario, method or results file is wrong: exit 65 */
    STATUS_NO_INPUT,    /* a file cannot be opened or read: exit 66 */
    STATUS_BUG,         /* a check of our own did not hold: exit 70 */
    STATUS_LIMIT,       /* the machine grants no more memory, files or processes: exit 71 */
    STATUS_NO_OUTPUT,   /* a file cannot be created: exit 73 */
    STATUS_OUTPUT_LOST, /* writing failed, for instance the disk is full: exit 74 */
    STATUS_INTERRUPTED, /* stopped by a signal; what was done is kept and can be resumed: exit 75 */
};

/* A place in a file. Line 0 means the file as a whole; file NULL means no file (the command line, say).
 * `excerpt` is the source line, for the caret; NULL when there is none. Lines and columns count from 1,
 * columns in characters. Text is copied by trouble_add. */
struct place {
    const char *file;
    int line;
    int column;
    int width; /* columns to underline; 0 or 1 draws one caret */
    const char *excerpt;
    int caret; /* column of the excerpt to underline where a long line was cut; 0: `column` */
};

struct complaint {
    enum status status;
    struct place where;
    char *sentence;
    char *hint; /* "did you mean `retention`?", or NULL */
};

struct trouble {
    struct complaint *complaints;
    size_t count;
    size_t most; /* further complaints are counted, not kept; 0 means 100 */
    size_t dropped;
    bool closed; /* the sentence added last was not kept, so its hint has no place either */
};

void trouble_free(struct trouble *trouble);

/* Adds a sentence (no full stop at the end, no newline) and returns `status`. The same sentence about the
 * same place is kept once, for a file may be read many times (once for each design). */
enum status trouble_add(struct trouble *trouble, enum status status, struct place where, const char *format,
                        ...) __attribute__((format(printf, 4, 5)));

/* Whether sentences are only counted by now, so that the work behind a good one can be saved. */
bool trouble_full(const struct trouble *trouble);

/* Adds a hint to the sentence added last. */
void trouble_hint(struct trouble *trouble, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Puts the sentences added since there were `first` into the order of their file. Files stand in the order in
 * which they were first spoken of. */
void trouble_sort(struct trouble *trouble, size_t first);

/* Tells in `trouble` what `from` holds, and frees `from`. */
void trouble_move(struct trouble *trouble, struct trouble *from);

/* The first status that is not fine. */
enum status trouble_status(const struct trouble *trouble);

/* The known word nearest to `word`, or NULL when none is near (more edits than a third of its length, or than
 * letters kept). Case, and `-` for `_`, do not count as edits. */
const char *nearest_word(const char *word, const char *const *known, size_t count);

#endif
