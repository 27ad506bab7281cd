/* A shell script that has the runs of a scenario carried out in parts by the queue of a cluster, and merged.
 */
#ifndef PROGRAM_CLUSTER_H
#define PROGRAM_CLUSTER_H

#include "models/experiment/experiment.h"
#include "program/command.h"

/* Writes it into the call's output. `scenario` and `target` are written as the user wrote them; how many
 * parts there are, and the memory and time to ask for, come from a few runs that are tried (forecast.h). */
enum status cluster_script(struct call *call, const struct experiment_request *request, const char *scenario,
                           const char *target);

#endif
