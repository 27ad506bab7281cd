/* What came out of the runs that are in, in JSON: the same as `compare --json`, and each run's headline. */
#ifndef PAGE_ANSWER_H
#define PAGE_ANSWER_H

#include <jansson.h>

#include "base/text.h"
#include "page/kept_runs.h"

/* {"replications", "dots": [[values of the first design], ...], "too_few", "comparison"}: `comparison` is
 * null while fewer replications are whole than two. Numbers that are not defined are null. */
void answer_say(const struct kept_runs *kept, struct text *out);

#endif
