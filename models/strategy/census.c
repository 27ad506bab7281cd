/* What no site can tell: how much of the movement strategy groups know of, and who was the first to do what.
 *
 * All sites are looked at while they wait at the same instant, before samples are taken. Only books are
 * written. An item that several sites did is credited to the one that did it first, of equals to the first in
 * their order.
 */
#include <math.h>

#include "base/require.h"
#include "mechanism.h"
#include "people/interests.h"
#include "strategy/strategy_parts.h"

struct census {
    struct parts *const *parts;
    uint32_t sites;
    sim_time every, ends, due;
};

void *census_begin(const struct setup *setups, uint32_t sites)
{
    if (strategy_of(setups[0].parts) == NULL)
        return NULL;
    struct arena *arena = setups[0].arena;
    struct parts **parts = ARENA_NEW(arena, struct parts *, sites);
    for (uint32_t i = 0; i < sites; i++)
        parts[i] = setups[i].parts;
    struct census *census = ARENA_NEW(arena, struct census, 1);
    sim_time every = setups[0].scenario->time.sample_every, ends = setups[0].ends;
    *census = (struct census){parts, sites, every, ends, every < ends ? every : ends};
    return census;
}

sim_time census_due(const void *census)
{
    return ((const struct census *)census)->due;
}

/* --- what strategy groups know of --- */

static uint32_t living_groups(const struct groups *groups)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < groups_count(groups); i++)
        count += group_lives(group_numbered(groups, i)) ? 1 : 0;
    return count;
}

static bool knows_of(const struct strategy *strategy, const struct groups *groups, const struct group *group,
                     uint32_t site, const struct group *other)
{
    if (site == strategy->site && overview_members_know(groups, group, other))
        return true;
    return group->number < strategy->room &&
           overview_find(&strategy->groups[group->number], site, other->number) != NULL;
}

static uint32_t known_to(const struct census *census, const struct strategy *strategy,
                         const struct group *group)
{
    uint32_t known = 0;
    for (uint32_t site = 0; site < census->sites; site++) {
        const struct groups *groups = groups_of(census->parts[site]);
        for (uint32_t i = 0; i < groups_count(groups); i++)
            known += group_lives(group_numbered(groups, i)) &&
                             knows_of(strategy, groups, group, site, group_numbered(groups, i))
                         ? 1
                         : 0;
    }
    return known;
}

static void count_known(const struct census *census, uint32_t site, uint32_t living)
{
    struct strategy *strategy = strategy_of(census->parts[site]);
    const struct groups *groups = groups_of(census->parts[site]);
    double sum = 0;
    uint32_t strategic = 0;
    for (uint32_t i = 0; i < groups_count(groups); i++) {
        const struct group *group = group_numbered(groups, i);
        if (!group_lives(group) || !is_strategic(group))
            continue;
        strategic++;
        sum += (double)known_to(census, strategy, group) / living;
    }
    strategy->found.overview = strategic == 0 ? (double)NAN : sum / strategic;
    strategy->found.overview_sum += strategic == 0 ? 0 : sum / strategic;
    strategy->found.looks += strategic == 0 ? 0 : 1;
}

/* --- who was the first --- */

static void credit(const struct census *census, uint32_t item)
{
    struct strategy *first = NULL;
    for (uint32_t site = 0; site < census->sites; site++) {
        struct strategy *strategy = strategy_of(census->parts[site]);
        bool done = strategy->first_done[item] >= 0;
        if (done && (first == NULL || strategy->first_done[item] < first->first_done[item]))
            first = strategy;
    }
    if (first == NULL)
        return;
    first->found.items++;
    first->found.worth += item_worth(first, item);
}

void census_look(void *state)
{
    struct census *census = state;
    uint32_t living = 0, items = strategy_of(census->parts[0])->topics * MOST_COMMON_ITEMS;
    for (uint32_t site = 0; site < census->sites; site++) {
        struct strategy *strategy = strategy_of(census->parts[site]);
        strategy->found.worth = 0;
        strategy->found.items = 0;
        living += living_groups(groups_of(census->parts[site]));
    }
    for (uint32_t site = 0; site < census->sites; site++)
        count_known(census, site, living);
    for (uint32_t item = 0; item < items; item++)
        credit(census, item);
    sim_time next = census->due + census->every;
    census->due = census->due == census->ends ? SIM_NEVER : next < census->ends ? next : census->ends;
}

/* --- laws --- */

/* Bits of the items of a topic that were done anywhere. */
static uint64_t done_anywhere(struct parts *const *parts, uint32_t sites, uint32_t topic)
{
    uint64_t done = 0;
    for (uint32_t site = 0; site < sites; site++)
        for (uint32_t item = 0; item < MOST_COMMON_ITEMS; item++)
            if (strategy_of(parts[site])->first_done[topic * MOST_COMMON_ITEMS + item] >= 0)
                done |= UINT64_C(1) << item;
    return done;
}

static void require_known_groups(struct parts *const *parts, const struct group_overview *overview,
                                 const uint64_t *done)
{
    for (uint32_t i = 0; i < overview->count; i++) {
        const struct known_group *known = &overview->items[i];
        const struct groups *groups = groups_of(parts[known->site]);
        require(known->group < groups_count(groups));
        require(group_numbered(groups, known->group)->topic == known->topic);
        require((known->done & ~done[known->topic]) == 0);
    }
}

void strategy_require_laws(struct parts *const *parts, uint32_t sites)
{
    uint64_t done[MOST_TOPICS] = {0}, all = 0, credited = 0, sent = 0, came = 0;
    uint32_t topics = strategy_of(parts[0])->topics;
    for (uint32_t topic = 0; topic < topics; topic++) {
        done[topic] = done_anywhere(parts, sites, topic);
        all += (uint64_t)__builtin_popcountll(done[topic]);
    }
    for (uint32_t site = 0; site < sites; site++) {
        const struct strategy *strategy = strategy_of(parts[site]);
        const struct strategy_tally *tally = &strategy->tally;
        require(tally->named <= tally->heeded && tally->heeded <= tally->advised &&
                tally->advised <= tally->asked);
        require(strategy->found.items <= strategy->found.done &&
                strategy->found.done <= strategy->found.tasks);
        credited += strategy->found.items;
        sent += tally->sent;
        came += tally->came;
        for (uint32_t group = 0; group < strategy->room; group++)
            require_known_groups(parts, &strategy->groups[group], done);
    }
    require(credited == all && came <= sent);
}
