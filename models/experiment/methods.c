/* Method files: found by name, read once, checked. */
#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/require.h"
#include "experiment/experiment_parts.h"
#include "gathering/method.h"
#include "gathering/run_sheet.h"
#include "mechanisms.h"

/* --- the table of a method, with what all mechanisms bring --- */

static size_t count_verbs(const struct mechanism *mechanism)
{
    size_t count = 0;
    while (mechanism->verbs != NULL && mechanism->verbs[count] != NULL)
        count++;
    return count;
}

const struct section *method_settings_table(struct arena *arena)
{
    size_t verb_count = 0, field_count = 0;
    for (const struct mechanism *const *one = mechanisms; *one != NULL; one++) {
        verb_count += count_verbs(*one);
        field_count += (*one)->stage_field_count;
    }
    const struct choice **verbs = ARENA_NEW(arena, const struct choice *, verb_count + 1);
    struct field *fields = ARENA_NEW(arena, struct field, field_count + 1);
    size_t verb = 0, field = 0;
    for (const struct mechanism *const *one = mechanisms; *one != NULL; one++) {
        for (size_t i = 0; i < count_verbs(*one); i++)
            verbs[verb++] = (*one)->verbs[i];
        for (size_t i = 0; i < (*one)->stage_field_count; i++)
            fields[field++] = (*one)->stage_fields[i];
    }
    return method_table(&(struct stage_parts){verbs, fields, field_count}, arena);
}

/* --- files --- */

static struct method *bind_method(const struct section *table, struct node *tree, struct trouble *own,
                                  struct arena *arena, struct trouble *trouble)
{
    struct method *method = ARENA_NEW(arena, struct method, 1);
    if (tree != NULL) {
        section_bind(table, tree, method, arena, own);
        method_check(method, tree, own);
        trouble_sort(own, 0);
    }
    bool sound = own->count == 0;
    trouble_move(trouble, own);
    if (!sound)
        return NULL;
    method_prepare(method);
    return method;
}

static struct method *read_method(const struct section *table, const char *path, struct arena *arena,
                                  struct trouble *trouble)
{
    struct trouble own = {0};
    return bind_method(table, node_read_file(path, arena, &own), &own, arena, trouble);
}

