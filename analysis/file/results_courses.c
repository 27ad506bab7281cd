/* Measures over time of the runs of variants, in files that keep them. */
#include "analysis/file/results_file.h"
#include "record/layout.h"

double *results_read_courses(struct results *results, size_t measure, struct trouble *trouble)
{
    const struct results_measure *facts = &results->measures[measure];
    const char *path = arena_print(&results->arena, "%s/%s", LAYOUT_VARIANTS, facts->name);
    size_t count = results->variant_count * results->designs.count * results->most_replications *
                   facts->sites * facts->length;
    double *numbers = ARENA_TO_FILL(&results->arena, double, count);
    if (hdf_numbers(results->file->id, path, numbers, count))
        return numbers;
    results_unfit(results, trouble, "`%s` cannot be read: the file is damaged", path);
    return NULL;
}
