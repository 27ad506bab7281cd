#include "state/required.h"

#include "base/vectorised.h"
#include "random/draw.h"

static struct sources in_pieces(const uint32_t *groups, uint32_t count)
{
    return (struct sources){groups, count, (count + WIDE_BITS - 1) / WIDE_BITS};
}

struct sources required_from_all(const struct state_view *view)
{
    uint32_t count = view->state->group_count;
    uint32_t *groups = ARENA_NEW(view->arena, uint32_t, (size_t)count + 1);
    for (uint32_t i = 0; i < count; i++)
        groups[i] = i;
    return in_pieces(groups, count);
}

struct sources required_from_sample(const struct state_view *view, uint32_t count)
{
    struct luck luck = luck_of(0, 0);
    struct draw draw = draw_for(&luck, 0, 0, 0);
    uint32_t all = view->state->group_count;
    uint32_t *groups = ARENA_NEW(view->arena, uint32_t, (size_t)all + 1);
    for (uint32_t i = 0; i < all; i++)
        groups[i] = i;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t other = i + draw_below(&draw, all - i), kept = groups[i];
        groups[i] = groups[other];
        groups[other] = kept;
    }
    return in_pieces(groups, count);
}

static uint32_t piece_begins(const struct sources *sources, uint32_t piece)
{
    return (uint32_t)((uint64_t)sources->count * piece / sources->pieces);
}

uint32_t required_in_piece(const struct sources *sources, uint32_t piece)
{
    return piece_begins(sources, piece + 1) - piece_begins(sources, piece);
}

static struct requirement room_of(const struct state_view *view)
{
    const struct movement_state *state = view->state;
    struct requirement requirement = {
        .state = state,
        .dependencies = &view->dependencies,
        .of_topic = ARENA_NEW(view->arena, wide, (size_t)state->topics + 1),
        .of_site = ARENA_NEW(view->arena, wide, (size_t)state->sites + 1),
        .pairs = ARENA_TO_FILL(view->arena, wide, (size_t)state->group_count + 1),
    };
    if (view->dependencies.links > 0)
        requirement.bit_of = ARENA_NEW(view->arena, uint32_t, (size_t)state->group_count + 1);
    return requirement;
}

struct requirement *required_room(const struct state_view *view)
{
    const uint32_t threads = view->terms.threads > 0 ? view->terms.threads : 1;
    if (view->taken->room != NULL)
        return view->taken->room;
    view->taken->room = ARENA_NEW(view->arena, struct requirement, threads);
    for (uint32_t i = 0; i < threads; i++)
        view->taken->room[i] = room_of(view);
    return view->taken->room;
}

static void required_mark(struct requirement *requirement)
{
    for (uint32_t i = 0; i < requirement->count; i++) {
        const struct group_state *group = &requirement->state->groups[requirement->sources[i]];
        wide_put(&requirement->of_site[group->site], i);
        for (size_t j = 0; j < group->topics.count; j++)
            wide_put(&requirement->of_topic[group->topics.items[j].on], i);
        if (requirement->bit_of != NULL)
            requirement->bit_of[requirement->sources[i]] = i + 1;
    }
}

static void required_unmark(struct requirement *requirement)
{
    for (uint32_t i = 0; i < requirement->count; i++) {
        const struct group_state *group = &requirement->state->groups[requirement->sources[i]];
        requirement->of_site[group->site] = (wide){0};
        for (size_t j = 0; j < group->topics.count; j++)
            requirement->of_topic[group->topics.items[j].on] = (wide){0};
        if (requirement->bit_of != NULL)
            requirement->bit_of[requirement->sources[i]] = 0;
    }
}

VECTORISED static void pairs_by_topic(const struct requirement *requirement)
{
    const struct movement_state *state = requirement->state;
    for (uint32_t i = 0; i < state->group_count; i++) {
        const struct group_state *group = &state->groups[i];
        wide same = {0};
        for (size_t j = 0; j < group->topics.count; j++)
            same |= requirement->of_topic[group->topics.items[j].on];
        requirement->pairs[i] = same & ~requirement->of_site[group->site];
    }
}

static void pairs_declared(const struct requirement *requirement)
{
    const struct graph *declared = requirement->dependencies;
    for (uint32_t i = 0; i < declared->nodes; i++)
        for (size_t j = declared->first[i]; j < declared->first[i + 1]; j++)
            if (requirement->bit_of[declared->near[j]] > 0)
                wide_put(&requirement->pairs[i], requirement->bit_of[declared->near[j]] - 1);
}

VECTORISED static void count_pairs(const struct requirement *requirement, struct wide_count *found)
{
    for (uint32_t i = 0; i < requirement->state->group_count; i++)
        wide_count_add(found, &requirement->pairs[i]);
    wide_count_settle(found);
}

void required_find(struct requirement *requirement, const struct sources *sources, uint32_t piece,
                   struct wide_count *found)
{
    requirement->sources = sources->groups + piece_begins(sources, piece);
    requirement->count = required_in_piece(sources, piece);
    required_mark(requirement);
    pairs_by_topic(requirement);
    if (requirement->bit_of != NULL)
        pairs_declared(requirement);
    count_pairs(requirement, found);
    required_unmark(requirement);
}
