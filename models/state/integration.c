#include "state/integration.h"

#include <math.h>

#include "state/partition.h"

static const char *const no_groups = "there are no groups";
static const char *const no_pairs = "no two groups are required to work together";
static const char *const no_links = "there are no links";

/* --- required pairs, for 64 groups at a time: bit i stands for group `first` + i --- */

struct requirement {
    const struct movement_state *state;
    struct graph dependencies;
    uint64_t *of_topic, *of_site; /* which of the 64 work on it, and there */
    uint64_t *pairs;              /* of each group: with which of the 64 it has to work together */
    uint32_t first;
};

static struct requirement requirement_of(const struct state_view *view)
{
    const struct movement_state *state = view->state;
    return (struct requirement){
        .state = state,
        .dependencies = graph_of(state->group_count, state->dependencies, view->arena),
        .of_topic = ARENA_NEW(view->arena, uint64_t, (size_t)state->topics + 1),
        .of_site = ARENA_NEW(view->arena, uint64_t, (size_t)state->sites + 1),
        .pairs = ARENA_NEW(view->arena, uint64_t, (size_t)state->group_count + 1),
    };
}

static uint32_t marked(const struct requirement *requirement)
{
    uint32_t left = requirement->state->group_count - requirement->first;
    return left < WAVE_WIDTH ? left : WAVE_WIDTH;
}

static void requirement_mark(struct requirement *requirement)
{
    for (uint32_t i = 0; i < marked(requirement); i++) {
        const struct group_state *group = &requirement->state->groups[requirement->first + i];
        requirement->of_site[group->site] |= UINT64_C(1) << i;
        for (size_t j = 0; j < group->topics.count; j++)
            requirement->of_topic[group->topics.items[j].on] |= UINT64_C(1) << i;
    }
}

static void requirement_unmark(struct requirement *requirement)
{
    for (uint32_t i = 0; i < marked(requirement); i++) {
        const struct group_state *group = &requirement->state->groups[requirement->first + i];
        requirement->of_site[group->site] = 0;
        for (size_t j = 0; j < group->topics.count; j++)
            requirement->of_topic[group->topics.items[j].on] = 0;
    }
}

static void require_pairs(struct requirement *requirement, uint32_t first)
{
    const struct movement_state *state = requirement->state;
    const struct graph *dependencies = &requirement->dependencies;
    requirement->first = first;
    requirement_mark(requirement);
    for (uint32_t i = 0; i < state->group_count; i++) {
        const struct group_state *group = &state->groups[i];
        uint64_t same = 0;
        for (size_t j = 0; j < group->topics.count; j++)
            same |= requirement->of_topic[group->topics.items[j].on];
        same &= ~requirement->of_site[group->site];
        for (size_t j = dependencies->first[i]; j < dependencies->first[i + 1]; j++)
            if (dependencies->near[j] >= first && dependencies->near[j] - first < WAVE_WIDTH)
                same |= UINT64_C(1) << (dependencies->near[j] - first);
        requirement->pairs[i] = same;
    }
    requirement_unmark(requirement);
}

static uint64_t bits_in(uint64_t word)
{
    return (uint64_t)__builtin_popcountll(word);
}

/* Pairs are counted from both ends. */
static uint64_t count_pairs(const struct requirement *requirement)
{
    uint64_t count = 0;
    for (uint32_t i = 0; i < requirement->state->group_count; i++)
        count += bits_in(requirement->pairs[i]);
    return count;
}

struct measured required_pairs(const struct state_view *view)
{
    struct requirement requirement = requirement_of(view);
    uint64_t pairs = 0;
    for (uint32_t first = 0; first < view->state->group_count; first += WAVE_WIDTH) {
        require_pairs(&requirement, first);
        pairs += count_pairs(&requirement);
    }
    return measured((double)pairs / 2);
}

/* Pairs at each distance are counted, and the sum taken over distances: numbering the groups in another way
 * gives the same bits. */
struct tally_of_distances {
    const struct requirement *requirement;
    uint64_t *pairs;
    uint32_t furthest;
};

static void count_reached(void *context, uint32_t node, uint64_t sources, uint32_t distance)
{
    struct tally_of_distances *tally = context;
    tally->pairs[distance] += bits_in(tally->requirement->pairs[node] & sources);
    tally->furthest = distance > tally->furthest ? distance : tally->furthest;
}

