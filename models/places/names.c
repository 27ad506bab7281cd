/* Sites by the names that a scenario gives them. */
#include <string.h>

#include "base/arena.h"
#include "checking.h"
#include "places/places.h"

static void say_nearest(const struct checking *checking, const char *name, const char *otherwise)
{
    const struct field_list *kinds = checking_settings(checking, &site_section);
    const struct site_settings *sites = kinds->items;
    const char **names = ARENA_NEW(checking->arena, const char *, kinds->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < kinds->count; i++)
        if (sites[i].name != NULL)
            names[count++] = sites[i].name;
    const char *nearest = nearest_word(name, names, count);
    if (nearest != NULL)
        trouble_hint(checking->trouble, "did you mean `%s`?", nearest);
    else if (otherwise != NULL)
        trouble_hint(checking->trouble, "%s", otherwise);
}

bool places_find(const struct checking *checking, const struct node *where, const char *name,
                 const char *otherwise, struct place_range *found)
{
    const struct field_list *kinds = checking_settings(checking, &site_section);
    const struct site_settings *sites = kinds->items;
    uint32_t next = 0;
    for (size_t i = 0; i < kinds->count; i++) {
        *found = (struct place_range){next, next + (uint32_t)sites[i].count};
        if (name != NULL && sites[i].name != NULL && strcmp(name, sites[i].name) == 0)
            return true;
        next = found->beyond;
    }
    *found = (struct place_range){0, next};
    if (name == NULL)
        return true;
    node_trouble(checking->trouble, where, "there is no site of this name");
    say_nearest(checking, name, otherwise);
    return false;
}
