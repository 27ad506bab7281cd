/* Movements described in a few lines for tests, and random ones. */
#ifndef TESTS_DESCRIBED_H
#define TESTS_DESCRIBED_H

#include "random/draw.h"
#include "state/state.h"
#include "unit/models/near.h"

#define COUNT(type, ...) (sizeof((const type[]){__VA_ARGS__}) / sizeof(type))
#define EFFORTS(...)                                                                                         \
    ((struct efforts){(const struct effort[]){__VA_ARGS__}, COUNT(struct effort, __VA_ARGS__)})
#define NUMBERS(...) ((struct number_set){(const uint32_t[]){__VA_ARGS__}, COUNT(uint32_t, __VA_ARGS__)})
#define EDGES(...)   ((struct edges){(const struct edge[]){__VA_ARGS__}, COUNT(struct edge, __VA_ARGS__)})

/* The value of one measure of a state, looked at on its own. */
static inline struct measured value_of(struct measured (*measure)(const struct state_view *),
                                       const struct movement_state *state)
{
    struct arena arena = {0};
    const struct state_view view = state_view_of(state, state_terms_of(1), &arena);
    struct measured value = measure(&view);
    arena_free(&arena);
    return value;
}

#define assert_measures(measure, state, expected)                                                            \
    do {                                                                                                     \
        const struct measured near_measured = value_of((measure), (state));                                  \
        if (near_measured.why != NULL)                                                                       \
            fail_msg("%s is not defined: %s", #measure, near_measured.why);                                  \
        assert_near(near_measured.value, (expected), 1e-12);                                                 \
    } while (0)

#define assert_undefined(measure, state, reason)                                                             \
    do {                                                                                                     \
        const struct measured near_measured = value_of((measure), (state));                                  \
        assert_true(isnan(near_measured.value));                                                             \
        assert_non_null(near_measured.why);                                                                  \
        assert_string_equal(near_measured.why, (reason));                                                    \
    } while (0)

enum {
    RANDOM_GROUPS = 90, /* more than the 64 that are looked at together */
    RANDOM_SITES = 7,
    RANDOM_TOPICS = 12,
    RANDOM_WORK = 30,
    RANDOM_FACETS = 25,
    RANDOM_PROBLEMS = 40,
    RANDOM_LINKS = 60,
    RANDOM_DEPENDENCIES = 20,
};

static inline uint32_t another(struct draw *draw, uint32_t one, uint32_t count)
{
    return (one + 1 + draw_below(draw, count - 1)) % count;
}

static inline struct edges random_edges(struct draw *draw, size_t count, struct arena *arena)
{
    struct edge *edges = ARENA_NEW(arena, struct edge, count);
    for (size_t i = 0; i < count; i++) {
        edges[i].one = draw_below(draw, RANDOM_GROUPS);
        edges[i].other = another(draw, edges[i].one, RANDOM_GROUPS);
    }
    return (struct edges){edges, count};
}

/* Every number below `bound` with probability `share`. */
static inline struct number_set random_numbers(struct draw *draw, uint32_t bound, double share,
                                               struct arena *arena)
{
    uint32_t *numbers = ARENA_NEW(arena, uint32_t, bound);
    size_t count = 0;
    for (uint32_t i = 0; i < bound; i++)
        if (draw_uniform(draw) < share)
            numbers[count++] = i;
    return (struct number_set){numbers, count};
}

static inline struct efforts random_efforts(struct draw *draw, uint32_t bound, double share,
                                            struct arena *arena)
{
    struct number_set on = random_numbers(draw, bound, share, arena);
    struct effort *efforts = ARENA_NEW(arena, struct effort, on.count + 1);
    for (size_t i = 0; i < on.count; i++)
        efforts[i] = (struct effort){on.items[i], draw_exponential(draw, 10)};
    return (struct efforts){efforts, on.count};
}

static inline struct movement_state random_state(uint32_t number, struct arena *arena)
{
    struct luck luck = luck_of(2011, number);
    struct draw draw = draw_for(&luck, 1, 0, 0);
    struct group_state *groups = ARENA_NEW(arena, struct group_state, RANDOM_GROUPS);
    struct number_set *problems = ARENA_NEW(arena, struct number_set, RANDOM_PROBLEMS);
    for (uint32_t i = 0; i < RANDOM_GROUPS; i++)
        groups[i] = (struct group_state){
            .site = draw_below(&draw, RANDOM_SITES),
            .topics = random_efforts(&draw, RANDOM_TOPICS, .15, arena),
            .work = random_efforts(&draw, RANDOM_WORK, .1, arena),
            .facets = random_numbers(&draw, RANDOM_FACETS, .12, arena),
        };
    for (uint32_t i = 0; i < RANDOM_PROBLEMS; i++)
        problems[i] = random_numbers(&draw, RANDOM_FACETS, .15, arena);
    return (struct movement_state){
        .sites = RANDOM_SITES,
        .topics = RANDOM_TOPICS,
        .work_items = RANDOM_WORK,
        .facets = RANDOM_FACETS,
        .groups = groups,
        .group_count = RANDOM_GROUPS,
        .links = random_edges(&draw, RANDOM_LINKS, arena),
        .dependencies = random_edges(&draw, RANDOM_DEPENDENCIES, arena),
        .problems = problems,
        .problem_count = RANDOM_PROBLEMS,
    };
}

/* The same movement with its groups told in another order. */
static inline struct movement_state renumbered(const struct movement_state *state, struct arena *arena)
{
    struct movement_state other = *state;
    struct luck luck = luck_of(17, 0);
    struct draw draw = draw_for(&luck, 1, 0, 0);
    uint32_t *place = ARENA_NEW(arena, uint32_t, state->group_count);
    struct group_state *groups = ARENA_NEW(arena, struct group_state, state->group_count);
    for (uint32_t i = 0; i < state->group_count; i++)
        place[i] = i;
    draw_shuffle(&draw, place, state->group_count);
    for (uint32_t i = 0; i < state->group_count; i++)
        groups[place[i]] = state->groups[i];
    other.groups = groups;
    struct edges *both[] = {&other.links, &other.dependencies};
    for (size_t i = 0; i < 2; i++) {
        struct edge *edges = ARENA_NEW(arena, struct edge, both[i]->count);
        for (size_t j = 0; j < both[i]->count; j++)
            edges[j] = (struct edge){place[both[i]->items[j].other], place[both[i]->items[j].one]};
        both[i]->items = edges;
    }
    return other;
}

/* The same movement with one link more, from group `one` to somewhere. */
static inline struct movement_state linked(const struct movement_state *state, struct edge link,
                                           struct arena *arena)
{
    struct movement_state other = *state;
    struct edge *edges = ARENA_NEW(arena, struct edge, state->links.count + 1);
    for (size_t i = 0; i < state->links.count; i++)
        edges[i] = state->links.items[i];
    edges[state->links.count] = link;
    other.links = (struct edges){edges, state->links.count + 1};
    return other;
}

#endif
