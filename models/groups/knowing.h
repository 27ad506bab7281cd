/* Who knows of which group. */
#ifndef GROUPS_KNOWING_H
#define GROUPS_KNOWING_H

#include "groups/groups_parts.h"

struct circle;

/* A group is new, and nobody knows of it; it has ended, and what people knew of it is dropped. */
void knowing_begins(struct groups *groups, struct group *group);
void knowing_ends(struct groups *groups, struct group *group);
/* She forgets all groups. */
void knowing_forget(const struct groups *groups, uint32_t person);

/* A bit for each slot (groups_parts.h); NULL before the first group. */
static inline uint64_t *known_to(const struct groups *groups, uint32_t person)
{
    const struct knowing *knowing = &groups->knowing;
    return knowing->words == 0 ? NULL : knowing->of_person + (size_t)person * knowing->words;
}

/* She learns of it. */
static inline void person_hears_of_group(const struct groups *groups, uint32_t person,
                                         const struct group *group)
{
    if (group->slot != 0)
        known_to(groups, person)[(group->slot - 1) / 64] |= UINT64_C(1) << (group->slot - 1) % 64;
}

/* Whether she knows of a living group on the topic that has room, or is in one. */
bool person_knows_group_on(const struct groups *groups, uint32_t person, uint32_t topic);
/* Those who spoke in the circle mention their groups to the others. */
void groups_are_mentioned(struct site *site, const struct circle *circle);

#endif
