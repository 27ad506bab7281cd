#include "base/pages.h"

#include <stdlib.h>
#include <sys/mman.h>

enum { LINE = 64 };

static size_t rounded(size_t bytes, size_t step)
{
    return (bytes + step - 1) / step * step;
}

void *pages_take(size_t bytes, size_t large)
{
    if (bytes < large)
        return aligned_alloc(LINE, rounded(bytes, LINE));
    const size_t whole = rounded(bytes, LARGE_PAGE);
    void *memory = aligned_alloc(LARGE_PAGE, whole);
    if (memory != NULL)
        (void)madvise(memory, whole, MADV_HUGEPAGE);
    return memory;
}
