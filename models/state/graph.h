/* An undirected graph: who is linked with whom, and how many steps apart they are.
 *
 * Nodes are numbers from 0. The neighbours of all nodes lie in one array, each node's own part of it in
 * ascending order, so that a walk over the graph reads memory forwards. Two nodes are linked or they are not:
 * a link that is named twice counts once. A graph is made once and never changed; links that come and go make
 * another graph.
 *
 * Distances are found from 64 nodes at a time, one bit each, as breadth-first searches that share their steps
 * (Then et al. 2014, "The more the merrier: efficient multi-source graph traversal",
 * doi:10.14778/2735496.2735507).
 */
#ifndef STATE_GRAPH_H
#define STATE_GRAPH_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct edge {
    uint32_t one, other;
};

struct edges {
    const struct edge *items;
    size_t count;
};

struct graph {
    uint32_t nodes;
    size_t links;         /* pairs of neighbours */
    const size_t *first;  /* of each node's part of `neighbours`, and the end at last */
    const uint32_t *near; /* both directions of every link */
};

/* No edge leads from a node to itself. */
struct graph graph_of(uint32_t nodes, struct edges edges, struct arena *arena);

/* Parts of the graph that no path connects. Numbered from 0 by their smallest node. */
struct components {
    uint32_t count;
    const uint32_t *of;   /* each node */
    const uint32_t *size; /* of each component, in nodes */
};
struct components graph_components(const struct graph *graph, struct arena *arena);

enum { WAVE_WIDTH = 64 };

/* Memory for waves, to be used again and again. */
struct wave {
    const struct graph *graph;
    uint64_t *seen, *now, *soon; /* a bit a source for each node */
    uint32_t *front, *next;      /* nodes with a bit in `now`, and in `soon` */
};
struct wave wave_of(const struct graph *graph, struct arena *arena);

/* Is told, once for each node and distance from 1 on, which sources are that far from the node: bit i stands
 * for source `first` + i. */
struct listener {
    void (*reached)(void *context, uint32_t node, uint64_t sources, uint32_t distance);
    void *context;
};

/* Walks from the nodes `first` to `first` + WAVE_WIDTH - 1, as far as there are that many. */
void wave_spread(struct wave *wave, uint32_t first, struct listener listener);

#endif
