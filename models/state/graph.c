#include "state/graph.h"

#include <stdlib.h>
#include <string.h>

#include "base/require.h"

static int by_number(const void *a, const void *b)
{
    const uint32_t one = *(const uint32_t *)a, other = *(const uint32_t *)b;
    return (one > other) - (one < other);
}

/* Sorts each node's neighbours and leaves out the ones that are there already. */
static size_t tidy(uint32_t nodes, size_t *first, uint32_t *near)
{
    size_t kept = 0;
    for (uint32_t node = 0; node < nodes; node++) {
        size_t from = first[node], count = first[node + 1] - from, begin = kept;
        qsort(near + from, count, sizeof *near, by_number);
        for (size_t i = from; i < from + count; i++)
            if (kept == begin || near[i] != near[kept - 1])
                near[kept++] = near[i];
        first[node] = begin;
    }
    first[nodes] = kept;
    return kept;
}

struct graph graph_of(uint32_t nodes, struct edges edges, struct arena *arena)
{
    size_t *first = ARENA_NEW(arena, size_t, (size_t)nodes + 2);
    uint32_t *near = ARENA_NEW(arena, uint32_t, 2 * edges.count + 1);
    for (size_t i = 0; i < edges.count; i++) {
        const struct edge *edge = &edges.items[i];
        require(edge->one < nodes && edge->other < nodes && edge->one != edge->other);
        first[edge->one + 2]++;
        first[edge->other + 2]++;
    }
    for (uint32_t node = 0; node < nodes; node++)
        first[node + 2] += first[node + 1];
    /* first[node + 1] is where the next neighbour of the node goes; in the end it is where the next node
     * begins */
    for (size_t i = 0; i < edges.count; i++) {
        const struct edge *edge = &edges.items[i];
        near[first[edge->one + 1]++] = edge->other;
        near[first[edge->other + 1]++] = edge->one;
    }
    size_t kept = tidy(nodes, first, near);
    return (struct graph){nodes, kept / 2, first, near};
}

struct components graph_components(const struct graph *graph, struct arena *arena)
{
    uint32_t nodes = graph->nodes, count = 0;
    uint32_t *of = ARENA_NEW(arena, uint32_t, (size_t)nodes + 1);
    uint32_t *size = ARENA_NEW(arena, uint32_t, (size_t)nodes + 1);
    uint32_t *queue = ARENA_NEW(arena, uint32_t, (size_t)nodes + 1);
    memset(of, 0xFF, (size_t)nodes * sizeof *of);
    for (uint32_t start = 0; start < nodes; start++) {
        if (of[start] != UINT32_MAX)
            continue;
        uint32_t head = 0, tail = 0;
        queue[tail++] = start;
        of[start] = count;
        while (head < tail) {
            uint32_t node = queue[head++];
            for (size_t i = graph->first[node]; i < graph->first[node + 1]; i++)
                if (of[graph->near[i]] == UINT32_MAX) {
                    of[graph->near[i]] = count;
                    queue[tail++] = graph->near[i];
                }
        }
        size[count++] = tail;
    }
    return (struct components){count, of, size};
}
