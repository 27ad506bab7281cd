#include "experiment/experiment.h"

#include <string.h>

#include "base/require.h"
#include "experiment/best.h"
#include "experiment/choice.h"
#include "experiment/experiment_parts.h"
#include "experiment/precision.h"
#include "experiment/worlds.h"
#include "measures/chapters.h"
#include "movement.h"
#include "scenario/name.h"

const struct section *scenario_settings_table(struct arena *arena)
{
    return scenario_table(mechanisms, arena);
}

/* Every variant of every design has settings of its own. */
enum {
    MOST_DESIGNS = 1000,
    MOST_SETTINGS = 10000,
    MOST_IN_VAIN = 1000, /* that are looked at when something was wrong already */
};

/* --- designs --- */

static void check_design(const struct node *design, struct trouble *trouble)
{
    if (design->kind != NODE_MAP && !node_is_empty(design))
        node_trouble(trouble, design,
                     "a design is a map of the settings that differ, as in `{calendar: ...}`");
    for (const struct node *child = design->first; child != NULL && design->kind == NODE_MAP;
         child = child->next)
        if (belongs_to_the_whole(child->key, strlen(child->key)))
            node_key_trouble(trouble, child,
                             "`%s` is one for the whole scenario and cannot differ between designs",
                             child->key);
}

static void find_designs(struct experiment *experiment, const struct scenario *base, struct trouble *trouble)
{
    const struct node *designs = base->compared.designs;
    size_t count = designs == NULL ? 0 : node_count(designs);
    if (designs != NULL && designs->kind != NODE_MAP && !node_is_empty(designs)) {
        node_trouble(trouble, designs, "`designs` needs names, each with the settings that differ");
        count = 0;
    }
    if (count > MOST_DESIGNS) {
        node_key_trouble(trouble, designs, "%zu designs are more than %d, the most there can be", count,
                         (int)MOST_DESIGNS);
        count = 0;
    }
    experiment->designs = ARENA_NEW(experiment->arena, struct node *, count + 1);
    experiment->design_names = ARENA_NEW(experiment->arena, const char *, count + 1);
    experiment->design_names[0] = "as it is";
    experiment->design_count = count == 0 ? 1 : count;
    struct node *design = count == 0 ? NULL : designs->first;
    struct name_book names = {.arena = experiment->arena};
    for (size_t i = 0; design != NULL; design = design->next, i++) {
        if (name_check(design->key, design, NAME_IS_KEY, trouble) == STATUS_FINE)
            name_book_add(&names, 0, design->key, design, NAME_IS_KEY, trouble);
        check_design(design, trouble);
        experiment->designs[i] = design->kind == NODE_MAP ? design : NULL;
        experiment->design_names[i] = design->key;
    }
    name_book_free(&names);
}

/* --- settings of every variant and design --- */

/* What has to be the same in all designs. */
static void check_same(const struct experiment *experiment, struct scenario *scenario, struct node *tree,
                       struct trouble *trouble)
{
    const struct checking checking = checking_of(experiment, scenario, tree, trouble);
    for (const struct mechanism *const *one = mechanisms; *one != NULL; one++)
        if ((*one)->check_same != NULL && scenario != experiment->settings[0])
            (*one)->check_same(&checking, experiment->settings[0]);
}

static bool stands_at(const struct complaint *complaint, const struct node *node)
{
    return complaint->where.line == node->line && complaint->where.column >= node->column &&
           complaint->where.column < node->column + (node->width < 1 ? 1 : node->width);
}

/* What is wrong in a variant alone is wrong because of what it changes, and that may stand elsewhere. */
static void say_of_variant(const struct experiment *experiment, size_t variant, struct trouble *own,
                           struct trouble *trouble)
{
    const struct change *changes = experiment->changes + experiment->first_change[variant];
    size_t count = experiment->first_change[variant + 1] - experiment->first_change[variant];
    for (size_t i = 0; i < own->count; i++) {
        const struct complaint *complaint = &own->complaints[i];
        bool there = false;
        for (size_t j = 0; j < count; j++)
            there = there || stands_at(complaint, changes[j].path) || stands_at(complaint, changes[j].value);
        trouble_add(trouble, complaint->status, complaint->where, "%s", complaint->sentence);
        if (complaint->hint != NULL)
            trouble_hint(trouble, "%s", complaint->hint);
        else if (!there)
            trouble_hint(trouble, "this comes with the value that is tried in line %d",
                         changes[count - 1].value->line);
    }
    trouble->dropped += own->dropped;
    trouble_free(own);
}

