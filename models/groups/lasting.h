/* Which working groups last: what their first weeks tell of the life they have left.
 *
 * All pairs of groups are looked at that outlived their youth and of which it is known which one lived
 * longer, though one of them may be alive still (Harrell et al. 1982, doi:10.1001/jama.1982.03320430047030).
 * The measure is the share of those in which the one that had more of something lived longer, less the share
 * of those in which it did not: 1, 0 by chance, -1. What is asked of the first weeks is set against the life
 * after them alone, since a group that ended soon had little time to be anything.
 */
#ifndef GROUPS_LASTING_H
#define GROUPS_LASTING_H

#include "parts.h"

enum lasting_class { LASTING_SMALL, LASTING_LARGE, LASTING_ALL };

/* From this mean size on a group counts as large. */
enum { LASTING_LARGE_FROM = 7 };

/* Turnover: half of those who came and went, by the members' time. NaN when no two groups can be compared. */
double lasting_by_turnover(const struct parts *parts, enum lasting_class class);
double lasting_by_size(const struct parts *parts, enum lasting_class class);

#endif
