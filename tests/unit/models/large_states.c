/* States with more groups than are looked at together: several threads, and integration by sample. */
#include <stdlib.h>

#include "state/integration.h"
#include "state/sharing.h"
#include "unit/models/described.h"

enum { GROUPS = 1300, SITES = 40, TOPICS = 9, FACETS = 100, LINKS = 1700 };

/* Groups of one topic each, some with a second one; a part of them without any link. */
static struct movement_state large_state(uint32_t number, struct arena *arena)
{
    struct luck luck = luck_of(1871, number);
    struct draw draw = draw_for(&luck, 1, 0, 0);
    struct group_state *groups = ARENA_NEW(arena, struct group_state, GROUPS);
    struct edge *edges = ARENA_NEW(arena, struct edge, LINKS), *declared = ARENA_NEW(arena, struct edge, 30);
    for (uint32_t i = 0; i < GROUPS; i++)
        groups[i] = (struct group_state){
            .site = draw_below(&draw, SITES),
            .topics = random_efforts(&draw, TOPICS, .2, arena),
            .facets = random_numbers(&draw, FACETS, .1, arena),
        };
    for (uint32_t i = 0; i < LINKS; i++) {
        edges[i].one = draw_below(&draw, GROUPS);
        edges[i].other = another(&draw, edges[i].one, GROUPS);
    }
    for (uint32_t i = 0; i < 30; i++) {
        declared[i].one = draw_below(&draw, GROUPS);
        declared[i].other = another(&draw, declared[i].one, GROUPS);
    }
    return (struct movement_state){
        .sites = SITES,
        .topics = TOPICS,
        .facets = FACETS,
        .groups = groups,
        .group_count = GROUPS,
        .links = {edges, LINKS},
        .dependencies = {declared, 30},
    };
}

static bool on_a_common_topic(const struct group_state *one, const struct group_state *other)
{
    for (size_t i = 0; i < one->topics.count; i++)
        for (size_t j = 0; j < other->topics.count; j++)
            if (one->topics.items[i].on == other->topics.items[j].on)
                return true;
    return false;
}

static bool declared(const struct movement_state *movement, uint32_t one, uint32_t other)
{
    for (size_t i = 0; i < movement->dependencies.count; i++) {
        const struct edge *edge = &movement->dependencies.items[i];
        if ((edge->one == one && edge->other == other) || (edge->one == other && edge->other == one))
            return true;
    }
    return false;
}

static double likeness(struct number_set one, struct number_set other)
{
    double both = 0;
    for (size_t i = 0; i < one.count; i++)
        for (size_t j = 0; j < other.count; j++)
            both += one.items[i] == other.items[j];
    return both / ((double)one.count + (double)other.count - both);
}

struct by_definition {
    double integration, pairs, shared;
};

/* A queue from every group, and every pair asked. */
static struct by_definition by_definition(const struct movement_state *movement)
{
    static uint32_t far[GROUPS], queue[GROUPS];
    struct arena arena = {0};
    struct by_definition found = {0};
    double known = 0;
    const struct graph links = graph_of(GROUPS, movement->links, &arena);
    for (uint32_t source = 0; source < GROUPS; source++) {
        uint32_t head = 0, tail = 0;
        for (uint32_t i = 0; i < GROUPS; i++)
            far[i] = UINT32_MAX;
        far[source] = 0;
        queue[tail++] = source;
        while (head < tail) {
            uint32_t node = queue[head++];
            for (size_t j = links.first[node]; j < links.first[node + 1]; j++)
                if (far[links.near[j]] == UINT32_MAX) {
                    far[links.near[j]] = far[node] + 1;
                    queue[tail++] = links.near[j];
                }
        }
        for (uint32_t i = source + 1; i < GROUPS; i++) {
            const struct group_state *one = &movement->groups[source], *other = &movement->groups[i];
            if (!(one->site != other->site && on_a_common_topic(one, other)) &&
                !declared(movement, source, i))
                continue;
            found.pairs++;
            found.integration += far[i] == UINT32_MAX ? 0 : 1.0 / far[i];
            double like = likeness(one->facets, other->facets);
            known += isnan(like) ? 0 : 1;
            found.shared += isnan(like) ? 0 : like;
        }
    }
    found.integration /= found.pairs;
    found.shared /= known;
    arena_free(&arena);
    return found;
}

static double value_with(struct measured (*measure)(const struct state_view *),
                         const struct movement_state *movement, struct state_terms terms)
{
    struct arena arena = {0};
    const struct state_view view = state_view_of(movement, terms, &arena);
    double value = measure(&view).value;
    arena_free(&arena);
    return value;
}

static void many_groups_are_measured_as_the_definition_says(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct movement_state movement = large_state(0, &arena);
    const struct by_definition expected = by_definition(&movement);
    assert_measures(integration, &movement, expected.integration);
    assert_measures(required_pairs, &movement, expected.pairs);
    assert_measures(shared_facets, &movement, expected.shared);
    assert_measures(integration_within, &movement, 0);
    arena_free(&arena);
}

static void more_threads_give_the_same_bits(void **state)
{
    (void)state;
    struct measured (*const measures[])(const struct state_view *) = {integration, integration_within,
                                                                      required_pairs, shared_facets};
    struct arena arena = {0};
    for (uint32_t number = 0; number < 5; number++) {
        const struct movement_state movement = large_state(number, &arena);
        for (size_t i = 0; i < sizeof measures / sizeof measures[0]; i++)
            for (uint32_t exact = 0; exact <= GROUPS; exact += GROUPS) {
                double one = value_with(measures[i], &movement, (struct state_terms){1, exact, 1100});
                for (uint32_t threads = 2; threads <= 8; threads++)
                    assert_true(value_with(measures[i], &movement,
                                           (struct state_terms){threads, exact, 1100}) == one);
            }
    }
    arena_free(&arena);
}

/* 95 in 100 would cover; of 300, 271 or fewer happen by chance in 4 of 1000 cases, 297 or more in 1 of 1000.
 */
static void an_estimate_is_as_far_off_as_it_says(void **state)
{
    (void)state;
    enum { TRIES = 300 };
    const struct state_terms by_sample = {1, 0, 256}, exact = {1, GROUPS, 256};
    uint32_t covered = 0;
    for (uint32_t number = 0; number < TRIES; number++) {
        struct arena arena = {0};
        const struct movement_state movement = large_state(number, &arena);
        double value = value_with(integration, &movement, exact);
        double estimate = value_with(integration, &movement, by_sample);
        double within = value_with(integration_within, &movement, by_sample);
        assert_true(within > 0 && within < value);
        covered += fabs(estimate - value) <= within;
        arena_free(&arena);
    }
    assert_in_range(covered, 272, 296);
}

static void a_sample_as_large_as_the_whole_is_exact(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct movement_state movement = large_state(0, &arena);
    const struct state_terms all = {1, 0, GROUPS};
    assert_true(value_with(integration, &movement, all) ==
                value_with(integration, &movement, state_terms_of(1)));
    assert_true(value_with(integration_within, &movement, all) == 0);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(many_groups_are_measured_as_the_definition_says),
        cmocka_unit_test(more_threads_give_the_same_bits),
        cmocka_unit_test(an_estimate_is_as_far_off_as_it_says),
        cmocka_unit_test(a_sample_as_large_as_the_whole_is_exact),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
