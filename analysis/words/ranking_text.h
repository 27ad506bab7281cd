/* The order of the designs, in sentences. */
#ifndef ANALYSIS_RANKING_TEXT_H
#define ANALYSIS_RANKING_TEXT_H

#include "analysis/numbers/ranking.h"

/* "in order: 1. “circles” 1.66, 2. “assembly” 0.923 and “cafe” 0.911 (not clearly apart)"; designs without a
 * value are left out. Nothing, and false, with fewer than three designs. */
bool say_ranking(struct text *out, const struct results *results, const struct ranking *ranking);

#endif
