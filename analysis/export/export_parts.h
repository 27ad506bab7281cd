/* What the files of the export share: what a table is, and the one that is being written. */
#ifndef ANALYSIS_EXPORT_PARTS_H
#define ANALYSIS_EXPORT_PARTS_H

#include "analysis/export/csv.h"
#include "analysis/export/export.h"
#include "base/text.h"

enum { MOST_COLUMNS = 64, MOST_TABLES = 256 };

/* Datatypes of CSV on the Web. */
#define EXPORT_TEXT   "string"
#define EXPORT_NUMBER "double"
#define EXPORT_WHOLE  "integer"
#define EXPORT_YES_NO "boolean"

struct export_column {
    const char *name, *datatype;
    const char *meaning;
    const char *unit;   /* NULL: none */
    const char *source; /* NULL: none */
    const char *refers; /* "designs.design": its texts name the rows of another table; NULL: none */
    const char *flags;  /* texts that it may hold, with spaces between; NULL: any */
};

struct exporting;

struct export_table {
    const char *name, *meaning;
    const struct export_column *columns;
    size_t column_count;
    size_t keys;  /* so many columns from the left tell rows apart; 0: it has no key */
    size_t index; /* of a table of the results file */
    /* STATUS_INTERRUPTED when it was stopped. */
    enum status (*write)(struct exporting *exporting, const struct export_table *table);
};

struct exporting {
    struct results *results;
    const struct export_request *request;
    struct trouble *trouble;
    struct arena arena;
    struct csv csv; /* of the table that is being written */
    uint64_t rows;  /* of all tables so far */
    struct export_table tables[MOST_TABLES];
    size_t table_count;
};

/* Ends a row, counts it, and says whether to go on. */
bool export_row(struct exporting *exporting);
void export_add(struct exporting *exporting, const struct export_table *table);

/* Each file adds the tables that it knows how to write. */
void export_add_runs(struct exporting *exporting);
void export_add_rows(struct exporting *exporting);
void export_add_variants(struct exporting *exporting);
void export_add_worlds(struct exporting *exporting);
void export_add_weeks(struct exporting *exporting);
void export_add_settings(struct exporting *exporting);

/* csv-metadata.json, as text. */
void export_describe(const struct exporting *exporting, struct text *out);

#define EXPORT_COLUMNS(list) .columns = (list), .column_count = sizeof(list) / sizeof *(list)

#endif
