/* Why there are as many runs as there are, where that was decided on the way. */
#ifndef ANALYSIS_PRECISION_TEXT_H
#define ANALYSIS_PRECISION_TEXT_H

#include "analysis/file/results.h"
#include "base/text.h"

/* "Sure enough after 68 runs of each design: the mean of `wait` is known to ± 4.8 % or better in every design
 * (wanted: ± 5 %, 95 % sure)." Nothing where every run was asked for. No line end. */
void say_precision(struct text *out, const struct results_precision *precision, size_t runs);
/* Whether what was wanted was reached. */
bool precision_is_reached(const struct results_precision *precision);

#endif
