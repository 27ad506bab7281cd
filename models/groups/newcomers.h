/* The way of somebody without a group: she looks round, sits in at a meeting, joins, or gives up. */
#ifndef GROUPS_NEWCOMERS_H
#define GROUPS_NEWCOMERS_H

#include "groups/groups.h"

/* Everybody who has no group yet begins to look for one. */
void newcomers_start(struct site *site);
/* She has come to the site, or lost her last group: her next visit is after `wait`, unless
 * one is expected. */
void person_looks(struct site *site, uint32_t person, sim_time wait);

/* The time between two visits. */
sim_time newcomers_wait(struct site *site);
/* She goes somewhere else before the meeting that she would have sat in at. */
void visitor_goes(struct groups *groups, uint32_t person);
/* After the meeting: she joins, or it was in vain. */
void visitor_decides(struct site *site, struct group *group, uint32_t person);
/* The group is no more: its visitors look elsewhere. */
void visitors_turn_away(struct site *site, struct group *group);

void on_person_looks(struct site *site, const struct event *event);

#endif
