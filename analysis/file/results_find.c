/* Finding by name. */
#include <string.h>

#include "analysis/file/results.h"

size_t results_find_measure(const struct results *results, const char *name)
{
    for (size_t i = 0; i < results->measure_count; i++)
        if (strcmp(results->measures[i].name, name) == 0)
            return i;
    return NOT_FOUND;
}

size_t results_find_role(const struct results *results, const char *role)
{
    for (size_t i = 0; i < results->measure_count; i++)
        if (strcmp(results->measures[i].role, role) == 0)
            return i;
    return NOT_FOUND;
}

size_t results_find_design(const struct results *results, const char *name)
{
    for (size_t i = 0; i < results->designs.count; i++)
        if (strcmp(results->designs.names[i], name) == 0)
            return i;
    return NOT_FOUND;
}
