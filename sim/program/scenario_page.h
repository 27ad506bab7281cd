/* groundswell-scenario(5): what a scenario file may say, from the tables that read it. */
#ifndef PROGRAM_SCENARIO_PAGE_H
#define PROGRAM_SCENARIO_PAGE_H

#include "program/command.h"

void scenario_page(struct call *call, struct text *out);

#endif
