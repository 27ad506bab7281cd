#include "state/waves.h"

#include <string.h>

#include "base/require.h"
#include "base/vectorised.h"

struct wave wave_of(const struct graph *graph, const struct components *components, struct arena *arena)
{
    size_t nodes = (size_t)graph->nodes + 1;
    return (struct wave){
        .graph = graph,
        .components = components,
        .now = ARENA_TO_FILL(arena, wide, nodes),
        .soon = ARENA_TO_FILL(arena, wide, nodes),
        .left = ARENA_TO_FILL(arena, wide, nodes),
        .of_component = ARENA_NEW(arena, wide, (size_t)components->count + 1),
        .open = ARENA_TO_FILL(arena, uint32_t, nodes),
    };
}

void wave_start(struct wave *wave, const uint32_t *sources, uint32_t count)
{
    uint32_t nodes = wave->graph->nodes;
    require(count <= WIDE_BITS);
    memset(wave->now, 0, nodes * sizeof *wave->now);
    memset(wave->soon, 0, nodes * sizeof *wave->soon);
    for (uint32_t i = 0; i < count; i++) {
        wide_put(&wave->now[sources[i]], i);
        wide_put(&wave->of_component[wave->components->of[sources[i]]], i);
    }
    wave->open_count = 0;
    for (uint32_t node = 0; node < nodes; node++) {
        wave->left[node] = wave->of_component[wave->components->of[node]] & ~wave->now[node];
        const wide alive = wave->left[node] | wave->now[node];
        if (wide_any(&alive))
            wave->open[wave->open_count++] = node;
    }
    for (uint32_t i = 0; i < count; i++)
        wave->of_component[wave->components->of[sources[i]]] = (wide){0};
}

/* Takes out the nodes that all have reached: what reached them last was told to their neighbours. */
VECTORISED static void close_nodes(struct wave *wave)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < wave->open_count; i++) {
        uint32_t node = wave->open[i];
        const wide alive = wave->left[node] | wave->now[node] | wave->soon[node];
        if (wide_any(&alive))
            wave->open[kept++] = node;
    }
    wave->open_count = kept;
}

/* Writes down what was reached by anybody. */
VECTORISED static void step(const struct wave *wave, const wide *wanted, struct wide_count *count,
                            wide *reached)
{
    const size_t *first = wave->graph->first;
    const uint32_t *near = wave->graph->near;
    struct wide_count here = {.waiting = 0};
    wide any = {0};
    for (uint32_t i = 0; i < wave->open_count; i++) {
        uint32_t node = wave->open[i];
        wide fresh = {0};
        for (size_t j = first[node]; j < first[node + 1]; j++)
            fresh |= wave->now[near[j]];
        fresh &= wave->left[node];
        wave->left[node] ^= fresh;
        wave->soon[node] = fresh;
        any |= fresh;
        fresh &= wanted[node];
        wide_count_add(&here, &fresh);
    }
    wide_count_settle(&here);
    count->words += here.words;
    *reached = any;
}

bool wave_step(struct wave *wave, const wide *wanted, struct wide_count *count)
{
    wide reached;
    step(wave, wanted, count, &reached);
    wide *now = wave->soon;
    wave->soon = wave->now;
    wave->now = now;
    close_nodes(wave);
    return wide_any(&reached);
}
