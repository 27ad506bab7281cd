/* What is left of a part of the runs, FILE.h5.part-3-of-16: a journal (journal.h) under this name. Its
 * records are counted from 0 like those of any journal, and it stays when all of them are in. */
#ifndef RECORD_PART_H
#define RECORD_PART_H

#include "record/record.h"

enum { MOST_PARTS = 1000 }; /* the files of all parts are open while they are merged */

/* "FILE.h5.part-3-of-16", for the caller to free. */
char *part_name(const char *path, const struct record_part *part);
/* Whether a name ends so; `length` is that of what stands before. */
bool part_in_name(const char *name, struct record_part *part, size_t *length);
/* How many of so many runs are of this part. */
uint64_t part_runs(const struct record_part *part, uint64_t runs);

#endif
