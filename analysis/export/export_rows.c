/* The tables of a results file: one row a proposal, a person, an event ... */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/export/export_parts.h"
#include "analysis/file/hdf_part.h"
#include "analysis/file/results_file.h"
#include "base/require.h"
#include "record/layout.h"

enum { ROWS_AT_ONCE = 1 << 15, INDICES = 3 };

/* One column of the rows that are being written. */
struct strip {
    const char *variable;
    bool whole;
    struct names flags; /* none: it is no category */
    double *numbers;
    int64_t *wholes;
};

static enum status read_strip(struct exporting *exporting, struct strip *strip, size_t first, size_t count)
{
    const struct hdf_part part = {.rank = 1, .start = {first}, .count = {count}};
    int64_t file = exporting->results->file->id;
    bool fine = strip->whole ? hdf_part_wholes(file, strip->variable, &part, strip->wholes)
                             : hdf_part_numbers(file, strip->variable, &part, strip->numbers);
    return fine ? STATUS_FINE
                : results_unfit(exporting->results, exporting->trouble,
                                "variable `%s` cannot be read: the file is damaged", strip->variable);
}

static void write_strip(struct csv *csv, const struct strip *strip, size_t row)
{
    if (!strip->whole)
        csv_number(csv, strip->numbers[row]);
    else if (strip->wholes[row] == HDF_MISSING)
        csv_empty(csv);
    else if (strip->wholes[row] >= 0 && (uint64_t)strip->wholes[row] < strip->flags.count)
        csv_text(csv, strip->flags.names[strip->wholes[row]]);
    else
        csv_whole(csv, strip->wholes[row]);
}

/* Design, replication and site, which stand in the file as places in their dimensions. */
static enum status write_indices(struct exporting *exporting, const struct strip *strips, size_t row)
{
    const struct results *results = exporting->results;
    const int64_t design = strips[0].wholes[row], run = strips[1].wholes[row], site = strips[2].wholes[row];
    if (design < 0 || (size_t)design >= results->designs.count || run < 0 ||
        (size_t)run >= results->most_replications ||
        (site != HDF_MISSING && (site < 0 || (size_t)site >= results->sites.count)))
        return results_unfit(results, exporting->trouble,
                             "a row of `%s` belongs to no run: the file is damaged", strips[0].variable);
    csv_text(&exporting->csv, results->designs.names[design]);
    csv_whole(&exporting->csv, results->first_replication + run);
    csv_text(&exporting->csv, site == HDF_MISSING ? "" : results->sites.names[site]);
    return STATUS_FINE;
}

static struct strip *strips_of(const struct exporting *exporting, const struct results_table *facts,
                               struct arena *arena)
{
    struct strip *strips = ARENA_NEW(arena, struct strip, INDICES + facts->column_count);
    for (size_t i = 0; i < INDICES + facts->column_count; i++) {
        const char *name = i < INDICES ? index_columns[i] : facts->columns[i - INDICES].name;
        strips[i].variable = arena_print(arena, "%s_%s", facts->name, name);
        strips[i].whole = i < INDICES || hdf_is_whole(exporting->results->file->id, strips[i].variable);
        if (i >= INDICES)
            strips[i].flags = results_flag_names(&facts->columns[i - INDICES], arena);
        if (strips[i].whole)
            strips[i].wholes = ARENA_NEW(arena, int64_t, ROWS_AT_ONCE);
        else
            strips[i].numbers = ARENA_NEW(arena, double, ROWS_AT_ONCE);
    }
    return strips;
}

static enum status write_some(struct exporting *exporting, const struct results_table *facts,
                              struct strip *strips, size_t first, size_t count)
{
    enum status status = STATUS_FINE;
    for (size_t i = 0; i < INDICES + facts->column_count && status == STATUS_FINE; i++)
        status = read_strip(exporting, &strips[i], first, count);
    for (size_t row = 0; row < count && status == STATUS_FINE; row++) {
        status = write_indices(exporting, strips, row);
        for (size_t i = INDICES; i < INDICES + facts->column_count && status == STATUS_FINE; i++)
            write_strip(&exporting->csv, &strips[i], row);
        if (status == STATUS_FINE && !export_row(exporting))
            status = STATUS_INTERRUPTED;
    }
    return status;
}

static enum status write_table(struct exporting *exporting, const struct export_table *table)
{
    const struct results_table *facts = &exporting->results->tables[table->index];
    struct arena arena = {0}; /* of this table alone */
    struct strip *strips = strips_of(exporting, facts, &arena);
    enum status status = STATUS_FINE;
    for (size_t first = 0; first < facts->rows && status == STATUS_FINE; first += ROWS_AT_ONCE) {
        size_t left = facts->rows - first;
        status = write_some(exporting, facts, strips, first, left < ROWS_AT_ONCE ? left : ROWS_AT_ONCE);
    }
    arena_free(&arena);
    return status;
}

/* What a column of the results file is here. */
static struct export_column column_of(struct exporting *exporting, const struct results_table *facts,
                                      const struct results_column *column)
{
    const char *variable = arena_print(&exporting->arena, "%s_%s", facts->name, column->name);
    const bool whole = hdf_is_whole(exporting->results->file->id, variable);
    return (struct export_column){
        .name = column->name,
        .datatype = column->flags != NULL ? EXPORT_TEXT
                    : whole               ? EXPORT_WHOLE
                                          : EXPORT_NUMBER,
        .meaning = *column->meaning == '\0' ? column->name : column->meaning,
        .unit = *column->unit == '\0' || strcmp(column->unit, "1") == 0 ? NULL : column->unit,
        .flags = column->flags,
    };
}

static void describe_columns(struct exporting *exporting, const struct results_table *facts,
                             struct export_column *columns)
{
    static const struct export_column indices[INDICES] = {
        {.name = LAYOUT_DESIGN,
         .datatype = EXPORT_TEXT,
         .meaning = "the design of the run",
         .refers = "designs.design"},
        {.name = LAYOUT_REPLICATION,
         .datatype = EXPORT_WHOLE,
         .meaning = "from 1; the same number is the same luck in every design"},
        {.name = LAYOUT_SITE, .datatype = EXPORT_TEXT, .meaning = "where it was"},
    };
    for (size_t i = 0; i < INDICES; i++)
        columns[i] = indices[i];
    for (size_t i = 0; i < facts->column_count; i++)
        columns[INDICES + i] = column_of(exporting, facts, &facts->columns[i]);
}

void export_add_rows(struct exporting *exporting)
{
    struct results *results = exporting->results;
    for (size_t i = 0; i < results->table_count; i++) {
        const struct results_table *facts = &results->tables[i];
        struct export_column *columns =
            ARENA_NEW(&exporting->arena, struct export_column, INDICES + facts->column_count);
        describe_columns(exporting, facts, columns);
        const char *meaning = results_attribute(results, facts->name, LAYOUT_LONG_NAME);
        const struct export_table table = {facts->name, *meaning == '\0' ? "rows of the runs" : meaning,
                                           columns,     INDICES + facts->column_count,
                                           0,           i,
                                           write_table};
        export_add(exporting, &table);
    }
}
