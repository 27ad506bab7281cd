#include "record/outcome.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "record/outcome_parts.h"

enum { FIRST_ROWS = 16 };

struct rows {
    size_t count, room;
    double *values; /* row by row: the site, then the columns */
};

struct outcome {
    struct outcome_layout layout;
    double *numbers;
    struct rows *tables;
};

size_t measure_length(const struct record_shape *shape, size_t which)
{
    const struct measure *measure = shape->measures[which];
    return measure->shape == MEASURE_RUN ? 1 : measure->shape == MEASURE_TIME ? shape->times : measure->bins;
}

size_t measure_sites(const struct record_shape *shape, size_t which)
{
    return shape->measures[which]->scope == SCOPE_MOVEMENT ? 1 : shape->sites;
}

/* All measures of this shape, after what has its place already. */
static void lay_out(struct outcome_layout *layout, enum measure_shape kind)
{
    const struct record_shape *shape = layout->shape;
    for (size_t i = 0; i < shape->measure_count; i++) {
        if (shape->measures[i]->shape != kind)
            continue;
        layout->starts[i] = layout->numbers;
        layout->numbers += measure_sites(shape, i) * measure_length(shape, i);
    }
}

static size_t numbers_of(const struct outcome_layout *layout, enum outcome_part part)
{
    return part == OUTCOME_WHOLE     ? layout->numbers
           : part == OUTCOME_COURSES ? layout->course_numbers
                                     : layout->run_numbers;
}

void outcome_layout_begin(struct outcome_layout *layout, const struct record_shape *shape)
{
    *layout = (struct outcome_layout){.shape = shape};
    layout->starts = must_allocate(shape->measure_count, sizeof *layout->starts);
    for (size_t i = 0; i < shape->measure_count; i++) {
        if (shape->measures[i]->shape != MEASURE_RUN)
            continue;
        layout->starts[i] = layout->run_numbers;
        layout->run_numbers += measure_sites(shape, i);
    }
    layout->numbers = layout->run_numbers;
    lay_out(layout, MEASURE_TIME);
    layout->course_numbers = layout->numbers;
    lay_out(layout, MEASURE_BIN);
}

void outcome_layout_free(struct outcome_layout *layout)
{
    free(layout->starts);
    *layout = (struct outcome_layout){0};
}

struct outcome *outcome_new(const struct record_shape *shape)
{
    struct outcome *outcome = must_allocate(1, sizeof *outcome);
    outcome_layout_begin(&outcome->layout, shape);
    outcome->numbers = must_allocate(outcome->layout.numbers, sizeof *outcome->numbers);
    outcome->tables = must_allocate(shape->table_count, sizeof *outcome->tables);
    outcome_clear(outcome);
    return outcome;
}

struct outcome *outcome_alike(const struct outcome *outcome)
{
    return outcome_new(outcome->layout.shape);
}

enum measure_since measure_since(const struct measure *measure)
{
    if (measure->since != SINCE_BY_KIND)
        return measure->since;
    return measure->cell_methods != NULL && strcmp(measure->cell_methods, "time: point") == 0 ? SINCE_STANDS
                                                                                              : SINCE_COUNTED;
}

const char *measure_since_words(const struct measure *measure)
{
    if (measure->shape == MEASURE_TIME)
        return "kept from the beginning";
    if (measure_since(measure) == SINCE_STANDS)
        return "as it stands at the end, whenever that came about";
    if (measure_since(measure) == SINCE_NOTHING)
        return "left out: it cannot be said of a part of a run";
    return "what happened from then on";
}

void outcome_clear(struct outcome *outcome)
{
    for (size_t i = 0; i < outcome->layout.numbers; i++)
        outcome->numbers[i] = NAN;
    for (size_t i = 0; i < outcome->layout.shape->table_count; i++)
        outcome->tables[i].count = 0;
}

void outcome_free(struct outcome *outcome)
{
    if (outcome == NULL)
        return;
    for (size_t i = 0; i < outcome->layout.shape->table_count; i++)
        free(outcome->tables[i].values);
    free(outcome->tables);
    free(outcome->numbers);
    outcome_layout_free(&outcome->layout);
    free(outcome);
}

static size_t number_at(const struct outcome *outcome, size_t which, uint32_t site, uint32_t index)
{
    const struct record_shape *shape = outcome->layout.shape;
    require(which < shape->measure_count && site < measure_sites(shape, which));
    size_t length = measure_length(shape, which);
    require(index < length);
    return outcome->layout.starts[which] + site * length + index;
}

/* There are many bit patterns of "not a number" and compilers differ in which they make: one
 * goes into files. */
static double one_nan(double value)
{
    return isnan(value) ? (double)NAN : value;
}

