#include "state/sharing.h"

#include <stdlib.h>

#include "base/vectorised.h"
#include "state/pieces.h"
#include "state/required.h"

/* What the facets of all groups are as sets of bits, and how many. */
struct facet_sets {
    uint64_t *bits; /* `words` a group */
    uint32_t *count;
    uint32_t words;
};

/* What a thread found in its pieces. Shares are whole numbers of 2^-52, so that their sum is the same in any
 * order: the quotient of two small whole numbers is one of these but for its last bits. */
struct share_found {
    struct requirement *requirement;
    unsigned __int128 shares;
    uint64_t required, known;
};

struct sharing {
    const struct state_view *view;
    struct sources sources;
    struct facet_sets sets;
    struct share_found *found;
};

static struct facet_sets facet_sets_of(const struct state_view *view)
{
    const struct movement_state *state = view->state;
    struct facet_sets sets = {.words = (state->facets + 63) / 64};
    sets.bits = ARENA_NEW(view->arena, uint64_t, (size_t)state->group_count * sets.words + 1);
    sets.count = ARENA_NEW(view->arena, uint32_t, (size_t)state->group_count + 1);
    for (uint32_t i = 0; i < state->group_count; i++) {
        struct number_set facets = state->groups[i].facets;
        for (size_t j = 0; j < facets.count; j++)
            sets.bits[(size_t)i * sets.words + facets.items[j] / 64] |= UINT64_C(1) << facets.items[j] % 64;
        sets.count[i] = (uint32_t)facets.count;
    }
    return sets;
}

static inline void take_pair(const struct facet_sets *sets, uint32_t one, uint32_t other,
                             struct share_found *found)
{
    const uint64_t *mine = &sets->bits[(size_t)one * sets->words];
    const uint64_t *its = &sets->bits[(size_t)other * sets->words];
    uint32_t both = 0;
    for (uint32_t i = 0; i < sets->words; i++)
        both += (uint32_t)__builtin_popcountll(mine[i] & its[i]);
    uint32_t any = sets->count[one] + sets->count[other] - both;
    if (any == 0)
        return;
    found->known++;
    found->shares += (uint64_t)((double)both / any * 0x1p52);
}

/* Each pair is taken from its earlier group. */
VECTORISED static void take_pairs(const struct requirement *requirement, const struct facet_sets *sets,
                                  struct share_found *found)
{
    for (uint32_t i = requirement->sources[0] + 1; i < requirement->state->group_count; i++)
        for (uint32_t word = 0; word < WIDE_WORDS; word++)
            for (uint64_t left = requirement->pairs[i][word]; left != 0; left &= left - 1) {
                uint32_t bit = word * 64 + (uint32_t)__builtin_ctzll(left);
                if (requirement->sources[bit] < i)
                    take_pair(sets, requirement->sources[bit], i, found);
            }
}

static void share_of_piece(void *context, uint32_t worker, uint32_t piece)
{
    const struct sharing *sharing = context;
    struct share_found *found = &sharing->found[worker];
    struct wide_count required = {.waiting = 0};
    required_find(found->requirement, &sharing->sources, piece, &required);
    found->required += wide_sum(&required.words);
    take_pairs(found->requirement, &sharing->sets, found);
}

/* Of all pieces, and of all threads together. */
static struct share_found sharing_find(const struct state_view *view)
{
    const uint32_t threads = view->terms.threads > 0 ? view->terms.threads : 1;
    struct sharing sharing = {
        .view = view,
        .sources = required_from_all(view),
        .sets = facet_sets_of(view),
        .found = ARENA_NEW(view->arena, struct share_found, threads),
    };
    for (uint32_t i = 0; i < threads; i++)
        sharing.found[i].requirement = &required_room(view)[i];
    pieces_share(threads, sharing.sources.pieces, share_of_piece, &sharing);
    struct share_found all = {.required = 0};
    for (uint32_t i = 0; i < threads; i++) {
        all.required += sharing.found[i].required;
        all.known += sharing.found[i].known;
        all.shares += sharing.found[i].shares;
    }
    return all;
}

static void share(const struct state_view *view)
{
    const struct share_found found = sharing_find(view);
    view->taken->shared = true;
    view->taken->pairs = measured((double)found.required / 2);
    view->taken->sharing =
        found.known > 0      ? measured((double)found.shares * 0x1p-52 / (double)found.known)
        : found.required > 0 ? not_defined("no facets are known of groups that are required to work together")
                             : not_defined("no two groups are required to work together");
}

struct measured required_pairs(const struct state_view *view)
{
    if (!view->taken->shared)
        share(view);
    return view->taken->pairs;
}

struct measured shared_facets(const struct state_view *view)
{
    if (!view->taken->shared)
        share(view);
    return view->taken->sharing;
}
