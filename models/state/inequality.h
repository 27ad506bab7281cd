/* How unequal numbers are. */
#ifndef STATE_INEQUALITY_H
#define STATE_INEQUALITY_H

#include <stdint.h>

/* Gini coefficient of `count` values that are not negative (0 all equal, (n-1)/n one has all). Sorts them;
 * `room` holds as many. */
double inequality_gini(double *values, double *room, uint32_t count);
/* exp of Shannon's entropy of the shares, divided by their number. */
double effective_share(const double *values, uint32_t count);

#endif
