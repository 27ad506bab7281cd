/* How differently people work: the variety of topics, within sites and between them, and who works on what.
 *
 * Variety is the Hill number of order 1 of the effort over topics, 1D = exp(-sum p ln p): the number of
 * topics that would give the same entropy if they all got the same effort (Hill 1973, doi:10.2307/1934352).
 * Beside it those of order 0, the topics on which anybody works, and of order 2, (sum p^2)^-1, in which small
 * topics hardly count: the further the three are apart, the less even is the effort. All else is
 * of order 1, because only there does variety fall into independent parts with unequal weights (Jost 2007,
 * doi:10.1890/06-1736.1): gamma = alpha * beta, where alpha is the variety within sites (weighted by their
 * effort), gamma that of all sites together, and beta the number of sites that share no topic and would be as
 * different from each other.
 *
 * Division of labour is I(person; topic) / H(topic): how far knowing who works tells on what (Gorelick et al.
 * 2004, doi:10.1086/424968). Of people where they are described, else of groups.
 */
#ifndef STATE_DIFFERENTIATION_H
#define STATE_DIFFERENTIATION_H

#include "state/state.h"

struct measured topic_count(const struct state_view *view);           /* 0D: 1 to T */
struct measured topic_variety(const struct state_view *view);         /* 1D: 1 to 0D */
struct measured topic_dominance(const struct state_view *view);       /* 2D: 1 to 1D */
struct measured differentiation(const struct state_view *view);       /* (1D - 1) / (T - 1): 0 to 1 */
struct measured variety_within_sites(const struct state_view *view);  /* alpha */
struct measured variety_between_sites(const struct state_view *view); /* beta */
struct measured variety_of_all_sites(const struct state_view *view);  /* gamma, the same as 1D */
struct measured division_of_labour(const struct state_view *view);    /* 0 to 1 */

#endif
