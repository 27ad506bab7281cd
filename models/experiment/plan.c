/* What the record needs to know of an experiment. */
#include <string.h>

#include "experiment/best.h"
#include "experiment/choice.h"
#include "experiment/experiment_parts.h"
#include "experiment/worlds.h"
#include "measures/ledger.h"

static const char *name_without_folders(const char *file)
{
    const char *slash = strrchr(file, '/');
    return slash == NULL ? file : slash + 1;
}

struct setting_list {
    struct provenance_setting *all;
    size_t count, room;
};

/* Thousands of sites have the same settings: the first says what they mean. */
static const char *meaning_of(const struct resolved *setting, const char *path)
{
    const char *element = strchr(path, '[');
    const bool first = element == NULL || strncmp(element, "[0]", 3) == 0;
    return first && setting->field->meaning != NULL ? setting->field->meaning : "";
}

static void add_setting(struct setting_list *list, const struct resolved *setting, const char *path)
{
    if (list->count < list->room)
        list->all[list->count++] = (struct provenance_setting){path,
                                                               setting->value,
                                                               setting->unit,
                                                               setting->source == NULL ? "" : setting->source,
                                                               ground_name(setting->ground),
                                                               meaning_of(setting, path),
                                                               setting->given};
}

/* Whether plausible worlds try the setting. */
static bool worlds_differ_in(const struct worlds *worlds, const char *path)
{
    for (size_t i = 0; worlds != NULL && i < worlds->plan.factor_count; i++)
        if (strcmp(worlds->factors[i].path, path) == 0)
            return true;
    return worlds != NULL && worlds->within != NULL && worlds_differ_in(worlds->within, path);
}

/* Assumed numbers that any design has in use, and how many of them the scenario's assumptions try. */
static void count_assumed(const struct experiment *experiment, struct record_plan *plan,
                          const struct resolved *first, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bool used = false, tried = false;
        for (size_t design = 0; design < experiment->design_count && !used; design++)
            used = assumed_in_use(experiment->settings[design], &first[i]);
        for (size_t axis = 0; axis < experiment->axis_count && !tried; axis++)
            tried = strcmp(experiment->axes[axis], first[i].path) == 0;
        tried = tried || worlds_differ_in(experiment->worlds, first[i].path);
        plan->assumed += used ? 1 : 0;
        plan->assumed_tried += used && tried ? 1 : 0;
    }
}

static bool same_setting(const struct resolved *one, const struct resolved *other)
{
    return strcmp(one->path, other->path) == 0 && strcmp(one->value, other->value) == 0;
}

/* Whether one of `count` settings is the same. It mostly stands behind the one that was met last, at `place`:
 * thousands of settings of sites stand in the same order in all designs. */
static bool has_setting(const struct resolved *all, size_t count, const struct resolved *setting,
                        size_t *place)
{
    for (size_t i = 0; i < count; i++) {
        size_t at = (*place + i) % count;
        if (same_setting(&all[at], setting)) {
            *place = at + 1;
            return true;
        }
    }
    return false;
}

/* All settings of the first design; of the others those that differ, under "design: path". */
static void plan_settings(struct experiment *experiment, struct record_plan *plan)
{
    struct arena *arena = experiment->arena;
    struct resolved *first = NULL;
    size_t count =
        section_resolve(experiment->table, experiment->trees[0], experiment->settings[0], arena, &first);
    struct setting_list list = {0};
    list.room = count;
    count_assumed(experiment, plan, first, count);
    struct resolved **others = ARENA_NEW(arena, struct resolved *, experiment->design_count);
    size_t *counts = ARENA_NEW(arena, size_t, experiment->design_count);
    for (size_t design = 1; design < experiment->design_count; design++) {
        counts[design] = section_resolve(experiment->table, experiment->trees[design],
                                         experiment->settings[design], arena, &others[design]);
        list.room += counts[design];
    }
    list.all = ARENA_NEW(arena, struct provenance_setting, list.room);
    for (size_t i = 0; i < count; i++)
        add_setting(&list, &first[i], first[i].path);
    for (size_t design = 1; design < experiment->design_count; design++) {
        size_t place = 0;
        for (size_t i = 0; i < counts[design]; i++) {
            const struct resolved *setting = &others[design][i];
            if (!has_setting(first, count, setting, &place))
                add_setting(&list, setting,
                            arena_print(arena, "%s: %s", experiment->design_names[design], setting->path));
        }
    }
    plan->settings = list.all;
    plan->setting_count = list.count;
}

