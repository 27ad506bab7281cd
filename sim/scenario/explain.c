#include "scenario/explain.h"

#include <stdlib.h>
#include <string.h>

#include "scenario/catalogue.h"
#include "scenario/field_inner.h"

enum { WRAP_COLUMN = 90, LABEL_COLUMNS = 12 };

/* Words of a paragraph, broken before WRAP_COLUMN and indented. */
static void wrapped(struct text *out, const char *words, size_t indent, size_t column)
{
    while (*words != '\0') {
        size_t length = strcspn(words, " ");
        if (column > indent && column + 1 + length > WRAP_COLUMN) {
            text_print(out, "\n%*s", (int)indent, "");
            column = indent;
        } else if (column > indent) {
            text_say(out, " ");
            column++;
        }
        text_add(out, words, length);
        column += length;
        words += length + strspn(words + length, " ");
    }
    text_say(out, "\n");
}

static void explain_row(struct text *out, const char *label, const char *words)
{
    text_print(out, "  %-*s", LABEL_COLUMNS - 2, label);
    wrapped(out, words, LABEL_COLUMNS, LABEL_COLUMNS);
}

static const char *default_words(const struct field *field)
{
    if (field_is_required(field))
        return "none: must be given";
    if (field_usual(field) != NULL)
        return field_usual(field);
    return field->kind == FIELD_SECTION ? "those of its settings" : "none";
}

static void explain_choices(const struct field *field, struct text *out)
{
    for (size_t i = 0; field->choices[i] != NULL; i++) {
        text_print(out, "  %-*s%s:", LABEL_COLUMNS - 2, i == 0 ? "one of" : "", field->choices[i]->name);
        size_t column = LABEL_COLUMNS + strlen(field->choices[i]->name) + 1;
        wrapped(out, field->choices[i]->meaning, LABEL_COLUMNS, column);
    }
}

static void explain_field(const char *path, const struct field *field, struct text *out)
{
    struct kind_words kind = kind_words(field->kind);
    struct text words = {0};
    text_print(out, "%s\n  ", path);
    wrapped(out, field->meaning, 2, 2);
    text_print(&words, "%s%s%s", kind.a_value, kind.example == NULL ? "" : ", such as ",
               kind.example == NULL ? "" : kind.example);
    explain_row(out, "write", words.bytes);
    explain_row(out, "default", default_words(field));
    words.length = 0;
    field_write_range(field, &words);
    if (words.length > 0)
        explain_row(out, "range", words.bytes);
    words.length = 0;
    field_write_plausible(field, &words);
    if (words.length > 0)
        explain_row(out, "plausible", words.bytes);
    if (field->observable)
        explain_row(out, "find out", "you can count or time it where you are");
    explain_row(out, "unit", strcmp(field_unit(field), "1") == 0 ? "1 (a plain number)" : field_unit(field));
    explain_row(out, "ground", ground_name(field->ground));
    if (field->source != NULL)
        explain_row(out, "source", field->source);
    if (field->choices != NULL)
        explain_choices(field, out);
    text_free(&words);
}

static void explain_section(const struct section *section, const char *path, struct text *out)
{
    text_print(out, "%s\n  ", section->name);
    wrapped(out, section->meaning, 2, 2);
    if (*path != '\0' && strcmp(path, section->name) != 0)
        explain_row(out, "stands in", path);
    text_say(out, "\n");
    for (size_t i = 0; i < section->count; i++) {
        const struct field *field = &section->fields[i];
        text_print(out, "  %-22s %-14s ", field->name, field_is_required(field) ? "(needed)" : field->usual);
        wrapped(out, field->meaning, 40, 40);
    }
}

/* A setting, and the section it holds. */
static void explain_setting(const char *path, const struct field *field, struct text *out)
{
    explain_field(path, field, out);
    if (field->section != NULL) {
        text_say(out, "\n");
        explain_section(field->section, path, out);
    }
}

