#include "program/designs.h"

#include <string.h>

enum { MOST_LISTED = 12 };

bool design_find(struct call *call, const char *of, const char *const *names, size_t count, const char *name,
                 size_t *place)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0) {
            *place = i;
            return true;
        }
    call_trouble(call, STATUS_USAGE, "%s has no design called `%s`", of, name);
    const char **words = ARENA_NEW(&call->arena, const char *, count);
    memcpy(words, names, count * sizeof *words);
    const char *nearest = nearest_word(name, words, count);
    const char *all = "";
    for (size_t i = 0; i < count && i < MOST_LISTED; i++)
        all = arena_print(&call->arena, "%s%s`%s`", all, i == 0 ? "" : ", ", names[i]);
    if (nearest != NULL)
        trouble_hint(&call->trouble, "did you mean `%s`?", nearest);
    else
        trouble_hint(&call->trouble, "there %s %s%s", count == 1 ? "is" : "are", all,
                     count > MOST_LISTED ? " and others" : "");
    return false;
}
