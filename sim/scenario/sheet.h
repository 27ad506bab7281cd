/* A table of text: a line of names, and rows below it, with commas, semicolons or tabs between the cells
 * (CSV, RFC 4180). Read into the same nodes as YAML, so that sections are bound to its rows and every mistake
 * is told with its place.
 *
 * A cell may stand in double quotes, doubled inside them; it does not go over the end of a line. An empty
 * cell is one that is left out, blanks around cells and empty lines are passed over.
 */
#ifndef SCENARIO_SHEET_H
#define SCENARIO_SHEET_H

#include "scenario/node.h"

struct sheet {
    struct node *names; /* of the columns: a list */
    struct node *rows;  /* a list of maps, from the name of a column to a cell */
};

/* False with trouble when it cannot be understood. */
bool sheet_read(const char *file, const char *text, size_t length, struct sheet *sheet, struct arena *arena,
                struct trouble *trouble);
bool sheet_read_file(const char *path, struct sheet *sheet, struct arena *arena, struct trouble *trouble);

#endif
