/* A table of text with aligned columns, for a terminal. Widths count what a terminal shows: no column for a
 * combining mark, two for a wide character. */
#ifndef ANALYSIS_TABLE_H
#define ANALYSIS_TABLE_H

#include "base/fold.h"

enum align { ALIGN_LEFT, ALIGN_RIGHT };

enum { TABLE_MOST_COLUMNS = 16 };

struct table {
    const enum align *align; /* one a column */
    size_t columns;
    char **cells;
    size_t count;
};

/* Fills the cells from left to right, row by row. */
void table_cell(struct table *table, const char *text);
/* A cell that is put together from `part`, which is emptied. */
void table_take(struct table *table, struct text *part);
/* Where the rows are wider than the page, each row is a block of its own: its first cell, then a line for
 * every other cell that holds something, under the heading that the first row has for it. */
void table_write(const struct table *table, const char *indent, struct text *out);
void table_free(struct table *table);

#endif
