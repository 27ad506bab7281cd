/* Texts of methods: what the record keeps of them, and whether their files still say it. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "experiment/experiment_parts.h"

static int by_name(const void *a, const void *b)
{
    const struct provenance_method *one = a, *other = b;
    return strcmp(one->name, other->name);
}

void plan_methods(const struct experiment *experiment, struct record_plan *plan)
{
    struct provenance_method *methods =
        ARENA_NEW(experiment->arena, struct provenance_method, experiment->method_count + 1);
    size_t count = 0;
    for (const struct method_file *file = experiment->methods; file != NULL; file = file->next)
        methods[count++] = file->kept;
    qsort(methods, count, sizeof *methods, by_name);
    plan->methods = methods;
    plan->method_count = count;
}

/* Where the method is looked for now. One of the scenario's own that is not beside it any more may still lie
 * where it was read: results can be in another folder than their scenario. */
static const char *path_now(const struct experiment_request *request, const struct provenance_method *method,
                            struct arena *arena)
{
    struct experiment_request anew = *request;
    struct method_place place;
    anew.kept = NULL;
    bool found = method_find(&anew, method->name, arena, &place);
    bool other = found && strcmp(method->folder, METHOD_OWN) == 0 && strcmp(place.folder, METHOD_OWN) != 0;
    if (found && !other)
        return place.path;
    return access(method->path, F_OK) == 0 ? method->path : found ? place.path : NULL;
}

static bool says_the_same(const char *path, const char *text)
{
    struct arena arena = {0};
    struct trouble nobody_hears = {0};
    const struct node *tree = node_read_file(path, &arena, &nobody_hears);
    bool same = tree != NULL && strcmp(tree->document->text, text) == 0;
    trouble_free(&nobody_hears);
    arena_free(&arena);
    return same;
}

enum status methods_unchanged(const struct experiment_request *request, struct arena *arena,
                              struct trouble *trouble)
{
    for (size_t i = 0; i < request->kept_count; i++) {
        const struct provenance_method *method = &request->kept[i];
        if (*method->path == '\0')
            continue;
        const char *path = path_now(request, method, arena);
        if (path != NULL && request->inputs != NULL)
            inputs_note(request->inputs, path);
        if (path == NULL)
            trouble_add(trouble, STATUS_BAD_INPUT, (struct place){.file = method->path},
                        "this method, which the run was begun with, is not there any more");
        else if (!says_the_same(path, method->text))
            trouble_add(trouble, STATUS_BAD_INPUT, (struct place){.file = path},
                        "this method is not as it was when the run was begun, so the new runs would not "
                        "belong to those that are kept");
    }
    return trouble_status(trouble);
}
