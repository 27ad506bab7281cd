/* Words as a shell would need them written, so that a command we show can be pasted. */
#ifndef PROGRAM_SHELL_H
#define PROGRAM_SHELL_H

#include "base/text.h"

void shell_word(struct text *out, const char *word);

#endif
