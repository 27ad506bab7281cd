/* An undirected graph: who is linked with whom.
 *
 * Nodes are numbers from 0. The neighbours of all nodes lie in one array, each node's own part of it in
 * ascending order, so that a walk over the graph reads memory forwards. Two nodes are linked or they are not:
 * a link that is named twice counts once. A graph is made once and never changed; links that come and go make
 * another graph.
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

#endif
