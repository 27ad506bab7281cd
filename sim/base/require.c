#include "base/require.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

_Noreturn void require_failed(const char *condition, const char *file, int line)
{
    fprintf(stderr, "groundswell: this is a bug of ours: `%s` does not hold at %s:%d\n", condition, file,
            line);
    abort();
}

_Noreturn void out_of_memory(unsigned long count, unsigned long size)
{
    fprintf(stderr, "groundswell: not enough memory for %lu x %lu bytes\n", count, size);
    abort();
}

static int beyond_all_memory(unsigned long count, unsigned long size)
{
    unsigned long bytes;
    return __builtin_mul_overflow(count, size, &bytes) || bytes > PTRDIFF_MAX;
}

void *must_allocate(unsigned long count, unsigned long size)
{
    if (beyond_all_memory(count, size))
        out_of_memory(count, size);
    void *memory = calloc(count == 0 ? 1 : count, size == 0 ? 1 : size);
    if (memory == NULL)
        out_of_memory(count, size);
    return memory;
}

void *must_grow(void *memory, unsigned long count, unsigned long size)
{
    if (beyond_all_memory(count, size))
        out_of_memory(count, size);
    void *grown = reallocarray(memory, count == 0 ? 1 : count, size == 0 ? 1 : size);
    if (grown == NULL)
        out_of_memory(count, size);
    return grown;
}
