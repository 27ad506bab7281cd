/* Words that organizers use for what has another name here: "facilitator" for hosts, "minutes" for records.
 */
#ifndef PROGRAM_EVERYDAY_H
#define PROGRAM_EVERYDAY_H

#include "base/arena.h"

/* A word as people type it, brought to one form: small letters, no accents, one blank for dashes and the
 * like, no s at the end. */
const char *everyday_form(const char *word, struct arena *arena);
/* The names here that a word means, as `explain` knows them; NULL: it is none of these words. */
const char *const *everyday_names(const char *word, struct arena *arena);
/* All the words, for completion and tests. Returns the count. */
size_t everyday_words(struct arena *arena, const char ***words);

#endif
