/* A measure, a table of the results file, or a method, with all fields of its row, for programs. */
#ifndef PROGRAM_ROW_JSON_H
#define PROGRAM_ROW_JSON_H

#include <jansson.h>

#include "models/experiment/experiment.h"

json_t *measure_json(const struct measure *measure);
json_t *table_json(const struct table *table);
json_t *method_json(const struct method_listing *method);

#endif
