/* What hardly differs, in a sentence. */
#ifndef ANALYSIS_DIFFERENCES_TEXT_H
#define ANALYSIS_DIFFERENCES_TEXT_H

#include "analysis/numbers/differences.h"

/* "“circles only” and “assembly only” hardly differ, by less than 5 %, in shared understanding, inequality of
 * speaking time": of one design; nothing, and false, where there is nothing of it to say. */
bool say_what_hardly_differs(struct text *out, const struct results *results,
                             const struct contrast *contrasts, size_t count, size_t design);

#endif
