/* Words that organizers use for what has another name here: "facilitator" for hosts, "minutes" for records.
 */
#ifndef PROGRAM_EVERYDAY_H
#define PROGRAM_EVERYDAY_H

#include "base/arena.h"
#include "base/trouble.h"

/* A word as people type it, brought to one form: small letters, no accents, one blank for dashes and the
 * like, no s at the end. */
const char *everyday_form(const char *word, struct arena *arena);
/* The words and what they mean, from data/everyday-words.yml in the folder of the shipped scenarios. NULL
 * with trouble when the file cannot be read. */
struct everyday;
const struct everyday *everyday_read(const char *library, struct arena *arena, struct trouble *trouble);
/* The names here that a word means, as `explain` knows them, up to NULL; NULL: it is none of these words. */
const char *const *everyday_names(const struct everyday *everyday, const char *word, struct arena *arena);
/* All the words, for tests. Returns the count. */
size_t everyday_words(const struct everyday *everyday, struct arena *arena, const char ***words);

#endif
