/* How groups are born: somebody who spoke in a circle calls for one, and enough others answer. */
#ifndef GROUPS_FOUNDING_H
#define GROUPS_FOUNDING_H

#include "groups/groups_parts.h"

struct circle;

/* A circle is about to close: those who spoke in it may call for a group. */
void groups_are_called_for(struct site *site, const struct circle *circle);

#endif
