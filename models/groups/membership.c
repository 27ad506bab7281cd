/* Who is in which group and sits in which, how long, and how much attention a group has: the books. */
#include "base/decay.h"
#include "base/require.h"
#include "groups/groups_parts.h"
#include "groups/newcomers.h"
#include "parts.h"

struct groups *groups_new(const struct group_settings *settings, uint32_t topics, const struct people *people,
                          const struct luck *luck, struct arena *arena)
{
    if (!settings->form)
        return NULL;
    require(topics > 0);
    struct groups *groups = ARENA_NEW(arena, struct groups, 1);
    *groups = (struct groups){
        .settings = settings,
        .arena = arena,
        .luck = luck,
        .people = people->count,
        .topics = topics,
        .all.on_topic = ARENA_NEW(arena, struct group *, topics),
        .places = ARENA_NEW(arena, uint32_t, (size_t)people->count * GROUPS_EACH),
        .had_one = ARENA_NEW(arena, bool, people->count),
        .newcomers = {.looks = ARENA_NEW(arena, bool, people->count),
                      .visits = ARENA_NEW(arena, uint32_t, people->count),
                      .vain = ARENA_NEW(arena, uint32_t, people->count),
                      .sits_in = ARENA_NEW(arena, uint32_t, people->count)},
    };
    return groups;
}

uint32_t *group_places(const struct groups *groups, uint32_t person)
{
    return &groups->places[(size_t)person * GROUPS_EACH];
}

bool group_has(const struct groups *groups, const struct group *group, uint32_t person)
{
    const uint32_t *places = group_places(groups, person);
    for (uint32_t i = 0; i < GROUPS_EACH; i++)
        if (places[i] == group->number + 1)
            return true;
    return false;
}

bool person_in_group(const struct groups *groups, uint32_t person)
{
    const uint32_t *places = group_places(groups, person);
    for (uint32_t i = 0; i < GROUPS_EACH; i++)
        if (places[i] != 0)
            return true;
    return false;
}

bool person_has_place(const struct groups *groups, uint32_t person)
{
    const uint32_t *places = group_places(groups, person);
    for (uint32_t i = 0; i < GROUPS_EACH; i++)
        if (places[i] == 0)
            return true;
    return false;
}

void group_take_place(struct groups *groups, const struct group *group, uint32_t person)
{
    uint32_t *places = group_places(groups, person);
    uint32_t free = 0;
    while (free < GROUPS_EACH && places[free] != 0)
        free++;
    require(free < GROUPS_EACH && !group_has(groups, group, person));
    places[free] = group->number + 1;
}

bool group_is_young(const struct group *group, sim_time now)
{
    return now - group->life.born <= GROUP_YOUTH_DAYS * SIM_DAY;
}

void group_count_time(struct group *group, sim_time now)
{
    sim_time grown = group->life.born + GROUP_YOUTH_DAYS * SIM_DAY;
    if (group_is_young(group, group->members.counted))
        group->members.youth.member_time +=
            sim_hours((now < grown ? now : grown) - group->members.counted) * group->members.count;
    group->members.time += sim_hours(now - group->members.counted) * group->members.count;
    group->members.counted = now;
}

double group_attention(struct group *group, const struct attention_settings *settings, sim_time now)
{
    group->attention.level *= decay_factor(settings->half_life, now - group->attention.touched);
    group->attention.touched = now;
    return group->attention.level;
}

void group_progress(struct site *site, struct group *group)
{
    const struct attention_settings *settings = &groups_of(parts_of(site))->settings->attention;
    double attention = group_attention(group, settings, site_now(site));
    group->attention.level = attention + settings->gain * (1 - attention);
}

void visitor_goes(struct groups *groups, uint32_t person)
{
    if (groups->newcomers.sits_in[person] == 0)
        return;
    struct group *group = groups->all.list[groups->newcomers.sits_in[person] - 1];
    uint32_t place = 0;
    while (group->visitors.list[place].person != person)
        place++;
    group->visitors.list[place] = group->visitors.list[--group->visitors.count];
    groups->newcomers.sits_in[person] = 0;
}

void visitors_turn_away(struct site *site, struct group *group)
{
    struct groups *groups = groups_of(parts_of(site));
    for (uint32_t i = 0; i < group->visitors.count; i++)
        groups->newcomers.sits_in[group->visitors.list[i].person] = 0;
    group->visitors.count = 0;
}

void group_is_linked(struct group *group)
{
    group->links.now++;
    group->links.most = group->links.now > group->links.most ? group->links.now : group->links.most;
}

void group_is_unlinked(struct group *group)
{
    group->links.now--;
}
