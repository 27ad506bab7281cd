#include "state/pieces.h"

#include <omp.h>

void pieces_share(uint32_t threads, uint32_t pieces, piece_work *work, void *context)
{
    if (threads > pieces)
        threads = pieces;
    if (threads <= 1) {
        for (uint32_t i = 0; i < pieces; i++)
            work(context, 0, i);
        return;
    }
    /* A thread that is free takes the next piece; what comes out cannot depend on which one it was
     * (pieces.h). */
#pragma omp parallel for schedule(dynamic) num_threads(threads)
    for (uint32_t i = 0; i < pieces; i++)
        work(context, (uint32_t)omp_get_thread_num(), i);
}
