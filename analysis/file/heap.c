#include "analysis/file/heap.h"

#include <stdint.h>
#include <stdlib.h>

#ifdef __GLIBC__

#include <malloc.h>
#include <sys/mman.h>

enum {
    PAGE = 4096,
    LONGEST_PIECE = 32 << 20, /* bytes; more than that comes from the system as before */
    KEPT = 1 << 30,
    PIECES_AHEAD = 24 << 20 /* on large pages: a chunk packed, unpacked and in order, with room to spare */
};

void heap_keep_pieces(void)
{
    mallopt(M_MMAP_THRESHOLD, LONGEST_PIECE);
    mallopt(M_TRIM_THRESHOLD, KEPT);
    char *ahead = malloc(PIECES_AHEAD);
    if (ahead == NULL)
        return;
    const size_t into_a_page = (uintptr_t)ahead % PAGE, first = into_a_page == 0 ? 0 : PAGE - into_a_page;
    (void)madvise(ahead + first, (PIECES_AHEAD - first) / PAGE * PAGE, MADV_HUGEPAGE);
    free(ahead);
}

#else

void heap_keep_pieces(void)
{
}

#endif
