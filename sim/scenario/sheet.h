/* A table of text: a line of names, and rows below it, with commas, semicolons or tabs between the cells
 * (CSV, RFC 4180). Read into the same nodes as YAML, so that sections are bound to its rows and every mistake
 * is told with its place.
 *
 * A cell may stand in double quotes, doubled inside them; it may then go over the end of a line. An empty
 * cell is one that is left out, blanks around cells and empty lines are passed over.
 */
#ifndef SCENARIO_SHEET_H
#define SCENARIO_SHEET_H

#include "scenario/node.h"

struct sheet {
    struct node *names; /* of the columns: a list */
    struct node *rows;  /* a list of maps, from the name of a column to a cell */
    char between;       /* cells: comma, semicolon or tab */
};

/* False with trouble when it cannot be understood. */
bool sheet_read(const char *file, const char *text, size_t length, struct sheet *sheet, struct arena *arena,
                struct trouble *trouble);
bool sheet_read_file(const char *path, struct sheet *sheet, struct arena *arena, struct trouble *trouble);

/* For tables that people keep by hand: a row that cannot be read is left out and said in `of_rows`, and the
 * others are read. Columns without a name are among the names, and hold nothing that can be asked for. */
bool sheet_read_good_rows(const char *file, const char *text, size_t length, struct sheet *sheet,
                          struct arena *arena, struct trouble *trouble, struct trouble *of_rows);
bool sheet_read_good_rows_file(const char *path, struct sheet *sheet, struct arena *arena,
                               struct trouble *trouble, struct trouble *of_rows);

#endif
