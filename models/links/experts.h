/* Experts from outside, whom a group meets the more often the less closed it is.
 *
 * A group meets one at the rate
 *
 *     per_day * external / (external + closure)        external: its links to groups of other sites
 *
 * so that insular groups miss them. The expert brings facets of the group's topic that none of its members
 * knows; those members who are there learn them.
 */
#ifndef LINKS_EXPERTS_H
#define LINKS_EXPERTS_H

#include "links/links.h"

void experts_group_born(struct site *site, const struct group *group);

void on_expert_comes(struct site *site, const struct event *event);

#endif
