#include "program/extension.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"

/* A table of the file: its columns in the order of the shape, and where the rows of each run begin. */
struct extension_table {
    const double *site;
    const double **columns;
    size_t *starts; /* by replication, then design; one more than there are runs */
};

enum { MOST_TAKEN_COLUMNS = 256 };

struct extension {
    struct results *results;
    const struct record_shape *shape;
    size_t *measures;       /* of the shape, as places in the file */
    const double **numbers; /* of the scenario itself */
    const double **worlds;  /* by measure; NULL: the file has none, or it is none of whole runs */
    struct extension_table *tables;
    struct arena arena;
};

static enum status lacking(const struct extension *extension, const char *name, struct trouble *trouble)
{
    return trouble_add(trouble, STATUS_BAD_INPUT, (struct place){.file = extension->results->path},
                       "this file cannot be extended: `%s` is not in it as its scenario would have it", name);
}

static bool fits(const struct measure *measure, const struct results_measure *facts,
                 const struct record_shape *shape)
{
    static const enum extent extents[] = {
        [MEASURE_RUN] = EXTENT_RUN, [MEASURE_TIME] = EXTENT_TIME, [MEASURE_BIN] = EXTENT_BIN};
    const size_t length = measure->shape == MEASURE_RUN    ? 1
                          : measure->shape == MEASURE_TIME ? shape->times
                                                           : measure->bins;
    const size_t sites = measure->scope == SCOPE_MOVEMENT ? 1 : shape->sites;
    return extents[measure->shape] == facts->extent && facts->length == length && facts->sites == sites &&
           facts->of_movement == (measure->scope == SCOPE_MOVEMENT);
}

static enum status read_measures(struct extension *extension, struct trouble *trouble)
{
    struct results *results = extension->results;
    const struct record_shape *shape = extension->shape;
    extension->measures = ARENA_NEW(&extension->arena, size_t, shape->measure_count);
    extension->numbers = ARENA_NEW(&extension->arena, const double *, shape->measure_count);
    extension->worlds = ARENA_NEW(&extension->arena, const double *, shape->measure_count);
    for (size_t i = 0; i < shape->measure_count; i++) {
        const struct measure *measure = shape->measures[i];
        size_t found = results_find_measure(results, measure->name);
        if (found == NOT_FOUND || !fits(measure, &results->measures[found], shape))
            return lacking(extension, measure->name, trouble);
        extension->measures[i] = found;
        extension->numbers[i] = results_load(results, found, trouble);
        if (extension->numbers[i] != NULL && results_any_worlds(results)->count > 0 &&
            measure->shape == MEASURE_RUN)
            extension->worlds[i] = results_load_worlds(results, found, trouble);
        if (trouble->count > 0)
            return trouble_status(trouble);
    }
    return STATUS_FINE;
}

/* Rows stand by replication, then design: where the runs begin. False when they do not. */
static bool find_starts(const struct extension *extension, struct extension_table *table,
                        const double *designs, const double *replications, size_t rows)
{
    const size_t count = extension->results->designs.count, runs = extension->results->replications * count;
    size_t row = 0;
    for (size_t run = 0; run < runs; run++) {
        const size_t replication = run / count, design = run % count;
        table->starts[run] = row;
        while (row < rows && replications[row] == (double)replication && designs[row] == (double)design)
            row++;
    }
    table->starts[runs] = row;
    return row == rows;
}

/* What outcome_row takes: a damaged file may hold anything. */
static bool can_take(const struct column *column, double value)
{
    size_t flags = 1;
    for (const char *at = column->flags; at != NULL && *at != '\0'; at++)
        flags += *at == ' ' ? 1 : 0;
    if (isnan(value) || column->kind == COLUMN_REAL)
        return true;
    return value == floor(value) && fabs(value) <= (double)(INT64_C(1) << 53) &&
           (column->kind != COLUMN_FLAG || (value >= 0 && value < (double)flags));
}

