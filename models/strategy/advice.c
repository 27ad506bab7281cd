/* A group asks what it should take up. */
#include <math.h>

#include "base/require.h"
#include "chronicle.h"
#include "conversation/telling.h"
#include "inquiries/inquiries.h"
#include "strategy/strategy_parts.h"

double item_worth(const struct strategy *strategy, uint32_t item)
{
    if (!strategy->settings->worth)
        return 1;
    struct draw draw = draw_for(strategy->luck, DRAW_WORTH, item, 0);
    return draw_exponential(&draw, 1);
}

static double lot(const struct strategy *strategy, uint32_t purpose, const struct group *group)
{
    struct draw draw = draw_for(strategy->luck, purpose, group->luck, group->work.tasks);
    return draw_uniform(&draw);
}

/* The strategy group that knows of most groups, the oldest of equals; NULL: there is none. */
static const struct group *find_adviser(struct site *site, struct group_overview **knows)
{
    const struct groups *groups = groups_of(parts_of(site));
    const struct group *best = NULL;
    for (uint32_t i = 0; i < groups_count(groups); i++) {
        const struct group *group = group_numbered(groups, i);
        if (!group_lives(group) || !is_strategic(group))
            continue;
        struct group_overview *overview = overview_of(site, group);
        if (best != NULL && overview->count <= (*knows)->count)
            continue;
        best = group;
        *knows = overview;
    }
    return best;
}

/* What the members of the adviser know together of the question of strategy, in ninths, rounded down; 0 as
 * long as it is not asked here. */
static uint32_t ninths_known(struct site *site, const struct matter *matter, const struct group *adviser)
{
    const struct parts *parts = parts_of(site);
    uint64_t facets = (uint64_t)inquiry_settings(matter->inquiry)->facets;
    struct facet_set all = {{0}};
    require(facets > 0);
    for (uint32_t i = 0; i < adviser->members.count; i++) {
        struct facet_set known = person_knows(conversation_of(parts), matter, adviser->members.all[i]);
        all = facet_or(&all, &known);
    }
    uint64_t known = 0;
    for (uint32_t facet = 0; facet < facets; facet++)
        known += facet_in(&all, facet) ? 1 : 0;
    return (uint32_t)(9 * known / facets);
}

static uint32_t take_by_lot(uint64_t *items, struct draw *draw)
{
    uint64_t bits = *items;
    for (uint32_t skip = draw_below(draw, (uint32_t)__builtin_popcountll(bits)); skip > 0; skip--)
        bits &= bits - 1;
    uint32_t item = (uint32_t)__builtin_ctzll(bits);
    *items &= ~(UINT64_C(1) << item);
    return item;
}

/* The best of so many open items drawn by lot. */
static uint32_t best_of(struct strategy *strategy, const struct group *group, uint64_t open, uint32_t looks)
{
    struct draw draw = draw_for(strategy->luck, DRAW_NAMED, group->luck, group->work.tasks);
    uint32_t best = NO_ITEM;
    double most = 0;
    for (uint32_t i = 0; i < looks && open != 0; i++) {
        uint32_t item = take_by_lot(&open, &draw);
        double worth = item_worth(strategy, group->topic * MOST_COMMON_ITEMS + item);
        if (best != NO_ITEM && worth <= most)
            continue;
        best = item;
        most = worth;
    }
    strategy->tally.named++;
    strategy->tally.named_worth += most;
    return best;
}

static void name_item(struct site *site, const struct group *group, const struct group *adviser,
                      struct item_advice *advice)
{
    struct strategy *strategy = strategy_of(parts_of(site));
    const struct matter *matter =
        inquiry_matter(inquiries_of(parts_of(site)), strategy->settings->inquiry_number);
    if (!strategy->settings->worth || matter == NULL || advice->open == 0)
        return;
    advice->named = best_of(strategy, group, advice->open, 1 + ninths_known(site, matter, adviser));
}

void strategy_is_sought(struct site *site, const struct group *group, struct item_advice *advice)
{
    struct strategy *strategy = strategy_of(parts_of(site));
    struct group_overview *knows = NULL;
    strategy->tally.asked++;
    if (strategy->settings->advice <= 0 || lot(strategy, DRAW_ADVICE, group) >= strategy->settings->advice)
        return;
    strategy->tally.advised++;
    const struct group *adviser = find_adviser(site, &knows);
    if (adviser == NULL)
        return;
    strategy->tally.heeded++;
    struct taken_items taken = overview_taken(site, knows, group);
    uint64_t left = advice->open & ~taken.done & ~taken.under_way;
    advice->open = left != 0 ? left : advice->unsolved & ~taken.done & ~taken.under_way;
    name_item(site, group, adviser, advice);
    chronicle_tell(site, TOLD_ADVISED, group->number, adviser->number,
                   advice->named == NO_ITEM ? (double)NAN : advice->named);
}

void strategy_hears_of_task(struct site *site, const struct group *group)
{
    struct strategy *strategy = strategy_of(parts_of(site));
    const struct groups *groups = groups_of(parts_of(site));
    if (strategy->settings->reports <= 0 ||
        lot(strategy, DRAW_TASK_TOLD, group) >= strategy->settings->reports)
        return;
    struct known_group known = overview_known_now(site, group);
    for (uint32_t i = 0; i < groups_count(groups); i++) {
        const struct group *other = group_numbered(groups, i);
        if (group_lives(other) && is_strategic(other))
            overview_learn(overview_kept(strategy, i), &known, strategy->arena);
    }
}

void strategy_task_is_done(struct site *site, const struct group *group, const struct task *task)
{
    (void)group;
    struct strategy *strategy = strategy_of(parts_of(site));
    if (!task->common)
        return;
    sim_time *first = &strategy->first_done[task->item];
    strategy->found.tasks++;
    strategy->found.done += *first < 0 ? 1 : 0;
    *first = *first < 0 ? site_now(site) : *first;
}
