/* All groups of a site by number, and the living ones by topic. */
#include "base/require.h"
#include "groups/groups_parts.h"

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

uint32_t groups_count(const struct groups *groups)
{
    return groups->all.count;
}

const struct group *group_numbered(const struct groups *groups, uint32_t number)
{
    return groups->all.list[number];
}

struct group *roster_add(struct groups *groups)
{
    if (groups->all.count == groups->all.room) {
        uint32_t room = groups->all.room == 0 ? 16 : groups->all.room * 2;
        groups->all.list =
            arena_grow(groups->arena, groups->all.list, groups->all.room, room, sizeof(struct group *));
        groups->all.room = room;
    }
    struct group *group = ARENA_NEW(groups->arena, struct group, 1);
    groups->all.list[groups->all.count] = group;
    group->number = groups->all.count++;
    group->work.lane_count = (uint32_t)groups->settings->work.at_once;
    group->work.lanes = ARENA_NEW(groups->arena, struct task_lane, group->work.lane_count);
    for (uint32_t i = 0; i < group->work.lane_count; i++)
        group->work.lanes[i].number = i;
    return group;
}

void roster_list(struct groups *groups, struct group *group)
{
    group->next_on_topic = groups->all.on_topic[group->topic];
    groups->all.on_topic[group->topic] = group;
}

void roster_unlist(struct groups *groups, struct group *group)
{
    struct group **place = &groups->all.on_topic[group->topic];
    while (*place != group) {
        require(*place != NULL);
        place = &(*place)->next_on_topic;
    }
    *place = group->next_on_topic;
}
