/* The path of a movement in words. */
#ifndef ANALYSIS_PATH_TEXT_H
#define ANALYSIS_PATH_TEXT_H

#include "analysis/numbers/path.h"

/* ", before unity to the end" or ", united on day 14, falling apart from day 30, at the end
 * integration 0.4". */
void path_words(const struct path *path, struct text *out);

#endif
