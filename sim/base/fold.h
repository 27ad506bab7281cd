/* Words broken into lines, for the page that a text is written for (`columns` of the text).
 *
 * Columns are counted as a terminal shows them: none for a combining mark, two for a wide character.
 */
#ifndef BASE_FOLD_H
#define BASE_FOLD_H

#include "base/text.h"

size_t text_width(const char *text);

/* The columns of the page, `usual` where nobody has said. */
size_t fold_columns(const struct text *out, size_t usual);

/* Adds words and a line end; further lines begin at `indent`. The line has `used` columns already. A word
 * that is longer than a line has one for itself. Where a narrow page leaves hardly any room beside `indent`,
 * lines begin further left. */
void fold_words(struct text *out, const char *words, size_t used, size_t indent, size_t usual);

/* Adds whole lines, those that are longer than the page folded; what is folded is indented a little more than
 * its line. */
void fold_lines(struct text *out, const char *lines, size_t length, size_t columns);

#endif
