/* Finding by name. */
#include <string.h>

#include "analysis/file/results_file.h"
#include "record/layout.h"

const char *const index_columns[3] = {LAYOUT_DESIGN, LAYOUT_REPLICATION, LAYOUT_SITE};

size_t results_find_measure(const struct results *results, const char *name)
{
    for (size_t i = 0; i < results->measure_count; i++)
        if (strcmp(results->measures[i].name, name) == 0)
            return i;
    return NOT_FOUND;
}

size_t results_find_role(const struct results *results, const char *role)
{
    for (size_t i = 0; i < results->measure_count; i++)
        if (strcmp(results->measures[i].role, role) == 0)
            return i;
    return NOT_FOUND;
}

size_t results_find_design(const struct results *results, const char *name)
{
    for (size_t i = 0; i < results->designs.count; i++)
        if (strcmp(results->designs.names[i], name) == 0)
            return i;
    return NOT_FOUND;
}

size_t results_find_table(const struct results *results, const char *name)
{
    for (size_t i = 0; i < results->table_count; i++)
        if (strcmp(results->tables[i].name, name) == 0)
            return i;
    return NOT_FOUND;
}

size_t results_find_column(const struct results_table *table, const char *name)
{
    for (size_t i = 0; i < table->column_count; i++)
        if (strcmp(table->columns[i].name, name) == 0)
            return i;
    for (size_t i = 0; i < sizeof index_columns / sizeof *index_columns; i++)
        if (strcmp(index_columns[i], name) == 0)
            return table->column_count + i;
    return NOT_FOUND;
}

struct names results_flag_names(const struct results_column *column, struct arena *arena)
{
    struct names names = {0};
    if (column->flags == NULL)
        return names;
    const char *at = column->flags;
    names.names = ARENA_NEW(arena, const char *, strlen(at) + 1);
    for (at += strspn(at, " "); *at != '\0'; at += strspn(at, " ")) {
        const size_t length = strcspn(at, " ");
        names.names[names.count++] = arena_text(arena, at, length);
        at += length;
    }
    return names;
}

struct names results_find_flags(const struct results *results, const char *table, const char *column,
                                struct arena *arena)
{
    const size_t rows = results_find_table(results, table);
    const size_t which = rows == NOT_FOUND ? NOT_FOUND : results_find_column(&results->tables[rows], column);
    /* The index columns come after the columns and have no flags. */
    if (which == NOT_FOUND || which >= results->tables[rows].column_count)
        return (struct names){0};
    return results_flag_names(&results->tables[rows].columns[which], arena);
}

bool results_names_word(const char *words, const char *word)
{
    size_t length = strlen(word);
    for (const char *at = words; *at != '\0';) {
        size_t here = strcspn(at, " ");
        if (here == length && strncmp(at, word, length) == 0)
            return true;
        at += here + strspn(at + here, " ");
    }
    return false;
}
