#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "record/layout.h"
#include "record/results.h"

/* What netCDF takes for missing when nothing else is said. */
static const int8_t no_flag = -127;
static const int32_t no_whole = -2147483647;
static const int64_t no_long_whole = -9223372036854775806;
static const double no_real = NAN;

struct table_writer {
    struct results *results;
    const struct table *table;
    size_t which;
    uint64_t rows;
    struct hdf5_axis *axis;
    double *column;  /* of all runs, as doubles */
    void *converted; /* the same as it is written */
};

static uint64_t rows_of(const struct results *results, uint64_t run, size_t which)
{
    return results->runs->rows[run * results->plan->shape.table_count + which];
}

/* Column 0 holds the sites. */
static void collect(struct table_writer *writer, size_t column)
{
    struct results *results = writer->results;
    const size_t tables = results->plan->shape.table_count;
    double *next = writer->column;
    for (uint64_t run = 0; run < results->runs->base_slots; run++) {
        const uint64_t *rows = results->runs->rows + run * tables;
        uint64_t start = outcome_column_start(results->layout, rows, writer->which, column);
        if (rows[writer->which] > 0)
            results_read(results, run, start, next, rows[writer->which] * OUTCOME_WORD);
        next += rows[writer->which];
    }
}

static char *variable_name(const struct table_writer *writer, const char *column)
{
    struct text name = {0};
    text_print(&name, "%s_%s", writer->table->name, column);
    return name.bytes;
}

static hid_t column_create(struct table_writer *writer, const char *column, hid_t type, const void *filler)
{
    char *name = variable_name(writer, column);
    struct hdf5_file *file = &writer->results->file;
    hid_t variable = hdf5_create(file, &(struct hdf5_variable){.name = name,
                                                               .group = file->file,
                                                               .type = type,
                                                               .filler = filler,
                                                               .axes = {writer->axis},
                                                               .rank = 1});
    free(name);
    return variable;
}

/* Says to which entry of a dimension of the file each row belongs. */
static void write_index(struct table_writer *writer, const char *dimension)
{
    struct text meaning = {0};
    text_print(&meaning, "index into the dimension %s, from 0", dimension);
    hid_t variable = column_create(writer, dimension, H5T_STD_I32LE, NULL);
    hdf5_text(&writer->results->file, variable, LAYOUT_UNITS, "1");
    hdf5_text(&writer->results->file, variable, LAYOUT_LONG_NAME, meaning.bytes);
    if (writer->rows > 0)
        hdf5_write(&writer->results->file, variable, H5T_NATIVE_INT32, writer->converted);
    hdf5_close_variable(&writer->results->file, variable);
    text_free(&meaning);
}

enum run_part { PART_DESIGN, PART_REPLICATION };

static void write_run_index(struct table_writer *writer, enum run_part part, const char *dimension)
{
    const uint64_t designs = writer->results->plan->design_count;
    int32_t *entry = writer->converted;
    for (uint64_t run = 0; run < writer->results->runs->base_slots; run++)
        for (uint64_t row = 0; row < rows_of(writer->results, run, writer->which); row++)
            *entry++ = (int32_t)(part == PART_DESIGN ? run % designs : run / designs);
    write_index(writer, dimension);
}

static void write_site_index(struct table_writer *writer)
{
    collect(writer, 0);
    int32_t *entries = writer->converted;
    for (uint64_t row = 0; row < writer->rows; row++)
        entries[row] = (int32_t)writer->column[row];
    write_index(writer, LAYOUT_SITE);
}

static hid_t write_whole(struct table_writer *writer, const char *name)
{
    struct hdf5_file *file = &writer->results->file;
    bool wide = false;
    for (uint64_t row = 0; row < writer->rows; row++)
        wide = wide || fabs(writer->column[row]) > INT32_MAX - 1;
    hid_t variable = wide ? column_create(writer, name, H5T_STD_I64LE, &no_long_whole)
                          : column_create(writer, name, H5T_STD_I32LE, &no_whole);
    int64_t *entries = writer->converted;
    for (uint64_t row = 0; row < writer->rows; row++) {
        int64_t missing = wide ? no_long_whole : no_whole;
        entries[row] = isnan(writer->column[row]) ? missing : (int64_t)writer->column[row];
    }
    if (writer->rows > 0)
        hdf5_write(file, variable, H5T_NATIVE_INT64, entries);
    return variable;
}

