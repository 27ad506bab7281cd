#include "analysis/plain/table.h"

#include <stdlib.h>
#include <string.h>

#include "base/require.h"

static const char gap[] = "  ";

void table_cell(struct table *table, const char *text)
{
    size_t size = strlen(text) + 1;
    table->cells = must_grow(table->cells, table->count + 1, sizeof *table->cells);
    table->cells[table->count] = must_allocate(size, 1);
    memcpy(table->cells[table->count++], text, size);
}

void table_take(struct table *table, struct text *part)
{
    table_cell(table, part->bytes == NULL ? "" : part->bytes);
    text_free(part);
}

static void write_cell(const char *cell, size_t width, enum align align, struct text *out)
{
    size_t padding = width - text_width(cell);
    if (align == ALIGN_RIGHT)
        text_print(out, "%*s", (int)padding, "");
    text_say(out, cell);
    if (align == ALIGN_LEFT)
        text_print(out, "%*s", (int)padding, "");
}

/* The columns that the widest row takes. */
static size_t row_width(const struct table *table, const char *indent, const size_t *most)
{
    size_t width = strlen(indent) + (table->columns - 1) * (sizeof gap - 1);
    for (size_t i = 0; i < table->columns; i++)
        width += most[i];
    return width;
}

static void end_line(struct text *out)
{
    while (out->length > 0 && out->bytes[out->length - 1] == ' ')
        out->bytes[--out->length] = '\0';
    text_say(out, "\n");
}

static void write_rows(const struct table *table, const char *indent, const size_t *most, struct text *out)
{
    for (size_t row = 0; row < table->count; row += table->columns) {
        text_say(out, indent);
        for (size_t i = 0; i < table->columns; i++) {
            write_cell(table->cells[row + i], most[i], table->align[i], out);
            if (i + 1 < table->columns)
                text_say(out, gap);
        }
        end_line(out);
    }
}

/* A cell without a heading belongs to the one after it ("\xC3\x97" and a number), where that has one. */
static void write_block(const struct table *table, size_t row, const char *indent, size_t longest,
                        struct text *out)
{
    struct text cell = {0};
    text_print(out, "%s%s", indent, table->cells[row]);
    end_line(out);
    for (size_t i = 1; i < table->columns; i++) {
        const char *heading = table->cells[i];
        if (*table->cells[row + i] == '\0')
            continue;
        text_say(&cell, table->cells[row + i]);
        if (*heading == '\0' && i + 1 < table->columns && *table->cells[i + 1] != '\0') {
            text_say(&cell, " ");
            continue;
        }
        size_t start = strlen(indent) + 2, used = start + longest + 2;
        text_print(out, "%*s%s%*s", (int)start, "", heading, (int)(longest + 2 - text_width(heading)), "");
        fold_words(out, cell.bytes, used, used, used);
        text_free(&cell);
    }
    text_free(&cell);
}

static void write_blocks(const struct table *table, const char *indent, struct text *out)
{
    size_t longest = 0;
    for (size_t i = 1; i < table->columns; i++)
        if (text_width(table->cells[i]) > longest)
            longest = text_width(table->cells[i]);
    for (size_t row = table->columns; row < table->count; row += table->columns)
        write_block(table, row, indent, longest, out);
}

void table_write(const struct table *table, const char *indent, struct text *out)
{
    size_t most[TABLE_MOST_COLUMNS] = {0};
    require(table->columns > 0 && table->columns <= TABLE_MOST_COLUMNS && table->count % table->columns == 0);
    for (size_t i = 0; i < table->count; i++) {
        size_t width = text_width(table->cells[i]);
        if (width > most[i % table->columns])
            most[i % table->columns] = width;
    }
    if (out->columns > 0 && row_width(table, indent, most) > out->columns)
        write_blocks(table, indent, out);
    else
        write_rows(table, indent, most, out);
}

void table_free(struct table *table)
{
    for (size_t i = 0; i < table->count; i++)
        free(table->cells[i]);
    free(table->cells);
    table->cells = NULL;
    table->count = 0;
}
