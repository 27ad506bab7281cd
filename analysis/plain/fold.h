/* Words on lines of a width. */
#ifndef ANALYSIS_FOLD_H
#define ANALYSIS_FOLD_H

#include "base/text.h"

/* How wide a text for a terminal is: as the terminal, but not so narrow or wide that it cannot be read. */
enum { FOLD_LEAST = 40, FOLD_MOST = 100 };
size_t fold_width(int columns);

/* Adds words made showable, then a line end. The line stands at column `at`; where a word would not fit, a
 * new line begins at column `indent`. A word longer than a line has one for itself. */
void say_folded(struct text *out, const char *words, size_t at, size_t indent, size_t width);

#endif
