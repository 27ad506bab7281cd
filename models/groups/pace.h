/* How fast a group works, and the hours that its people put in. */
#ifndef GROUPS_PACE_H
#define GROUPS_PACE_H

#include "groups/groups_parts.h"

/* Books the hours that were worked up to `now`. */
void pace_settle(struct groups *groups, struct group *group, sim_time now);
/* Something has changed on which the pace depends: estimates anew when each task will be done. */
void pace_renew(struct site *site, struct group *group);
/* By which factor experience makes the group faster: (1 + experience)^learning. */
double pace_of_experience(const struct work_settings *settings, const struct group_work *work);

#endif
