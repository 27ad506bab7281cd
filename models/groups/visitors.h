/* People without a group who sit in at the next meeting of one. */
#ifndef GROUPS_VISITORS_H
#define GROUPS_VISITORS_H

#include "groups/groups_parts.h"

/* She will sit in at the next meeting of the group; she sits in at no other one. */
void visitor_sits_in(struct groups *groups, struct group *group, uint32_t person);
/* She will not sit in, if she would have. */
void visitor_goes(struct groups *groups, uint32_t person);
/* The group has ended: nobody sits in. */
void visitors_turn_away(struct groups *groups, struct group *group);

#endif
