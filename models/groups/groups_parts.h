/* What the files of this room share with each other and with nobody else. */
#ifndef GROUPS_GROUPS_PARTS_H
#define GROUPS_GROUPS_PARTS_H

#include "groups/groups.h"

/* The GROUPS_EACH places of a person: number of a group + 1, or 0. */
uint32_t *group_places(const struct groups *groups, uint32_t person);
/* The person takes a place that is free; she has one. */
void group_take_place(struct groups *groups, const struct group *group, uint32_t person);
/* Whether the group was born lately (GROUP_YOUTH_DAYS). */
bool group_is_young(const struct group *group, sim_time now);

/* What work, meetings, newcomers and turnover do when a group is born, has other members, or ends. */
void life_begins(struct site *site, struct group *group);
void life_changes(struct site *site, struct group *group, uint32_t before);
void life_ends(struct site *site, struct group *group);
/* Who has no group any more looks for another. */
void life_without_group(struct site *site, uint32_t person);

#endif
