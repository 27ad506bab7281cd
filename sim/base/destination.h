/* Files that the program makes: where they may come to lie, and how they appear there.
 *
 * Results, pages, figures and schemas all go through here, so that there is one answer for every command:
 *
 * - What was read is never written over, by whatever name or link it is called. Files are distinguished by
 * device and inode, and by their resolved path, since an editor may have put a new file under the name
 * meanwhile.
 * - Of what is there, only a file of the same kind that Groundswell made is replaced: it is known by what
 *   stands in it. An empty file holds nothing, and may be filled. Directories, pipes and devices are refused.
 * - A symbolic link is followed: what it leads to is judged and replaced as if it had been named, and the
 *   link stays a link. One that leads nowhere is refused.
 * - A file appears under its name whole or not at all. It is written without a name (O_TMPFILE) where the
 *   file system can do that, so that a killed program leaves nothing; else under a name beside its own.
 *
 * It is judged twice: before the work, so that nobody waits in vain, and when the file is there to be
 * written.
 */
#ifndef BASE_DESTINATION_H
#define BASE_DESTINATION_H

#include <stddef.h>
#include <sys/types.h>

#include "base/trouble.h"

/* What was read so far. All zeros is nothing. */
struct inputs {
    struct input *all;
    size_t count, room;
};

/* Notes a file that is read; "-" is standard input. What is not there cannot be written over. */
void inputs_note(struct inputs *inputs, const char *path);
void inputs_free(struct inputs *inputs);

enum made { MADE_RESULTS, MADE_PAGE, MADE_FIGURE, MADE_SCHEMA, MADE_SCENARIO /* never replaced */ };

/* Marks by which the program knows its own files again: in the head of a page, at the end of a figure. */
#define MARK_OF_PAGES   "<meta name=\"generator\" content=\"Groundswell\">"
#define MARK_OF_FIGURES "made by Groundswell"
#define MARK_OF_SCHEMAS "\"$id\": \"https://groundswell.invalid/schema/"
/* Two of the explanations that stand in every results file. */
#define MARK_OF_RESULTS     "command that makes this file again"
#define MARK_OF_RESULTS_TOO "the scenario file as it was read"

struct destination {
    const char *named; /* as the user calls it */
    char *path;        /* where the file comes to lie, links followed */
    enum made kind;
    const struct inputs *inputs;
};

/* STATUS_NO_OUTPUT with a sentence where no file of this kind may come to lie. `named` and `inputs` (NULL:
 * nothing was read) must outlive the destination; destination_free is fine after a failure. */
enum status destination_find(const char *named, enum made kind, const struct inputs *inputs,
                             struct destination *destination, struct trouble *trouble);

/* Judges again, writes, syncs and lets the file appear. STATUS_NO_OUTPUT where it may not lie there,
 * STATUS_OUTPUT_LOST where writing fails: then the old file is as it was, and nothing else is left. `error`,
 * where not NULL, receives the errno value of what failed, 0 when it was no call of the system. */
enum status destination_write(const struct destination *destination, const char *bytes, size_t length,
                              int *error, struct trouble *trouble);

void destination_free(struct destination *destination);

/* destination_find, then destination_write. */
enum status destination_put(const char *named, enum made kind, const struct inputs *inputs, const char *bytes,
                            size_t length, struct trouble *trouble);

#endif