static void plan_found(struct experiment *experiment, struct record_plan *plan)
{
    const struct field_list *list = &experiment->settings[0]->compared.found;
    const struct found_number *numbers = list->items;
    struct provenance_found *found = ARENA_NEW(experiment->arena, struct provenance_found, list->count + 1);
    for (size_t i = 0; i < list->count; i++)
        found[i] = (struct provenance_found){numbers[i].measure, numbers[i].value,     numbers[i].least,
                                             numbers[i].most,    numbers[i].tolerance, numbers[i].source};
    plan->found = found;
    plan->found_count = list->count;
    plan->fit = experiment->settings[0]->compared.fit.keep;
    plan->fit_design = experiment->settings[0]->compared.fit.design;
}

void experiment_shape(struct experiment *experiment)
{
    const struct scenario *first = experiment->settings[0];
    const struct ledger_settings ledger = {.ends = first->time.lasts,
                                           .sample_every = first->time.sample_every};
    experiment->shape.sites = first->places.count;
    experiment->shape.times = ledger_times(&ledger, experiment->arena, &experiment->times);
}

/* "voice_gini wait" */
static const char *shown_of(const struct scenario *scenario, struct arena *arena)
{
    const char *names = "";
    for (const struct node *node = scenario->words.show == NULL ? NULL : scenario->words.show->first;
         node != NULL; node = node->next)
        names = arena_print(arena, "%s%s%s", names, *names == '\0' ? "" : " ", node->text);
    return names;
}

struct record_plan *experiment_plan(struct experiment *experiment)
{
    struct record_plan *plan = &experiment->plan;
    struct arena *arena = experiment->arena;
    const struct scenario *first = experiment->settings[0];
    const char **meanings = ARENA_NEW(arena, const char *, experiment->design_count);
    for (size_t i = 0; i < experiment->design_count; i++)
        meanings[i] = "";
    *plan = (struct record_plan){
        .title = first->words.title,
        .scenario_text = experiment->tree->document->text,
        .scenario_file = name_without_folders(experiment->file),
        .command = experiment->request->command,
        .overrides = experiment->request->overrides,
        .override_count = experiment->request->override_count,
        .version = "",
        .commit = "",
        .libraries = "",
        .seed = (uint64_t)first->runs.seed,
        .first_replication = (uint32_t)first->runs.first_replication,
        .designs = experiment->design_names,
        .design_meanings = meanings,
        .design_count = experiment->design_count,
        .headline = first->words.headline,
        .show = shown_of(first, arena),
        .question = first->words.question == NULL ? "" : first->words.question,
        .measured_from = first->time.measure_from,
        .axes = experiment->axes,
        .axis_count = experiment->axis_count,
        .variants = experiment->variants,
        .variant_count = experiment->variant_count,
        .keeps_courses = ((const struct keep_rule *)first->runs.keep)->courses,
        .precision = experiment->precision,
        .best = experiment->best == NULL ? NULL : &experiment->best->plan,
        .worlds = experiment->worlds == NULL ? NULL : &experiment->worlds->plan,
        .choice = experiment->choice == NULL ? NULL : choice_plan(experiment->choice),
    };
    plan->shape = experiment->shape;
    plan->times = experiment->times;
    plan->sites = first->places.names;
    plan_settings(experiment, plan);
    plan_found(experiment, plan);
    plan_methods(experiment, plan);
    plan_weeks(experiment, plan);
    return plan;
}
