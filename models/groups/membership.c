/* Who is in which group, and for how long. */
#include "base/require.h"
#include "groups/groups_parts.h"

static uint32_t *places_of(const struct groups *groups, uint32_t person)
{
    return &groups->places[(size_t)person * GROUPS_EACH];
}

const struct group *group_of_person(const struct groups *groups, uint32_t person, uint32_t which)
{
    uint32_t number = places_of(groups, person)[which];
    return number == 0 ? NULL : groups->all.list[number - 1];
}

const uint32_t *groups_places(const struct groups *groups)
{
    return groups->places;
}

bool group_has(const struct groups *groups, const struct group *group, uint32_t person)
{
    const uint32_t *places = places_of(groups, person);
    for (uint32_t i = 0; i < GROUPS_EACH; i++)
        if (places[i] == group->number + 1)
            return true;
    return false;
}

bool person_in_group(const struct groups *groups, uint32_t person)
{
    const uint32_t *places = places_of(groups, person);
    for (uint32_t i = 0; i < GROUPS_EACH; i++)
        if (places[i] != 0)
            return true;
    return false;
}

bool person_has_place(const struct groups *groups, uint32_t person)
{
    const uint32_t *places = places_of(groups, person);
    for (uint32_t i = 0; i < GROUPS_EACH; i++)
        if (places[i] == 0)
            return true;
    return false;
}

double groups_meeting_hours(const struct groups *groups)
{
    return groups->tally.meetings.person_hours;
}

bool group_has_room(const struct groups *groups, const struct group *group)
{
    int64_t most = groups->settings->membership.most;
    return most == 0 || group->members.count < (uint64_t)most;
}

void group_take_place(struct groups *groups, const struct group *group, uint32_t person)
{
    uint32_t *places = places_of(groups, person);
    uint32_t free = 0;
    while (free < GROUPS_EACH && places[free] != 0)
        free++;
    require(free < GROUPS_EACH && !group_has(groups, group, person));
    places[free] = group->number + 1;
}

void group_give_place_back(struct groups *groups, const struct group *group, uint32_t person)
{
    uint32_t *places = places_of(groups, person);
    for (uint32_t i = 0; i < GROUPS_EACH; i++)
        if (places[i] == group->number + 1)
            places[i] = 0;
}

bool group_is_young(const struct group *group, sim_time now)
{
    return now - group->born <= GROUP_YOUTH_DAYS * SIM_DAY;
}

void group_count_time(struct group *group, sim_time now)
{
    sim_time grown = group->born + GROUP_YOUTH_DAYS * SIM_DAY;
    if (group_is_young(group, group->members.counted))
        group->members.youth.member_time +=
            sim_hours((now < grown ? now : grown) - group->members.counted) * group->members.count;
    group->members.time += sim_hours(now - group->members.counted) * group->members.count;
    group->members.counted = now;
}
