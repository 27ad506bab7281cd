#include "groups/knowing.h"

#include "base/require.h"
#include "conversation/telling.h"
#include "groups/numbers.h"
#include "parts.h"
#include "people/interests.h"

void groups_list(struct groups *groups, struct group *group)
{
    group->next_on_topic = groups->on_topic[group->topic];
    groups->on_topic[group->topic] = group;
}

void groups_unlist(struct groups *groups, struct group *group)
{
    struct group **place = &groups->on_topic[group->topic];
    while (*place != group) {
        require(*place != NULL);
        place = &(*place)->next_on_topic;
    }
    *place = group->next_on_topic;
}

bool group_has_room(const struct groups *groups, const struct group *group)
{
    int64_t most = groups->settings->membership.most;
    return most == 0 || group->members.count < (uint64_t)most;
}

bool person_knows_group_on(const struct groups *groups, uint32_t person, uint32_t topic)
{
    for (const struct group *group = groups_on(groups, topic); group != NULL; group = group->next_on_topic)
        if (group_knows(group, person) && (group_has_room(groups, group) || group_has(groups, group, person)))
            return true;
    return false;
}

double group_fit(const struct parts *parts, const struct group *group, uint32_t person)
{
    double interest = (double)interests_of(people_of(parts), person)[group->topic];
    uint32_t needed = facet_count(&group->work.needs);
    if (needed == 0)
        return interest;
    struct facet_set known =
        person_knows(conversation_of(parts), knowledge_commons(knowledge_of(parts)), person);
    struct facet_set useful = facet_and(&known, &group->work.needs);
    double weight = groups_of(parts)->settings->newcomers.skill_weight;
    return (1 - weight) * interest + weight * facet_count(&useful) / needed;
}

static void mention(const struct groups *groups, struct group *group, const struct circle *circle)
{
    double chance = groups->settings->newcomers.mention;
    const uint32_t stride = UINT32_C(0x9E3779B1);
    for (uint32_t i = 0; i < circle->seats.count; i++) {
        uint32_t person = circle->seats.person[i];
        if (!group_knows(group, person) &&
            groups_lot(groups, DRAW_MENTION, circle->id.luck, person + group->number * stride) < chance)
            group_tell(group, person);
    }
}

/* Telling twice of the same group would be the same draws, so it matters to nobody who tells of it. */
void groups_are_mentioned(struct site *site, const struct circle *circle)
{
    const struct groups *groups = groups_of(parts_of(site));
    if (groups->settings->newcomers.mention <= 0)
        return;
    for (uint32_t i = 0; i < circle->seats.count; i++) {
        if (circle->seats.wish.spoken[i] <= 0)
            continue;
        for (uint32_t which = 0; which < GROUPS_EACH; which++) {
            struct group *group = group_of_person(groups, circle->seats.person[i], which);
            if (group != NULL)
                mention(groups, group, circle);
        }
    }
}
