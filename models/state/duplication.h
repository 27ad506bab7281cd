/* Effort that is spent twice because those who spend it are not linked.
 *
 * Groups that are linked, over however many links, can do an item of work together; groups of different
 * components of the link graph do it each on their own. Of each item the component that does most of it
 * counts as the one that does it, the others' effort is duplicate: 1 - sum_f max_k E_kf / sum_f E_f, with
 * effort E_kf of component k on item f. 0 when no item is worked on by two components; near 1 when many do
 * the same.
 */
#ifndef STATE_DUPLICATION_H
#define STATE_DUPLICATION_H

#include "state/state.h"

struct effort_spent {
    double all;       /* on items of work */
    double duplicate; /* of it */
};

/* What can be added up over moments. */
struct effort_spent effort_spent(const struct state_view *view);
struct measured duplicate_share(struct effort_spent spent);
struct measured duplication(const struct state_view *view);

#endif
