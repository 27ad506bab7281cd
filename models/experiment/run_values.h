/* One number of a run that is in, for who decides which runs come next. */
#ifndef EXPERIMENT_RUN_VALUES_H
#define EXPERIMENT_RUN_VALUES_H

#include "experiment/experiment_parts.h"

/* Where the measure stands in the record; OUTCOME_ABSENT where it is not one number of a run that is kept. */
size_t run_measure(const struct experiment *experiment, const char *name);
/* The mean of the sites that have one; NaN where none has. */
double run_value(const struct experiment *experiment, const struct record *record, size_t measure,
                 const struct run_order *order);

#endif
