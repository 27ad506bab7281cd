/* Limits that are given when runs are continued or merged. A limit changes no number, so the runs still
 * belong together. */
#ifndef PROGRAM_LATER_LIMITS_H
#define PROGRAM_LATER_LIMITS_H

#include "models/experiment/experiment.h"
#include "program/command.h"

/* STATUS_USAGE with a sentence where another setting than a limit is given. */
enum status later_limits_judge(struct call *call);
/* Adds those of the command line after the settings that were kept, and to the command. */
void later_limits_set(struct call *call, struct experiment_request *request);

#endif
