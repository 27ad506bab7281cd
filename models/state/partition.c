#include "state/partition.h"

#include <math.h>

#include "base/require.h"

/* Link ends that lie in a part and belong to a link inside it: two for every such link. */
static uint64_t inner_ends(const struct graph *graph, struct partition partition, uint32_t node)
{
    uint64_t ends = 0;
    for (size_t i = graph->first[node]; i < graph->first[node + 1]; i++)
        ends += partition.of[graph->near[i]] == partition.of[node];
    return ends;
}

double partition_modularity(const struct graph *graph, struct partition partition, struct arena *arena)
{
    if (graph->links == 0)
        return NAN;
    uint64_t *ends = ARENA_NEW(arena, uint64_t, (size_t)partition.parts + 1), inside = 0;
    for (uint32_t node = 0; node < graph->nodes; node++) {
        require(partition.of[node] < partition.parts);
        ends[partition.of[node]] += graph->first[node + 1] - graph->first[node];
        inside += inner_ends(graph, partition, node);
    }
    const double all = 2 * (double)graph->links;
    double expected = 0;
    for (uint32_t part = 0; part < partition.parts; part++) {
        double share = (double)ends[part] / all;
        expected += share * share;
    }
    return (double)inside / all - expected;
}

double partition_external_internal(const struct graph *graph, struct partition partition)
{
    if (graph->links == 0)
        return NAN;
    uint64_t inside = 0;
    for (uint32_t node = 0; node < graph->nodes; node++)
        inside += inner_ends(graph, partition, node);
    const double links = (double)graph->links, internal = (double)inside / 2;
    return (links - 2 * internal) / links;
}
