/* Which working groups last: what their first weeks say about the life they have left.
 *
 * It compares all pairs of groups that outlived their first weeks, if it is known which of the two lived
 * longer; one of them may still be alive (Harrell et al. 1982, doi:10.1001/jama.1982.03320430047030). The
 * measure is the share of pairs in which the group that had more of something lived longer, minus the share
 * of pairs in which it lived shorter: 1 always, 0 by chance, -1 never. What a group had in its first weeks is
 * compared with its life after them alone, because a group that ended soon had little time to have anything.
 */
#ifndef GROUPS_LASTING_H
#define GROUPS_LASTING_H

#include "parts.h"

enum lasting_class { LASTING_SMALL, LASTING_LARGE, LASTING_ALL };

/* A group of this mean size or more counts as large. */
enum { LASTING_LARGE_FROM = 7 };

/* Turnover: half the number of people who came or went, divided by the members' time. NaN when no two groups
 * can be compared. */
double lasting_by_turnover(const struct parts *parts, enum lasting_class class);
double lasting_by_size(const struct parts *parts, enum lasting_class class);

#endif
