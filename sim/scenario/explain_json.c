/* The same as explain.c says, for programs. */
#include <jansson.h>
#include <string.h>

#include "scenario/explain.h"
#include "scenario/field_inner.h"

static void put_text(json_t *object, const char *key, const char *text)
{
    json_object_set_new(object, key, text == NULL ? json_null() : json_string(text));
}

/* Takes over the text. */
static void put_written(json_t *object, const char *key, struct text *text)
{
    put_text(object, key, text->length == 0 ? NULL : text->bytes);
    text_free(text);
}

static json_t *choice_row(const struct choice *choice)
{
    json_t *row = json_object();
    put_text(row, "name", choice->name);
    put_text(row, "meaning", choice->meaning);
    put_text(row, "source", choice->source);
    return row;
}

static json_t *plausible_row(const struct field *field)
{
    if (field->plausible_least == NULL)
        return json_null();
    json_t *row = json_object();
    put_text(row, "least", field->plausible_least);
    put_text(row, "most", field->plausible_most);
    put_text(row, "ground", field->plausible_ground == NULL ? "a guess" : field->plausible_ground);
    return row;
}

static json_t *choice_rows(const struct field *field)
{
    if (field->choices == NULL)
        return json_null();
    json_t *rows = json_array();
    for (size_t i = 0; field->choices[i] != NULL; i++)
        json_array_append_new(rows, choice_row(field->choices[i]));
    return rows;
}

static json_t *setting_row(const char *file, const char *path, const struct field *field)
{
    struct kind_words words = kind_words(field->kind);
    struct text allowed = {0};
    json_t *row = json_object();
    put_text(row, "kind", "setting");
    put_text(row, "file", file);
    put_text(row, "name", field->name);
    put_text(row, "path", path);
    put_text(row, "meaning", field->meaning);
    put_text(row, "write", words.a_value);
    put_text(row, "example", words.example);
    json_object_set_new(row, "must_be_given", json_boolean(field_is_required(field)));
    put_text(row, "default", field_usual(field));
    put_text(row, "unit", field_unit(field));
    field_write_range(field, &allowed);
    put_written(row, "allowed", &allowed);
    json_object_set_new(row, "plausible", plausible_row(field));
    json_object_set_new(row, "observable", json_boolean(field_is_observable(field)));
    put_text(row, "ground", ground_name(field->ground));
    put_text(row, "source", field->source);
    json_object_set_new(row, "choices", choice_rows(field));
    put_text(row, "section", field->section == NULL ? NULL : field->section->name);
    return row;
}

static json_t *section_row(const char *file, const char *path, const struct section *section)
{
    json_t *row = json_object(), *settings = json_array();
    put_text(row, "kind", "section");
    put_text(row, "file", file);
    put_text(row, "name", section->name);
    put_text(row, "path", path);
    put_text(row, "meaning", section->meaning);
    for (size_t i = 0; i < section->count; i++) {
        struct text inner = {0};
        text_print(&inner, "%s%s%s", path, *path == '\0' ? "" : ".", section->fields[i].name);
        json_array_append_new(settings, setting_row(file, inner.bytes, &section->fields[i]));
        text_free(&inner);
    }
    json_object_set_new(row, "settings", settings);
    return row;
}

/* A choice that was said last is used in one more place; else it is new. */
static void add_choice(json_t *rows, const char *file, const struct finding *found)
{
    json_t *last = json_array_get(rows, json_array_size(rows) - 1);
    const char *meaning = json_string_value(json_object_get(last, "meaning"));
    json_t *used = json_object_get(last, "used_as");
    if (used == NULL || meaning == NULL || strcmp(meaning, found->choice->meaning) != 0) {
        json_t *row = choice_row(found->choice);
        used = json_array();
        put_text(row, "kind", "choice");
        put_text(row, "file", file);
        json_object_set_new(row, "used_as", used);
        json_array_append_new(rows, row);
    }
    json_array_append_new(used, json_string(found->path));
}

void explain_json(const struct section *root, const char *name, const char *file, struct json_t *rows)
{
    struct arena arena = {0};
    struct finding *found;
    size_t count = explain_find(root, name, &arena, &found);
    for (size_t i = 0; i < count; i++)
        if (found[i].choice != NULL)
            add_choice(rows, file, &found[i]);
        else if (found[i].field != NULL)
            json_array_append_new(rows, setting_row(file, found[i].path, found[i].field));
        else
            json_array_append_new(rows, section_row(file, found[i].path, found[i].section));
    arena_free(&arena);
}
