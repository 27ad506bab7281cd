#include "bench/table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"

void sample_add(struct sample *sample, double value)
{
    require(sample->count < MOST_REPEATS);
    sample->values[sample->count++] = value;
}

static int by_size(const void *a, const void *b)
{
    const double *one = a, *other = b;
    return *one < *other ? -1 : *one > *other;
}

static struct sample sorted(const struct sample *sample)
{
    struct sample copy = *sample;
    qsort(copy.values, copy.count, sizeof *copy.values, by_size);
    return copy;
}

double sample_median(const struct sample *sample)
{
    return sorted(sample).values[sample->count / 2];
}

double sample_least(const struct sample *sample)
{
    return sorted(sample).values[0];
}

double sample_most(const struct sample *sample)
{
    return sorted(sample).values[sample->count - 1];
}

void table_begin(const char *title, const char *head, const char *beside)
{
    printf("\n%s\n\n| %-46s | %9s | %-19s | %-8s | %-40s |\n", title, head, "median", "least to most", "unit",
           beside);
    printf("|:-----------------------------------------------|----------:|:--------------------|:---------|:-"
           "----------"
           "------------------------------|\n");
}

void table_row(const char *what, const char *unit, const struct sample *sample, const char *beside)
{
    struct sample all = sorted(sample);
    char spread[64];
    snprintf(spread, sizeof spread, "%.3g to %.3g", all.values[0], all.values[all.count - 1]);
    printf("| %-46s | %9.3g | %-19s | %-8s | %-40s |\n", what, all.values[all.count / 2], spread, unit,
           beside);
    fflush(stdout);
}
