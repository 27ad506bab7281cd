/* Somebody without a group: she looks round, sits in at a meeting, joins, or gives up. */
#ifndef GROUPS_NEWCOMERS_H
#define GROUPS_NEWCOMERS_H

#include "groups/groups_parts.h"

/* Everybody who has no group yet begins to look for one. */
void newcomers_start(struct site *site);
/* Somebody has come to the site, or come back, and begins to look. */
void newcomer_comes(struct site *site, uint32_t person);
/* Her next visit is after `wait`, unless one is expected already. */
void person_looks(struct site *site, uint32_t person, sim_time wait);
/* The time between two visits. */
sim_time newcomers_wait(struct site *site);
/* After the meeting at which she sat in: she joins, or it was in vain. */
void visitor_decides(struct site *site, struct group *group, uint32_t person);

void on_person_looks(struct site *site, const struct event *event);

#endif
