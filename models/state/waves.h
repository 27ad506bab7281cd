/* How many steps nodes of a graph are apart.
 *
 * Distances are found from up to 512 nodes at a time, one bit each, as breadth-first searches that share
 * their steps (Then et al. 2014, "The more the merrier: efficient multi-source graph traversal",
 * doi:10.14778/2735496.2735507). In a step each node asks its neighbours what reached them in the step
 * before, so that nothing is written but by the node itself.
 */
#ifndef STATE_WAVES_H
#define STATE_WAVES_H

#include "state/graph.h"
#include "state/wide.h"

/* Memory for waves, to be used again and again by one thread at a time. A bit a source for each node. */
struct wave {
    const struct graph *graph;
    const struct components *components;
    wide *now;  /* reached it in the last step; after the start, the node itself where it is a source */
    wide *soon; /* scratch */
    wide *left; /* will reach it, and have not yet */
    wide *of_component; /* the sources in each */
    uint32_t *open;     /* nodes that something can still change */
    uint32_t open_count;
};
struct wave wave_of(const struct graph *graph, const struct components *components, struct arena *arena);

/* Bit i stands for node sources[i]; at most WIDE_BITS of them, none twice. */
void wave_start(struct wave *wave, const uint32_t *sources, uint32_t count);
/* Every source goes one link further. Adds to `count` how many it reaches first in this step, of those whose
 * bit is in `wanted` of the node. False when nobody reached anything. */
bool wave_step(struct wave *wave, const wide *wanted, struct wide_count *count);

#endif
