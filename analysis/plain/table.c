#include "analysis/plain/table.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"

static const char gap[] = "  ";

// clang-format off
/* Unicode 15, East Asian Width W and F, and the marks that combine or show nothing: the blocks that matter. */
static const struct {uint32_t first, last; size_t width;} widths[] = {
    {0x0300, 0x036F, 0}, {0x200B, 0x200F, 0}, {0x202A, 0x202E, 0}, {0x2060, 0x2064, 0}, {0x20D0, 0x20FF, 0},
    {0xFE00, 0xFE0F, 0}, {0xFE20, 0xFE2F, 0},
    {0x1100, 0x115F, 2}, {0x2E80, 0xA4CF, 2}, {0xAC00, 0xD7A3, 2}, {0xF900, 0xFAFF, 2}, {0xFE30, 0xFE6F, 2},
    {0xFF00, 0xFF60, 2}, {0xFFE0, 0xFFE6, 2}, {0x1F300, 0x1F64F, 2}, {0x1F680, 0x1F6FF, 2}, {0x1F900, 0x1FAFF, 2},
    {0x20000, 0x3FFFD, 2},
};
// clang-format on

static uint32_t code_point(const char *bytes, size_t length)
{
    static const unsigned char masks[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    uint32_t point = (unsigned char)bytes[0] & masks[length];
    for (size_t i = 1; i < length; i++)
        point = point << 6 | ((unsigned char)bytes[i] & 0x3F);
    return point;
}

size_t text_width(const char *text)
{
    size_t length = strlen(text), width = 0;
    for (size_t i = 0; i < length;) {
        size_t sequence = utf8_sequence(text + i, length - i), columns = 1;
        uint32_t point = sequence == 0 ? 0 : code_point(text + i, sequence);
        for (size_t j = 0; j < sizeof widths / sizeof *widths; j++)
            if (point >= widths[j].first && point <= widths[j].last)
                columns = widths[j].width;
        width += columns;
        i += sequence == 0 ? 1 : sequence;
    }
    return width;
}

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

void table_write(const struct table *table, const char *indent, struct text *out)
{
    size_t most[TABLE_MOST_COLUMNS] = {0};
    require(table->columns > 0 && table->columns <= TABLE_MOST_COLUMNS && table->count % table->columns == 0);
    for (size_t i = 0; i < table->count; i++) {
        size_t width = text_width(table->cells[i]);
        if (width > most[i % table->columns])
            most[i % table->columns] = width;
    }
    for (size_t row = 0; row < table->count; row += table->columns) {
        text_say(out, indent);
        for (size_t i = 0; i < table->columns; i++) {
            write_cell(table->cells[row + i], most[i], table->align[i], out);
            if (i + 1 < table->columns)
                text_say(out, gap);
        }
        while (out->length > 0 && out->bytes[out->length - 1] == ' ')
            out->bytes[--out->length] = '\0';
        text_say(out, "\n");
    }
}

void table_free(struct table *table)
{
    for (size_t i = 0; i < table->count; i++)
        free(table->cells[i]);
    free(table->cells);
    table->cells = NULL;
    table->count = 0;
}
