/* Words as a shell would need them written, so that a command we show can be pasted. */
#ifndef BASE_SHELL_H
#define BASE_SHELL_H

#include "base/text.h"

void shell_word(struct text *out, const char *word);
/* The name of a file, which no program takes for an option: "-camp.h5" is written "./-camp.h5". */
void shell_path(struct text *out, const char *path);

#endif