static bool rows_are_sound(const struct extension *extension, size_t which, size_t rows)
{
    const struct table *table = extension->shape->tables[which];
    const struct extension_table *own = &extension->tables[which];
    if (table->count > MOST_TAKEN_COLUMNS)
        return false;
    for (size_t row = 0; row < rows; row++) {
        if (!(own->site[row] >= 0 && own->site[row] < extension->shape->sites))
            return false;
        for (size_t i = 0; i < table->count; i++)
            if (!can_take(&table->columns[i], own->columns[i][row]))
                return false;
    }
    return true;
}

static enum status read_table(struct extension *extension, size_t which, struct trouble *trouble)
{
    struct results *results = extension->results;
    const struct table *table = extension->shape->tables[which];
    struct extension_table *own = &extension->tables[which];
    const size_t found = results_find_table(results, table->name);
    if (found == NOT_FOUND || results->tables[found].column_count != table->count)
        return lacking(extension, table->name, trouble);
    own->columns = ARENA_NEW(&extension->arena, const double *, table->count + 1);
    own->starts = ARENA_NEW(&extension->arena, size_t, results->replications * results->designs.count + 1);
    for (size_t i = 0; i < table->count && trouble->count == 0; i++)
        own->columns[i] = results_column(results, found, table->columns[i].name, trouble);
    own->site = results_column(results, found, "site", trouble);
    const double *designs = results_column(results, found, "design", trouble);
    const double *replications = results_column(results, found, "replication", trouble);
    if (trouble->count > 0)
        return trouble_status(trouble);
    const size_t rows = results->tables[found].rows;
    return rows_are_sound(extension, which, rows) && find_starts(extension, own, designs, replications, rows)
               ? STATUS_FINE
               : lacking(extension, table->name, trouble);
}

struct extension *extension_open(struct results *results, const struct record_shape *shape,
                                 struct trouble *trouble)
{
    struct extension *extension = must_allocate(1, sizeof *extension);
    extension->results = results;
    extension->shape = shape;
    extension->tables = ARENA_NEW(&extension->arena, struct extension_table, shape->table_count + 1);
    enum status status = read_measures(extension, trouble);
    for (size_t i = 0; i < shape->table_count && status == STATUS_FINE; i++)
        status = read_table(extension, i, trouble);
    if (status == STATUS_FINE)
        return extension;
    extension_close(extension);
    return NULL;
}

void extension_close(struct extension *extension)
{
    if (extension == NULL)
        return;
    results_close(extension->results);
    struct arena arena = extension->arena;
    free(extension);
    arena_free(&arena);
}

/* --- one run --- */

static void put_numbers(const struct extension *extension, size_t which, const double *numbers,
                        struct outcome *outcome)
{
    const struct results_measure *facts = &extension->results->measures[extension->measures[which]];
    for (size_t site = 0; site < facts->sites; site++)
        for (size_t i = 0; i < facts->length; i++)
            outcome_put(outcome, which, (uint32_t)site, (uint32_t)i, numbers[site * facts->length + i]);
}

static void put_rows(const struct extension *extension, size_t which, size_t run, struct outcome *outcome)
{
    const struct extension_table *table = &extension->tables[which];
    const size_t columns = extension->shape->tables[which]->count;
    double values[MOST_TAKEN_COLUMNS];
    require(columns <= MOST_TAKEN_COLUMNS);
    for (size_t row = table->starts[run]; row < table->starts[run + 1]; row++) {
        for (size_t i = 0; i < columns; i++)
            values[i] = table->columns[i][row];
        outcome_row(outcome, which, (uint32_t)table->site[row], values);
    }
}

static bool take_base(const struct extension *extension, const struct run_order *order,
                      struct outcome *outcome)
{
    const struct results *results = extension->results;
    if (order->replication >= results->runs[order->design])
        return false;
    const size_t run = (size_t)order->design * results->most_replications + order->replication;
    for (size_t i = 0; i < extension->shape->measure_count; i++) {
        const struct results_measure *facts = &results->measures[extension->measures[i]];
        put_numbers(extension, i, extension->numbers[i] + run * facts->sites * facts->length, outcome);
    }
    for (size_t i = 0; i < extension->shape->table_count; i++)
        put_rows(extension, i, order->replication * results->designs.count + order->design, outcome);
    return true;
}

