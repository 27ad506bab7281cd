/* Why there are as many runs as there are, and what luck leaves open. */
#ifndef ANALYSIS_PRECISION_TEXT_H
#define ANALYSIS_PRECISION_TEXT_H

#include "analysis/numbers/compare.h"

/* "Sure enough after 68 runs of each design: the mean of `wait` is known to ± 4.8 % or better in every design
 * (wanted: ± 5 %, 95 % sure)." Nothing where every run was asked for. No line end. */
void say_precision(struct text *out, const struct results_precision *precision, size_t runs);
/* "± 4.8 %": half of a range as a share of the mean, rounded up; beyond ten times the mean "more than ± 1000
 * %". */
void say_precision_share(struct text *out, double share);
/* Whether what was wanted was reached. */
bool precision_is_reached(const struct results_precision *precision);

/* The same for a reader who does not know the program: "40 runs of each design were made: so many were asked
 * for", or why it stopped where that was decided on the way. */
void say_why_so_many(struct text *out, const struct results *results);
/* How well the mean of the headline is known in the design where it is least sure: "After 40 runs the mean of
 * ... is known to ± 3 % or better in every design". Nothing, and false, where a design has no range. */
bool say_what_luck_leaves(struct text *out, const struct results *results, double confidence);
/* What the range of a contrast means: whether luck alone explains it, and whether more runs would help. */
void say_what_range_means(struct text *out, const struct results *results, const struct contrast *contrast);

#endif
