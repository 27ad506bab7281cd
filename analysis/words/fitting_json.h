/* Which plausible worlds agree with the record, as JSON. */
#ifndef ANALYSIS_FITTING_JSON_H
#define ANALYSIS_FITTING_JSON_H

#include <jansson.h>

#include "analysis/numbers/fitting.h"

/* null where the file has no record with ranges, or no sample of worlds that is large enough. */
json_t *fitting_json(const struct fitting *fitting);

#endif
