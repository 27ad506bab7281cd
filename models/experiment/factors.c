/* What worlds differ in: all assumed numbers that a scenario uses, or those that it lists. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "experiment/points.h"
#include "experiment/worlds.h"

static const double LOG_FROM = 10; /* times the least value: a wider range is spread by its logarithm */

struct factor_list {
    const struct experiment *experiment;
    struct worlds *worlds;
    struct trouble *trouble;
    size_t room;
};

/* All settings of all designs of the scenario itself. */
struct known_settings {
    struct resolved **all; /* by design */
    size_t *counts;
};

static struct known_settings known_settings(const struct experiment *experiment)
{
    struct arena *arena = experiment->arena;
    const size_t designs = experiment->design_count;
    struct known_settings known = {ARENA_NEW(arena, struct resolved *, designs),
                                   ARENA_NEW(arena, size_t, designs)};
    for (size_t i = 0; i < designs; i++)
        known.counts[i] = section_resolve(experiment->table, experiment->trees[i], experiment->settings[i],
                                          arena, &known.all[i]);
    return known;
}

static const struct resolved *find_setting(const struct known_settings *known, size_t design,
                                           const char *path)
{
    for (size_t i = 0; i < known->counts[design]; i++)
        if (strcmp(known->all[design][i].path, path) == 0)
            return &known->all[design][i];
    return NULL;
}

/* The letters behind the number of a text such as "0.5 min"; those of a text with several numbers are none.
 */
static const char *unit_in(const char *text)
{
    char *end;
    strtod(text, &end);
    end += strspn(end, " ");
    return strpbrk(end, "0123456789") == NULL ? end : "";
}

/* The number of the setting in the scenario itself, canonical, where all designs have the same. */
static double usual_of(const struct experiment *experiment, const struct known_settings *known,
                       const char *path)
{
    const struct resolved *first = find_setting(known, 0, path);
    struct trouble nobody_reads = {0};
    double number = NAN;
    for (size_t i = 0; i < experiment->design_count; i++) {
        const struct resolved *setting = find_setting(known, i, path);
        if (first == NULL || setting == NULL || strcmp(first->value, setting->value) != 0)
            return NAN;
    }
    if (!field_number(first->field, first->value, experiment->tree, &number, &nobody_reads))
        number = NAN;
    trouble_free(&nobody_reads);
    return number;
}

static struct factor *add_factor(struct factor_list *list, const struct world_factor *own)
{
    struct worlds *worlds = list->worlds;
    const size_t count = worlds->plan.factor_count;
    if (count == list->room) {
        size_t room = list->room == 0 ? 64 : 2 * list->room;
        worlds->own = arena_grow(list->experiment->arena, worlds->own, count, room, sizeof *worlds->own);
        worlds->factors =
            arena_grow(list->experiment->arena, worlds->factors, count, room, sizeof *worlds->factors);
        list->room = room;
    }
    worlds->own[count] = *own;
    worlds->plan.factor_count++;
    return &worlds->factors[count];
}

/* Numbers from `least` to `most`, written as a scenario writes them, in the unit of `most`. */
static bool add_numbers(struct factor_list *list, const struct resolved *setting, const char *least,
                        const char *most, const struct world_factor *places, double usual)
{
    static const struct document builtin = {"(plausible)", "", 0};
    const struct node built = {.kind = NODE_SCALAR, .document = &builtin, .line = 1, .text = least};
    struct world_factor own = *places;
    own.field = setting->field;
    if (!field_number(setting->field, least, own.from == NULL ? &built : own.from, &own.least,
                      list->trouble) ||
        !field_number(setting->field, most, own.to == NULL ? &built : own.to, &own.most, list->trouble))
        return false;
    if (own.least >= own.most) {
        node_trouble(list->trouble, own.to == NULL ? &built : own.to,
                     "the range of `%s` ends where it begins or before", setting->path);
        return false;
    }
    own.unit = strtod(most, NULL) == 0 ? own.least / strtod(least, NULL) : own.most / strtod(most, NULL);
    struct factor *factor = add_factor(list, &own);
    *factor = (struct factor){
        .path = setting->path,
        .unit = unit_in(most),
        .meaning = setting->field->meaning,
        .least = own.least / own.unit,
        .most = own.most / own.unit,
        .usual = usual / own.unit,
        .observable = field_is_observable(setting->field),
        .log = own.least > 0 && own.most / own.least >= LOG_FROM,
    };
    return true;
}

/* --- whether a setting is used --- */

/* Whether a design can be with a setting said like this. What is said and not read is refused by the checks
 * of its mechanism, and so is what cannot be beside what is switched off; the sentence is put into `why`. */
