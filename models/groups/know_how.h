/* What the members of a group know of the commons, and what they learn from each other in work. */
#ifndef GROUPS_KNOW_HOW_H
#define GROUPS_KNOW_HOW_H

#include "groups/groups_parts.h"
#include "parts.h"

/* What at least one member knows; nothing where there is no commons. */
struct facet_set group_facets(const struct parts *parts, const struct group *group);
/* The share of what a task needs that at least one member knows; 1 when it needs nothing. */
double task_skill(const struct parts *parts, const struct group *group, const struct task *task);
/* The task of this lane is done: each member who is here learns, with the chance `practice`, each facet that
 * it needed and that some member knows. Returns how many facets were learned. */
uint64_t task_practice(struct site *site, const struct group *group, const struct task_lane *lane);

/* What a group that talks about its tasks talks about: what those in hand need; its topic where it has none
 * in hand. */
struct facet_set group_talks_about(const struct parts *parts, const struct group *group);
/* moments.h */
bool groups_tasks_in_hand(struct site *site, const struct session *session, const struct circle *circle,
                          struct facet_set *about);

#endif