static void bind_one(struct experiment *experiment, size_t variant, size_t design, struct trouble *trouble)
{
    struct trouble own = {0};
    struct node *tree =
        variant == 0 ? experiment->trees[design] : tree_of_variant(experiment, variant, design, &own);
    struct scenario *scenario = experiment_bind(experiment, tree, &own);
    experiment->settings[variant * experiment->design_count + design] = scenario;
    check_same(experiment, scenario, tree, &own);
    if (variant == 0)
        trouble_move(trouble, &own);
    else
        say_of_variant(experiment, variant, &own, trouble);
}

/* Where something is wrong already, it is enough to try every value once, beside the first of the others. */
static bool tries_one_value(const struct experiment *experiment, size_t variant)
{
    size_t others = 0;
    for (size_t i = experiment->first_change[variant]; i < experiment->first_change[variant + 1]; i++)
        others += experiment->changes[i].is_first ? 0 : 1;
    return others <= 1;
}

static void bind_all(struct experiment *experiment, struct trouble *trouble)
{
    size_t designs = experiment->design_count;
    if (experiment->variant_count * designs > MOST_SETTINGS) {
        node_trouble(trouble, experiment->tree,
                     "%zu designs at %zu alternatives and points of a sweep are more than %d", designs,
                     experiment->variant_count, (int)MOST_SETTINGS);
        experiment->variant_count = 1;
    }
    experiment->settings =
        ARENA_NEW(experiment->arena, struct scenario *, experiment->variant_count * designs);
    experiment->trees = ARENA_NEW(experiment->arena, struct node *, designs);
    for (size_t design = 0; design < designs; design++)
        experiment->trees[design] = tree_of_variant(experiment, 0, design, trouble);
    size_t in_vain = 0;
    for (size_t variant = 0; variant < experiment->variant_count && in_vain < MOST_IN_VAIN; variant++) {
        if (trouble->count > 0 && !tries_one_value(experiment, variant))
            continue;
        for (size_t design = 0; design < designs && !trouble_full(trouble); design++)
            bind_one(experiment, variant, design, trouble);
        in_vain += trouble->count > 0 ? designs : 0;
    }
}

static struct record_shape shape_of(const struct chapter_list *list, uint64_t set, struct arena *arena)
{
    const struct measure **measures = ARENA_NEW(arena, const struct measure *, LEDGER_MEASURES);
    const struct table **tables = ARENA_NEW(arena, const struct table *, LEDGER_TABLES);
    return (struct record_shape){
        .measures = measures,
        .measure_count = chapters_measures(list, set, measures, LEDGER_MEASURES),
        .tables = tables,
        .table_count = chapters_tables(list, set, tables, LEDGER_TABLES),
    };
}

/* --- loading --- */

static struct node *read_scenario(const struct experiment_request *request, struct arena *arena,
                                  struct trouble *trouble)
{
    if (request->text == NULL && request->inputs != NULL)
        inputs_note(request->inputs, request->path);
    if (request->text == NULL)
        return node_read_file(request->path, arena, trouble);
    return node_read(request->path, request->text, request->length, arena, trouble);
}

/* Whether the tree is no scenario at all, so that nothing more can be said of it. */
static bool is_something_else(const struct section *table, struct node *tree, struct arena *arena,
                              struct trouble *trouble)
{
    if (tree->kind != NODE_MAP) {
        scenario_bind(table, tree, arena, trouble);
        return true;
    }
    const struct node *stages = node_at(tree, "stages");
    if (stages == NULL || node_at(tree, "sites") != NULL)
        return false;
    node_key_trouble(trouble, stages,
                     "this is a method, since it has `stages`; a scenario holds it in its calendar");
    return true;
}

static void load_designs(struct experiment *experiment, struct trouble *trouble)
{
    struct arena *arena = experiment->arena;
    tree_find_whole(experiment, trouble);
    /* designs may give what is missing here: a bad base alone is no mistake yet */
    struct trouble first_look = {0};
    const struct scenario *base = scenario_bind(experiment->table, experiment->whole, arena, &first_look);
    trouble_free(&first_look);
    experiment->held.arena = arena;
    find_designs(experiment, base, trouble);
    experiment_find_variants(experiment, base, trouble);
    layers_note(experiment);
    bind_all(experiment, trouble);
    if (trouble->count == 0)
        layers_check(experiment, trouble);
    struct worlds *worlds = trouble->count == 0 ? worlds_find(experiment, trouble) : NULL;
    experiment->worlds = worlds;
    experiment->precision = trouble->count == 0 ? precision_find(experiment, trouble) : NULL;
    if (experiment->precision != NULL)
        experiment->variants[0].replications = experiment->precision->most;
    experiment->best = trouble->count == 0 ? best_find(experiment, trouble) : NULL;
    if (experiment->best != NULL)
        experiment->variants[0].replications = experiment->best->plan.most;
    if (worlds != NULL)
        worlds_check(experiment, worlds, trouble);
    if (trouble->count == 0)
        choice_find(experiment, trouble);
    if (trouble->count == 0)
        needs_check(experiment, trouble);
    if (trouble->count == 0)
        fitting_check(experiment, trouble);
    if (trouble->count == 0)
        in_vain_note(experiment);
    name_book_free(&experiment->held);
    trouble_sort(trouble, 0);
    trouble_move(trouble, &experiment->of_methods);
}

