/* How many pairs of groups need each other (required.h), and whether these know the same. */
#ifndef STATE_SHARING_H
#define STATE_SHARING_H

#include "state/state.h"

struct measured required_pairs(const struct state_view *view); /* how many there are */
/* Mean of |A and B| / |A or B| over the facets A and B of required pairs, of which something is known
 * (Jaccard 1912). */
struct measured shared_facets(const struct state_view *view); /* 0 to 1 */

#endif
