/* What every table does: end a row, and be one of those that are asked for. */
#include <string.h>

#include "analysis/export/export_parts.h"

enum { ROWS_BETWEEN_QUESTIONS = 4096 };

bool export_row(struct exporting *exporting)
{
    const struct export_request *request = exporting->request;
    csv_end_row(&exporting->csv);
    exporting->rows++;
    return exporting->rows % ROWS_BETWEEN_QUESTIONS != 0 || request->stopped == NULL ||
           !request->stopped(request->asker);
}

static bool is_asked_for(const struct export_request *request, const char *name)
{
    for (size_t i = 0; i < request->table_count; i++)
        if (strcmp(request->tables[i], name) == 0)
            return true;
    return request->table_count == 0;
}

void export_add(struct exporting *exporting, const struct export_table *table)
{
    if (exporting->table_count < MOST_TABLES && is_asked_for(exporting->request, table->name))
        exporting->tables[exporting->table_count++] = *table;
}
