/* The list of all commands. main.c hands it to each call, so that help reads it there (struct call) and no
 * command includes this. */
#ifndef PROGRAM_COMMANDS_H
#define PROGRAM_COMMANDS_H

#include "program/command.h"

/* In the order in which help shows them. */
extern const struct command_list all_commands;

#endif
