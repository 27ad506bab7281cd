/* Which tables are in a file, and what their columns hold. */
#include <string.h>

#include "analysis/file/results_file.h"
#include "record/layout.h"

static bool is_index_column(const char *name)
{
    for (size_t i = 0; i < sizeof index_columns / sizeof *index_columns; i++)
        if (strcmp(name, index_columns[i]) == 0)
            return true;
    return false;
}

/* Bins of a histogram may be called like columns: `group_size` is none of the table `group`. */
static bool lies_elsewhere(struct results *results, const char *name, const struct results_table *table)
{
    const char *dimension =
        hdf_dimension(results->file->id, &results->file->variables, name, 0, &results->arena);
    return hdf_is_dimension(results->file->id, name) ||
           (dimension != NULL && strcmp(dimension, table->name) != 0);
}

/* Columns of `table` among all variables: "proposal_decided" is column "decided" of table "proposal". */
static enum status read_table(struct results *results, const struct names *all, struct results_table *table,
                              struct trouble *trouble)
{
    size_t prefix = strlen(table->name);
    table->columns = ARENA_NEW(&results->arena, struct results_column, all->count);
    for (size_t i = 0; i < all->count; i++) {
        const char *name = all->names[i];
        const struct hdf_facts *facts = &results->file->facts[i];
        const struct hdf_shape shape = facts->shape;
        if (strncmp(name, table->name, prefix) != 0 || name[prefix] != '_' || !facts->is_variable ||
            shape.rank != 1 || lies_elsewhere(results, name, table))
            continue;
        if (shape.kind != HDF_NUMBERS || shape.lengths[0] != table->rows)
            return results_unfit(results, trouble, "column `%s` and its dimension `%s` differ in length",
                                 name, table->name);
        if (is_index_column(name + prefix + 1))
            continue;
        const char *flags = hdf_text_of(facts, LAYOUT_FLAG_MEANINGS);
        table->columns[table->column_count++] = (struct results_column){
            .name = name + prefix + 1,
            .unit = hdf_text_of(facts, LAYOUT_UNITS),
            .meaning = hdf_text_of(facts, LAYOUT_LONG_NAME),
            .flags = *flags == '\0' ? NULL : flags,
        };
    }
    return STATUS_FINE;
}

/* A dimension is a table when its three index columns are there. */
static bool is_table(struct results *results, const char *name, const struct hdf_facts *facts)
{
    if (!facts->is_variable || facts->shape.rank != 1 || facts->shape.kind != HDF_NUMBERS)
        return false;
    for (size_t i = 0; i < sizeof index_columns / sizeof *index_columns; i++) {
        const char *column = arena_print(&results->arena, "%s_%s", name, index_columns[i]);
        const struct hdf_facts *of_column = results_facts(results, column);
        if (of_column == NULL || !of_column->is_variable)
            return false;
    }
    return true;
}

enum status results_read_tables(struct results *results, struct trouble *trouble)
{
    const struct names all = results->file->variables.names;
    struct results_table *tables = ARENA_NEW(&results->arena, struct results_table, all.count);
    results->tables = tables;
    for (size_t i = 0; i < all.count; i++) {
        const struct hdf_facts *facts = &results->file->facts[i];
        struct results_table table = {.name = all.names[i], .rows = facts->shape.lengths[0]};
        if (!is_table(results, table.name, facts))
            continue;
        if (table.rows > MOST_NUMBERS)
            return results_unfit(results, trouble, "table `%s` is larger than this program reads",
                                 table.name);
        enum status status = read_table(results, &all, &table, trouble);
        if (status != STATUS_FINE)
            return status;
        tables[results->table_count++] = table;
    }
    results->file->columns = ARENA_NEW(&results->arena, double **, results->table_count);
    for (size_t i = 0; i < results->table_count; i++)
        results->file->columns[i] = ARENA_NEW(
            &results->arena, double *, tables[i].column_count + sizeof index_columns / sizeof *index_columns);
    return STATUS_FINE;
}
