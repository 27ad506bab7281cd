/* A results file as plain tables: a folder of CSV files in long form, one row a value, with a description of
 * every column.
 *
 * The description is csv-metadata.json, in the words of CSV on the Web (W3C Recommendation, 17 December
 * 2015): datatype, unit (schema:unitText), meaning (dc:description) and source (dc:source) of each column,
 * and which column names the rows of which other table. The folder appears whole or not at all
 * (base/folder.h). Large tables are read and written in parts, never held.
 */
#ifndef ANALYSIS_EXPORT_H
#define ANALYSIS_EXPORT_H

#include "analysis/file/results.h"

struct export_request {
    const char *directory;
    const char *const *tables; /* only these; none: all */
    size_t table_count;
    bool (*stopped)(const void *asker); /* asked from time to time; NULL: never */
    const void *asker;
};

struct export_done {
    size_t tables;
    uint64_t rows;
};

/* STATUS_INTERRUPTED, without a sentence, when it was stopped; then, and after any failure, nothing is left.
 */
enum status export_write(struct results *results, const struct export_request *request,
                         struct export_done *done, struct trouble *trouble);
/* Names of the tables that a file has, for `--table` and completion. Into `arena`. */
struct names export_tables(struct results *results, struct arena *arena);

#endif