static struct measured integration_of(const struct state_view *view)
{
    uint32_t groups = view->state->group_count;
    struct requirement requirement = requirement_of(view);
    struct wave wave = wave_of(&view->links, view->arena);
    struct tally_of_distances tally = {&requirement, ARENA_NEW(view->arena, uint64_t, (size_t)groups + 1), 0};
    uint64_t required = 0;
    for (uint32_t first = 0; first < groups; first += WAVE_WIDTH) {
        require_pairs(&requirement, first);
        uint64_t pairs = count_pairs(&requirement);
        required += pairs;
        if (pairs > 0)
            wave_spread(&wave, first, (struct listener){count_reached, &tally});
    }
    if (required == 0)
        return not_defined(no_pairs);
    double sum = 0;
    for (uint32_t distance = 1; distance <= tally.furthest; distance++)
        sum += (double)tally.pairs[distance] / distance;
    return measured(sum / (double)required);
}

struct measured links_per_group(const struct state_view *view)
{
    uint32_t groups = view->state->group_count;
    return groups > 0 ? measured(2 * (double)view->links.links / groups) : not_defined(no_groups);
}

struct measured integration(const struct state_view *view)
{
    if (!view->taken->integrated)
        *view->taken = (struct state_taken){true, integration_of(view)};
    return view->taken->integration;
}

struct measured giant_component(const struct state_view *view)
{
    uint32_t largest = 0;
    for (uint32_t i = 0; i < view->components.count; i++)
        if (view->components.size[i] > largest)
            largest = view->components.size[i];
    return largest > 0 ? measured(largest / (double)view->state->group_count) : not_defined(no_groups);
}

static struct partition by_site(const struct state_view *view)
{
    uint32_t *site = ARENA_NEW(view->arena, uint32_t, (size_t)view->state->group_count + 1);
    for (uint32_t i = 0; i < view->state->group_count; i++)
        site[i] = view->state->groups[i].site;
    return (struct partition){view->state->sites, site};
}

struct measured modularity_of_sites(const struct state_view *view)
{
    if (view->links.links == 0)
        return not_defined(no_links);
    return measured(partition_modularity(&view->links, by_site(view), view->arena));
}

struct measured modularity_of_components(const struct state_view *view)
{
    if (view->links.links == 0)
        return not_defined(no_links);
    const struct partition partition = {view->components.count, view->components.of};
    return measured(partition_modularity(&view->links, partition, view->arena));
}

struct measured external_internal_index(const struct state_view *view)
{
    if (view->links.links == 0)
        return not_defined(no_links);
    return measured(partition_external_internal(&view->links, by_site(view)));
}

/* Facets that both know, by those that one of them knows; NaN where nothing is known of either. */
static double likeness(struct number_set one, struct number_set other)
{
    size_t both = 0, i = 0, j = 0;
    while (i < one.count && j < other.count) {
        uint32_t a = one.items[i], b = other.items[j];
        both += a == b;
        i += a <= b;
        j += b <= a;
    }
    size_t any = one.count + other.count - both;
    return any == 0 ? NAN : (double)both / (double)any;
}

struct measured shared_facets(const struct state_view *view)
{
    const struct movement_state *state = view->state;
    struct requirement requirement = requirement_of(view);
    uint64_t required = 0, known = 0;
    double sum = 0;
    for (uint32_t first = 0; first < state->group_count; first += WAVE_WIDTH) {
        require_pairs(&requirement, first);
        for (uint32_t i = 0; i < state->group_count; i++)
            for (uint64_t left = requirement.pairs[i]; left != 0; left &= left - 1) {
                uint32_t other = first + (uint32_t)__builtin_ctzll(left);
                if (other > i)
                    continue;
                double like = likeness(state->groups[i].facets, state->groups[other].facets);
                required++;
                known += isnan(like) ? 0 : 1;
                sum += isnan(like) ? 0 : like;
            }
    }
    if (known > 0)
        return measured(sum / (double)known);
    return not_defined(required == 0 ? no_pairs
                                     : "no facets are known of groups that are required to work "
                                       "together");
}
