#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "scenario/field_inner.h"

enum { FIRST_ROOM = 64 };

struct resolving {
    struct arena *arena;
    struct resolved *all;
    size_t count, room;
};

static void resolve_section(struct resolving *resolving, const struct section *section,
                            const struct node *map, const void *settings, const char *prefix);

static void resolve_value(struct resolving *resolving, const struct field *field, const char *path,
                          const struct node *node, const void *settings)
{
    if (resolving->count == resolving->room) {
        resolving->room = resolving->room == 0 ? FIRST_ROOM : 2 * resolving->room;
        resolving->all = must_grow(resolving->all, resolving->room, sizeof *resolving->all);
    }
    resolving->all[resolving->count++] = (struct resolved){
        .path = path,
        .value = field_write(field, settings, resolving->arena),
        .unit = field_unit(field),
        .source = field->source,
        .ground = field->ground,
        .given = node != NULL,
        .field = field,
    };
}

static void resolve_elements(struct resolving *resolving, const struct field *field, const char *path,
                             const struct node *node, const struct field_list *list)
{
    const struct node *child = node == NULL ? NULL : node->first;
    const char *item = list->items;
    for (size_t i = 0; i < list->count; i++, item += field->section->size) {
        const char *prefix =
            field->kind == FIELD_LIST
                ? arena_print(resolving->arena, "%s[%zu].", path, i)
                : arena_print(resolving->arena, "%s.%s.", path, *(const char *const *)(const void *)item);
        resolve_section(resolving, field->section, child, item, prefix);
        child = child == NULL ? NULL : child->next;
    }
}

/* As deep as the sections were bound. */
static void resolve_section(struct resolving *resolving, const struct section *section,
                            const struct node *map, const void *settings, const char *prefix)
{
    for (size_t i = 0; i < section->count; i++) {
        const struct field *field = &section->fields[i];
        const struct node *node = map_child(map, field->name);
        const void *slot = (const char *)settings + field->offset;
        const char *path = arena_print(resolving->arena, "%s%s", prefix, field->name);
        if (field->kind == FIELD_SECTION)
            resolve_section(resolving, field->section, node, slot,
                            arena_print(resolving->arena, "%s.", path));
        else if (field->kind == FIELD_LIST || field->kind == FIELD_NAMED)
            resolve_elements(resolving, field, path, node, slot);
        else if (field->kind != FIELD_TREE)
            resolve_value(resolving, field, path, node, settings);
    }
}

size_t section_resolve(const struct section *section, const struct node *map, const void *settings,
                       struct arena *arena, struct resolved **all)
{
    struct resolving resolving = {.arena = arena};
    resolve_section(&resolving, section, map, settings, "");
    *all = ARENA_NEW(arena, struct resolved, resolving.count);
    if (resolving.count > 0)
        memcpy(*all, resolving.all, resolving.count * sizeof **all);
    free(resolving.all);
    return resolving.count;
}
