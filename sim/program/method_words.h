/* Methods in words: for `methods`, and for what `explain` says of one. */
#ifndef PROGRAM_METHOD_WORDS_H
#define PROGRAM_METHOD_WORDS_H

#include "base/text.h"
#include "models/experiment/experiment.h"

/* All of one method: what it is and is recommended for, who decides, its stages, its source and its file. */
void method_say(struct text *out, const struct method_listing *method);
/* All methods, by what they are for. */
void methods_say(struct text *out, const struct method_listing *methods, size_t count);

#endif
