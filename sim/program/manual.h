/* Help, manual page and shell completion, generated from the tables of commands and options. */
#ifndef PROGRAM_MANUAL_H
#define PROGRAM_MANUAL_H

#include "program/command.h"

void manual_overview(struct text *out);
void manual_command(const struct command *command, struct text *out);
void manual_roff(const struct command *command, struct text *out); /* NULL: the program as a whole */
void manual_completion(struct text *out);

#endif
