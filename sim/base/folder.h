/* Folders that the program makes: whole, or not at all.
 *
 * The files are written into a folder beside the later one (NAME.PID-N.tmp), brought to the disk, and the
 * folder then gets its name in one step. A folder that is there already is only taken the place of when it is
 * empty, or when it holds nothing but what Groundswell put there: a file with a mark (`list`), and the files
 * that it lists as `"url": "NAME"`. A program that is killed leaves at most the folder beside it; what was
 * under the name is as it was, or whole and new.
 */
#ifndef BASE_FOLDER_H
#define BASE_FOLDER_H

#include <stdio.h>

#include "base/trouble.h"

struct folder {
    const char *named; /* as the user calls it */
    const char *list;  /* name of the file in it that says what else is in it */
    const char *mark;  /* by which we know that file again */
    char *path;        /* where the folder comes to lie, links followed */
    char *draft;       /* where it is being filled */
    char **files;      /* what is in the draft */
    size_t count;
};

/* STATUS_NO_OUTPUT with a sentence where no such folder may come to lie; else makes the draft. All texts must
 * outlive the folder. After a failure nothing is left, and nothing is to be done. */
enum status folder_begin(struct folder *folder, const char *named, const char *list, const char *mark,
                         struct trouble *trouble);
/* A new file in it, to be given to folder_close. NULL with trouble when there cannot be one. */
FILE *folder_file(struct folder *folder, const char *name, struct trouble *trouble);
/* Closes it; STATUS_OUTPUT_LOST when anything that was written to it is not on the disk. */
enum status folder_close(const struct folder *folder, FILE *file, struct trouble *trouble);
/* Gives the folder its name. Frees it either way. */
enum status folder_appear(struct folder *folder, struct trouble *trouble);
/* Removes the draft, and frees the folder. */
void folder_abandon(struct folder *folder);

#endif
