/* The numbers of results by name, wherever they come from (struct results_source). */
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/file/results_file.h"
#include "analysis/plain/plain.h"
#include "base/require.h"

enum status results_unfit(const struct results *results, struct trouble *trouble, const char *format, ...)
{
    char sentence[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    struct text plain = {0};
    say_plain(&plain, sentence);
    trouble_add(trouble, STATUS_BAD_INPUT, (struct place){.file = results->path}, "%s",
                plain.bytes == NULL ? "" : plain.bytes);
    text_free(&plain);
    return STATUS_BAD_INPUT;
}

struct results *results_new(const char *path, const struct results_source *source)
{
    struct results *results = must_allocate(1, sizeof *results);
    results->path = arena_text(&results->arena, path, strlen(path));
    results->file = ARENA_NEW(&results->arena, struct results_file, 1);
    results->file->source = source;
    return results;
}

void results_close(struct results *results)
{
    if (results == NULL)
        return;
    results->file->source->close(results);
    struct arena arena = results->arena; /* holds everything but this struct */
    free(results);
    arena_free(&arena);
}

size_t results_run_values(const struct results *results, size_t measure, size_t variant, size_t design,
                          size_t site, double *values)
{
    require(measure < results->measure_count && results->measures[measure].extent == EXTENT_RUN);
    require(variant < results->variant_count && design < results->designs.count);
    require(site == ALL_SITES || site < results->sites.count);
    size_t sites = results->measures[measure].sites, stride = results->most_replications * sites;
    size_t count = variant == 0 ? results->runs[design] : results->variants[variant].replications;
    const double *numbers = results->file->run[measure];
    if (variant > 0) {
        numbers = results->file->variant_run[measure];
        if (numbers == NULL)
            return 0;
        numbers += variant * results->designs.count * stride;
    }
    numbers += design * stride;
    site = results->measures[measure].of_movement ? ALL_SITES : site;
    for (size_t i = 0; i < count; i++)
        values[i] = results_over_sites(&results->measures[measure], numbers + i * sites, 1, 0, site);
    return count;
}

const double *results_load(struct results *results, size_t measure, struct trouble *trouble)
{
    require(measure < results->measure_count);
    if (results->measures[measure].extent == EXTENT_RUN)
        return results->file->run[measure];
    double **loaded = &results->file->loaded[measure];
    if (*loaded == NULL)
        *loaded = results->file->source->measure(results, measure, trouble);
    return *loaded;
}

bool results_any_value(struct results *results, size_t measure)
{
    struct trouble trouble = {0};
    const double *numbers = results_load(results, measure, &trouble);
    trouble_free(&trouble);
    const struct results_measure *facts = &results->measures[measure];
    size_t count = results->designs.count * results->most_replications * facts->sites * facts->length;
    for (size_t i = 0; numbers != NULL && i < count; i++)
        if (isfinite(numbers[i]))
            return true;
    return false;
}

void results_course(const struct results *results, size_t measure, const double *loaded, size_t design,
                    size_t replication, size_t site, double *values)
{
    require(measure < results->measure_count && design < results->designs.count);
    require(replication < results->runs[design] && (site == ALL_SITES || site < results->sites.count));
    size_t length = results->measures[measure].length, sites = results->measures[measure].sites;
    site = results->measures[measure].of_movement ? ALL_SITES : site;
    const double *numbers = loaded + (design * results->most_replications + replication) * sites * length;
    for (size_t i = 0; i < length; i++)
        values[i] = results_over_sites(&results->measures[measure], numbers, length, i, site);
}

const double *results_column(struct results *results, size_t table, const char *column,
                             struct trouble *trouble)
{
    require(table < results->table_count);
    const struct results_table *facts = &results->tables[table];
    size_t index = results_find_column(facts, column);
    if (index == NOT_FOUND) {
        results_unfit(results, trouble, "this results file lacks its variable `%s_%s`", facts->name, column);
        return NULL;
    }
    double **read = &results->file->columns[table][index];
    if (*read == NULL)
        *read = results->file->source->column(results, table, index, trouble);
    return *read;
}

const double *results_load_courses(struct results *results, size_t measure, struct trouble *trouble)
{
    double **loaded = &results->file->courses[measure];
    if (*loaded == NULL)
        *loaded = results->file->source->courses(results, measure, trouble);
    return *loaded;
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

const struct results_worlds *results_any_worlds(const struct results *results)
{
    return results->choice != NULL ? &results->choice->weeks : results->worlds;
}

const double *results_load_worlds(struct results *results, size_t measure, struct trouble *trouble)
{
    require(measure < results->measure_count && results->measures[measure].extent == EXTENT_RUN);
    require(results_any_worlds(results)->count > 0);
    double **loaded = &results->file->worlds[measure];
    if (*loaded == NULL)
        *loaded = results->file->source->worlds(results, measure, trouble);
    return *loaded;
}

size_t results_world_values(const struct results *results, size_t measure, const double *loaded, size_t world,
                            size_t design, size_t site, double *values)
{
    const struct results_measure *facts = &results->measures[measure];
    const struct results_worlds *worlds = results_any_worlds(results);
    require(world < worlds->count && design < results->designs.count);
    const double *numbers =
        loaded + (world * results->designs.count + design) * worlds->most_runs * facts->sites;
    for (size_t i = 0; i < worlds->runs[world]; i++)
        values[i] = results_over_sites(facts, numbers + i * facts->sites, 1, 0,
                                       facts->of_movement ? ALL_SITES : site);
    return worlds->runs[world];
}

size_t results_pairs(const struct results *results, size_t variant, size_t design, size_t other)
{
    if (variant > 0)
        return results->variants[variant].replications;
    return results->runs[design] < results->runs[other] ? results->runs[design] : results->runs[other];
}

size_t results_fewest(const struct results *results)
{
    size_t fewest = results->replications;
    for (size_t i = 0; i < results->designs.count; i++)
        fewest = results->runs[i] < fewest ? results->runs[i] : fewest;
    return fewest;
}
