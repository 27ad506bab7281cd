/* What groups do at the moments that they listen to (moments.h): somebody comes or leaves, a circle closes, a
 * group is born, its members change, it ends. */
#ifndef GROUPS_LISTENING_H
#define GROUPS_LISTENING_H

#include "groups/groups.h"

void groups_person_comes(struct site *site, uint32_t person);
void groups_person_leaves(struct site *site, uint32_t person, uint32_t why);
void groups_circle_closes(struct site *site, const struct session *session, const struct circle *circle);
void groups_group_born(struct site *site, const struct group *born);
void groups_group_changes(struct site *site, const struct group *changed, uint32_t before);
void groups_group_ends(struct site *site, const struct group *group);
/* She looks for another group when she has none any more. */
void groups_member_parts(struct site *site, uint32_t person);

#endif
