/* The numbers that worlds differ in, as people speak of them. */
#ifndef ANALYSIS_FACTOR_TEXT_H
#define ANALYSIS_FACTOR_TEXT_H

#include "analysis/file/results.h"
#include "base/text.h"

/* "`conversation.lull`"; of one site among several "`people of Oakland`". */
void say_factor(struct text *out, const struct results *results, size_t factor);
/* Its meaning up to what is only said besides, and its name: "how long one thing takes (`talk.facet`)". */
void say_factor_meaning(struct text *out, const struct results *results, size_t factor);
/* A value of it as people write it: "0.6 min", "45 %", "yes". */
void say_factor_value(struct text *out, const struct results *results, size_t factor, double value);
/* A threshold of it: two digits are enough for what lies between two worlds, and of people, turns and the
 * like the next whole number: below 3.5 is below 4. */
void say_factor_threshold(struct text *out, const struct results *results, size_t factor, double at);

#endif