static bool take_variant(const struct extension *extension, const struct run_order *order,
                         struct outcome *outcome)
{
    const struct results *results = extension->results;
    if (order->replication >= results->variants[order->variant].replications)
        return false;
    double *values = must_allocate(results->most_replications, sizeof *values);
    for (size_t i = 0; i < extension->shape->measure_count; i++) {
        if (extension->shape->measures[i]->shape != MEASURE_RUN)
            continue;
        const size_t found = extension->measures[i];
        for (size_t site = 0; site < results->measures[found].sites; site++) {
            results_run_values(results, found, order->variant, order->design, site, values);
            outcome_put(outcome, i, (uint32_t)site, 0, values[order->replication]);
        }
    }
    free(values);
    return true;
}

static bool take_world(const struct extension *extension, const struct run_order *order,
                       struct outcome *outcome)
{
    const struct results *results = extension->results;
    const struct results_worlds *worlds = results_any_worlds(results);
    const size_t world = order->variant - results->variant_count;
    if (world >= worlds->count || order->replication >= worlds->runs[world])
        return false;
    const size_t run =
        (world * results->designs.count + order->design) * worlds->most_runs + order->replication;
    for (size_t i = 0; i < extension->shape->measure_count; i++)
        if (extension->worlds[i] != NULL)
            put_numbers(extension, i,
                        extension->worlds[i] + run * results->measures[extension->measures[i]].sites,
                        outcome);
    return true;
}

bool extension_take(const struct extension *extension, const struct run_order *order, struct outcome *outcome)
{
    if (order->variant == 0)
        return take_base(extension, order, outcome);
    return order->variant < extension->results->variant_count ? take_variant(extension, order, outcome)
                                                              : take_world(extension, order, outcome);
}

/* --- whether it is what the scenario gives --- */

static bool same_number(double a, double b)
{
    return a == b || (isnan(a) && isnan(b));
}

static bool same_numbers(const struct extension *extension, size_t which, const struct outcome *one,
                         const struct outcome *other)
{
    const struct results_measure *facts = &extension->results->measures[extension->measures[which]];
    for (uint32_t site = 0; site < facts->sites; site++)
        for (uint32_t i = 0; i < facts->length; i++)
            if (!same_number(outcome_at(one, which, site, i), outcome_at(other, which, site, i)))
                return false;
    return true;
}

static bool same_rows(const struct extension *extension, size_t which, const struct outcome *one,
                      const struct outcome *other)
{
    const size_t rows = outcome_rows(one, which), columns = extension->shape->tables[which]->count;
    if (rows != outcome_rows(other, which))
        return false;
    for (size_t row = 0; row < rows; row++)
        for (size_t i = 0; i < columns; i++)
            if (!same_number(outcome_cell(one, which, row, i), outcome_cell(other, which, row, i)))
                return false;
    return true;
}

enum status extension_try(const struct extension *extension, const struct experiment *experiment,
                          struct trouble *trouble)
{
    static const struct run_order first = {0};
    struct outcome *kept = outcome_new(extension->shape), *anew = outcome_new(extension->shape);
    struct run_tally tally = {0};
    bool same =
        extension_take(extension, &first, kept) && experiment_run(experiment, &first, NULL, anew, &tally);
    for (size_t i = 0; i < extension->shape->measure_count && same; i++)
        same = same_numbers(extension, i, kept, anew);
    for (size_t i = 0; i < extension->shape->table_count && same; i++)
        same = same_rows(extension, i, kept, anew);
    outcome_free(kept);
    outcome_free(anew);
    if (same)
        return STATUS_FINE;
    return trouble_add(trouble, STATUS_BAD_INPUT, (struct place){.file = extension->results->path},
                       "this file cannot be extended: its first run is not what its own scenario gives, so "
                       "it is damaged or was "
                       "changed after it was made");
}
