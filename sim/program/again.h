/* What a results file keeps of its making, as a request for the same runs. */
#ifndef PROGRAM_AGAIN_H
#define PROGRAM_AGAIN_H

#include "analysis/file/results.h"
#include "models/experiment/experiment.h"
#include "program/command.h"

/* The scenario, the settings laid over it and the methods, copied, so that the file need not stay open.
 * STATUS_BAD_INPUT with a sentence where it does not keep its scenario. */
enum status made_again(struct call *call, const struct results *results, struct experiment_request *request);
/* Whether it was this very build that made them: only then the same runs have the same bytes. */
bool made_by_this_build(const struct provenance *made);

#endif
