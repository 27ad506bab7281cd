#include "groups/knowing.h"

#include <string.h>

#include "groups/numbers.h"
#include "parts.h"

/* Bits of people, all 0: those of a group that ended, or new ones. */
static uint64_t *take_bits(struct groups *groups)
{
    size_t words = (groups->people + 63) / 64;
    if (groups->spare.count == 0)
        return ARENA_NEW(groups->arena, uint64_t, words);
    uint64_t *bits = groups->spare.list[--groups->spare.count];
    memset(bits, 0, words * sizeof *bits);
    return bits;
}

void knowing_begins(struct groups *groups, struct group *group)
{
    group->known_by = take_bits(groups);
}

void knowing_ends(struct groups *groups, struct group *group)
{
    if (groups->spare.count == groups->spare.room) {
        uint32_t room = groups->spare.room == 0 ? 16 : groups->spare.room * 2;
        groups->spare.list = arena_grow(groups->arena, groups->spare.list, groups->spare.count, room,
                                        sizeof *groups->spare.list);
        groups->spare.room = room;
    }
    groups->spare.list[groups->spare.count++] = group->known_by;
    group->known_by = NULL;
}

void knowing_forget(const struct groups *groups, uint32_t person)
{
    for (uint32_t topic = 0; topic < groups->topics; topic++)
        for (struct group *group = groups_on(groups, topic); group != NULL; group = group->next_on_topic)
            group->known_by[person / 64] &= ~(UINT64_C(1) << (person % 64));
}

bool person_knows_group_on(const struct groups *groups, uint32_t person, uint32_t topic)
{
    for (const struct group *group = groups_on(groups, topic); group != NULL; group = group->next_on_topic)
        if (group_knows(group, person) && (group_has_room(groups, group) || group_has(groups, group, person)))
            return true;
    return false;
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

/* Two people who mention the same group would draw the same lots, so it makes no difference who does. */
void groups_are_mentioned(struct site *site, const struct circle *circle)
{
    const struct groups *groups = groups_of(parts_of(site));
    if (groups->settings->newcomers.mention <= 0)
        return;
    for (uint32_t i = 0; i < circle->seats.count; i++) {
        if (circle->seats.wish.spoken[i] <= 0)
            continue;
        for (uint32_t which = 0; which < GROUPS_EACH; which++) {
            const struct group *group = group_of_person(groups, circle->seats.person[i], which);
            if (group != NULL)
                mention(groups, group_to_change(groups, group), circle);
        }
    }
}