static bool may_be_said(const struct experiment *experiment, size_t design, const char *path,
                        const char *text, struct trouble *why)
{
    struct arena arena = {0};
    struct trouble own = {0};
    struct experiment mine = *experiment;
    mine.arena = &arena;
    experiment_bind(&mine, tree_with(experiment, path, text, NULL, design, &arena, &own), &own);
    bool fine = own.count == 0;
    if (!fine && why->count == 0)
        trouble_add(why, STATUS_BAD_INPUT, (struct place){0}, "%s", own.complaints[0].sentence);
    trouble_free(&own);
    arena_free(&arena);
    return fine;
}

/* Whether a design reads a setting and does not set it itself: then it may be said with the very value that
 * it has, and, where the range is not the user's own, with either end of it. */
static bool design_uses(const struct experiment *experiment, const struct known_settings *known,
                        size_t design, const char *path, bool of_list, struct trouble *why)
{
    const struct resolved *setting = find_setting(known, design, path);
    if (setting == NULL || !experiment_uses(experiment->settings[design], path) ||
        design_setting(experiment->designs[design], path) != NULL)
        return false;
    return may_be_said(experiment, design, path, setting->value, why) &&
           (of_list || (may_be_said(experiment, design, path, setting->field->plausible_least, why) &&
                        may_be_said(experiment, design, path, setting->field->plausible_most, why)));
}

/* By design; NULL where none uses it. */
static bool *who_uses(const struct experiment *experiment, const struct known_settings *known,
                      const char *path, bool of_list, struct trouble *why)
{
    bool *used = ARENA_NEW(experiment->arena, bool, experiment->design_count), any = false;
    for (size_t i = 0; i < experiment->design_count; i++) {
        used[i] = design_uses(experiment, known, i, path, of_list, why);
        any = any || used[i];
    }
    return any ? used : NULL;
}

/* --- all assumed numbers that the scenario uses --- */

static void add_assumed(struct factor_list *list, const struct known_settings *known)
{
    const struct experiment *experiment = list->experiment;
    for (size_t i = 0; i < known->counts[0]; i++) {
        const struct resolved *setting = &known->all[0][i];
        const struct field *field = setting->field;
        struct trouble nobody_reads = {0};
        bool *used = NULL;
        if (setting->ground == GROUND_ASSUMED && field_is_number(field) && field->kind != FIELD_CLOCK &&
            field->plausible_least != NULL)
            used = who_uses(experiment, known, setting->path, false, &nobody_reads);
        if (used != NULL)
            add_numbers(list, setting, field->plausible_least, field->plausible_most,
                        &(struct world_factor){.used = used}, usual_of(experiment, known, setting->path));
        trouble_free(&nobody_reads);
    }
}

/* --- those of a list --- */

static const struct node *scalar_at(struct factor_list *list, struct node *entry, const char *key)
{
    const struct node *node = node_at(entry, key);
    if (node != NULL && (node->kind != NODE_SCALAR || node_is_empty(node))) {
        node_key_trouble(list->trouble, node, "`%s` is a single value", key);
        return NULL;
    }
    return node;
}

/* The setting that an entry names; NULL with trouble where no world could differ in it. */
static const struct resolved *setting_of_entry(struct factor_list *list, const struct known_settings *known,
                                               const struct node *set, bool **used)
{
    const struct experiment *experiment = list->experiment;
    const struct resolved *setting = NULL;
    const struct node *before = NULL;
    struct trouble why = {0};
    for (size_t i = 0; i < experiment->design_count && setting == NULL; i++)
        setting = find_setting(known, i, set->text);
    for (size_t i = 0; i < list->worlds->plan.factor_count; i++)
        if (strcmp(list->worlds->factors[i].path, set->text) == 0)
            before = list->worlds->own[i].where;
    *used = who_uses(experiment, known, set->text, true, &why);
    bool fine = false;
    if (before != NULL)
        node_trouble(list->trouble, set, "this is varied in line %d already", before->line);
    else if (belongs_to_the_whole(set->text, strcspn(set->text, ".[")))
        node_trouble(list->trouble, set, "`%s` is one for the whole scenario and cannot be varied",
                     set->text);
    else if (setting == NULL)
        node_trouble(list->trouble, set, "no design of this scenario has a setting `%s`", set->text);
    else if (assumption_in_vain(experiment, set->text))
        node_trouble(list->trouble, set,
                     "every design sets `%s`, and worlds lie under the designs: nothing would differ",
                     set->text);
    else if (*used == NULL)
        node_trouble(list->trouble, set, "this scenario does not use `%s`, so nothing would depend on it",
                     set->text);
    else
        fine = true;
    if (*used == NULL && why.count > 0)
        trouble_hint(list->trouble, "%s", why.complaints[0].sentence);
    trouble_free(&why);
    return fine ? setting : NULL;
}

