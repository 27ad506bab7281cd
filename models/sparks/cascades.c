/* The trees of all sparks, when the run is over: how many each active person led to become active, how far
 * they are from each other, and how large the cascades are.
 *
 * The sum of the distances of all pairs of a tree is the sum over its edges of s (n - s), where s are those
 * below the edge and n are all: one pass from the deepest to the announcement (Wiener 1947,
 * doi:10.1021/ja01193a005). */
#include "base/require.h"
#include "sparks/sparks_parts.h"

/* By site and depth: the first of those who are so deep + 1; the others follow by `next`. */
struct by_depth {
    uint32_t *first;
    uint32_t depths;
};

static struct by_depth sort_by_depth(struct sparks *const *sparks, uint32_t sites, struct arena *arena)
{
    struct by_depth all = {.depths = 1};
    for (uint32_t site = 0; site < sites; site++)
        for (uint32_t i = 0; i < sparks[site]->burnt; i++)
            if (!burning_at(sparks[site], i)->carried && burning_at(sparks[site], i)->depth >= all.depths)
                all.depths = burning_at(sparks[site], i)->depth + 1U;
    all.first = ARENA_NEW(arena, uint32_t, (size_t)sites * all.depths);
    for (uint32_t site = 0; site < sites; site++)
        for (uint32_t i = 0; i < sparks[site]->burnt; i++) {
            struct burning *one = burning_at(sparks[site], i);
            if (one->carried)
                continue;
            uint32_t *first = &all.first[(size_t)site * all.depths + one->depth];
            one->next = *first;
            *first = i + 1;
        }
    return all;
}

static struct spark_totals *totals_of(struct sparks *const *sparks, const struct local_spark *local)
{
    return &sparks[local->origin]->own[local->number].totals;
}

static void add_local(struct spark_totals *totals, const struct local_spark *local)
{
    totals->heard += local->heard;
    totals->taken += local->taken;
    totals->size += local->taken + (uint64_t)local->outside;
    totals->below += local->below;
    totals->below_squared += local->below_squared;
    totals->steps = local->steps > totals->steps ? local->steps : totals->steps;
}

void cascade_counts(struct cascades *cascades, uint64_t size)
{
    enum { HUNDRED = 100 };
    cascades->count++;
    cascades->alone += size == 1 ? 1 : 0;
    cascades->hundred += size >= HUNDRED ? 1 : 0;
    cascades->people += size;
    cascades->bins[size < CASCADE_BINS ? size - 1 : CASCADE_BINS - 1]++;
}

/* All who are active because of her are counted by now. */
static void add_burning(struct sparks *const *sparks, uint32_t site, struct burning *one)
{
    struct spark_totals *totals = totals_of(sparks, local_at(sparks[site], one->spark));
    one->below++;
    totals->below += one->below;
    totals->below_squared += (double)one->below * one->below;
    totals->steps = one->depth > totals->steps ? one->depth : totals->steps;
    if (one->parent_site == NOBODY)
        cascade_counts(&sparks[site]->cascades, one->below);
    else
        burning_at(sparks[one->parent_site], one->parent)->below += one->below;
}

/* People of the public who are active because of her are in her own entry, wherever she told them. */
static void join_carried(struct sparks *const *sparks, uint32_t sites)
{
    for (uint32_t site = 0; site < sites; site++)
        for (uint32_t i = 0; i < sparks[site]->burnt && sparks[site]->carried > 0; i++) {
            const struct burning *one = burning_at(sparks[site], i);
            if (one->carried)
                burning_at(sparks[one->parent_site], one->parent)->below += one->below;
        }
}

void cascades_close(struct sparks *const *sparks, uint32_t sites, struct arena *arena)
{
    const struct by_depth all = sort_by_depth(sparks, sites, arena);
    join_carried(sparks, sites);
    for (uint32_t site = 0; site < sites; site++)
        for (uint32_t i = 0; i < sparks[site]->heard.count; i++)
            add_local(totals_of(sparks, local_at(sparks[site], i)), local_at(sparks[site], i));
    for (uint32_t depth = all.depths; depth-- > 0;)
        for (uint32_t site = 0; site < sites; site++)
            for (uint32_t i = all.first[(size_t)site * all.depths + depth]; i != 0;
                 i = burning_at(sparks[site], i - 1)->next)
                add_burning(sparks, site, burning_at(sparks[site], i - 1));
}

double spark_virality(const struct spark_totals *totals)
{
    double people = (double)totals->size;
    return (people * totals->below - totals->below_squared) / (people * (people - 1) / 2);
}
