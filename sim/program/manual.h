/* Help, manual page and shell completion, generated from the tables of commands and options. */
#ifndef PROGRAM_MANUAL_H
#define PROGRAM_MANUAL_H

#include "program/command.h"

void manual_overview(const struct command_list *list, struct text *out);
void manual_command(const struct command *command, struct text *out);
/* `command` NULL: the program as a whole. */
void manual_roff(const struct command_list *list, const struct command *command, struct text *out);

#endif
