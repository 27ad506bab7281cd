/* People without a group who sit in at the next meeting of one. */
#ifndef GROUPS_VISITORS_H
#define GROUPS_VISITORS_H

#include "groups/groups_parts.h"

/* She sits in at the next meeting; she sits in at no other. */
void visitor_sits_in(struct groups *groups, struct group *group, uint32_t person);
/* She sits in no more, if she did. */
void visitor_goes(struct groups *groups, uint32_t person);
/* The group is no more: nobody sits in. */
void visitors_turn_away(struct groups *groups, struct group *group);

#endif
