#include "scenario/explain.h"

#include <string.h>

#include "base/fold.h"
#include "scenario/field_inner.h"

enum { WRAP_COLUMN = 90, LABEL_COLUMNS = 12 };

static void wrapped(struct text *out, const char *words, size_t indent, size_t column)
{
    fold_words(out, words, column, indent, WRAP_COLUMN);
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
        text_print(out, "  %-*s%s: ", LABEL_COLUMNS - 2, i == 0 ? "one of" : "", field->choices[i]->name);
        size_t column = LABEL_COLUMNS + strlen(field->choices[i]->name) + 2;
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

/* One explanation follows another after an empty line. */
static void begin_explanation(struct text *out, size_t *told)
{
    if ((*told)++ > 0)
        text_say(out, "\n");
}

/* What is used in several places is said once. */
static void explain_choice(const struct finding *found, const struct finding *before,
                           const struct finding *after, struct text *out, size_t *told)
{
    const bool again = before != NULL && before->choice == found->choice;
    if (!again) {
        begin_explanation(out, told);
        text_print(out, "%s\n  ", found->choice->name);
        wrapped(out, found->choice->meaning, 2, 2);
    }
    explain_row(out, again ? "" : "used as", found->path);
    if (found->choice->source != NULL && (after == NULL || after->choice != found->choice))
        explain_row(out, "source", found->choice->source);
}

bool explain(const struct section *root, const char *name, struct text *out)
{
    struct arena arena = {0};
    struct finding *found;
    size_t count = explain_find(root, name, &arena, &found), told = 0;
    for (size_t i = 0; i < count; i++) {
        if (found[i].choice != NULL) {
            explain_choice(&found[i], i > 0 ? &found[i - 1] : NULL, i + 1 < count ? &found[i + 1] : NULL, out,
                           &told);
            continue;
        }
        begin_explanation(out, &told);
        if (found[i].field != NULL)
            explain_setting(found[i].path, found[i].field, out);
        else
            explain_section(found[i].section, found[i].path, out);
    }
    arena_free(&arena);
    return told > 0;
}
