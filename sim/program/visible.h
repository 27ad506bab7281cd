/* Text from files made safe to show on a terminal.
 *
 * Control bytes (escapes first of all), their 8-bit relatives, marks that turn the direction of writing
 * around, and bytes that are no UTF-8 appear as `\x1b` or `\u{202e}`: a scenario can neither paint the screen
 * nor hide a word.
 */
#ifndef PROGRAM_VISIBLE_H
#define PROGRAM_VISIBLE_H

#include "base/text.h"

enum breaks { BREAKS_SHOWN, BREAKS_KEPT }; /* newlines and tabs: `\n` and a space, or as they are */

void text_add_visible(struct text *text, const char *bytes, size_t length, enum breaks breaks);

/* Columns that the character at `bytes` takes on a terminal, and its length in bytes through `sequence`. */
int visible_columns(const char *bytes, size_t length, size_t *sequence);

#endif
