#include "groups/knowing.h"

#include <string.h>

#include "groups/numbers.h"
#include "parts.h"

/* Room for twice as many groups; what people know moves with its slots. */
static void make_room(struct groups *groups)
{
    struct knowing *knowing = &groups->knowing;
    uint32_t words = knowing->words, more = words == 0 ? 1 : words * 2;
    uint64_t *of_person = ARENA_NEW(groups->arena, uint64_t, (size_t)groups->people * more);
    for (size_t person = 0; words > 0 && person < groups->people; person++)
        memcpy(of_person + person * more, knowing->of_person + person * words, words * sizeof *of_person);
    *knowing = (struct knowing){
        .of_person = of_person,
        .living = arena_grow(groups->arena, knowing->living, words, more, sizeof *knowing->living),
        .groups = arena_grow(groups->arena, knowing->groups, (size_t)words * 64, (size_t)more * 64,
                             sizeof(struct group *)),
        .topics = arena_grow(groups->arena, knowing->topics, (size_t)words * 64, (size_t)more * 64,
                             sizeof *knowing->topics),
        .words = more,
    };
}

static uint32_t free_slot(struct groups *groups)
{
    uint32_t word = 0;
    while (word < groups->knowing.words && groups->knowing.living[word] == UINT64_MAX)
        word++;
    if (word == groups->knowing.words)
        make_room(groups);
    return word * 64 + (uint32_t)__builtin_ctzll(~groups->knowing.living[word]);
}

void knowing_begins(struct groups *groups, struct group *group)
{
    uint32_t slot = free_slot(groups);
    groups->knowing.living[slot / 64] |= UINT64_C(1) << slot % 64;
    groups->knowing.groups[slot] = group;
    groups->knowing.topics[slot] = group->topic;
    group->slot = slot + 1;
}

void knowing_ends(struct groups *groups, struct group *group)
{
    uint32_t slot = group->slot - 1, word = slot / 64;
    const uint64_t others = ~(UINT64_C(1) << slot % 64);
    groups->knowing.living[word] &= others;
    groups->knowing.groups[slot] = NULL;
    for (size_t person = 0; person < groups->people; person++)
        groups->knowing.of_person[person * groups->knowing.words + word] &= others;
    group->slot = 0;
}

void knowing_forget(const struct groups *groups, uint32_t person)
{
    if (groups->knowing.words > 0)
        memset(known_to(groups, person), 0, groups->knowing.words * sizeof *groups->knowing.of_person);
}

bool person_knows_of_group(const struct groups *groups, uint32_t person, const struct group *group)
{
    return group->slot != 0 && known_to(groups, person)[(group->slot - 1) / 64] >> (group->slot - 1) % 64 & 1;
}

bool person_knows_group_on(const struct groups *groups, uint32_t person, uint32_t topic)
{
    for (const struct group *group = groups_on(groups, topic); group != NULL; group = group->next_on_topic)
        if (person_knows_of_group(groups, person, group) &&
            (group_has_room(groups, group) || group_has(groups, group, person)))
            return true;
    return false;
}

static void mention(const struct groups *groups, const struct group *group, const struct circle *circle)
{
    double chance = groups->settings->newcomers.mention;
    const uint32_t stride = UINT32_C(0x9E3779B1);
    for (uint32_t i = 0; i < circle->seats.count; i++) {
        uint32_t person = circle->seats.person[i];
        if (!person_knows_of_group(groups, person, group) &&
            groups_lot(groups, DRAW_MENTION, circle->id.luck, person + group->number * stride) < chance)
            person_hears_of_group(groups, person, group);
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
                mention(groups, group, circle);
        }
    }
}
