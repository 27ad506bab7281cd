#include "analysis/export/export_parts.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/folder.h"
#include "base/require.h"

static const char list_name[] = "csv-metadata.json";
/* By this an export is known again as one of ours (export_describe.c writes it). */
static const char mark[] = "made by `groundswell export`";

enum { BUFFER = 1 << 18 };

/* A table of a file of somebody else may be called anything: its name becomes that of a file. */
static bool name_is_plain(const char *name)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
    enum { LONGEST = 100 };
    size_t length = strspn(name, letters);
    return length > 0 && length <= LONGEST && name[length] == '\0';
}

static enum status judge_names(const struct exporting *exporting)
{
    for (size_t i = 0; i < exporting->table_count; i++) {
        bool fine = name_is_plain(exporting->tables[i].name);
        for (size_t j = 0; j < i && fine; j++)
            fine = strcasecmp(exporting->tables[i].name, exporting->tables[j].name) != 0;
        if (!fine)
            return trouble_add(exporting->trouble, STATUS_BAD_INPUT,
                               (struct place){.file = exporting->results->path},
                               "the name of a table in this file cannot be the name of a file of its own");
    }
    return STATUS_FINE;
}

static void add_all(struct exporting *exporting)
{
    export_add_runs(exporting);
    export_add_rows(exporting);
    export_add_variants(exporting);
    export_add_worlds(exporting);
    export_add_weeks(exporting);
    export_add_settings(exporting);
}

struct names export_tables(struct results *results, struct arena *arena)
{
    const struct export_request everything = {0};
    struct exporting *exporting = ARENA_NEW(arena, struct exporting, 1);
    exporting->results = results;
    exporting->request = &everything;
    add_all(exporting);
    struct names names = {ARENA_NEW(arena, const char *, exporting->table_count), exporting->table_count};
    for (size_t i = 0; i < names.count; i++)
        names.names[i] = arena_text(arena, exporting->tables[i].name, strlen(exporting->tables[i].name));
    arena_free(&exporting->arena);
    return names;
}

static enum status judge_tables(struct exporting *exporting)
{
    const struct export_request *request = exporting->request;
    struct names names = export_tables(exporting->results, &exporting->arena);
    for (size_t i = 0; i < request->table_count; i++) {
        bool found = false;
        for (size_t j = 0; j < names.count && !found; j++)
            found = strcmp(names.names[j], request->tables[i]) == 0;
        if (found)
            continue;
        trouble_add(exporting->trouble, STATUS_USAGE, (struct place){.file = exporting->results->path},
                    "this results file has no table `%s`", request->tables[i]);
        const char *near = nearest_word(request->tables[i], names.names, names.count);
        struct text all = {0};
        for (size_t j = 0; j < names.count; j++)
            text_print(&all, "%s%s", j > 0 ? ", " : "", names.names[j]);
        if (near != NULL)
            trouble_hint(exporting->trouble, "did you mean `%s`?", near);
        else
            trouble_hint(exporting->trouble, "its tables are %s", all.bytes);
        text_free(&all);
        return STATUS_USAGE;
    }
    return STATUS_FINE;
}

static enum status write_one(struct exporting *exporting, struct folder *folder,
                             const struct export_table *table)
{
    const char *name = arena_print(&exporting->arena, "%s.csv", table->name);
    FILE *file = folder_file(folder, name, exporting->trouble);
    if (file == NULL)
        return trouble_status(exporting->trouble);
    char *buffer = ARENA_NEW(&exporting->arena, char, BUFFER);
    setvbuf(file, buffer, _IOFBF, BUFFER);
    exporting->csv = (struct csv){.file = file};
    for (size_t i = 0; i < table->column_count; i++)
        csv_text(&exporting->csv, table->columns[i].name);
    csv_end_row(&exporting->csv);
    enum status status = table->write(exporting, table);
    enum status closed = folder_close(folder, file, exporting->trouble);
    return status == STATUS_FINE ? closed : status;
}

static enum status write_list(struct exporting *exporting, struct folder *folder)
{
    struct text list = {0};
    FILE *file = folder_file(folder, list_name, exporting->trouble);
    if (file == NULL)
        return trouble_status(exporting->trouble);
    export_describe(exporting, &list);
    require(strstr(list.bytes, mark) != NULL);
    fwrite(list.bytes, 1, list.length, file);
    text_free(&list);
    return folder_close(folder, file, exporting->trouble);
}

static enum status write_all(struct exporting *exporting)
{
    struct folder folder;
    enum status status =
        folder_begin(&folder, exporting->request->directory, list_name, mark, exporting->trouble);
    if (status != STATUS_FINE)
        return status;
    for (size_t i = 0; i < exporting->table_count && status == STATUS_FINE; i++)
        status = write_one(exporting, &folder, &exporting->tables[i]);
    if (status == STATUS_FINE)
        status = write_list(exporting, &folder);
    if (status == STATUS_FINE)
        return folder_appear(&folder, exporting->trouble);
    folder_abandon(&folder);
    return status;
}

enum status export_write(struct results *results, const struct export_request *request,
                         struct export_done *done, struct trouble *trouble)
{
    struct exporting *exporting = must_allocate(1, sizeof *exporting);
    exporting->results = results;
    exporting->request = request;
    exporting->trouble = trouble;
    enum status status = judge_tables(exporting);
    if (status == STATUS_FINE) {
        add_all(exporting);
        status = judge_names(exporting);
    }
    if (status == STATUS_FINE)
        status = write_all(exporting);
    *done = (struct export_done){exporting->table_count, exporting->rows};
    arena_free(&exporting->arena);
    free(exporting);
    return status;
}
