/* Standard output. */
#ifndef PROGRAM_OUTPUT_H
#define PROGRAM_OUTPUT_H

#include "program/command.h"

/* Prints what the call has to say and closes standard output. STATUS_OUTPUT_LOST, with a sentence, when it
 * could not take everything; without one when the reader went away, as `head` does. */
enum status output_print(struct call *call);

/* Makes sure that the first three files are open, so that no file of ours becomes "standard output" by
 * accident. */
void output_guard(void);

#endif
