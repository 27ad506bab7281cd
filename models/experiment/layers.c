/* What lies over what: scenario, what the command line sets, assumption, design, sweep.
 *
 * An assumption says how the world may be, so it lies under the designs: what a design sets stays as it is. A
 * sweep asks what would be if, so it lies above them. Both can meet what designs set; this says so, with the
 * place.
 */
#include <stdlib.h>
#include <string.h>

#include "experiment/experiment_parts.h"

/* The next key of a path such as `people.attendance` or `calendar[0].for`, up to what ends it. */
static size_t key_length(const char *path)
{
    return strcspn(path, ".[");
}

static struct node *child_of(const struct node *map, const char *key, size_t length)
{
    struct node *child = map->first;
    while (child != NULL && !(strlen(child->key) == length && strncmp(child->key, key, length) == 0))
        child = child->next;
    return child;
}

const struct node *design_setting(const struct node *design, const char *path)
{
    const struct node *node = design;
    while (node != NULL && node->kind == NODE_MAP && *path != '\0') {
        size_t length = key_length(path);
        node = child_of(node, path, length);
        path += length;
        if (*path == '[')
            return node; /* a list of a design replaces that of the scenario as a whole */
        path += *path == '.' ? 1 : 0;
    }
    return node == design ? NULL : node;
}

/* What a design sets at a path, through lists too; NULL where it does not speak of it. */
static const struct node *value_at(const struct node *design, const char *path)
{
    const struct node *node = design;
    while (node != NULL && *path != '\0') {
        if (*path == '[') {
            char *end;
            size_t index = strtoul(path + 1, &end, 10);
            node = node->kind == NODE_LIST && index < node_count(node) ? list_element(node, index) : NULL;
            path = *end == ']' ? end + 1 : "";
        } else {
            size_t length = key_length(path);
            node = node->kind == NODE_MAP ? child_of(node, path, length) : NULL;
            path += length;
        }
        path += *path == '.' ? 1 : 0;
    }
    return node == design ? NULL : node;
}

/* The value of a design as it is bound, so that `60 min` and `1 h` are one; NULL where no setting has that
 * path. */
static const char *bound_value(const struct experiment *experiment, size_t design, const char *path)
{
    struct resolved *all = NULL;
    size_t count = section_resolve(experiment->table, experiment->trees[design], experiment->settings[design],
                                   experiment->arena, &all);
    for (size_t i = 0; i < count; i++)
        if (strcmp(all[i].path, path) == 0)
            return all[i].value;
    return NULL;
}

static size_t count_setting(const struct experiment *experiment, const char *path)
{
    size_t set = 0;
    for (size_t i = 0; i < experiment->design_count; i++)
        set += design_setting(experiment->designs[i], path) != NULL ? 1 : 0;
    return set;
}

bool assumption_in_vain(const struct experiment *experiment, const char *path)
{
    return count_setting(experiment, path) == experiment->design_count;
}

static void look_at_assumption(const struct experiment *experiment, const struct node *set,
                               struct trouble *notes)
{
    size_t count = count_setting(experiment, set->text), designs = experiment->design_count;
    if (count == designs)
        node_trouble(
            notes, set,
            "note: every design sets `%s`, so this assumption changes nothing: it lies under the designs",
            set->text);
    else if (count > 0)
        node_trouble(
            notes, set,
            "note: %zu of %zu designs set `%s` themselves, so this assumption changes only the others", count,
            designs, set->text);
}

static void check_sweep(const struct experiment *experiment, const struct node *set, struct trouble *notes,
                        struct trouble *trouble)
{
    const char *first = NULL;
    for (size_t i = 0; i < experiment->design_count; i++) {
        if (value_at(experiment->designs[i], set->text) == NULL)
            continue;
        const char *value = bound_value(experiment, i, set->text);
        if (first != NULL && value != NULL && strcmp(first, value) != 0) {
            node_trouble(
                trouble, set,
                "designs set `%s` to different values, and a sweep lies over them: it would make them equal",
                set->text);
            return;
        }
        first = value;
    }
    if (first != NULL)
        node_trouble(notes, set,
                     "note: designs set `%s`, and this sweep lies over them: it replaces what they set",
                     set->text);
}

/* The path that a trial varies; NULL where it names none (another check says so). */
static const struct node *setting_of(struct node *trial)
{
    const struct node *set = node_at(trial, "set");
    return set == NULL || set->kind != NODE_SCALAR || node_is_empty(set) ? NULL : set;
}

static struct node *first_trial(const struct experiment *experiment, const char *key)
{
    const struct node *list = node_at(experiment->whole, key);
    return list == NULL || list->kind != NODE_LIST ? NULL : list->first;
}

void layers_note(const struct experiment *experiment)
{
    struct trouble *notes = experiment->request->notes;
    for (struct node *trial = first_trial(experiment, "assumptions"); notes != NULL && trial != NULL;
         trial = trial->next)
        if (setting_of(trial) != NULL)
            look_at_assumption(experiment, setting_of(trial), notes);
}

void layers_check(const struct experiment *experiment, struct trouble *trouble)
{
    struct trouble nobody_reads = {0};
    struct trouble *notes = experiment->request->notes == NULL ? &nobody_reads : experiment->request->notes;
    for (struct node *trial = first_trial(experiment, "sweep"); trial != NULL; trial = trial->next)
        if (setting_of(trial) != NULL)
            check_sweep(experiment, setting_of(trial), notes, trouble);
    trouble_free(&nobody_reads);
}

bool belongs_to_the_whole(const char *key, size_t length)
{
    static const char *const whole[] = {
        "designs",
        "assumptions",
        "sweep",
        "found",
        "fit",
        "seed",
        "replications",
        "first_replication",
        "lasts",
        "sample_every",
        "title",
        "headline",
        "show",
        "question",
        "variant_replications",
        "limits",
        "record_people",
        "record_events",
        "sensitivity",
        "precision",
        "best",
        "over",
        "choose",
        "goals",
        "must",
        "search",
        "measure_from",
        "keep",
    };
    for (size_t i = 0; i < sizeof whole / sizeof whole[0]; i++)
        if (strlen(whole[i]) == length && strncmp(whole[i], key, length) == 0)
            return true;
    return false;
}
