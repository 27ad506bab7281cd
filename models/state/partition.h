/* How far the links of a graph keep inside the parts of a partition (the sites of the groups, say).
 *
 * Modularity: the share of links inside parts, less what it would be if links fell between nodes as their
 * numbers of links suggest: Q = sum over parts c of L_c / m - (k_c / 2m)^2, with L_c links inside c, k_c link
 * ends in c, and m links (Newman & Girvan 2004, doi:10.1103/PhysRevE.69.026113).
 *
 * E-I index: (external - internal) / (external + internal) links; 1 when all links lead from part to part, -1
 * when none does (Krackhardt & Stern 1988, doi:10.2307/2786835).
 *
 * Both are NaN without links.
 */
#ifndef STATE_PARTITION_H
#define STATE_PARTITION_H

#include "state/graph.h"

struct partition {
    uint32_t parts;
    const uint32_t *of; /* the part of each node */
};

double partition_modularity(const struct graph *graph, struct partition partition, struct arena *arena);
double partition_external_internal(const struct graph *graph, struct partition partition);

#endif
