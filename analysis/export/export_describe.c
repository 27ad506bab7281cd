/* csv-metadata.json: every table and column, in the words of CSV on the Web. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/export/export_parts.h"
#include "base/require.h"

static const char notice[] = "made by `groundswell export`: long form, one row a value; what is missing is "
                             "empty. A text that a spreadsheet would take "
                             "for a formula (it begins with = + - @, a tab or a line end, and is no number), "
                             "or that begins with an apostrophe, has one "
                             "more apostrophe in front: take it away to get the text. Characters that nobody "
                             "sees are replaced by U+FFFD.";

/* A line end of CR LF, commas and quotation marks are what the recommendation takes for granted. */
static json_t *dialect(void)
{
    return json_pack("{s:s, s:s, s:b}", "encoding", "utf-8", "lineTerminators", "\r\n", "header", 1);
}

static json_t *datatype_of(const struct export_column *column)
{
    if (column->flags == NULL)
        return json_string(column->datatype);
    struct text format = {0};
    for (const char *at = column->flags; *at != '\0'; at++)
        text_add(&format, *at == ' ' ? "|" : at, 1);
    json_t *datatype = json_pack("{s:s, s:s}", "base", "string", "format", format.bytes);
    text_free(&format);
    return datatype;
}

static json_t *column_json(const struct export_column *column)
{
    json_t *json = json_pack("{s:s, s:s, s:o, s:s}", "name", column->name, "titles", column->name, "datatype",
                             datatype_of(column), "dc:description", column->meaning);
    if (column->unit != NULL)
        json_object_set_new(json, "schema:unitText", json_string(column->unit));
    if (column->source != NULL && *column->source != '\0')
        json_object_set_new(json, "dc:source", json_string(column->source));
    return json;
}

static bool has_table(const struct exporting *exporting, const char *name, size_t length)
{
    for (size_t i = 0; i < exporting->table_count; i++)
        if (strlen(exporting->tables[i].name) == length &&
            strncmp(exporting->tables[i].name, name, length) == 0)
            return true;
    return false;
}

/* Only tables that are there can be referred to. */
static json_t *foreign_keys(const struct exporting *exporting, const struct export_table *table)
{
    json_t *keys = json_array();
    for (size_t i = 0; i < table->column_count; i++) {
        const struct export_column *column = &table->columns[i];
        const char *dot = column->refers == NULL ? NULL : strchr(column->refers, '.');
        if (dot == NULL || !has_table(exporting, column->refers, (size_t)(dot - column->refers)))
            continue;
        char resource[64];
        snprintf(resource, sizeof resource, "%.*s.csv", (int)(dot - column->refers), column->refers);
        json_array_append_new(keys, json_pack("{s:s, s:{s:s, s:s}}", "columnReference", column->name,
                                              "reference", "resource", resource, "columnReference", dot + 1));
    }
    return keys;
}

static json_t *table_json(const struct exporting *exporting, const struct export_table *table)
{
    json_t *columns = json_array(), *schema = json_object(), *keys = foreign_keys(exporting, table);
    for (size_t i = 0; i < table->column_count; i++)
        json_array_append_new(columns, column_json(&table->columns[i]));
    json_object_set_new(schema, "columns", columns);
    if (table->keys > 0) {
        json_t *primary = json_array();
        for (size_t i = 0; i < table->keys; i++)
            json_array_append_new(primary, json_string(table->columns[i].name));
        json_object_set_new(schema, "primaryKey", primary);
    }
    if (json_array_size(keys) > 0)
        json_object_set(schema, "foreignKeys", keys);
    json_decref(keys);
    char url[128];
    snprintf(url, sizeof url, "%s.csv", table->name);
    return json_pack("{s:s, s:s, s:o}", "url", url, "dc:description", table->meaning, "tableSchema", schema);
}

void export_describe(const struct exporting *exporting, struct text *out)
{
    const struct results *results = exporting->results;
    json_t *tables = json_array();
    for (size_t i = 0; i < exporting->table_count; i++)
        json_array_append_new(tables, table_json(exporting, &exporting->tables[i]));
    json_t *json = json_pack("{s:[s, {s:s}], s:s, s:s, s:s, s:s, s:s, s:o, s:o}", "@context",
                             "http://www.w3.org/ns/csvw", "@language", "en", "dc:title", results->title,
                             "dc:description", notice, "dc:creator", "Groundswell", "dc:source",
                             results->provenance.command, "schema:version", results->provenance.version,
                             "dialect", dialect(), "tables", tables);
    require(json != NULL);
    enum { INDENT = 2 };
    char *written = json_dumps(json, JSON_INDENT(INDENT));
    require(written != NULL);
    text_add_json(out, written);
    text_say(out, "\n");
    free(written);
    json_decref(json);
}
