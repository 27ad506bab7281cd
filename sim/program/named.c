#include "program/named.h"

#include <string.h>

#include "models/observed/observed.h"
#include "program/library.h"
#include "scenario/explain.h"

size_t named_observed(struct arena *arena, const struct measure *const **all)
{
    const struct measure *const *moments, *const *course;
    size_t count = observed_measures(arena, &moments);
    size_t course_count = observed_course_measures(arena, &course);
    const struct measure **both = ARENA_NEW(arena, const struct measure *, count + course_count);
    for (size_t i = 0; i < count; i++)
        both[i] = moments[i];
    for (size_t i = 0; i < course_count; i++)
        both[count + i] = course[i];
    *all = both;
    return count + course_count;
}

size_t named_methods(struct arena *arena, struct method_listing **methods)
{
    struct trouble nobody_hears = {0}; /* a broken method must not keep us from explaining the rest */
    const char *library = library_folder(arena, &nobody_hears);
    size_t count = library == NULL ? 0 : methods_list(library, arena, methods, &nobody_hears);
    trouble_free(&nobody_hears);
    return count;
}

size_t named_names(struct arena *arena, const char ***names)
{
    const struct record_shape *shape = movement_measures(arena);
    const struct measure *const *observed;
    const char **settings, **stages, **keys;
    struct method_listing *methods = NULL;
    size_t setting_count = explain_names(scenario_settings_table(arena), arena, &settings);
    size_t stage_count = explain_names(method_settings_table(arena), arena, &stages);
    size_t key_count = explain_names(observed_sections, arena, &keys);
    size_t observed_count = named_observed(arena, &observed);
    size_t method_count = named_methods(arena, &methods), count = 0;
    *names = ARENA_NEW(arena, const char *,
                       setting_count + stage_count + method_count + shape->measure_count +
                           shape->table_count + key_count + observed_count);
    for (size_t i = 0; i < setting_count; i++)
        (*names)[count++] = settings[i];
    for (size_t i = 0; i < stage_count; i++)
        (*names)[count++] = stages[i];
    for (size_t i = 0; i < method_count; i++)
        (*names)[count++] = methods[i].name;
    for (size_t i = 0; i < shape->measure_count; i++)
        (*names)[count++] = shape->measures[i]->name;
    for (size_t i = 0; i < shape->table_count; i++)
        (*names)[count++] = shape->tables[i]->name;
    for (size_t i = 0; i < key_count; i++)
        (*names)[count++] = keys[i];
    for (size_t i = 0; i < observed_count; i++)
        (*names)[count++] = observed[i]->name;
    return count;
}

struct named named_all(struct arena *arena)
{
    struct named named = {
        .shape = movement_measures(arena),
        .roots = {scenario_settings_table(arena), method_settings_table(arena), observed_sections},
    };
    named.method_count = named_methods(arena, &named.methods);
    return named;
}

const char *named_meaning(struct arena *arena, const struct named *named, const char *name)
{
    const struct record_shape *shape = named->shape;
    for (size_t i = 0; i < named->method_count; i++)
        if (strcmp(named->methods[i].name, name) == 0)
            return arena_print(arena, "a method: %s", named->methods[i].title);
    for (size_t i = 0; i < shape->measure_count; i++)
        if (strcmp(shape->measures[i]->name, name) == 0)
            return arena_print(arena, "a measure: %s", shape->measures[i]->meaning);
    for (size_t i = 0; i < NAMED_ROOTS; i++) {
        struct finding *found;
        if (explain_find(named->roots[i], name, arena, &found) == 0)
            continue;
        if (found->field != NULL)
            return found->field->meaning;
        return found->section != NULL ? found->section->meaning : found->choice->meaning;
    }
    for (size_t i = 0; i < shape->table_count; i++)
        if (strcmp(shape->tables[i]->name, name) == 0)
            return shape->tables[i]->meaning;
    return NULL;
}
