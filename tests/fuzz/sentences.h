/* Every sentence is one line that a terminal can show, and its caret stands under the excerpt or just behind
 * it. */
#ifndef TESTS_FUZZ_SENTENCES_H
#define TESTS_FUZZ_SENTENCES_H

#include "base/trouble.h"

/* Valid UTF-8 without control characters, but for the ends of lines; NULL is too. */
void check_showable(const char *text);
void check_sentences(const struct trouble *trouble);

#endif
