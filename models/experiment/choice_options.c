/* Settings that are open, and the values that they may take. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "experiment/choice.h"
#include "experiment/worlds.h"

enum {
    MOST_VALUES = 1000,
    MOST_BOUND = 2000 /* of all settings together: each is bound before the first run */
};

struct option_reader {
    struct experiment *experiment;
    struct worlds *worlds;
    struct trouble *trouble;
    struct resolved *known; /* all settings of the scenario */
    size_t known_count;
    struct node *entry; /* that is read */
    size_t bound;       /* values so far */
    const struct resolved *setting;
};

/* --- which setting --- */

static const struct resolved *setting_called(const struct option_reader *reader, const char *path)
{
    for (size_t i = 0; i < reader->known_count; i++)
        if (strcmp(reader->known[i].path, path) == 0)
            return &reader->known[i];
    return NULL;
}

static bool find_setting(struct option_reader *reader, const struct node *set)
{
    struct trouble *trouble = reader->trouble;
    const size_t before = trouble->count;
    for (size_t i = 0; i < reader->worlds->plan.factor_count; i++)
        if (strcmp(reader->worlds->factors[i].path, set->text) == 0)
            node_trouble(trouble, set, "this stands in line %d already", reader->worlds->own[i].where->line);
    reader->setting = setting_called(reader, set->text);
    if (belongs_to_the_whole(set->text, strcspn(set->text, ".[")))
        node_trouble(trouble, set, "`%s` is one for the whole scenario and cannot be chosen", set->text);
    else if (reader->setting == NULL)
        node_trouble(trouble, set, "this scenario has no setting `%s`", set->text);
    return trouble->count == before;
}

/* --- which values --- */

/* Names that a list of values holds, each once. */
static const char **listed(struct option_reader *reader, const struct node *to, size_t *count)
{
    const char **values = ARENA_NEW(reader->experiment->arena, const char *, node_count(to) + 1);
    *count = 0;
    if (to->kind != NODE_LIST || node_count(to) < 2 || node_count(to) > MOST_VALUES) {
        node_trouble(reader->trouble, to,
                     "`to` is a list of two to %d values, or with `from` the end of a range",
                     (int)MOST_VALUES);
        return NULL;
    }
    for (const struct node *value = to->first; value != NULL; value = value->next) {
        if (value->kind != NODE_SCALAR || node_is_empty(value)) {
            node_trouble(reader->trouble, value, "each value in `to` is a single one, no list and no map");
            return NULL;
        }
        for (size_t i = 0; i < *count; i++)
            if (strcmp(values[i], value->text) == 0) {
                node_trouble(reader->trouble, value, "`%s` stands in this list twice", value->text);
                return NULL;
            }
        values[(*count)++] = value->text;
    }
    return values;
}

/* The letters behind a text that is one number; NULL where it is none, or more. */
static const char *unit_of(const char *text)
{
    char *end;
    strtod(text, &end);
    end += strspn(end, " ");
    return end == text || strpbrk(end, "0123456789") != NULL ? NULL : end;
}

/* The number of a range's end or step, canonical. */
static bool number_of(struct option_reader *reader, const struct node *node, double *number)
{
    if (node->kind == NODE_SCALAR && unit_of(node->text) != NULL)
        return field_number(reader->setting->field, node->text, node, number, reader->trouble);
    node_trouble(reader->trouble, node, "this is one number with its unit, such as `90 min`");
    return false;
}

/* "1 h", "1.5 h", ... in the unit of `from`. */
static const char **ranged(struct option_reader *reader, const struct node *from, size_t *count)
{
    const struct node *to = node_at(reader->entry, "to"), *step = node_at(reader->entry, "step");
    const double slack = 1e-9; /* of a step: .3 is three times .1 */
    double least, most, each;
    if (!field_is_number(reader->setting->field) || reader->setting->field->kind == FIELD_CLOCK) {
        node_trouble(reader->trouble, from,
                     "`from` is for a setting that is a number; list the values in `to`");
        return NULL;
    }
    if (step == NULL) {
        node_trouble(reader->trouble, reader->entry, "a range needs `step`, from one value to the next");
        return NULL;
    }
    if (!number_of(reader, from, &least) || !number_of(reader, to, &most) || !number_of(reader, step, &each))
        return NULL;
    const double steps = floor((most - least) / each + slack);
    if (!(steps >= 1 && steps < MOST_VALUES)) {
        node_trouble(reader->trouble, to, "from `%s` to `%s` there are not two to %d values with this step",
                     from->text, to->text, (int)MOST_VALUES);
        return NULL;
    }
    const double unit =
        strtod(from->text, NULL) == 0 ? each / strtod(step->text, NULL) : least / strtod(from->text, NULL);
    const char *letters = unit_of(strtod(from->text, NULL) == 0 ? step->text : from->text);
    *count = (size_t)steps + 1;
    const char **values = ARENA_NEW(reader->experiment->arena, const char *, *count);
    for (size_t i = 0; i < *count; i++)
        values[i] = arena_print(reader->experiment->arena, "%.9g%s%s", (least + (double)i * each) / unit,
                                *letters == '\0' ? "" : " ", letters);
    return values;
}

