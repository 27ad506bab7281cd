/* The purposes of draws (random/draw.h) of what was observed, given once and never again. It is no mechanism,
 * and stands behind the experiment. */
#ifndef OBSERVED_NUMBERS_H
#define OBSERVED_NUMBERS_H

#include "numbering.h"

enum { OBSERVED_LUCK = LUCK_OF(MOST_MECHANISMS + 1) };

enum observed_draw {
    DRAW_RESAMPLE = OBSERVED_LUCK, /* by measure and resample: which of the observed values are taken */
};

#endif
