#include "analysis/numbers/splitting.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"

enum { FOLDS = 10, FEWEST = 4 /* worlds of a part that is cut off */ };

/* Worlds in the order of each factor, made once. */
struct sorted {
    const struct worlds_to_split *all;
    size_t *order; /* [factor][world] */
};

struct placed {
    double value;
    size_t world;
};

static int by_value(const void *left, const void *right)
{
    const struct placed *a = left, *b = right;
    if (a->value != b->value)
        return a->value < b->value ? -1 : 1;
    return (a->world > b->world) - (a->world < b->world);
}

static struct sorted sorted_begin(const struct worlds_to_split *all)
{
    struct sorted sorted = {all, must_allocate(all->worlds * all->factors + 1, sizeof *sorted.order)};
    struct placed *placed = must_allocate(all->worlds + 1, sizeof *placed);
    for (size_t factor = 0; factor < all->factors; factor++) {
        for (size_t i = 0; i < all->worlds; i++)
            placed[i] = (struct placed){all->values[i * all->factors + factor], i};
        qsort(placed, all->worlds, sizeof *placed, by_value);
        for (size_t i = 0; i < all->worlds; i++)
            sorted.order[factor * all->worlds + i] = placed[i].world;
    }
    free(placed);
    return sorted;
}

/* How many worlds of a part are on either side. */
struct sides {
    size_t on, off;
};

static size_t larger_of(struct sides sides)
{
    return sides.on > sides.off ? sides.on : sides.off;
}

static bool is_below(const struct cut *cut, const double *values)
{
    return cut->is_choice ? values[cut->factor] == cut->at : values[cut->factor] < cut->at;
}

/* The best cut found so far. */
struct search {
    const struct sorted *sorted;
    const bool *in; /* by world: it is one of those that are to be separated */
    struct sides whole;
    struct cut best;
    size_t right; /* by the best */
};

static void try_cut(struct search *search, struct cut cut, struct sides below)
{
    const struct sides above = {search->whole.on - below.on, search->whole.off - below.off};
    const size_t right = larger_of(below) + larger_of(above);
    if (below.on + below.off < FEWEST || above.on + above.off < FEWEST || right <= search->right)
        return;
    cut.below = below.on > below.off;
    cut.above = above.on > above.off;
    search->best = cut;
    search->right = right;
}

static void try_thresholds(struct search *search, size_t factor)
{
    const struct worlds_to_split *all = search->sorted->all;
    const size_t *order = search->sorted->order + factor * all->worlds;
    struct sides below = {0, 0};
    double last = NAN;
    for (size_t i = 0; i < all->worlds; i++) {
        if (!search->in[order[i]])
            continue;
        const double value = all->values[order[i] * all->factors + factor];
        if (value > last)
            try_cut(search, (struct cut){.factor = factor, .at = (value + last) / 2}, below);
        below.on += all->side[order[i]] ? 1 : 0;
        below.off += all->side[order[i]] ? 0 : 1;
        last = value;
    }
}

static void try_choices(struct search *search, size_t factor)
{
    const struct worlds_to_split *all = search->sorted->all;
    const size_t *order = search->sorted->order + factor * all->worlds;
    struct sides one = {0, 0};
    double last = NAN;
    for (size_t i = 0; i < all->worlds; i++) {
        if (!search->in[order[i]])
            continue;
        const double value = all->values[order[i] * all->factors + factor];
        if (value > last) {
            try_cut(search, (struct cut){.factor = factor, .is_choice = true, .at = last}, one);
            one = (struct sides){0, 0};
        }
        one.on += all->side[order[i]] ? 1 : 0;
        one.off += all->side[order[i]] ? 0 : 1;
        last = value;
    }
    try_cut(search, (struct cut){.factor = factor, .is_choice = true, .at = last}, one);
}

static struct sides count_sides(const struct worlds_to_split *all, const bool *in)
{
    struct sides sides = {0, 0};
    for (size_t i = 0; i < all->worlds; i++) {
        sides.on += in[i] && all->side[i] ? 1 : 0;
        sides.off += in[i] && !all->side[i] ? 1 : 0;
    }
    return sides;
}

/* The cut that gets most of these worlds right; false where none gets more right than their larger side. */
static bool best_cut(const struct sorted *sorted, const bool *in, struct cut *cut)
{
    struct search search = {.sorted = sorted, .in = in, .whole = count_sides(sorted->all, in)};
    search.right = larger_of(search.whole);
    for (size_t factor = 0; factor < sorted->all->factors; factor++)
        if (sorted->all->is_choice[factor])
            try_choices(&search, factor);
        else
            try_thresholds(&search, factor);
    *cut = search.best;
    return search.right > larger_of(search.whole);
}