/* Which of the values the scenario has itself; NaN: none. */
static double usual_of(struct option_reader *reader, const char *const *values, size_t count)
{
    const struct resolved *setting = reader->setting;
    const bool number = field_is_number(setting->field);
    struct trouble nobody_reads = {0};
    double usual = NAN, own = NAN;
    if (number && !field_number(setting->field, setting->value, reader->entry, &own, &nobody_reads))
        own = NAN;
    for (size_t i = 0; i < count && isnan(usual); i++) {
        double value = NAN;
        if (number && !field_number(setting->field, values[i], reader->entry, &value, &nobody_reads))
            value = NAN;
        if (strcmp(values[i], setting->value) == 0 || (!isnan(own) && value == own))
            usual = (double)i;
    }
    trouble_free(&nobody_reads);
    return usual;
}

/* --- each value alone --- */

/* Binds the scenario with one value: what is wrong with it is said where it stands, its method is read, and
 * what is measured with it is known. */
static void bind_value(struct option_reader *reader, const struct node *where, const char *path,
                       const char *text)
{
    struct experiment *experiment = reader->experiment;
    const size_t before = reader->trouble->count;
    struct node *tree = tree_with(experiment, path, text, where, 0, experiment->arena, reader->trouble);
    const struct scenario *scenario = experiment_bind(experiment, tree, reader->trouble);
    if (reader->trouble->count == before && experiment->of_methods.count == 0)
        experiment->choice_chapters |= chapters_of(&experiment->chapters, scenario);
    else if (reader->trouble->count > before &&
             reader->trouble->complaints[reader->trouble->count - 1].hint == NULL)
        trouble_hint(reader->trouble, "this comes with `%s: %s` of `choose`", path, text);
}

static void read_option(struct option_reader *reader)
{
    struct worlds *worlds = reader->worlds;
    struct arena *arena = reader->experiment->arena;
    const struct node *set = node_at(reader->entry, "set"), *from = node_at(reader->entry, "from");
    const struct node *to = node_at(reader->entry, "to");
    size_t count = 0;
    if (set == NULL || to == NULL || set->kind != NODE_SCALAR || !find_setting(reader, set))
        return; /* the fields say what is missing */
    if (from == NULL && node_at(reader->entry, "step") != NULL) {
        node_key_trouble(reader->trouble, node_at(reader->entry, "step"), "`step` goes with `from`");
        return;
    }
    const char **values = from == NULL ? listed(reader, to, &count) : ranged(reader, from, &count);
    if (values == NULL)
        return;
    reader->bound += count;
    if (reader->bound > MOST_BOUND) {
        node_trouble(reader->trouble, to, "the open settings have more than %d values together",
                     (int)MOST_BOUND);
        return;
    }
    bool *used = ARENA_NEW(arena, bool, 1);
    *used = true;
    const size_t which = worlds->plan.factor_count++;
    worlds->own[which] = (struct world_factor){
        .field = reader->setting->field, .where = set, .to = to, .most = (double)count, .used = used};
    worlds->factors[which] = (struct factor){.path = set->text,
                                             .unit = "",
                                             .meaning = reader->setting->field->meaning,
                                             .most = (double)count - 1,
                                             .usual = usual_of(reader, values, count),
                                             .observable = true,
                                             .choices = values,
                                             .choice_count = count};
    for (size_t i = 0; i < count; i++)
        bind_value(reader, from == NULL ? list_element(to, i) : from, set->text, values[i]);
}

bool choice_options_find(struct experiment *experiment, struct worlds *worlds, struct trouble *trouble)
{
    struct option_reader reader = {.experiment = experiment, .worlds = worlds, .trouble = trouble};
    const struct node *list = node_at(experiment->whole, "choose");
    const size_t before = trouble->count, count = node_count(list);
    if (count > SEARCH_MOST_CHOICES) {
        node_key_trouble(trouble, list, "%zu open settings are more than %d, the most there can be", count,
                         (int)SEARCH_MOST_CHOICES);
        return false;
    }
    reader.known_count = section_resolve(experiment->table, experiment->trees[0], experiment->settings[0],
                                         experiment->arena, &reader.known);
    worlds->own = ARENA_NEW(experiment->arena, struct world_factor, count + 1);
    worlds->factors = ARENA_NEW(experiment->arena, struct factor, count + 1);
    for (reader.entry = list->first; reader.entry != NULL; reader.entry = reader.entry->next)
        read_option(&reader);
    worlds->plan.factors = worlds->factors;
    return trouble->count == before && experiment->of_methods.count == 0;
}
