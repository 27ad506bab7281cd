/* Whether the meetings of a design keep up with the proposals that come in, in a sentence. */
#ifndef ANALYSIS_KEEPING_UP_TEXT_H
#define ANALYSIS_KEEPING_UP_TEXT_H

#include "analysis/numbers/keeping_up.h"

/* "“assembly only” falls behind by 3.6 a day (95 % range 3.3 to 3.9): 182 came in, 82 were decided, 99.8 are
 * open at the end" */
void say_keeping_up(struct text *out, const struct results *results, size_t design,
                    const struct keeping_up *one, double confidence);
/* A line for each design of which it is known. */
void keeping_up_lines(struct text *out, const struct results *results, double confidence);

#endif