static hid_t write_flags(struct table_writer *writer, const struct column *column)
{
    struct hdf5_file *file = &writer->results->file;
    hid_t variable = column_create(writer, column->name, H5T_STD_I8LE, &no_flag);
    int8_t values[INT8_MAX + 1];
    size_t count = column_flags(column);
    require(count > 0 && count <= sizeof values);
    for (size_t i = 0; i < count; i++)
        values[i] = (int8_t)i;
    hdf5_numbers(file, variable, LAYOUT_FLAG_VALUES, H5T_STD_I8LE, values, count);
    hdf5_text(file, variable, LAYOUT_FLAG_MEANINGS, column->flags);
    int8_t *entries = writer->converted;
    for (uint64_t row = 0; row < writer->rows; row++) {
        double value = writer->column[row];
        require(isnan(value) || value < (double)count);
        entries[row] = isnan(value) ? no_flag : (int8_t)value;
    }
    if (writer->rows > 0)
        hdf5_write(file, variable, H5T_NATIVE_INT8, entries);
    return variable;
}

static hid_t write_reals(struct table_writer *writer, const char *name)
{
    hid_t variable = column_create(writer, name, H5T_IEEE_F64LE, &no_real);
    if (writer->rows > 0)
        hdf5_write(&writer->results->file, variable, H5T_NATIVE_DOUBLE, writer->column);
    return variable;
}

static void write_column(struct table_writer *writer, const struct column *column)
{
    hid_t variable = H5I_INVALID_HID;
    switch (column->kind) {
    case COLUMN_REAL:
        variable = write_reals(writer, column->name);
        break;
    case COLUMN_WHOLE:
        variable = write_whole(writer, column->name);
        break;
    case COLUMN_FLAG:
        variable = write_flags(writer, column);
        break;
    }
    hdf5_text(&writer->results->file, variable, LAYOUT_UNITS, column->unit);
    hdf5_text(&writer->results->file, variable, LAYOUT_LONG_NAME, column->meaning);
    hdf5_close_variable(&writer->results->file, variable);
}

static void write_axis(struct table_writer *writer)
{
    struct hdf5_file *file = &writer->results->file;
    int32_t *entries = writer->converted;
    for (uint64_t row = 0; row < writer->rows; row++)
        entries[row] = (int32_t)row;
    writer->axis = hdf5_number_axis(file, file->file, writer->table->name, writer->rows, HDF5_OPEN_ENDED,
                                    H5T_STD_I32LE, entries);
    hdf5_text(file, hdf5_axis_variable(writer->axis), LAYOUT_UNITS, "1");
    hdf5_text(file, hdf5_axis_variable(writer->axis), LAYOUT_LONG_NAME, writer->table->meaning);
}

void results_tables(struct results *results)
{
    for (size_t i = 0; i < results->plan->shape.table_count; i++) {
        struct table_writer writer = {
            .results = results, .table = results->plan->shape.tables[i], .which = i};
        for (uint64_t run = 0; run < results->runs->base_slots; run++)
            writer.rows += rows_of(results, run, i);
        require(writer.rows <= INT32_MAX);
        writer.column = must_allocate(writer.rows, sizeof(double));
        writer.converted = must_allocate(writer.rows, sizeof(int64_t));
        write_axis(&writer);
        write_run_index(&writer, PART_DESIGN, LAYOUT_DESIGN);
        write_run_index(&writer, PART_REPLICATION, LAYOUT_REPLICATION);
        write_site_index(&writer);
        for (size_t column = 0; column < writer.table->count; column++) {
            collect(&writer, 1 + column);
            write_column(&writer, &writer.table->columns[column]);
        }
        free(writer.column);
        free(writer.converted);
    }
}
