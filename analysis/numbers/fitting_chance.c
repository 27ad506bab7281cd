#include "analysis/numbers/fitting_chance.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/require.h"

enum { MOST_DRAWS = 9999, FEWEST_DRAWS = 3999, WORK = 4000000 };
static const double tenth = 0.1, rounding = 1e-9;

double fitting_quantile(const double *sorted, size_t count, double share)
{
    if (count == 0)
        return NAN;
    const double at = share * (double)(count + 1);
    if (at <= 1)
        return sorted[0];
    if (at >= (double)count)
        return sorted[count - 1];
    const size_t below = (size_t)at;
    return sorted[below - 1] + (at - (double)below) * (sorted[below] - sorted[below - 1]);
}

static int by_size(const void *left, const void *right)
{
    const double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

/* Drawing worlds at random: the same draws for the same file. */
struct dealing {
    const struct fitting_worlds *all;
    uint64_t state;
    size_t *worlds; /* in an order of which the first ones are the draw */
    double *ranks, *counts;
};

static uint64_t next_bits(struct dealing *dealing) /* splitmix64, Steele et al. 2014 */
{
    uint64_t bits = dealing->state += 0x9e3779b97f4a7c15u;
    bits = (bits ^ bits >> 30) * 0xbf58476d1ce4e5b9u;
    bits = (bits ^ bits >> 27) * 0x94d049bb133111ebu;
    return bits ^ bits >> 31;
}

static void deal(struct dealing *dealing)
{
    for (size_t i = 0; i < dealing->all->kept; i++) {
        const size_t left = dealing->all->worlds - i;
        const size_t other = i + (size_t)((double)(next_bits(dealing) >> 11) * 0x1p-53 * (double)left);
        const size_t world = dealing->worlds[i];
        dealing->worlds[i] = dealing->worlds[other];
        dealing->worlds[other] = world;
    }
}

/* Width of the range of ranks in the worlds of the draw. */
static double width_of(struct dealing *dealing, const double *rank)
{
    const size_t kept = dealing->all->kept;
    for (size_t i = 0; i < kept; i++)
        dealing->ranks[i] = rank[dealing->worlds[i]];
    qsort(dealing->ranks, kept, sizeof *dealing->ranks, by_size);
    return fitting_quantile(dealing->ranks, kept, 1 - tenth) - fitting_quantile(dealing->ranks, kept, tenth);
}

/* How far the counts of choices in the draw are from those of all worlds. */
static double unlikeness_of(struct dealing *dealing, size_t factor)
{
    const struct fitting_worlds *all = dealing->all;
    const size_t *choice = all->choice + factor * all->worlds, choices = all->choices[factor];
    const double share = (double)all->kept / (double)all->worlds;
    double *of_all = dealing->counts, *of_kept = dealing->counts + choices, sum = 0;
    for (size_t i = 0; i < 2 * choices; i++)
        dealing->counts[i] = 0;
    for (size_t i = 0; i < all->worlds; i++)
        of_all[choice[i]]++;
    for (size_t i = 0; i < all->kept; i++)
        of_kept[choice[dealing->worlds[i]]]++;
    for (size_t i = 0; i < choices; i++) {
        const double expected = share * of_all[i];
        sum += expected > 0 ? (of_kept[i] - expected) * (of_kept[i] - expected) / expected : 0;
    }
    return sum;
}

/* The less, the less it looks like luck. */
static double likeness(struct dealing *dealing, size_t factor)
{
    const struct fitting_worlds *all = dealing->all;
    return all->choices[factor] > 0 ? -unlikeness_of(dealing, factor)
                                    : width_of(dealing, all->rank + factor * all->worlds);
}

/* The worlds that are kept, as a draw. */
static void deal_kept(struct dealing *dealing)
{
    size_t kept = 0, others = dealing->all->kept;
    for (size_t i = 0; i < dealing->all->worlds; i++)
        dealing->worlds[dealing->all->is_kept[i] ? kept++ : others++] = i;
    require(kept == dealing->all->kept);
}

static size_t most_choices(const struct fitting_worlds *all)
{
    size_t most = 0;
    for (size_t i = 0; i < all->factors; i++)
        most = all->choices[i] > most ? all->choices[i] : most;
    return most;
}

/* Which factors are drawn for themselves: ranks of numbers are the same for all, so that one draw serves. */
static size_t first_number(const struct fitting_worlds *all)
{
    size_t factor = 0;
    while (factor < all->factors && all->choices[factor] > 0)
        factor++;
    return factor;
}

void fitting_chances(const struct fitting_worlds *all, double *chances)
{
    const size_t draws = all->kept * MOST_DRAWS < WORK     ? MOST_DRAWS
                         : all->kept * FEWEST_DRAWS > WORK ? FEWEST_DRAWS
                                                           : WORK / all->kept;
    struct dealing dealing = {.all = all,
                              .worlds = must_allocate(all->worlds + 1, sizeof *dealing.worlds),
                              .ranks = must_allocate(all->kept + 1, sizeof *dealing.ranks),
                              .counts = must_allocate(2 * most_choices(all) + 1, sizeof *dealing.counts)};
    double *own = must_allocate(all->factors + 1, sizeof *own);
    const size_t number = first_number(all);
    deal_kept(&dealing);
    for (size_t i = 0; i < all->factors; i++) {
        own[i] = likeness(&dealing, i);
        chances[i] = 1;
    }
    for (size_t draw = 0; draw < draws; draw++) {
        deal(&dealing);
        const double width = number < all->factors ? likeness(&dealing, number) : 0;
        for (size_t i = 0; i < all->factors; i++) {
            const double like = all->choices[i] > 0 ? likeness(&dealing, i) : width;
            chances[i] += like <= own[i] + rounding ? 1 : 0;
        }
    }
    for (size_t i = 0; i < all->factors; i++)
        chances[i] /= (double)(draws + 1);
    free(own);
    free(dealing.worlds);
    free(dealing.ranks);
    free(dealing.counts);
}

void fitting_rare(const double *chances, size_t count, double together, bool *rare)
{
    for (size_t i = 0; i < count; i++)
        rare[i] = false;
    for (size_t done = 0; done < count; done++) {
        size_t least = count;
        for (size_t i = 0; i < count; i++)
            if (!rare[i] && (least == count || chances[i] < chances[least]))
                least = i;
        if (chances[least] * (double)(count - done) > together)
            return;
        rare[least] = true;
    }
}
