/* A method as an organizer would read it: one stage after the other, with how long it takes, who sits with
 * whom, who speaks, and about what. Everything is said in the words of the rules that the stages name, so
 * that a new rule has its words here at once. */
#ifndef GATHERING_RUN_SHEET_H
#define GATHERING_RUN_SHEET_H

#include "gathering/method.h"

/* Lines, each with a line end; those that say more of a stage begin with blanks. Lives in `arena`. */
const char *method_run_sheet(const struct method *method, struct arena *arena);

#endif
