/* Method files: found by name, read once, checked. */
#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "experiment_parts.h"
#include "gathering/verbs.h"

const struct section *const method_sections = &method_section;

static struct node *child_at(struct node *list, size_t index)
{
    struct node *child = list == NULL ? NULL : list->first;
    for (; child != NULL && index > 0; index--)
        child = child->next;
    return child;
}

void method_check_stages(const struct method *method, struct node *tree, struct trouble *trouble)
{
    struct node *list = node_at(tree, "stages");
    const struct stage *stages = method->stages.items;
    bool market = false;
    if (method->stages.count == 0)
        node_trouble(trouble, list != NULL ? list : tree, "the method has no stages");
    for (size_t i = 0; i < method->stages.count; i++) {
        const struct stage *stage = &stages[i];
        const struct node *at = child_at(list, i);
        if (stage->verb == NULL || stage->matter == NULL || at == NULL)
            continue;
        if (stage->verb->needs_time && stage->lasts == 0)
            node_trouble(trouble, at, "`%s` needs to know how long it `lasts`", stage->verb->choice.name);
        if (stage->lasts > 0 && stage->work > 0)
            node_trouble(trouble, at, "a stage has either `lasts` or `work`, not both");
        if (stage->matter == matter_rule_posted() && !market)
            node_trouble(trouble, at, "`matter: posted` needs a `market` in a stage before");
        market = market || stage->verb == &verb_market;
    }
}

static struct method *read_method(const char *path, struct arena *arena, struct trouble *trouble)
{
    struct node *tree = node_read_file(path, arena, trouble);
    if (tree == NULL)
        return NULL;
    size_t before = trouble->count;
    struct method *method = ARENA_NEW(arena, struct method, 1);
    section_bind(&method_section, tree, method, arena, trouble);
    if (trouble->count == before)
        method_check_stages(method, tree, trouble);
    if (trouble->count > before)
        return NULL;
    method_prepare(method);
    return method;
}

enum status method_check(const char *path, struct arena *arena, struct trouble *trouble)
{
    read_method(path, arena, trouble);
    return trouble_status(trouble);
}

static bool is_plain_name(const char *name)
{
    return *name != '\0' &&
           strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") == strlen(name);
}

static bool leaves_folder(const char *path)
{
    if (*path == '/')
        return true;
    for (const char *part = path; part != NULL; part = strchr(part, '/')) {
        part += *part == '/' ? 1 : 0;
        if (strncmp(part, "..", 2) == 0 && (part[2] == '/' || part[2] == '\0'))
            return true;
    }
    return false;
}

static const char *folder_of(const char *file, struct arena *arena)
{
    const char *slash = strrchr(file, '/');
    return slash == NULL ? "." : arena_text(arena, file, (size_t)(slash - file) + (slash == file ? 1 : 0));
}

/* A plain name is looked for beside the scenario, in its folder `methods`, then in the library; anything else
 * is a path below the scenario's folder. */
static const char *find_method(struct experiment *experiment, const char *name)
{
    struct arena *arena = experiment->arena;
    const char *folder = folder_of(experiment->file, arena);
    const char *places[3] = {NULL, NULL, NULL};
    if (is_plain_name(name)) {
        places[0] = arena_print(arena, "%s/%s.yaml", folder, name);
        places[1] = arena_print(arena, "%s/methods/%s.yaml", folder, name);
        if (experiment->request->library != NULL)
            places[2] = arena_print(arena, "%s/methods/%s.yaml", experiment->request->library, name);
    } else {
        places[0] = arena_print(arena, "%s/%s", folder, name);
    }
    for (size_t i = 0; i < 3; i++)
        if (places[i] != NULL && strcmp(places[i], experiment->file) != 0 && access(places[i], F_OK) == 0)
            return places[i];
    return NULL;
}

static void say_unknown(struct experiment *experiment, const struct node *where, const char *name,
                        struct trouble *trouble)
{
    node_trouble(trouble, where, "there is no method `%s`, neither beside the scenario nor in the library",
                 name);
    struct method_listing *methods;
    struct trouble nobody_hears = {0};
    size_t count = methods_list(experiment->request->library, experiment->arena, &methods, &nobody_hears);
    const char **names = ARENA_NEW(experiment->arena, const char *, count + 1);
    for (size_t i = 0; i < count; i++)
        names[i] = methods[i].name;
    const char *nearest = nearest_word(name, names, count);
    if (nearest != NULL)
        trouble_hint(trouble, "did you mean `%s`?", nearest);
    else if (count > 0)
        trouble_hint(trouble, "`groundswell methods` lists them");
    trouble_free(&nobody_hears);
}

const struct method *experiment_method(struct experiment *experiment, const struct node *where,
                                       const char *name, struct trouble *trouble)
{
    if (!is_plain_name(name) && leaves_folder(name)) {
        node_trouble(trouble, where,
                     "a method file must lie in the folder of the scenario or below, not at `%s`", name);
        return NULL;
    }
    const char *path = find_method(experiment, name);
    if (path == NULL) {
        say_unknown(experiment, where, name, trouble);
        return NULL;
    }
    for (const struct method_file *file = experiment->methods; file != NULL; file = file->next)
        if (strcmp(file->path, path) == 0)
            return file->method;
    struct method_file *file = ARENA_NEW(experiment->arena, struct method_file, 1);
    *file = (struct method_file){path, read_method(path, experiment->arena, trouble), experiment->methods};
    experiment->methods = file;
    return file->method;
}

static int by_path(const void *a, const void *b)
{
    const struct method_listing *one = a, *other = b;
    return strcmp(one->name, other->name);
}

static bool is_yaml(const char *name)
{
    size_t length = strlen(name);
    return length > 5 && strcmp(name + length - 5, ".yaml") == 0 && name[0] != '.';
}

size_t methods_list(const char *library, struct arena *arena, struct method_listing **methods,
                    struct trouble *trouble)
{
    size_t count = 0;
    const char *folder = arena_print(arena, "%s/methods", library == NULL ? "." : library);
    enum { MOST_METHODS = 1000 };
    *methods = ARENA_NEW(arena, struct method_listing, MOST_METHODS);
    DIR *files = opendir(folder);
    if (files == NULL) {
        trouble_add(trouble, STATUS_NO_INPUT, (struct place){.file = folder},
                    "the folder of methods cannot be read");
        return 0;
    }
    for (const struct dirent *file = readdir(files); file != NULL && count < MOST_METHODS;
         file = readdir(files)) {
        if (!is_yaml(file->d_name))
            continue;
        const char *path = arena_print(arena, "%s/%s", folder, file->d_name);
        const struct method *method = read_method(path, arena, trouble);
        if (method != NULL)
            (*methods)[count++] =
                (struct method_listing){arena_text(arena, file->d_name, strlen(file->d_name) - 5),
                                        method->title, method->meaning, method->source, path};
    }
    closedir(files);
    qsort(*methods, count, sizeof **methods, by_path);
    return count;
}
