/* What a strategy group knows of who works on what. */
#include "base/require.h"
#include "strategy/strategy_parts.h"

static struct known_group *entry_of(const struct group_overview *overview, uint32_t site, uint32_t group)
{
    for (uint32_t i = 0; i < overview->count; i++)
        if (overview->items[i].group == group && overview->items[i].site == site)
            return &overview->items[i];
    return NULL;
}

const struct known_group *overview_find(const struct group_overview *overview, uint32_t site, uint32_t group)
{
    return entry_of(overview, site, group);
}

bool overview_learn(struct group_overview *overview, const struct known_group *known, struct arena *arena)
{
    struct known_group *before = entry_of(overview, known->site, known->group);
    if (before != NULL) {
        uint64_t done = before->done | known->done;
        if (known->seen >= before->seen)
            *before = *known;
        before->done = done;
        return false;
    }
    if (overview->count == overview->room) {
        uint32_t room = overview->room == 0 ? 8 : 2 * overview->room;
        overview->items = arena_grow(arena, overview->items, overview->count, room, sizeof *overview->items);
        overview->room = room;
    }
    overview->items[overview->count++] = *known;
    return true;
}

/* On a card: an item, and whether it is one more of the same group. */
enum { ONE_MORE = 0x100 };

bool overview_cards(uint64_t at, uint32_t number, uint16_t *item)
{
    if (number > 0 && number >= (uint32_t)__builtin_popcountll(at))
        return false;
    for (uint32_t skip = number; skip > 0; skip--)
        at &= at - 1;
    uint32_t which = at == 0 ? NO_ITEM : (uint32_t)__builtin_ctzll(at);
    *item = (uint16_t)(which | (number > 0 ? ONE_MORE : 0));
    return true;
}

bool overview_is_told(struct group_overview *overview, struct known_group known, uint16_t item,
                      struct arena *arena)
{
    uint32_t which = item & (ONE_MORE - 1);
    const struct known_group *before = entry_of(overview, known.site, known.group);
    known.at = which == NO_ITEM ? 0 : UINT64_C(1) << which;
    if ((item & ONE_MORE) != 0 && before != NULL && before->seen == known.seen)
        known.at |= before->at;
    return overview_learn(overview, &known, arena);
}

struct known_group overview_known_now(struct site *site, const struct group *group)
{
    return (struct known_group){
        site_index(site),          group->number,  group->topic, group_lives(group) ? work_at(group) : 0,
        group->work.memory.solved, site_now(site), false};
}

bool overview_members_know(const struct groups *groups, const struct group *group, const struct group *other)
{
    for (uint32_t i = 0; i < group->members.count; i++)
        if (person_knows_of_group(groups, group->members.all[i], other))
            return true;
    return false;
}

struct group_overview *overview_kept(struct strategy *strategy, uint32_t group)
{
    if (group >= strategy->room) {
        uint32_t before = strategy->room, room = before == 0 ? 8 : before;
        while (room <= group)
            room *= 2;
        strategy->groups =
            arena_grow(strategy->arena, strategy->groups, before, room, sizeof *strategy->groups);
        for (uint32_t i = before; i < room; i++)
            strategy->groups[i] = (struct group_overview){0};
        strategy->room = room;
    }
    return &strategy->groups[group];
}

/* A group of the own site that has ended is at nothing any more, as everybody there can see. */
static void forget_ended(const struct groups *groups, uint32_t site, struct group_overview *overview)
{
    for (uint32_t i = 0; i < overview->count; i++)
        if (overview->items[i].site == site && !group_lives(group_numbered(groups, overview->items[i].group)))
            overview->items[i].at = 0;
}

struct group_overview *overview_of(struct site *site, const struct group *group)
{
    struct strategy *strategy = strategy_of(parts_of(site));
    const struct groups *groups = groups_of(parts_of(site));
    overview_kept(strategy, groups_count(groups) - 1); /* room for all, so that none moves while it is read */
    struct group_overview *overview = overview_kept(strategy, group->number);
    require(is_strategic(group));
    for (uint32_t i = 0; i < groups_count(groups); i++) {
        const struct group *other = group_numbered(groups, i);
        if (!group_lives(other) || !overview_members_know(groups, group, other))
            continue;
        struct known_group known = overview_known_now(site, other);
        overview_learn(overview, &known, strategy->arena);
    }
    forget_ended(groups, strategy->site, overview);
    site_charge(site, groups_count(groups)); /* there is one at least: the group itself */
    return overview;
}

struct taken_items overview_taken(struct site *site, const struct group_overview *overview,
                                  const struct group *but)
{
    const struct strategy *strategy = strategy_of(parts_of(site));
    sim_time outdated = strategy->settings->outdated;
    struct taken_items taken = {0, 0};
    for (uint32_t i = 0; i < overview->count; i++) {
        const struct known_group *known = &overview->items[i];
        if (known->topic != but->topic)
            continue;
        taken.done |= known->done;
        bool own = known->site == strategy->site && known->group == but->number;
        bool fresh = outdated == 0 || site_now(site) - known->seen <= outdated;
        if (!own && fresh)
            taken.under_way |= known->at;
    }
    return taken;
}
