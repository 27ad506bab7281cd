/* How well a group suits somebody. */
#ifndef GROUPS_FIT_H
#define GROUPS_FIT_H

#include "groups/groups_parts.h"

/* 0 to 1: her interest in its topic, and the share that she knows of what its task needs, weighted. */
double group_fit(const struct parts *parts, const struct group *group, uint32_t person);
/* Whether it fits her well enough to join, where fit counts at all. */
bool group_suits(const struct parts *parts, const struct group *group, uint32_t person);

#endif
