#include "experiment/run_values.h"

#include <math.h>
#include <string.h>

size_t run_measure(const struct experiment *experiment, const char *name)
{
    for (size_t i = 0; i < experiment->shape.measure_count; i++)
        if (strcmp(experiment->shape.measures[i]->name, name) == 0)
            return experiment->shape.measures[i]->shape == MEASURE_RUN ? i : OUTCOME_ABSENT;
    return OUTCOME_ABSENT;
}

double run_value(const struct experiment *experiment, const struct record *record, size_t measure,
                 const struct run_order *order)
{
    const bool whole = experiment->shape.measures[measure]->scope == SCOPE_MOVEMENT;
    double sum = 0, count = 0;
    for (uint32_t site = 0; site < (whole ? 1 : experiment->shape.sites); site++) {
        double value = record_value(record, order, measure, site);
        sum += isnan(value) ? 0 : value;
        count += isnan(value) ? 0 : 1;
    }
    return sum / count;
}
