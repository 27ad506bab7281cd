#include "whole/problems.h"

#include <stddef.h>

#include "base/require.h"
#include "parts.h"
#include "whole/numbers.h"

#define AT(member) offsetof(struct problem_settings, member)

// clang-format off
static const struct field problem_fields[] = {
    {FIELD(COUNT, "count", AT(count), "100"), ALLOWED(0, 10000), MEANS("Problems of which it is asked whether somebody could solve them")},
    {FIELD(COUNT, "facets", AT(facets), "4"), ALLOWED(2, 64), MEANS("Facets of the commons that a problem needs"), ASSUMED("no data; plausible 2 to 8")},
    {FIELD(COUNT, "topics", AT(topics), "3"), ALLOWED(1, 64), MEANS("Topics that these facets are of"), ASSUMED("no data; plausible 2 to 5")},
};
// clang-format on

const struct section problem_section = {
    "problems",
    "What a movement may be asked to be able to do: problems that need know-how of several topics.",
    FIELDS(struct problem_settings, problem_fields),
};

/* The first `count` of a random order of 0 to `among` - 1. */
static uint32_t *some_of(struct draw *draw, uint32_t among, uint32_t count, struct arena *arena)
{
    uint32_t *all = ARENA_NEW(arena, uint32_t, (size_t)among + 1);
    for (uint32_t i = 0; i < among; i++)
        all[i] = i;
    for (uint32_t i = 0; i < count && i < among; i++) {
        uint32_t other = i + draw_below(draw, among - i), here = all[i];
        all[i] = all[other];
        all[other] = here;
    }
    return all;
}

static void problems_sort(uint32_t *numbers, size_t count)
{
    for (size_t i = 1; i < count; i++)
        for (size_t j = i; j > 0 && numbers[j] < numbers[j - 1]; j--) {
            uint32_t swap = numbers[j];
            numbers[j] = numbers[j - 1];
            numbers[j - 1] = swap;
        }
}

static struct number_set problem_draw(const struct problem_settings *settings, uint32_t topics,
                                      uint32_t per_topic, struct draw *draw, struct arena *arena)
{
    uint32_t several = settings->topics < topics ? (uint32_t)settings->topics : topics;
    uint32_t wanted =
        settings->facets < (int64_t)several * per_topic ? (uint32_t)settings->facets : several * per_topic;
    const uint32_t *of = some_of(draw, topics, several, arena);
    const uint32_t **facets = ARENA_NEW(arena, const uint32_t *, several);
    for (uint32_t i = 0; i < several; i++)
        facets[i] = some_of(draw, per_topic, per_topic, arena);
    uint32_t *needed = ARENA_NEW(arena, uint32_t, wanted);
    for (uint32_t i = 0; i < wanted; i++)
        needed[i] = of[i % several] * per_topic + facets[i % several][i / several];
    problems_sort(needed, wanted);
    return (struct number_set){needed, wanted};
}

const struct number_set *problems_draw(const struct problem_settings *settings,
                                       const struct interest_settings *interests, const struct luck *luck,
                                       struct arena *arena)
{
    uint32_t topics = (uint32_t)interests->topics, per_topic = (uint32_t)interests->facets_per_topic;
    require(topics > 0 && per_topic > 0);
    struct number_set *problems = ARENA_NEW(arena, struct number_set, (size_t)settings->count + 1);
    for (uint32_t i = 0; i < settings->count; i++) {
        struct draw draw = draw_for(luck, DRAW_PROBLEM, i, 0);
        problems[i] = problem_draw(settings, topics, per_topic, &draw, arena);
    }
    return problems;
}
