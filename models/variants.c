/* Variants of a scenario: the stated alternatives of assumptions, and the grid of a sweep. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "experiment_parts.h"

enum { MOST_VARIANTS = 10000 };

static size_t values_of(const struct trial *trial)
{
    return trial->to == NULL ? 0 : node_count(trial->to);
}

static const struct node *value_at(const struct trial *trial, size_t index)
{
    const struct node *value = trial->to->first;
    for (; index > 0; index--)
        value = value->next;
    return value;
}

static bool check_trials(const struct field_list *list, const char *what, struct trouble *trouble)
{
    size_t before = trouble->count;
    const struct trial *trials = list->items;
    for (size_t i = 0; i < list->count; i++) {
        const struct node *to = trials[i].to;
        if (to == NULL || to->kind != NODE_LIST || values_of(&trials[i]) == 0) {
            if (to != NULL)
                node_trouble(trouble, to, "`to` in %s needs a list of values, as in `[1, 2, 4]`", what);
            continue;
        }
        for (const struct node *value = to->first; value != NULL; value = value->next)
            if (value->kind != NODE_SCALAR)
                node_trouble(trouble, value, "`to` in %s needs plain values", what);
    }
    return trouble->count == before;
}

/* A number where the text begins with one ("4", "90 min", "5 %"), else NaN. */
static double number_in(const char *text)
{
    char *end;
    double number = strtod(text, &end);
    return end == text ? NAN : number;
}

struct variant_maker {
    struct experiment *experiment;
    struct trouble *trouble;
    size_t room;
};

static struct variant *add_variant(struct variant_maker *maker, int kind, uint32_t replications)
{
    struct experiment *experiment = maker->experiment;
    require(experiment->variant_count < maker->room);
    struct variant *variant = &experiment->variants[experiment->variant_count];
    struct variant_axis_value *values =
        ARENA_NEW(experiment->arena, struct variant_axis_value, experiment->axis_count + 1);
    for (size_t axis = 0; axis < experiment->axis_count; axis++)
        values[axis] = (struct variant_axis_value){NAN, ""};
    *variant = (struct variant){"", kind, replications, values};
    experiment->variant_trees[experiment->variant_count++] = NULL;
    return variant;
}

/* Sets one value in the variant added last. */
static void set_value(struct variant_maker *maker, const struct trial *trial, size_t axis,
                      const struct node *value)
{
    struct experiment *experiment = maker->experiment;
    size_t last = experiment->variant_count - 1;
    struct variant *variant = &experiment->variants[last];
    const char *assignment = arena_print(experiment->arena, "%s=%s", trial->set, value->text);
    struct trouble own = {0};
    struct node *tree = node_from_assignment(assignment, experiment->tree, experiment->arena, &own);
    if (tree == NULL)
        node_trouble(maker->trouble, value, "`%s` cannot be set to `%s`: %s", trial->set, value->text,
                     own.count > 0 ? own.complaints[0].sentence : "the path is not understood");
    trouble_free(&own);
    experiment->variant_trees[last] = node_overlay(experiment->variant_trees[last], tree, experiment->arena);
    struct variant_axis_value *values = (struct variant_axis_value *)(uintptr_t)variant->values;
    values[axis] = (struct variant_axis_value){number_in(value->text), value->text};
    variant->label = arena_print(experiment->arena, "%s%s%s = %s", variant->label,
                                 *variant->label == '\0' ? "" : ", ", trial->set, value->text);
}

static void add_alternatives(struct variant_maker *maker, const struct scenario *base)
{
    const struct trial *trials = base->assumptions.items;
    for (size_t i = 0; i < base->assumptions.count; i++)
        for (size_t j = 0; j < values_of(&trials[i]); j++) {
            add_variant(maker, 1, (uint32_t)base->variant_replications);
            set_value(maker, &trials[i], i, value_at(&trials[i], j));
        }
}

static void add_grid(struct variant_maker *maker, const struct scenario *base, size_t points)
{
    const struct trial *trials = base->sweep.items;
    for (size_t point = 0; point < points; point++) {
        add_variant(maker, 2, (uint32_t)base->variant_replications);
        size_t rest = point;
        for (size_t axis = 0; axis < base->sweep.count; axis++) {
            size_t values = values_of(&trials[axis]);
            set_value(maker, &trials[axis], base->assumptions.count + axis,
                      value_at(&trials[axis], rest % values));
            rest /= values;
        }
    }
}

static void name_axes(struct experiment *experiment, const struct scenario *base)
{
    const struct trial *assumptions = base->assumptions.items, *sweep = base->sweep.items;
    experiment->axes =
        ARENA_NEW(experiment->arena, const char *, base->assumptions.count + base->sweep.count + 1);
    for (size_t i = 0; i < base->assumptions.count; i++)
        experiment->axes[experiment->axis_count++] = assumptions[i].set;
    for (size_t i = 0; i < base->sweep.count; i++)
        experiment->axes[experiment->axis_count++] = sweep[i].set;
}

enum status experiment_find_variants(struct experiment *experiment, const struct scenario *base,
                                     struct trouble *trouble)
{
    size_t alternatives = 0, points = base->sweep.count > 0 ? 1 : 0;
    bool wanted = !experiment->request->base_only;
    if (!check_trials(&base->assumptions, "assumptions", trouble) ||
        !check_trials(&base->sweep, "sweep", trouble))
        return STATUS_BAD_INPUT;
    const struct trial *assumptions = base->assumptions.items, *sweep = base->sweep.items;
    for (size_t i = 0; i < base->assumptions.count; i++)
        alternatives += values_of(&assumptions[i]);
    for (size_t i = 0; i < base->sweep.count && points <= MOST_VARIANTS; i++)
        points *= values_of(&sweep[i]);
    if (alternatives + points > MOST_VARIANTS)
        return node_trouble(trouble, experiment->tree, "assumptions and sweep make more than %d variants",
                            (int)MOST_VARIANTS);
    size_t room = 1 + (wanted ? alternatives + points : 0);
    if (wanted)
        name_axes(experiment, base);
    experiment->variants = ARENA_NEW(experiment->arena, struct variant, room);
    experiment->variant_trees = ARENA_NEW(experiment->arena, struct node *, room);
    struct variant_maker maker = {experiment, trouble, room};
    int64_t replications =
        experiment->request->replications > 0 ? experiment->request->replications : base->replications;
    add_variant(&maker, 0, (uint32_t)replications);
    if (wanted) {
        add_alternatives(&maker, base);
        add_grid(&maker, base, points);
    }
    return trouble_status(trouble);
}
