/* Variants of a scenario: the stated alternatives of assumptions, and the grid of a sweep. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "experiment/experiment_parts.h"

enum { MOST_VARIANTS = 10000 };

/* A setting with its values, once they are known to be a path and a list. */
struct axis {
    const struct node *set;
    const struct node *to;
    size_t index; /* among the axes of the experiment */
};

struct axis_list {
    struct axis *all;
    size_t count;
};

struct variant_maker {
    struct experiment *experiment;
    struct change *next; /* room for it */
};

/* --- what is to be tried --- */

static bool check_path(const struct node *set, struct trouble *trouble)
{
    enum { LONGEST_PATH = 200 };
    size_t key = strcspn(set->text, ".[");
    if (strlen(set->text) > LONGEST_PATH)
        node_trouble(trouble, set, "this is too long for the name of a setting");
    else if (strchr(set->text, '=') != NULL)
        node_trouble(trouble, set,
                     "`set` names a setting, as in `people.attendance`; its values stand in `to`");
    else if (belongs_to_the_whole(set->text, key))
        node_trouble(trouble, set, "`%.*s` is one for the whole scenario and cannot be varied", (int)key,
                     set->text);
    else
        return true;
    return false;
}

static bool check_values(const struct node *to, struct trouble *trouble)
{
    size_t before = trouble->count;
    if (to->kind != NODE_LIST || to->first == NULL)
        node_trouble(trouble, to, "`to` needs a list of values, as in `[1, 2, 4]`");
    for (const struct node *value = to->first; value != NULL && to->kind == NODE_LIST; value = value->next)
        if (value->kind != NODE_SCALAR)
            node_trouble(trouble, value, "each value in `to` is a single one, no list and no map");
    return trouble->count == before;
}

static bool is_set_before(const struct axis_list *axes, const struct node *set, struct trouble *trouble)
{
    for (size_t i = 0; i < axes->count; i++)
        if (strcmp(axes->all[i].set->text, set->text) == 0) {
            node_trouble(trouble, set, "this is varied in line %d already", axes->all[i].set->line);
            return true;
        }
    return false;
}

/* What is missing or of the wrong kind is reported when the fields are read; here it is left out. */
static struct axis_list read_axes(struct experiment *experiment, const char *key, struct trouble *trouble)
{
    const struct node *list = node_at(experiment->whole, key);
    struct axis_list axes = {0};
    if (list == NULL || list->kind != NODE_LIST)
        return axes;
    axes.all = ARENA_NEW(experiment->arena, struct axis, node_count(list));
    for (struct node *trial = list->first; trial != NULL; trial = trial->next) {
        const struct node *set = node_at(trial, "set"), *to = node_at(trial, "to");
        if (set == NULL || to == NULL || set->kind != NODE_SCALAR || node_is_empty(set))
            continue;
        bool good = check_path(set, trouble);
        good = check_values(to, trouble) && good;
        if (good && !is_set_before(&axes, set, trouble))
            axes.all[axes.count++] = (struct axis){set, to, 0};
    }
    return axes;
}

/* An assumption on what every design sets changes nothing, so nothing is run for it; layers_check says so. */
static void leave_out_vain(const struct experiment *experiment, struct axis_list *axes)
{
    size_t kept = 0;
    for (size_t i = 0; i < axes->count; i++)
        if (!assumption_in_vain(experiment, axes->all[i].set->text))
            axes->all[kept++] = axes->all[i];
    axes->count = kept;
}

/* An assumption that is swept as well is one axis. */
static void name_axes(struct experiment *experiment, struct axis_list *axes)
{
    for (size_t i = 0; i < axes->count; i++) {
        size_t index = 0;
        while (index < experiment->axis_count && strcmp(experiment->axes[index], axes->all[i].set->text) != 0)
            index++;
        if (index == experiment->axis_count)
            experiment->axes[experiment->axis_count++] = axes->all[i].set->text;
        axes->all[i].index = index;
    }
}

/* --- variants --- */

/* A number where the text begins with one ("4", "90 min", "5 %"), else NaN. */
static double number_in(const char *text)
{
    char *end;
    double number = strtod(text, &end);
    return end == text ? NAN : number;
}

static struct variant_axis_value *add_variant(struct variant_maker *maker, int kind, int64_t replications)
{
    struct experiment *experiment = maker->experiment;
    struct variant_axis_value *values =
        ARENA_NEW(experiment->arena, struct variant_axis_value, experiment->axis_count + 1);
    for (size_t axis = 0; axis < experiment->axis_count; axis++)
        values[axis] = (struct variant_axis_value){NAN, ""};
    experiment->variants[experiment->variant_count++] =
        (struct variant){"", kind, (uint32_t)replications, values};
    experiment->first_change[experiment->variant_count] = (size_t)(maker->next - experiment->changes);
    return values;
}

/* Sets one value in the variant added last. */
static void set_value(struct variant_maker *maker, struct variant_axis_value *values, const struct axis *axis,
                      const struct node *value)
{
    struct experiment *experiment = maker->experiment;
    struct variant *variant = &experiment->variants[experiment->variant_count - 1];
    *maker->next++ = (struct change){axis->set, value, value == axis->to->first};
    experiment->first_change[experiment->variant_count] = (size_t)(maker->next - experiment->changes);
    values[axis->index] = (struct variant_axis_value){number_in(value->text), value->text};
    variant->label = arena_print(experiment->arena, "%s%s%s = %s", variant->label,
                                 *variant->label == '\0' ? "" : ", ", axis->set->text, value->text);
}

