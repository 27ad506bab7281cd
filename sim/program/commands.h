/* The list of all commands, for main.c alone. */
#ifndef PROGRAM_COMMANDS_H
#define PROGRAM_COMMANDS_H

#include "program/command.h"

/* In the order in which help shows them. */
extern const struct command_list all_commands;

#endif
