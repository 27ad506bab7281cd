/* Meetings of the groups: sessions that they convene themselves, of a method that the scenario names. */
#ifndef GROUPS_MEETINGS_H
#define GROUPS_MEETINGS_H

#include "groups/groups_parts.h"

struct session;

/* A new group draws the hour at which it meets. */
void meetings_begin(struct site *site, struct group *group);
/* A meeting is about to close; its people are still there. */
void meeting_closes(struct site *site, const struct session *session);

void on_group_meets(struct site *site, const struct event *event);
void on_group_plans(struct site *site, const struct event *event);

#endif
