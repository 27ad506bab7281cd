/* Two results files against each other, in sentences and as JSON. */
#ifndef ANALYSIS_BETWEEN_TEXT_H
#define ANALYSIS_BETWEEN_TEXT_H

#include "analysis/numbers/between.h"

void between_text(const struct between *between, struct text *out);
void between_json(const struct between *between, struct text *out);

#endif
