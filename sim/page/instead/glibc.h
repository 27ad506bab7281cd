/* What other C libraries than GNU's do not have (emscripten's is musl); included before everything. */
#ifndef INSTEAD_GLIBC_H
#define INSTEAD_GLIBC_H

#include <stddef.h>

void *reallocarray(void *memory, size_t count, size_t size);
const char *strerrordesc_np(int error);
void qsort_r(void *base, size_t count, size_t size, int (*compare)(const void *, const void *, void *),
             void *with);

#endif
