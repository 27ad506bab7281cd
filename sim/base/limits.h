/* Limits of the machine, by the names that people know them by.
 *
 * A call of the system can fail because the world is not as it was said to be (no such file), or because the
 * machine grants no more (memory, open files, processes). The second kind says nothing about anybody's file,
 * so it has a status of its own, STATUS_LIMIT, and its sentence names the limit and the `ulimit` that shows
 * it.
 */
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/trouble.h"

enum { LIMIT_WORDS = 200 };

/* Whether the error says that the machine grants no more: ENOMEM, EMFILE, ENFILE, EAGAIN of a thread or
 * process that could not be started. */
bool limit_reached(int error);

/* "the limit of open files is reached (`ulimit -n`: 10)" for such an error, else the system's own words. */
const char *limit_words(int error, char words[LIMIT_WORDS]);

/* Adds "`what`: why" for a call that failed with `error`. Returns `usual`, or STATUS_LIMIT where the machine
 * grants no more. */
enum status limit_trouble(struct trouble *trouble, enum status usual, struct place where, int error,
                          const char *what);

/* Bytes that may still be mapped under `ulimit -v`; SIZE_MAX where there is no such limit. */
size_t limit_memory_left(void);

/* Says so and returns STATUS_LIMIT when fewer than `bytes` may still be mapped. Called before a library that
 * cannot cope with a lack of memory. */
enum status limit_memory_for(size_t bytes, const char *what, struct trouble *trouble);

#endif
