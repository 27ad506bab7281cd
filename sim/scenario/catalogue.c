#include "scenario/catalogue.h"

#include <stdio.h>

#include "base/require.h"

static bool catalogue_has(const struct catalogue *catalogue, const struct section *section)
{
    for (size_t i = 0; i < catalogue->count; i++)
        if (catalogue->entries[i].section == section)
            return true;
    return false;
}

void catalogue_path(const struct entry *entry, const struct field *field, char path[PATH_SIZE])
{
    int length =
        snprintf(path, PATH_SIZE, "%s%s%s", entry->path, *entry->path == '\0' ? "" : ".", field->name);
    require(length >= 0 && length < PATH_SIZE);
}

struct catalogue *catalogue_new(const struct section *root)
{
    struct catalogue *catalogue = must_allocate(1, sizeof *catalogue);
    catalogue->entries[catalogue->count++].section = root;
    for (size_t i = 0; i < catalogue->count; i++) {
        const struct entry *entry = &catalogue->entries[i];
        for (size_t j = 0; j < entry->section->count; j++) {
            const struct field *field = &entry->section->fields[j];
            if (field->section == NULL || catalogue_has(catalogue, field->section))
                continue;
            require(catalogue->count < MOST_SECTIONS);
            struct entry *found = &catalogue->entries[catalogue->count++];
            found->section = field->section;
            catalogue_path(entry, field, found->path);
        }
    }
    return catalogue;
}