void outcome_put(struct outcome *outcome, size_t which, uint32_t site, uint32_t index, double value)
{
    struct bounds bounds = outcome->layout.shape->measures[which]->bounds;
    outcome->numbers[number_at(outcome, which, site, index)] = one_nan(bounds_settle(bounds, value));
}

double outcome_at(const struct outcome *outcome, size_t which, uint32_t site, uint32_t index)
{
    return outcome->numbers[number_at(outcome, which, site, index)];
}

/* To the bit, so that what is missing is the same as what is missing. */
static bool same_bits(double one, double other)
{
    uint64_t bits, others;
    memcpy(&bits, &one, sizeof bits);
    memcpy(&others, &other, sizeof others);
    return bits == others;
}

bool outcome_same_instants(const struct outcome *one, const struct outcome *other, uint32_t instants)
{
    const struct record_shape *shape = one->layout.shape;
    require(other->layout.shape == shape);
    for (size_t which = 0; which < shape->measure_count; which++)
        for (uint32_t site = 0;
             shape->measures[which]->shape == MEASURE_TIME && site < measure_sites(shape, which); site++)
            for (uint32_t i = 0; i < instants; i++) {
                size_t at = number_at(one, which, site, i);
                if (!same_bits(one->numbers[at], other->numbers[at]))
                    return false;
            }
    return true;
}

size_t outcome_find_measure(const struct outcome *outcome, const struct measure *measure)
{
    const struct record_shape *shape = outcome->layout.shape;
    for (size_t i = 0; i < shape->measure_count; i++)
        if (shape->measures[i] == measure)
            return i;
    return OUTCOME_ABSENT;
}

size_t outcome_find_table(const struct outcome *outcome, const struct table *table)
{
    const struct record_shape *shape = outcome->layout.shape;
    for (size_t i = 0; i < shape->table_count; i++)
        if (shape->tables[i] == table)
            return i;
    return OUTCOME_ABSENT;
}

void outcome_add(struct outcome *outcome, const struct table *table, uint32_t site, const double *values)
{
    size_t which = outcome_find_table(outcome, table);
    if (which != OUTCOME_ABSENT)
        outcome_row(outcome, which, site, values);
}

size_t column_flags(const struct column *column)
{
    size_t count = 0;
    for (const char *at = column->flags; *at != '\0'; at++)
        if (*at != ' ' && (at == column->flags || at[-1] == ' '))
            count++;
    return count;
}

static bool can_hold(const struct column *column, double value)
{
    if (isnan(value) || column->kind == COLUMN_REAL)
        return true;
    bool whole = value == floor(value) && fabs(value) <= (double)(INT64_C(1) << 53);
    return whole && (column->kind != COLUMN_FLAG || (value >= 0 && value < (double)column_flags(column)));
}

void outcome_row(struct outcome *outcome, size_t which, uint32_t site, const double *values)
{
    const struct record_shape *shape = outcome->layout.shape;
    require(which < shape->table_count && site < shape->sites);
    const struct table *table = shape->tables[which];
    struct rows *rows = &outcome->tables[which];
    size_t width = 1 + table->count;
    if (rows->count == rows->room) {
        rows->room = rows->room == 0 ? FIRST_ROWS : 2 * rows->room;
        rows->values = must_grow(rows->values, rows->room, width * sizeof *rows->values);
    }
    double *row = rows->values + rows->count++ * width;
    row[0] = site;
    for (size_t i = 0; i < table->count; i++) {
        require(can_hold(&table->columns[i], values[i]));
        row[1 + i] = one_nan(values[i]);
    }
}

size_t outcome_rows(const struct outcome *outcome, size_t which)
{
    require(which < outcome->layout.shape->table_count);
    return outcome->tables[which].count;
}

double outcome_cell(const struct outcome *outcome, size_t which, size_t row, size_t column)
{
    require(row < outcome_rows(outcome, which) && column < outcome->layout.shape->tables[which]->count);
    size_t width = 1 + outcome->layout.shape->tables[which]->count;
    return outcome->tables[which].values[row * width + 1 + column];
}

void outcome_encode(const struct outcome *outcome, enum outcome_part part, struct text *bytes)
{
    const struct outcome_layout *layout = &outcome->layout;
    _Static_assert(sizeof(double) == OUTCOME_WORD, "numbers are 8 bytes wide");
    size_t numbers = numbers_of(layout, part);
    text_add(bytes, (const char *)outcome->numbers, numbers * OUTCOME_WORD);
    if (part != OUTCOME_WHOLE)
        return;
    for (size_t i = 0; i < layout->shape->table_count; i++) {
        uint64_t count = outcome->tables[i].count;
        text_add(bytes, (const char *)&count, OUTCOME_WORD);
    }
    for (size_t i = 0; i < layout->shape->table_count; i++) {
        const struct rows *rows = &outcome->tables[i];
        size_t width = 1 + layout->shape->tables[i]->count;
        for (size_t column = 0; column < width; column++)
            for (size_t row = 0; row < rows->count; row++)
                text_add(bytes, (const char *)&rows->values[row * width + column], OUTCOME_WORD);
    }
}