static void add_choices(struct factor_list *list, const struct resolved *setting, const struct node *set,
                        const struct node *to, bool *used)
{
    const size_t count = node_count(to);
    const char **choices = ARENA_NEW(list->experiment->arena, const char *, count + 1);
    size_t next = 0;
    if (to->kind != NODE_LIST || count < 2) {
        node_trouble(list->trouble, to,
                     "`to` is a list of two values at least, or with `from` the end of a range");
        return;
    }
    for (const struct node *value = to->first; value != NULL; value = value->next) {
        if (value->kind != NODE_SCALAR || node_is_empty(value)) {
            node_trouble(list->trouble, value, "each value in `to` is a single one, no list and no map");
            return;
        }
        choices[next++] = value->text;
    }
    const struct world_factor own = {
        .field = setting->field, .where = set, .to = to, .most = (double)count, .used = used};
    struct factor *factor = add_factor(list, &own);
    *factor = (struct factor){.path = set->text,
                              .unit = "",
                              .meaning = setting->field->meaning,
                              .least = 0,
                              .most = (double)count - 1,
                              .usual = NAN,
                              .observable = field_is_observable(setting->field),
                              .choices = choices,
                              .choice_count = count};
    for (size_t i = 0; i < count; i++)
        if (strcmp(choices[i], setting->value) == 0)
            factor->usual = (double)i;
}

static void set_spread(struct factor_list *list, const struct node *spread)
{
    struct worlds *worlds = list->worlds;
    const struct world_factor *own = &worlds->own[worlds->plan.factor_count - 1];
    bool log = strcmp(spread->text, "log") == 0;
    if (!log && strcmp(spread->text, "linear") != 0)
        node_trouble(list->trouble, spread, "`spread` is `linear` or `log`");
    else if (log && own->least <= 0)
        node_trouble(list->trouble, spread, "a range that begins at 0 or below has no logarithm");
    worlds->factors[worlds->plan.factor_count - 1].log = log;
}

static void check_keys(struct factor_list *list, struct node *entry)
{
    static const char *const keys[] = {"set", "from", "to", "spread"};
    for (struct node *child = entry->first; child != NULL; child = child->next) {
        bool known = false;
        for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
            known = known || strcmp(child->key, keys[i]) == 0;
        child->read = true;
        if (!known)
            node_key_trouble(list->trouble, child, "an entry of `over` has `set`, `from`, `to` and `spread`");
    }
}

static void add_entry(struct factor_list *list, const struct known_settings *known, struct node *entry)
{
    if (entry->kind != NODE_MAP) {
        node_trouble(list->trouble, entry,
                     "each entry of `over` must be keys and values, such as {set: ..., from: ..., to: ...}");
        return;
    }
    check_keys(list, entry);
    const struct node *set = scalar_at(list, entry, "set"), *from = scalar_at(list, entry, "from");
    const struct node *to = node_at(entry, "to"), *spread = scalar_at(list, entry, "spread");
    if (set == NULL || to == NULL) {
        node_trouble(list->trouble, entry, "an entry of `over` needs `set` and `to`");
        return;
    }
    bool *used = NULL;
    const struct resolved *setting = setting_of_entry(list, known, set, &used);
    if (setting == NULL)
        return;
    if (from == NULL) {
        add_choices(list, setting, set, to, used);
        return;
    }
    if (setting->field->kind == FIELD_CLOCK) {
        node_trouble(list->trouble, from, "a time of day has no range here; list the times to try in `to`");
        return;
    }
    if (to->kind != NODE_SCALAR || !field_is_number(setting->field)) {
        node_trouble(list->trouble, from, "`from` goes with `to` and a setting that is a number");
        return;
    }
    if (!add_numbers(list, setting, from->text, to->text,
                     &(struct world_factor){.where = set, .from = from, .to = to, .used = used},
                     usual_of(list->experiment, known, set->text)))
        return;
    if (spread != NULL)
        set_spread(list, spread);
}

void factors_find(const struct experiment *experiment, struct worlds *worlds, struct trouble *trouble)
{
    struct factor_list list = {.experiment = experiment, .worlds = worlds, .trouble = trouble};
    const struct known_settings known = known_settings(experiment);
    const struct node *over = experiment->settings[0]->compared.over;
    if (over == NULL || (over->kind == NODE_SCALAR && strcmp(over->text, "assumed") == 0))
        add_assumed(&list, &known);
    else if (over->kind != NODE_LIST)
        node_trouble(trouble, over, "`over` is `assumed`, or a list of settings, each with `from` and `to`");
    else
        for (struct node *entry = over->first; entry != NULL; entry = entry->next)
            add_entry(&list, &known, entry);
    worlds->plan.factors = worlds->factors;
}
