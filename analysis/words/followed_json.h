/* A session as it happened, as JSON. */
#ifndef ANALYSIS_FOLLOWED_JSON_H
#define ANALYSIS_FOLLOWED_JSON_H

#include <jansson.h>

#include "analysis/words/followed_text.h"

json_t *followed_json(const struct followed_told *told);

#endif
