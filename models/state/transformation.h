/* What linked groups can do together that none of them can do alone.
 *
 * A problem is cross-facet when it needs two facets or more: one facet can only be known whole or not at all.
 * It is transformed where the groups of some component of the link graph know all its facets between them,
 * and no single group does. Transformation is the share of cross-facet problems that are transformed. Without
 * differentiation single groups cover what is covered, without links no component is more than a group: it is
 * 0 in both cases, without being a product of the two. A link more never lowers it.
 */
#ifndef STATE_TRANSFORMATION_H
#define STATE_TRANSFORMATION_H

#include "state/state.h"

struct measured transformation(const struct state_view *view); /* 0 to 1 */
/* Share of cross-facet problems that some group covers alone. */
struct measured covered_by_one_group(const struct state_view *view); /* 0 to 1 */

#endif
