/* What lies over what (layers.c says why): scenario, what the command line sets, assumption or world, design,
 * sweep. */
#include <string.h>

#include "experiment/worlds.h"

static bool sets_designs(const char *assignment)
{
    static const char *const keys[] = {"designs", "\"designs\""};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        size_t length = strlen(keys[i]);
        if (strncmp(assignment, keys[i], length) == 0 && strchr(".[=", assignment[length]) != NULL)
            return true;
    }
    return false;
}

static struct node *lay_override(const struct experiment *experiment, size_t index, struct node *tree,
                                 struct arena *arena, struct trouble *trouble)
{
    const char *assignment = experiment->request->overrides[index];
    struct node *one = node_from_assignment(assignment, tree, arena, trouble);
    return node_overlay(tree, one, arena);
}

/* The scenario as the command line changes it, for what belongs to the whole. Places in a list may be there
 * in the designs only, so what cannot be set here is reported when the designs are made. */
void tree_find_whole(struct experiment *experiment, struct trouble *trouble)
{
    experiment->whole = experiment->tree;
    for (size_t i = 0; i < experiment->request->override_count; i++) {
        struct trouble unsure = {0};
        bool designs = sets_designs(experiment->request->overrides[i]);
        experiment->whole =
            lay_override(experiment, i, experiment->whole, experiment->arena, designs ? trouble : &unsure);
        trouble_free(&unsure);
    }
}

static bool sets_path(const char *assignment, const char *path)
{
    size_t length = strcspn(assignment, "=");
    return strlen(path) == length && strncmp(path, assignment, length) == 0;
}

/* Whether what the command line sets is what this variant tries. */
static bool variant_tries(const struct experiment *experiment, size_t variant, const char *assignment)
{
    for (size_t i = experiment->first_change[variant]; i < experiment->first_change[variant + 1]; i++)
        if (sets_path(assignment, experiment->changes[i].path->text))
            return true;
    return false;
}

static bool worlds_try(const struct worlds *worlds, const char *assignment)
{
    for (size_t i = 0; i < worlds->plan.factor_count; i++)
        if (sets_path(assignment, worlds->factors[i].path))
            return true;
    return false;
}

/* The design laid over `under`, and over that what the command line sets, but not what the variant (or, where
 * `worlds` is not NULL, what worlds) tries. */
static struct node *design_over(const struct experiment *experiment, struct node *under, size_t design,
                                size_t variant, const struct worlds *worlds, struct arena *arena,
                                struct trouble *trouble)
{
    struct node *tree = node_overlay(under, experiment->designs[design], arena);
    for (size_t i = 0; i < experiment->request->override_count; i++) {
        const char *assignment = experiment->request->overrides[i];
        bool tried = worlds == NULL ? variant_tries(experiment, variant, assignment)
                                    : worlds_try(worlds, assignment) ||
                                          (worlds->within != NULL && worlds_try(worlds->within, assignment));
        if (!sets_designs(assignment) && !tried)
            tree = lay_override(experiment, i, tree, arena, trouble);
    }
    return tree;
}

/* An assumption lies under the designs, a sweep above them. */
struct node *tree_of_variant(const struct experiment *experiment, size_t variant, size_t design,
                             struct trouble *trouble)
{
    struct node *whole = experiment->whole;
    struct arena *arena = experiment->arena;
    if (experiment->variants[variant].kind != OF_ASSUMPTION)
        return experiment_vary(experiment, variant,
                               design_over(experiment, whole, design, 0, NULL, arena, trouble), trouble);
    whole = experiment_vary(experiment, variant, whole, trouble);
    return design_over(experiment, whole, design, variant, NULL, arena, trouble);
}

/* --- worlds --- */

/* A value that stands nowhere: what is wrong with it is said at `where`, or where worlds are asked for. */
static struct node *value_node(const struct experiment *experiment, const struct node *where,
                               const char *text, struct arena *arena)
{
    struct node *value = ARENA_NEW(arena, struct node, 1);
    if (where == NULL)
        where = node_at(experiment->whole, "sensitivity");
    *value = where == NULL ? *node_at(experiment->whole, "over") : *where;
    value->kind = NODE_SCALAR;
    value->quoted = false;
    value->text = text;
    value->first = value->next = NULL;
    value->key = NULL;
    return value;
}

/* The values of factors at these positions, laid over `whole`. */
static struct node *lay_values(const struct experiment *experiment, const struct worlds *worlds,
                               const double *positions, size_t design, struct node *whole,
                               struct arena *arena, struct trouble *trouble)
{
    struct node *over = NULL;
    for (size_t i = 0; i < worlds->plan.factor_count; i++) {
        const char *path = worlds->factors[i].path;
        double number;
        if (!worlds->own[i].used[design])
            continue;
        const char *text = world_value(worlds, i, positions[i], &number, arena);
        const struct node *where = worlds->own[i].where;
        if (worlds->factors[i].choices != NULL && worlds->own[i].to->kind == NODE_LIST)
            where = list_element(worlds->own[i].to, (size_t)number);
        struct node *value =
            node_with(path, value_node(experiment, where, text, arena), whole, arena, trouble);
        /* a place in a list can only be laid over the list that it was made of */
        if (strchr(path, '[') != NULL)
            whole = node_overlay(whole, value, arena);
        else
            over = node_overlay(over, value, arena);
    }
    return node_overlay(whole, over, arena);
}

struct node *tree_of_world(const struct experiment *experiment, size_t world, size_t design,
                           struct arena *arena, struct trouble *trouble)
{
    const struct worlds *worlds = experiment->worlds;
    const double *positions = worlds->plan.positions + world * worlds->plan.factor_count;
    struct node *whole = lay_values(experiment, worlds, positions, design, experiment->whole, arena, trouble);
    return node_copy(design_over(experiment, whole, design, 0, worlds, arena, trouble), arena);
}

struct node *tree_of_run(const struct experiment *experiment, const struct run_order *order,
                         struct arena *arena, struct trouble *trouble)
{
    const struct worlds *worlds = experiment->worlds, *within = worlds->within;
    const size_t world = order->variant - experiment->variant_count;
    if (within == NULL)
        return tree_of_world(experiment, world, order->design, arena, trouble);
    const double *all = worlds->is_anew[world] ? worlds->anew_within : worlds->search_within;
    struct node *whole = lay_values(experiment, within, all + order->replication * within->plan.factor_count,
                                    order->design, experiment->whole, arena, trouble);
    if (world != worlds->as_it_is)
        whole = lay_values(experiment, worlds, worlds->plan.positions + world * worlds->plan.factor_count,
                           order->design, whole, arena, trouble);
    return node_copy(design_over(experiment, whole, order->design, 0, worlds, arena, trouble), arena);
}

struct node *tree_with(const struct experiment *experiment, const char *path, const char *text,
                       const struct node *where, size_t design, struct arena *arena, struct trouble *trouble)
{
    struct node *value =
        node_with(path, value_node(experiment, where, text, arena), experiment->whole, arena, trouble);
    struct node *whole = node_overlay(experiment->whole, value, arena);
    return node_copy(design_over(experiment, whole, design, 0, NULL, arena, trouble), arena);
}