size_t outcome_bytes(const struct outcome *outcome)
{
    const struct outcome_layout *layout = &outcome->layout;
    size_t words = layout->numbers;
    for (size_t i = 0; i < layout->shape->table_count; i++)
        words += 1 + outcome->tables[i].count * (1 + layout->shape->tables[i]->count);
    return words * OUTCOME_WORD;
}

size_t outcome_variant_bytes(const struct record_shape *shape, bool courses)
{
    struct outcome_layout layout;
    outcome_layout_begin(&layout, shape);
    const size_t words = courses ? layout.course_numbers : layout.run_numbers;
    outcome_layout_free(&layout);
    return words * OUTCOME_WORD;
}

bool outcome_decode_rows(const struct outcome_layout *layout, enum outcome_part part, const char *bytes,
                         size_t length, uint64_t *rows)
{
    const struct record_shape *shape = layout->shape;
    memset(rows, 0, shape->table_count * sizeof *rows);
    if (part != OUTCOME_WHOLE)
        return length == numbers_of(layout, part) * OUTCOME_WORD;
    uint64_t words = layout->numbers + shape->table_count;
    if (length % OUTCOME_WORD != 0 || length / OUTCOME_WORD < words)
        return false;
    memcpy(rows, bytes + layout->numbers * OUTCOME_WORD, shape->table_count * sizeof *rows);
    uint64_t left = length / OUTCOME_WORD - words;
    for (size_t i = 0; i < shape->table_count; i++) {
        uint64_t width = 1 + shape->tables[i]->count;
        if (rows[i] > left / width)
            return false;
        left -= rows[i] * width;
    }
    return left == 0;
}

static double word_at(const char *bytes, uint64_t start, uint64_t word)
{
    double value;
    memcpy(&value, bytes + start + word * OUTCOME_WORD, sizeof value);
    return value;
}

bool outcome_rows_fit(const struct outcome_layout *layout, const char *bytes, const uint64_t *rows)
{
    const struct column site = {.kind = COLUMN_WHOLE};
    for (size_t which = 0; which < layout->shape->table_count; which++) {
        const struct table *table = layout->shape->tables[which];
        for (size_t column = 0; column <= table->count; column++) {
            uint64_t start = outcome_column_start(layout, rows, which, column);
            for (uint64_t row = 0; row < rows[which]; row++) {
                double value = word_at(bytes, start, row);
                if (!can_hold(column == 0 ? &site : &table->columns[column - 1], value))
                    return false;
                if (column == 0 && !(value >= 0 && value < layout->shape->sites))
                    return false;
            }
        }
    }
    return true;
}

uint64_t outcome_column_start(const struct outcome_layout *layout, const uint64_t *rows, size_t which,
                              size_t column)
{
    uint64_t words = layout->numbers + layout->shape->table_count + column * rows[which];
    for (size_t i = 0; i < which; i++)
        words += (1 + layout->shape->tables[i]->count) * rows[i];
    return words * OUTCOME_WORD;
}

/* The rows of an encoding whose rows fit. */
static void decode_rows(struct outcome *outcome, const char *bytes, const uint64_t *rows)
{
    const struct outcome_layout *layout = &outcome->layout;
    for (size_t which = 0; which < layout->shape->table_count; which++) {
        const size_t width = 1 + layout->shape->tables[which]->count;
        double *row = must_allocate(width, sizeof *row);
        for (uint64_t i = 0; i < rows[which]; i++) {
            for (size_t column = 0; column < width; column++)
                row[column] = word_at(bytes, outcome_column_start(layout, rows, which, column), i);
            outcome_row(outcome, which, (uint32_t)row[0], row + 1);
        }
        free(row);
    }
}

bool outcome_decode(struct outcome *outcome, enum outcome_part part, const char *bytes, size_t length)
{
    const struct outcome_layout *layout = &outcome->layout;
    uint64_t *rows = must_allocate(layout->shape->table_count, sizeof *rows);
    outcome_clear(outcome);
    const bool fits = outcome_decode_rows(layout, part, bytes, length, rows) &&
                      (part != OUTCOME_WHOLE || outcome_rows_fit(layout, bytes, rows));
    if (fits)
        memcpy(outcome->numbers, bytes, numbers_of(layout, part) * OUTCOME_WORD);
    if (fits && part == OUTCOME_WHOLE)
        decode_rows(outcome, bytes, rows);
    free(rows);
    return fits;
}
