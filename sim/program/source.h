/* Results to look at: a results file, or a scenario that is run for the occasion. */
#ifndef PROGRAM_SOURCE_H
#define PROGRAM_SOURCE_H

#include "analysis/file/results.h"
#include "program/command.h"

struct source {
    struct results *results;
};

enum status source_open(struct call *call, const char *name, struct source *source);
/* Whether a name stands for a results file and not for a scenario. */
bool source_is_results(const char *name);
void source_close(struct source *source);

#endif
