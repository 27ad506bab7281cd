/* Which thread has which chunks: dealt out by what they have cost lately. Changes who does something, never
 * what. */
#include "kernel/run_parts.h"

/* The most loaded worker may have this many times its share before chunks are dealt out again, because a
 * chunk that moves has to come out of another processor's cache. */
#define MOST_UNEVEN 1.1

static void list_chunks(const struct run *run, struct worker *worker, uint32_t first, uint32_t beyond)
{
    worker->count = worker->dear = 0;
    for (uint32_t i = first; i < beyond; i++) {
        if (run->chunks[i].cost > WORTH_TAKING)
            worker->list[worker->count++] = i;
    }
    worker->dear = worker->count;
    for (uint32_t i = first; i < beyond; i++) {
        if (!(run->chunks[i].cost > WORTH_TAKING))
            worker->list[worker->count++] = i;
    }
}

/* Neighbours go to the same worker, as their instants and their boxes lie on the same cache lines: the row of
 * chunks is cut where an equal share of the costs ends. */
void shares_deal(struct run *run)
{
    double whole = 0, sum = 0, least = 1; /* while nothing was measured all are equal */
    for (uint32_t i = 0; i < run->chunk_count; i++)
        whole += run->chunks[i].cost;
    if (whole > 0)
        least = whole / run->chunk_count / CHUNKS_PER_THREAD;
    whole += least * run->chunk_count;
    uint32_t first = 0, beyond = 0;
    for (uint32_t w = 0; w < run->worker_count; w++) {
        double share = whole * (w + 1) / run->worker_count;
        while (beyond < run->chunk_count &&
               (w + 1 == run->worker_count || sum + run->chunks[beyond].cost / 2 < share))
            sum += run->chunks[beyond++].cost + least;
        list_chunks(run, &run->workers[w], first, beyond);
        first = beyond;
    }
}

static double dearest_list(const struct run *run, double *whole)
{
    double most = 0;
    *whole = 0;
    for (uint32_t w = 0; w < run->worker_count; w++) {
        double load = 0;
        for (uint32_t i = 0; i < run->workers[w].count; i++)
            load += run->chunks[run->workers[w].list[i]].cost;
        most = load > most ? load : most;
        *whole += load;
    }
    return most;
}

void shares_review(struct run *run)
{
    double whole, most = dearest_list(run, &whole);
    run->alone = whole < NOT_WORTH_SHARING && run->plan.spread != SPREAD_ALWAYS;
    if (most * run->worker_count > MOST_UNEVEN * whole)
        shares_deal(run);
}
