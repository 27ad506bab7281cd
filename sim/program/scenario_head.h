/* The first line of a scenario that the program writes. */
#ifndef PROGRAM_SCENARIO_HEAD_H
#define PROGRAM_SCENARIO_HEAD_H

#include "program/command.h"

#define HEAD_MODELINE "# yaml-language-server:"

/* Says where the schema lies, by its whole path, since the new file lies elsewhere; so that editors find it.
 * Nothing where that path has blanks: they would read it up to the first one. */
void head_modeline(struct call *call, struct text *out);

#endif
