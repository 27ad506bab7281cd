/* Loads what a fuzz target made and, where it is sound and small, carries it out: what must hold in every run
 * is required by the models themselves. */
#ifndef TESTS_FUZZ_SMALL_RUN_H
#define TESTS_FUZZ_SMALL_RUN_H

#include <stddef.h>

#include "folder.h"

/* `path` names the text; methods are looked for beside it and in the library. */
void load_and_run(const char *path, const char *text, size_t length);

#endif
