/* Words of a scenario file as they may be shown: short, on one line, nothing that a terminal would obey. */
#ifndef SCENARIO_QUOTE_H
#define SCENARIO_QUOTE_H

#include <stddef.h>

#include "base/text.h"

enum { QUOTE_SIZE = 256 };

struct quote {
    char text[QUOTE_SIZE];
};

/* `quote_of("150 %").text`; longer words end with an ellipsis. A character that nobody sees, or a blank that
 * is none of the keyboard, is written as `\u{200b}`. */
struct quote quote_of(const char *words);

/* Adds `length` bytes: tabs and line ends as spaces, characters that a terminal would obey as U+00B7, bytes
 * that are not UTF-8 as U+FFFD. One character in, one character out, so that columns keep their place. */
void quote_add(struct text *out, const char *bytes, size_t length);

/* Number of characters; bytes that are not UTF-8 count as one each. */
size_t quote_columns(const char *bytes, size_t length);

#endif