enum status method_file_check(const char *path, struct arena *arena, struct trouble *trouble)
{
    read_method(method_settings_table(arena), path, arena, trouble);
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

static const char *beside(const char *scenario, struct arena *arena, const char *name)
{
    const char *slash = strrchr(scenario, '/');
    return slash == NULL ? name : arena_print(arena, "%.*s%s", (int)(slash - scenario) + 1, scenario, name);
}

static bool same_file(const char *one, const char *other)
{
    struct stat a, b;
    return stat(one, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

static bool find_kept(const struct experiment_request *request, const char *name, struct method_place *place)
{
    for (size_t i = 0; i < request->kept_count; i++) {
        const struct provenance_method *kept = &request->kept[i];
        if (strcmp(kept->name, name) != 0)
            continue;
        *place = (struct method_place){kept->path, kept->folder, kept->file, kept->text};
        return true;
    }
    return false;
}

/* A plain name is looked for beside the scenario, in its folder `methods`, then in the library; anything else
 * is a path below the scenario's folder. A scenario of the library's own has the library beside it. */
bool method_find(const struct experiment_request *request, const char *name, struct arena *arena,
                 struct method_place *place)
{
    if (request->kept != NULL)
        return find_kept(request, name, place);
    const bool plain = is_plain_name(name);
    const char *files[] = {plain ? arena_print(arena, "%s.yaml", name) : name,
                           plain ? arena_print(arena, "methods/%s.yaml", name) : NULL};
    const char *library = request->library;
    for (size_t i = 0; i < sizeof files / sizeof files[0] && files[i] != NULL; i++) {
        const char *path = beside(request->path, arena, files[i]);
        if (access(path, F_OK) != 0)
            continue;
        bool shipped = library != NULL && same_file(path, arena_print(arena, "%s/%s", library, files[i]));
        *place = (struct method_place){path, shipped ? METHOD_OF_LIBRARY : METHOD_OWN, files[i], NULL};
        return true;
    }
    if (!plain || library == NULL)
        return false;
    *place = (struct method_place){arena_print(arena, "%s/%s", library, files[1]), METHOD_OF_LIBRARY,
                                   files[1], NULL};
    return access(place->path, F_OK) == 0;
}

/* Whether the file really lies below the folder of the scenario, or in the library, wherever links lead. */
static bool lies_below(const char *path, const char *folder)
{
    char *file = realpath(path, NULL), *root = realpath(folder, NULL);
    size_t length = root == NULL ? 0 : strlen(root);
    bool below = file != NULL && root != NULL && strncmp(file, root, length) == 0 &&
                 (file[length] == '/' || (length > 0 && root[length - 1] == '/'));
    free(file);
    free(root);
    return below;
}

/* Tells and returns false where the file is there, but is nothing that could be held. */
static bool may_be_held(const struct experiment *experiment, const struct node *where, const char *path,
                        struct trouble *trouble)
{
    const char *folder = beside(experiment->file, experiment->arena, ".");
    const char *library = experiment->request->library;
    if (!lies_below(path, folder) && (library == NULL || !lies_below(path, library))) {
        node_trouble(trouble, where,
                     "this leads out of the folder of the scenario; put the method file there");
        return false;
    }
    struct arena arena = {0};
    struct trouble nobody_hears = {0};
    struct node *tree = node_read_file(path, &arena, &nobody_hears);
    bool scenario =
        node_at(tree, "stages") == NULL && (node_at(tree, "sites") != NULL || node_at(tree, "lasts") != NULL);
    trouble_free(&nobody_hears);
    arena_free(&arena);
    if (scenario)
        node_trouble(trouble, where, "`%s` is a scenario; what is held is a method, a file with `stages`",
                     path);
    return !scenario;
}

/* The names in the library, listed when the first unknown one is met. */
static void list_names(struct experiment *experiment)
{
    if (experiment->method_names != NULL)
        return;
    struct method_listing *methods;
    struct trouble nobody_hears = {0};
    size_t count = methods_list(experiment->request->library, experiment->arena, &methods, &nobody_hears);
    trouble_free(&nobody_hears);
    experiment->method_names = ARENA_NEW(experiment->arena, const char *, count + 1);
    for (size_t i = 0; i < count; i++)
        experiment->method_names[i] = methods[i].name;
    experiment->method_name_count = count;
}

/* The methods whose names begin with this one and a dash, in a row; NULL: there are none. */
static const char *names_that_go_on(const struct experiment *experiment, const char *name)
{
    size_t length = strlen(name);
    const char *names = NULL;
    for (size_t i = 0; i < experiment->method_name_count; i++) {
        const char *longer = experiment->method_names[i];
        if (strncmp(longer, name, length) == 0 && longer[length] == '-')
            names = names == NULL ? arena_print(experiment->arena, "`%s`", longer)
                                  : arena_print(experiment->arena, "%s, `%s`", names, longer);
    }
    return names;
}

static void say_unknown(struct experiment *experiment, const struct node *where, const char *name,
                        struct trouble *trouble)
{
    if (experiment->request->kept != NULL) {
        node_trouble(trouble, where, "the text of the method `%s` is not kept with these runs", name);
        trouble_hint(trouble, "run the scenario itself, with the method beside it");
        return;
    }
    node_trouble(trouble, where, "there is no method `%s`, neither beside the scenario nor in the library",
                 name);
    list_names(experiment);
    const char *nearest = nearest_word(name, experiment->method_names, experiment->method_name_count);
    const char *longer = names_that_go_on(experiment, name);
    if (longer != NULL)
        trouble_hint(trouble, "there are %s: `groundswell methods` says who decides in each", longer);
    else if (nearest != NULL)
        trouble_hint(trouble, "did you mean `%s`?", nearest);
    else
        trouble_hint(trouble, "`groundswell methods` lists those of the library");
}

static const struct method *method_hold(struct experiment *experiment, const struct node *where,
                                        const struct provenance_method *kept, const struct method *method,
                                        struct trouble *trouble)
{
    struct method_file *file = ARENA_NEW(experiment->arena, struct method_file, 1);
    *file = (struct method_file){*kept, method, experiment->methods};
    experiment->methods = file;
    experiment->method_count++;
    experiment->method_bytes += strlen(kept->text);
    if (experiment->method_count > MOST_METHODS_HELD)
        node_trouble(trouble, where, "more than %d methods are held", (int)MOST_METHODS_HELD);
    if (experiment->method_bytes > MOST_METHOD_BYTES)
        node_trouble(trouble, where, "the methods that are held have more than 64 MiB of text together");
    return method;
}

/* Reads a method that was not met yet; a bad one is remembered too, so that its mistakes are reported once.
 */
static const struct method *hold_new(struct experiment *experiment, const struct node *where,
                                     const char *name, const struct method_place *place,
                                     struct trouble *trouble)
{
    struct arena *arena = experiment->arena;
    struct trouble own = {0};
    struct node *tree;
    const char *path = place->path;
    if (place->text == NULL) {
        if (experiment->request->inputs != NULL)
            inputs_note(experiment->request->inputs, path);
        tree = node_read_file(path, arena, &own);
        char *whole = realpath(path, NULL);
        path = whole == NULL ? path : arena_text(arena, whole, strlen(whole));
        free(whole);
    } else {
        tree = node_read(*path == '\0' ? place->file : path, place->text, strlen(place->text), arena, &own);
    }
    const char *text = tree == NULL ? "" : tree->document->text;
    const struct provenance_method kept = {name, place->folder, place->file, text, path};
    const struct method *method =
        bind_method(experiment->method_table, tree, &own, arena, &experiment->of_methods);
    return method_hold(experiment, where, &kept, method, trouble);
}

const struct method *experiment_method(struct experiment *experiment, const struct node *where,
                                       const char *name, struct trouble *trouble)
{
    if (*name == '\0' || told_about(trouble, where))
        return NULL;
    for (const struct method_file *file = experiment->methods; file != NULL; file = file->next)
        if (strcmp(file->kept.name, name) == 0)
            return file->method;
    if (!is_plain_name(name) && leaves_folder(name)) {
        node_trouble(trouble, where,
                     "a method file must lie in the folder of the scenario or below, not at `%s`", name);
        return NULL;
    }
    struct method_place place;
    if (!method_find(experiment->request, name, experiment->arena, &place)) {
        say_unknown(experiment, where, name, trouble);
        return NULL;
    }
    for (const struct method_file *file = experiment->methods; file != NULL; file = file->next)
        if (strcmp(file->kept.folder, place.folder) == 0 && strcmp(file->kept.file, place.file) == 0) {
            struct provenance_method kept = file->kept;
            kept.name = name;
            return method_hold(experiment, where, &kept, file->method, trouble);
        }
    if (name_book_add(&experiment->held, 0, name, where, NAME_IS_VALUE, trouble) != STATUS_FINE ||
        (place.text == NULL && !may_be_held(experiment, where, place.path, trouble)))
        return NULL;
    return hold_new(experiment, where, name, &place, trouble);
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

const struct choice *const *methods_in_order(void)
{
    return method_uses;
}

static struct method_listing listing_of(const struct method *method, const char *path, const char *name,
                                        struct arena *arena)
{
    return (struct method_listing){name,
                                   method->title,
                                   method->meaning,
                                   method->source,
                                   path,
                                   method->use,
                                   method->recommended_for,
                                   method_deciders(method, arena),
                                   method_run_sheet(method, arena)};
}

bool methods_find(const char *library, const char *name, struct arena *arena, struct method_listing *found)
{
    struct trouble nobody_hears = {0};
    const char *path = arena_print(arena, "%s/methods/%s.yaml", library, name);
    const struct method *method = strchr(name, '/') != NULL || access(path, R_OK) != 0
                                      ? NULL
                                      : read_method(method_settings_table(arena), path, arena, &nobody_hears);
    trouble_free(&nobody_hears);
    if (method != NULL)
        *found = listing_of(method, path, name, arena);
    return method != NULL;
}

size_t methods_list(const char *library, struct arena *arena, struct method_listing **methods,
                    struct trouble *trouble)
{
    size_t count = 0;
    const char *folder = arena_print(arena, "%s/methods", library == NULL ? "." : library);
    const struct section *table = method_settings_table(arena);
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
        const struct method *method = read_method(table, path, arena, trouble);
        if (method != NULL)
            (*methods)[count++] =
                listing_of(method, path, arena_text(arena, file->d_name, strlen(file->d_name) - 5), arena);
    }
    closedir(files);
    qsort(*methods, count, sizeof **methods, by_path);
    return count;
}
