/* What the word under the cursor could become: names of commands and options from their tables, and values by
 * what the tables call them (FILE, SCENARIO, DESIGN, MEASURE ...).
 *
 * The shells' scripts are a few lines each: they ask `groundswell complete -- WORD...` and show what it says.
 * So all shells know the same, and nothing is said twice.
 */
#ifndef PROGRAM_COMPLETION_H
#define PROGRAM_COMPLETION_H

#include "program/command.h"

/* Words that the shell would show, a line each: the whole word, a tab, a few words on it. A line ":files"
 * says that files fit too. `words` are those after the program's name; the last one is to be completed, and
 * may be empty. */
void completion_words(struct call *call, const char *const *words, size_t count);

/* The script of a shell; false when it is none that we know. "": bash. */
bool completion_script(const char *shell, struct text *out);
extern const char *const completion_shells[]; /* ends with NULL */

#endif
