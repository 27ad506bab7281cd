/* How well a group suits somebody. */
#ifndef GROUPS_FIT_H
#define GROUPS_FIT_H

#include "groups/groups_parts.h"

/* Somebody whom groups are held against. What she knows is asked for once, when it is needed. */
struct group_fitting {
    const struct parts *parts;
    uint32_t person;
    const float *interests;
    struct facet_set known;
    bool asked;
};
struct group_fitting group_fitting(const struct parts *parts, uint32_t person);

/* 0 to 1: her interest in its topic, and the share that she knows of what its task needs, weighted. */
double group_fitting_with(struct group_fitting *fitting, const struct group *group);
/* No group on the topic fits her better, whatever its task is. */
double group_fitting_at_best(const struct group_fitting *fitting, uint32_t topic);
/* The least with which she joins; below 0 where fit does not count. */
double group_fitting_wanted(const struct group_fitting *fitting);

double group_fit(const struct parts *parts, const struct group *group, uint32_t person);
/* Whether it fits her well enough to join, where fit counts at all. */
bool group_suits(const struct parts *parts, const struct group *group, uint32_t person);

#endif
