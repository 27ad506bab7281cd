/* Who knows of which group. */
#ifndef GROUPS_KNOWING_H
#define GROUPS_KNOWING_H

#include "groups/groups_parts.h"

struct circle;

/* Nobody knows of a new group; nobody has to know any more of one that ended. */
void knowing_begins(struct groups *groups, struct group *group);
void knowing_ends(struct groups *groups, struct group *group);
/* She forgets of all groups. */
void knowing_forget(const struct groups *groups, uint32_t person);

/* Whether the person knows that it lives. */
static inline bool group_knows(const struct group *group, uint32_t person)
{
    return group->known_by != NULL && (group->known_by[person / 64] >> (person % 64)) & 1;
}

/* She learns of it. */
static inline void group_tell(struct group *group, uint32_t person)
{
    if (group->known_by != NULL)
        group->known_by[person / 64] |= UINT64_C(1) << (person % 64);
}

/* Whether the person knows of a living group on the topic that would take somebody, or is in one. */
bool person_knows_group_on(const struct groups *groups, uint32_t person, uint32_t topic);
/* Those who spoke in the circle mention their groups to the others. */
void groups_are_mentioned(struct site *site, const struct circle *circle);

#endif
