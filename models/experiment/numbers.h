/* The numbers of the experiment: its purposes of draws (random/draw.h), given once and never again. It is no
 * mechanism, and stands behind all that there can be. */
#ifndef EXPERIMENT_NUMBERS_H
#define EXPERIMENT_NUMBERS_H

#include "numbering.h"

enum { EXPERIMENT_LUCK = LUCK_OF(MOST_MECHANISMS) };

// clang-format off
enum experiment_draw {
    DRAW_STRATUM = EXPERIMENT_LUCK,  /* by axis: in which order a sample takes the strata */
    DRAW_PLACE_IN_STRATUM,           /* by axis: where in its stratum each point lies */
    DRAW_WALK,                       /* by trajectory: where it begins, which way and in which order it goes */
    DRAW_SHIFT,                      /* by shift and axis: how far the points of a sequence are moved */
    DRAW_ROW,                        /* by shift: in which order the second point of each row is taken */
    DRAW_BREED,                      /* by week and generation: its parents, and where it differs from them */
};
// clang-format on

#endif