/* Cuts of these worlds, the second ones within the parts of the first. */
static bool fit(const struct sorted *sorted, const bool *in, struct split *split)
{
    const struct worlds_to_split *all = sorted->all;
    split->has_below = split->has_above = false;
    if (!best_cut(sorted, in, &split->first))
        return false;
    bool *part = must_allocate(all->worlds + 1, sizeof *part);
    for (size_t i = 0; i < all->worlds; i++)
        part[i] = in[i] && is_below(&split->first, all->values + i * all->factors);
    split->has_below = best_cut(sorted, part, &split->below);
    for (size_t i = 0; i < all->worlds; i++)
        part[i] = in[i] && !is_below(&split->first, all->values + i * all->factors);
    split->has_above = best_cut(sorted, part, &split->above);
    free(part);
    return true;
}

static bool cut_side(const struct cut *cut, const double *values)
{
    return is_below(cut, values) ? cut->below : cut->above;
}

bool split_side(const struct split *split, const double *values)
{
    const bool below = is_below(&split->first, values);
    if (below && split->has_below)
        return cut_side(&split->below, values);
    if (!below && split->has_above)
        return cut_side(&split->above, values);
    return below ? split->first.below : split->first.above;
}

/* How often one way of foretelling was right where another was wrong, and the reverse. */
struct duel {
    double won, lost;
};

static void duel_count(struct duel *duel, bool own, bool other, bool truth)
{
    duel->won += own != other && own == truth ? 1 : 0;
    duel->lost += own != other && other == truth ? 1 : 0;
}

static const double clearly = 2.5; /* standard errors of the worlds in which the two differ */

static bool duel_is_won(struct duel duel)
{
    return duel.won - duel.lost > clearly * sqrt(duel.won + duel.lost);
}

struct duels {
    struct duel first, both; /* the first cut, and all cuts, against the larger side */
    struct duel second;      /* all cuts against the first alone */
};

/* Foretells each fold by the nine others. Every tenth world of each side goes into a fold, so that folds are
 * alike. */
static struct duels foretell(const struct sorted *sorted)
{
    struct duels duels = {{0, 0}, {0, 0}, {0, 0}};
    const struct worlds_to_split *all = sorted->all;
    size_t *fold = must_allocate(all->worlds + 1, sizeof *fold), seen[2] = {0, 0};
    bool *in = must_allocate(all->worlds + 1, sizeof *in);
    for (size_t i = 0; i < all->worlds; i++)
        fold[i] = seen[all->side[i] ? 1 : 0]++ % FOLDS;
    for (size_t which = 0; which < FOLDS; which++) {
        struct split split = {0};
        for (size_t i = 0; i < all->worlds; i++)
            in[i] = fold[i] != which;
        const struct sides rest = count_sides(all, in);
        const bool larger = rest.on > rest.off, found = fit(sorted, in, &split);
        for (size_t i = 0; i < all->worlds; i++) {
            if (in[i])
                continue;
            const double *values = all->values + i * all->factors;
            const bool by_first = found ? cut_side(&split.first, values) : larger;
            const bool by_both = found ? split_side(&split, values) : larger;
            duel_count(&duels.first, by_first, larger, all->side[i]);
            duel_count(&duels.both, by_both, larger, all->side[i]);
            duel_count(&duels.second, by_both, by_first, all->side[i]);
        }
    }
    free(fold);
    free(in);
    return duels;
}

bool split_worlds(const struct worlds_to_split *all, struct split *split)
{
    *split = (struct split){.worlds = all->worlds};
    bool *in = must_allocate(all->worlds + 1, sizeof *in);
    for (size_t i = 0; i < all->worlds; i++)
        in[i] = true;
    split->larger = larger_of(count_sides(all, in));
    const struct sorted sorted = sorted_begin(all);
    const struct duels duels = foretell(&sorted);
    bool real = (duel_is_won(duels.first) || duel_is_won(duels.both)) && fit(&sorted, in, split);
    if (!duel_is_won(duels.second))
        split->has_below = split->has_above = false;
    for (size_t i = 0; i < all->worlds && real; i++) {
        const double *values = all->values + i * all->factors;
        split->right += split_side(split, values) == all->side[i] ? 1 : 0;
        split->right_of_first += cut_side(&split->first, values) == all->side[i] ? 1 : 0;
    }
    free(sorted.order);
    free(in);
    return real;
}
