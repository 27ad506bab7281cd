/* A comparison of designs as text for a terminal, and as JSON. */
#ifndef ANALYSIS_COMPARISON_H
#define ANALYSIS_COMPARISON_H

#include "analysis/numbers/compare.h"

void comparison_text(const struct comparison *comparison,
                     struct text *out); /* tables and sentences, for a terminal */
void comparison_json(const struct comparison *comparison, struct text *out);
/* The headline of every design in words, a line each. */
void comparison_headline(const struct comparison *comparison, struct text *out);

#endif
