/* Standard output, and files that appear whole or not at all. */
#ifndef PROGRAM_OUTPUT_H
#define PROGRAM_OUTPUT_H

#include "program/command.h"

/* Prints what the call has to say and closes standard output. STATUS_OUTPUT_LOST, with a sentence, when it
 * could not take everything; without one when the reader went away, as `head` does. */
enum status output_print(struct call *call);

/* Writes a file by way of a temporary name. With OVERWRITE_NEVER an existing file is left alone. */
enum overwrite { OVERWRITE, OVERWRITE_NEVER };
enum status output_file(struct call *call, const char *path, const struct text *text,
                        enum overwrite overwrite);

/* Makes sure that the first three files are open, so that no file of ours becomes "standard output" by
 * accident. */
void output_guard(void);

#endif
