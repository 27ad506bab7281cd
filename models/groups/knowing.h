/* Who knows of which group, and how well a group would suit somebody. */
#ifndef GROUPS_KNOWING_H
#define GROUPS_KNOWING_H

#include "groups/groups.h"

struct circle;
struct parts;

/* A number in (0, 1) that decides one thing. */
static inline double groups_lot(const struct groups *groups, uint32_t purpose, uint32_t entity,
                                uint32_t occasion)
{
    struct draw draw = draw_for(groups->luck, purpose, entity, occasion);
    return draw_uniform(&draw);
}

/* Living groups on a topic, the youngest first; go on with group->next_on_topic. */
static inline struct group *groups_on(const struct groups *groups, uint32_t topic)
{
    return groups->all.on_topic[topic];
}

void groups_list(struct groups *groups, struct group *group);
void groups_unlist(struct groups *groups, struct group *group);

/* Whether it would take somebody. */
bool group_has_room(const struct groups *groups, const struct group *group);
/* Whether the person knows of a living group on the topic that would take somebody, or is in one. */
bool person_knows_group_on(const struct groups *groups, uint32_t person, uint32_t topic);

/* Interest in its topic, and what she can do of what its task needs, 0 to 1. */
double group_fit(const struct parts *parts, const struct group *group, uint32_t person);

/* Those who spoke in the circle tell of their groups. */
void groups_are_mentioned(struct site *site, const struct circle *circle);

#endif
