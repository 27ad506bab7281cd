#include "state/transformation.h"

/* Who knows each facet. */
struct knowers {
    const size_t *first; /* of each facet's part of `groups`, and the end at last */
    const uint32_t *groups;
};

static struct knowers knowers_of(const struct state_view *view)
{
    const struct movement_state *state = view->state;
    size_t *first = ARENA_NEW(view->arena, size_t, (size_t)state->facets + 2), all = 0;
    for (uint32_t i = 0; i < state->group_count; i++)
        for (size_t j = 0; j < state->groups[i].facets.count; j++, all++)
            first[state->groups[i].facets.items[j] + 2]++;
    uint32_t *groups = ARENA_NEW(view->arena, uint32_t, all + 1);
    for (uint32_t facet = 0; facet < state->facets; facet++)
        first[facet + 2] += first[facet + 1];
    for (uint32_t i = 0; i < state->group_count; i++)
        for (size_t j = 0; j < state->groups[i].facets.count; j++)
            groups[first[state->groups[i].facets.items[j] + 1]++] = i;
    return (struct knowers){first, groups};
}

/* How many of a problem's facets each group, or each component, has been seen to know. */
struct score {
    size_t problem; /* that `facets` is about, counted from 1 */
    size_t facet;   /* that was counted last, from 1 */
    size_t facets;
};

/* Returns the score after the facet, which counts once however many members of a component know it. */
static size_t score_add(struct score *score, size_t problem, size_t facet)
{
    if (score->problem != problem)
        *score = (struct score){.problem = problem};
    if (score->facet != facet) {
        score->facet = facet;
        score->facets++;
    }
    return score->facets;
}

enum coverage { COVERED_BY_NOBODY, COVERED_TOGETHER, COVERED_ALONE };

struct scoring {
    const struct state_view *view;
    struct knowers knowers;
    struct score *groups, *components;
};

static enum coverage coverage_of(const struct scoring *scoring, size_t index)
{
    const struct number_set needed = scoring->view->state->problems[index];
    enum coverage coverage = COVERED_BY_NOBODY;
    for (size_t i = 0; i < needed.count; i++) {
        const size_t *first = &scoring->knowers.first[needed.items[i]];
        for (size_t j = first[0]; j < first[1]; j++) {
            uint32_t group = scoring->knowers.groups[j];
            uint32_t component = scoring->view->components.of[group];
            if (score_add(&scoring->groups[group], index + 1, i + 1) == needed.count)
                return COVERED_ALONE;
            if (score_add(&scoring->components[component], index + 1, i + 1) == needed.count)
                coverage = COVERED_TOGETHER;
        }
    }
    return coverage;
}

static struct measured share_of(size_t covered, size_t cross)
{
    return cross > 0 ? measured((double)covered / (double)cross)
                     : not_defined("no problem that needs two facets or more is described");
}

static void cover(const struct state_view *view)
{
    const struct movement_state *state = view->state;
    const struct scoring scoring = {
        .view = view,
        .knowers = knowers_of(view),
        .groups = ARENA_NEW(view->arena, struct score, (size_t)state->group_count + 1),
        .components = ARENA_NEW(view->arena, struct score, (size_t)view->components.count + 1),
    };
    size_t cross = 0, covered[COVERED_ALONE + 1] = {0};
    for (size_t i = 0; i < state->problem_count; i++) {
        if (state->problems[i].count < 2)
            continue;
        cross++;
        covered[coverage_of(&scoring, i)]++;
    }
    view->taken->covered = true;
    view->taken->together = share_of(covered[COVERED_TOGETHER], cross);
    view->taken->alone = share_of(covered[COVERED_ALONE], cross);
}

struct measured transformation(const struct state_view *view)
{
    if (!view->taken->covered)
        cover(view);
    return view->taken->together;
}

struct measured covered_by_one_group(const struct state_view *view)
{
    if (!view->taken->covered)
        cover(view);
    return view->taken->alone;
}
