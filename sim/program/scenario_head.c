#include "program/scenario_head.h"

#include <stdlib.h>
#include <string.h>

#include "program/library.h"

void head_modeline(struct call *call, struct text *out)
{
    const char *library = library_folder(&call->arena, &call->trouble);
    char *path = library == NULL
                     ? NULL
                     : realpath(arena_print(&call->arena, "%s/scenario.schema.json", library), NULL);
    if (path != NULL && strpbrk(path, " \t\n") == NULL)
        text_print(out, "%s $schema=%s\n", HEAD_MODELINE, path);
    free(path);
}
