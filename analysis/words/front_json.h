/* The weeks that a search left, as JSON; null where no weeks were chosen. */
#ifndef ANALYSIS_FRONT_JSON_H
#define ANALYSIS_FRONT_JSON_H

#include <jansson.h>

#include "analysis/numbers/front.h"

json_t *front_json(const struct front *front);

#endif