struct experiment *experiment_load(const struct experiment_request *request, struct arena *arena,
                                   struct trouble *trouble)
{
    struct experiment *experiment = ARENA_NEW(arena, struct experiment, 1);
    experiment->request = request;
    experiment->arena = arena;
    experiment->file = request->path;
    experiment->table = scenario_settings_table(arena);
    experiment->method_table = method_settings_table(arena);
    experiment->chapters = chapters_list(mechanisms);
    experiment->known = movement_measures(arena);
    experiment->tree = read_scenario(request, arena, trouble);
    if (experiment->tree == NULL || is_something_else(experiment->table, experiment->tree, arena, trouble))
        return NULL;
    load_designs(experiment, trouble);
    if (trouble->count > 0)
        return NULL;
    experiment->shape = shape_of(&experiment->chapters, experiment_chapters(experiment), arena);
    experiment_shape(experiment);
    results_check(experiment, trouble);
    return trouble->count > 0 ? NULL : experiment;
}

/* --- runs --- */

uint64_t experiment_runs(const struct experiment *experiment)
{
    uint64_t runs = 0;
    for (size_t i = 0; i < experiment->variant_count; i++)
        runs += experiment->variants[i].replications;
    if (experiment->choice != NULL)
        runs += choice_runs(experiment);
    else if (experiment->worlds != NULL)
        runs += (uint64_t)(experiment->worlds->plan.count - experiment->worlds->left_out) *
                experiment->worlds->plan.replications;
    return runs * experiment->design_count;
}

/* A run in a world that is bound for it alone. */
static bool run_in_world(const struct experiment *experiment, const struct run_order *order,
                         const struct run_terms *terms, struct outcome *outcome, struct run_tally *tally)
{
    const size_t world = order->variant - experiment->variant_count;
    struct arena arena = {0};
    struct trouble trouble = {0};
    struct experiment own = *experiment;
    own.arena = &arena;
    struct node *tree = tree_of_run(experiment, order, &arena, &trouble);
    const struct scenario *scenario = experiment_bind(&own, tree, &trouble);
    /* A world that cannot be, beyond those that were tried, has no numbers. */
    bool whole =
        trouble.count > 0 || movement_run(scenario, experiment->worlds->plan.luck[world] + order->replication,
                                          terms, outcome, tally);
    trouble_free(&trouble);
    arena_free(&arena);
    return whole;
}

bool experiment_run(const struct experiment *experiment, const struct run_order *order,
                    const struct run_terms *terms, struct outcome *outcome, struct run_tally *tally)
{
    static const struct run_terms plain = {.threads = 1};
    terms = terms == NULL ? &plain : terms;
    if (order->variant >= experiment->variant_count)
        return run_in_world(experiment, order, terms, outcome, tally);
    return movement_run(experiment->settings[order->variant * experiment->design_count + order->design],
                        order->replication + (uint64_t)experiment->settings[0]->runs.first_replication - 1,
                        terms, outcome, tally);
}

enum status experiment_say_excess(const struct experiment *experiment, const struct run_order *order,
                                  const struct run_excess *excess, struct trouble *trouble)
{
    const struct scenario *scenario = experiment->settings[order->design];
    const char *at = excess->event == NULL ? "" : arena_print(experiment->arena, " at `%s`", excess->event);
    bool memory = strcmp(excess->limit, "memory") == 0;
    node_trouble(
        trouble, experiment->tree,
        "a run of the design `%s` was broken off%s on day %.3g at the site `%s`: it %s more than %.10g %s "
        "(`limits.%s`)",
        experiment->design_names[order->design], at, sim_days(excess->when),
        scenario->places.names[excess->site], memory ? "needed" : "worked", excess->most,
        memory ? "GB of memory" : excess->limit, excess->limit);
    trouble_hint(trouble, "take a shorter time, fewer people or fewer sessions, or raise `limits.%s`",
                 excess->limit);
    return STATUS_BAD_INPUT;
}

const struct record_shape *movement_measures(struct arena *arena)
{
    struct record_shape *shape = ARENA_NEW(arena, struct record_shape, 1);
    const struct chapter_list list = chapters_list(mechanisms);
    *shape = shape_of(&list, chapters_all(&list), arena);
    return shape;
}
