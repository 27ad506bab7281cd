#include "base/require.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/limits.h"

_Noreturn void require_failed(const char *condition, const char *file, int line)
{
    fprintf(stderr, "groundswell: this is a bug of ours: `%s` does not hold at %s:%d\n", condition, file,
            line);
    abort();
}

static int beyond_all_memory(unsigned long count, unsigned long size)
{
    unsigned long bytes;
    return __builtin_mul_overflow(count, size, &bytes) || bytes > PTRDIFF_MAX;
}

_Noreturn void out_of_memory(unsigned long count, unsigned long size)
{
    char words[LIMIT_WORDS];
    fprintf(stderr, "groundswell: not enough memory for %lu x %lu bytes: %s\n", count, size,
            limit_words(ENOMEM, words));
    if (beyond_all_memory(count, size)) /* a number that went wrong, not a machine that is too small */
        abort();
    _exit(OUT_OF_MEMORY);
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

char *must_copy(const char *text)
{
    size_t size = strlen(text) + 1;
    return memcpy(must_allocate(size, 1), text, size);
}