static const struct choice *choice_named(const struct field *field, const char *name)
{
    for (size_t i = 0; field->choices != NULL && field->choices[i] != NULL; i++)
        if (strcmp(field->choices[i]->name, name) == 0)
            return field->choices[i];
    return NULL;
}

/* One explanation follows another after an empty line. */
static void begin_explanation(struct text *out, size_t *told)
{
    if ((*told)++ > 0)
        text_say(out, "\n");
}

static void end_choice(const struct choice *choice, struct text *out)
{
    if (choice != NULL && choice->source != NULL)
        explain_row(out, "source", choice->source);
}

static void explain_as_choice(const struct catalogue *catalogue, const char *name, struct text *out,
                              size_t *told)
{
    const struct choice *last = NULL;
    for (size_t i = 0; i < catalogue->count; i++) {
        const struct entry *entry = &catalogue->entries[i];
        for (size_t j = 0; j < entry->section->count; j++) {
            const struct choice *choice = choice_named(&entry->section->fields[j], name);
            if (choice == NULL)
                continue;
            char path[PATH_SIZE];
            catalogue_path(entry, &entry->section->fields[j], path);
            if (choice != last) {
                end_choice(last, out);
                begin_explanation(out, told);
                text_print(out, "%s\n  ", choice->name);
                wrapped(out, choice->meaning, 2, 2);
            }
            explain_row(out, choice == last ? "" : "used as", path);
            last = choice;
        }
    }
    end_choice(last, out);
}

static const struct field *field_named(const struct section *section, const char *name, size_t length)
{
    for (size_t i = 0; i < section->count; i++)
        if (strlen(section->fields[i].name) == length && memcmp(section->fields[i].name, name, length) == 0)
            return &section->fields[i];
    return NULL;
}

/* The field at the end of a dotted path; places in lists ("sites[0].name") may be given or left out. */
static const struct field *field_at(const struct section *section, const char *path)
{
    for (;;) {
        size_t length = strcspn(path, ".[");
        const struct field *field = section == NULL ? NULL : field_named(section, path, length);
        path += length;
        if (field != NULL && *path == '[') {
            path += 1 + strspn(path + 1, "0123456789");
            if (*path++ != ']')
                return NULL;
        }
        if (field == NULL || *path == '\0')
            return field;
        if (*path++ != '.')
            return NULL;
        section = field->section;
    }
}

static void explain_fields(const struct entry *entry, const char *name, struct text *out, size_t *told)
{
    size_t before = strlen(entry->section->name);
    bool with_section = strncmp(name, entry->section->name, before) == 0 && name[before] == '.';
    for (size_t i = 0; i < entry->section->count; i++) {
        const struct field *field = &entry->section->fields[i];
        char path[PATH_SIZE];
        catalogue_path(entry, field, path);
        bool named =
            strcmp(field->name, name) == 0 || (with_section && strcmp(field->name, name + before + 1) == 0);
        bool told_as_section = field->section != NULL && strcmp(field->section->name, name) == 0;
        if (named && !told_as_section) {
            begin_explanation(out, told);
            explain_setting(path, field, out);
        }
    }
}

bool explain(const struct section *root, const char *name, struct text *out)
{
    struct catalogue *catalogue = catalogue_new(root);
    size_t told = 0;
    const struct field *field = strpbrk(name, ".[") == NULL ? NULL : field_at(root, name);
    if (field != NULL) {
        begin_explanation(out, &told);
        explain_setting(name, field, out);
    }
    for (size_t i = 0; field == NULL && i < catalogue->count; i++)
        if (strcmp(catalogue->entries[i].section->name, name) == 0) {
            begin_explanation(out, &told);
            explain_section(catalogue->entries[i].section, catalogue->entries[i].path, out);
        }
    for (size_t i = 0; field == NULL && i < catalogue->count; i++)
        explain_fields(&catalogue->entries[i], name, out, &told);
    if (field == NULL)
        explain_as_choice(catalogue, name, out, &told);
    free(catalogue);
    return told > 0;
}
