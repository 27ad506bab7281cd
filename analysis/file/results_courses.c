/* Measures over time of the runs of variants, in files that keep them. */
#include "analysis/file/results_file.h"
#include "base/require.h"
#include "record/layout.h"

const double *results_load_courses(struct results *results, size_t measure, struct trouble *trouble)
{
    const struct results_measure *facts = &results->measures[measure];
    double **loaded = &results->file->courses[measure];
    if (*loaded != NULL)
        return *loaded;
    const char *path = arena_print(&results->arena, "%s/%s", LAYOUT_VARIANTS, facts->name);
    size_t count = results->variant_count * results->designs.count * results->most_replications *
                   facts->sites * facts->length;
    double *numbers = ARENA_NEW(&results->arena, double, count);
    if (!hdf_numbers(results->file->id, path, numbers, count)) {
        results_unfit(results, trouble, "`%s` cannot be read: the file is damaged", path);
        return NULL;
    }
    *loaded = numbers;
    return numbers;
}

bool results_variant_course(struct results *results, size_t measure, size_t variant, size_t design,
                            size_t replication, double *values, struct trouble *trouble)
{
    const struct results_measure *facts = &results->measures[measure];
    require(results->keeps_courses && facts->extent == EXTENT_TIME && variant < results->variant_count);
    require(design < results->designs.count && replication < results->variants[variant].replications);
    const double *numbers = results_load_courses(results, measure, trouble);
    if (numbers == NULL)
        return false;
    numbers += ((variant * results->designs.count + design) * results->most_replications + replication) *
               facts->sites * facts->length;
    for (size_t i = 0; i < facts->length; i++)
        values[i] = results_over_sites(facts, numbers, facts->length, i, ALL_SITES);
    return true;
}
