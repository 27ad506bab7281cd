/* Words of a scenario file as they may be shown: short, on one line, nothing that a terminal would obey. */
#ifndef SCENARIO_QUOTE_H
#define SCENARIO_QUOTE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

enum { QUOTE_SIZE = 256 };

struct quote {
    char text[QUOTE_SIZE];
};

/* `quote_of("150 %").text`; longer words end with an ellipsis. */
struct quote quote_of(const char *words);

/* Adds `length` bytes: tabs and line ends as spaces, characters that a terminal would obey as U+00B7, bytes
 * that are not UTF-8 as U+FFFD. One character in, one character out, so that columns keep their place. */
void quote_add(struct text *out, const char *bytes, size_t length);

/* C0 and C1 controls, DEL, separators of lines and paragraphs, byte order marks, and the marks that turn the
 * direction of writing around (Unicode TR 36). `sequence` is the length of the valid character at `bytes`. */
bool quote_is_control(const char *bytes, size_t sequence);

/* Number of characters; bytes that are not UTF-8 count as one each. */
size_t quote_columns(const char *bytes, size_t length);

#endif