static void add_alternatives(struct variant_maker *maker, const struct axis_list *axes, int64_t replications)
{
    for (size_t i = 0; i < axes->count; i++)
        for (const struct node *value = axes->all[i].to->first; value != NULL; value = value->next) {
            struct variant_axis_value *values = add_variant(maker, OF_ASSUMPTION, replications);
            set_value(maker, values, &axes->all[i], value);
        }
}

static void add_grid(struct variant_maker *maker, const struct axis_list *axes, size_t points,
                     int64_t replications)
{
    for (size_t point = 0; point < points; point++) {
        struct variant_axis_value *values = add_variant(maker, OF_SWEEP, replications);
        size_t rest = point;
        for (size_t i = 0; i < axes->count; i++) {
            size_t count = node_count(axes->all[i].to);
            set_value(maker, values, &axes->all[i], list_element(axes->all[i].to, rest % count));
            rest /= count;
        }
    }
}

static size_t count_alternatives(const struct axis_list *axes)
{
    size_t count = 0;
    for (size_t i = 0; i < axes->count; i++)
        count += node_count(axes->all[i].to);
    return count;
}

static size_t count_points(const struct axis_list *axes)
{
    size_t points = axes->count > 0 ? 1 : 0;
    for (size_t i = 0; i < axes->count && points <= MOST_VARIANTS; i++)
        points *= node_count(axes->all[i].to);
    return points;
}

void experiment_find_variants(struct experiment *experiment, const struct scenario *base,
                              struct trouble *trouble)
{
    struct arena *arena = experiment->arena;
    struct axis_list assumptions = read_axes(experiment, "assumptions", trouble);
    leave_out_vain(experiment, &assumptions);
    struct axis_list sweep = read_axes(experiment, "sweep", trouble);
    size_t alternatives = count_alternatives(&assumptions), points = count_points(&sweep);
    if (alternatives + points > MOST_VARIANTS)
        node_key_trouble(trouble, node_at(experiment->whole, points > alternatives ? "sweep" : "assumptions"),
                         "this makes more than %d variants; leave out values or settings",
                         (int)MOST_VARIANTS);
    if (experiment->request->base_only || alternatives + points > MOST_VARIANTS)
        assumptions.count = sweep.count = alternatives = points = 0;
    experiment->axes = ARENA_NEW(arena, const char *, assumptions.count + sweep.count + 1);
    name_axes(experiment, &assumptions);
    name_axes(experiment, &sweep);
    experiment->variants = ARENA_NEW(arena, struct variant, 1 + alternatives + points);
    experiment->first_change = ARENA_NEW(arena, size_t, 2 + alternatives + points);
    experiment->changes = ARENA_NEW(arena, struct change, alternatives + points * sweep.count + 1);
    struct variant_maker maker = {experiment, experiment->changes};
    int64_t wished = experiment->request->replications;
    add_variant(&maker, OF_SCENARIO, wished > 0 ? wished : base->runs.replications);
    add_alternatives(&maker, &assumptions, base->runs.variant_replications);
    add_grid(&maker, &sweep, points, base->runs.variant_replications);
}

/* --- a variant laid over a design --- */

/* What was written for one file stands in another: the path in `set`, the value in `to`. */
struct transfer {
    const struct document *from;
    const struct change *change;
    struct arena *arena;
};

static void transfer(const struct transfer *order, struct node *node)
{
    const struct node *path = order->change->path;
    int shift = path->column - 1 + (path->quoted ? 1 : 0);
    if (node->document == order->from) {
        struct node moved = node->kind == NODE_SCALAR ? *order->change->value : *node;
        moved.key = node->key;
        moved.key_line = path->line;
        moved.key_column = node->key_column + shift;
        moved.next = node->next;
        if (node->kind != NODE_SCALAR) {
            moved.document = path->document;
            moved.line = path->line;
            moved.column = node->column + shift;
        }
        *node = moved;
    }
    for (struct node *child = node->first; child != NULL; child = child->next)
        transfer(order, child);
}

static struct node *lay_change(const struct change *change, struct node *tree, struct arena *arena,
                               struct trouble *trouble)
{
    struct trouble own = {0};
    const char *assignment = arena_print(arena, "%s=0", change->path->text);
    struct node *over = node_from_assignment(assignment, tree, arena, &own);
    if (over == NULL && own.count > 0) {
        struct node at = *change->path;
        int column = own.complaints[0].where.column;
        at.column += column > 1 ? column - 1 + (at.quoted ? 1 : 0) : 0;
        at.width = own.complaints[0].where.width;
        bool no_place = strncmp(own.complaints[0].sentence, "there is no", strlen("there is no")) == 0;
        node_trouble(trouble, &at, "%s",
                     no_place ? own.complaints[0].sentence
                              : "this does not name a setting, as `people.attendance` does");
    }
    trouble_free(&own);
    if (over == NULL)
        return tree;
    struct transfer order = {over->document, change, arena};
    transfer(&order, over);
    return node_overlay(tree, over, arena);
}

struct node *experiment_vary(const struct experiment *experiment, size_t variant, struct node *tree,
                             struct trouble *trouble)
{
    for (size_t i = experiment->first_change[variant]; i < experiment->first_change[variant + 1]; i++)
        tree = lay_change(&experiment->changes[i], tree, experiment->arena, trouble);
    return tree;
}
