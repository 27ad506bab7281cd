#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "scenario/catalogue.h"
#include "scenario/explain.h"
#include "scenario/field_inner.h"

enum { MOST_NAMES = 4096 };

/* A bar within the words would end the cell. */
void explain_cell(struct text *out, const char *words)
{
    text_say(out, " ");
    for (; *words != '\0'; words++) {
        if (*words == '|')
            text_say(out, "\\");
        text_add(out, *words == '\n' ? " " : words, 1);
    }
    text_say(out, " |");
}

static void range_cell(const struct field *field, struct text *out)
{
    struct text range = {0};
    field_write_range(field, &range);
    explain_cell(out, range.bytes == NULL ? "" : range.bytes);
    text_free(&range);
}

static void plausible_cell(const struct field *field, struct text *out)
{
    struct text range = {0};
    field_write_plausible(field, &range);
    explain_cell(out, range.bytes == NULL ? "" : range.bytes);
    text_free(&range);
}

void explain_table(const struct section *section, struct text *out)
{
    text_say(out, "| name | default | range | plausible | unit | meaning | source | ground |\n"
                  "|---|---|---|---|---|---|---|---|\n");
    for (size_t i = 0; i < section->count; i++) {
        const struct field *field = &section->fields[i];
        text_print(out, "| `%s` |", field->name);
        explain_cell(out, field_is_required(field) ? "(must be given)" : field->usual);
        range_cell(field, out);
        plausible_cell(field, out);
        explain_cell(out, field_unit(field));
        explain_cell(out, field->meaning);
        explain_cell(out, field->source == NULL ? "" : field->source);
        explain_cell(out, ground_name(field->ground));
        text_say(out, "\n");
    }
}

static void choice_table(const struct choice *const *choices, struct text *out)
{
    text_say(out, "| name | meaning | source |\n"
                  "|---|---|---|\n");
    for (; *choices != NULL; choices++) {
        text_print(out, "| `%s` |", (*choices)->name);
        explain_cell(out, (*choices)->meaning);
        explain_cell(out, (*choices)->source == NULL ? "" : (*choices)->source);
        text_say(out, "\n");
    }
}

static const struct choice *const *choices_named(const struct section *section, const char *name)
{
    for (size_t i = 0; i < section->count; i++)
        if (section->fields[i].choices != NULL && strcmp(section->fields[i].name, name) == 0)
            return section->fields[i].choices;
    return NULL;
}

bool explain_table_of(const struct section *root, const char *name, struct text *out)
{
    struct catalogue *catalogue = catalogue_new(root);
    bool found = false;
    for (size_t i = 0; i < catalogue->count && !found; i++) {
        const struct section *section = catalogue->entries[i].section;
        const struct choice *const *choices = choices_named(section, name);
        found = choices != NULL || strcmp(section->name, name) == 0;
        if (choices != NULL)
            choice_table(choices, out);
        else if (found)
            explain_table(section, out);
    }
    free(catalogue);
    return found;
}

struct names {
    const char *all[MOST_NAMES];
    size_t count;
};

static void add_name(struct names *names, const char *name)
{
    for (size_t i = 0; i < names->count; i++)
        if (strcmp(names->all[i], name) == 0)
            return;
    require(names->count < MOST_NAMES);
    names->all[names->count++] = name;
}

size_t explain_names(const struct section *root, struct arena *arena, const char ***all)
{
    struct catalogue *catalogue = catalogue_new(root);
    struct names *names = must_allocate(1, sizeof *names);
    for (size_t i = 0; i < catalogue->count; i++) {
        const struct entry *entry = &catalogue->entries[i];
        add_name(names, entry->section->name);
        if (*entry->path != '\0')
            add_name(names, arena_text(arena, entry->path, strlen(entry->path)));
        for (size_t j = 0; j < entry->section->count; j++) {
            const struct field *field = &entry->section->fields[j];
            char path[PATH_SIZE];
            catalogue_path(entry, field, path);
            add_name(names, field->name);
            add_name(names, arena_text(arena, path, strlen(path)));
            for (size_t k = 0; field->choices != NULL && field->choices[k] != NULL; k++)
                add_name(names, field->choices[k]->name);
        }
    }
    size_t count = names->count;
    *all = ARENA_NEW(arena, const char *, count);
    memcpy(*all, names->all, count * sizeof *names->all);
    free(names);
    free(catalogue);
    return count;
}
