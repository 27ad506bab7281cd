/* What a name means in the tables of settings (explain.h). */
#include <stdlib.h>
#include <string.h>

#include "scenario/catalogue.h"
#include "scenario/explain.h"

enum { MOST_FOUND = 1024 };

struct search {
    struct arena *arena;
    struct finding *found;
    size_t count;
};

static void note(struct search *search, const char *path, const struct finding *found)
{
    if (search->count == MOST_FOUND)
        return;
    search->found[search->count] = *found;
    search->found[search->count++].path = arena_text(search->arena, path, strlen(path));
}

static const struct choice *choice_named(const struct field *field, const char *name)
{
    for (size_t i = 0; field->choices != NULL && field->choices[i] != NULL; i++)
        if (strcmp(field->choices[i]->name, name) == 0)
            return field->choices[i];
    return NULL;
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

static void find_fields(struct search *search, const struct entry *entry, const char *name)
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
        if (named && !told_as_section)
            note(search, path, &(struct finding){.field = field});
    }
}

static void find_choices(struct search *search, const struct entry *entry, const char *name)
{
    for (size_t i = 0; i < entry->section->count; i++) {
        const struct choice *choice = choice_named(&entry->section->fields[i], name);
        char path[PATH_SIZE];
        if (choice == NULL)
            continue;
        catalogue_path(entry, &entry->section->fields[i], path);
        note(search, path, &(struct finding){.choice = choice});
    }
}

size_t explain_find(const struct section *root, const char *name, struct arena *arena, struct finding **all)
{
    struct catalogue *catalogue = catalogue_new(root);
    struct search search = {arena, ARENA_NEW(arena, struct finding, MOST_FOUND), 0};
    const struct field *field = strpbrk(name, ".[") == NULL ? NULL : field_at(root, name);
    if (field != NULL)
        note(&search, name, &(struct finding){.field = field});
    for (size_t i = 0; field == NULL && i < catalogue->count; i++)
        if (strcmp(catalogue->entries[i].section->name, name) == 0)
            note(&search, catalogue->entries[i].path,
                 &(struct finding){.section = catalogue->entries[i].section});
    for (size_t i = 0; field == NULL && i < catalogue->count; i++)
        find_fields(&search, &catalogue->entries[i], name);
    for (size_t i = 0; field == NULL && i < catalogue->count; i++)
        find_choices(&search, &catalogue->entries[i], name);
    free(catalogue);
    *all = search.found;
    return search.count;
}
