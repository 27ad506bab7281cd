#include "experiment.h"

#include <string.h>

#include "base/require.h"
#include "experiment_parts.h"
#include "measures/ledger.h"
#include "movement.h"

const struct section *const scenario_sections = &scenario_section;

/* --- trees --- */

static struct node *overrides_tree(struct experiment *experiment, struct trouble *trouble)
{
    struct node *all = NULL;
    for (size_t i = 0; i < experiment->request->override_count; i++) {
        struct node *one = node_from_assignment(experiment->request->overrides[i], experiment->tree,
                                                experiment->arena, trouble);
        all = node_overlay(all, one, experiment->arena);
    }
    return all;
}

static enum status find_designs(struct experiment *experiment, const struct scenario *base,
                                struct trouble *trouble)
{
    const struct node *designs = base->designs;
    size_t count = designs == NULL ? 0 : node_count(designs);
    if (designs != NULL && designs->kind != NODE_MAP)
        return node_trouble(trouble, designs, "`designs` needs names, each with the settings that differ");
    if (count > 1000)
        return node_trouble(trouble, designs, "%zu designs are more than 1000, the most there can be", count);
    experiment->designs = ARENA_NEW(experiment->arena, struct node *, count + 1);
    experiment->design_names = ARENA_NEW(experiment->arena, const char *, count + 1);
    if (count == 0) {
        experiment->design_names[0] = "as it is";
        experiment->design_count = 1;
        return STATUS_FINE;
    }
    for (struct node *design = designs->first; design != NULL; design = design->next) {
        design->read = true;
        if (design->kind != NODE_MAP &&
            !(design->kind == NODE_SCALAR && design->text != NULL && *design->text == '\0'))
            node_trouble(trouble, design, "a design is a map of the settings that differ");
        static const char *const whole[] = {
            "designs",      "assumptions", "sweep",    "seed",     "replications",        "lasts",
            "sample_every", "title",       "headline", "question", "variant_replications"};
        for (size_t i = 0; i < sizeof whole / sizeof whole[0]; i++) {
            const struct node *key = node_at(design, whole[i]);
            if (key != NULL)
                node_key_trouble(trouble, key,
                                 "`%s` belongs to the whole scenario and cannot differ between designs",
                                 whole[i]);
        }
        experiment->designs[experiment->design_count] = design->kind == NODE_MAP ? design : NULL;
        experiment->design_names[experiment->design_count++] = design->key;
    }
    return trouble_status(trouble);
}

/* --- settings of every variant and design --- */

static void find_methods(struct experiment *experiment, struct scenario *scenario, struct node *tree,
                         struct trouble *trouble)
{
    struct calendar_entry *lines = scenario->calendar.items;
    struct node *calendar = node_at(tree, "calendar");
    struct node *line = calendar == NULL ? NULL : calendar->first;
    for (size_t i = 0; i < scenario->calendar.count && line != NULL; i++, line = line->next) {
        const struct node *hold = node_at(line, "hold");
        if (lines[i].hold != NULL && hold != NULL)
            lines[i].method = experiment_method(experiment, hold, lines[i].hold, trouble);
    }
}

static struct scenario *bind_scenario(struct experiment *experiment, struct node *tree,
                                      struct trouble *trouble)
{
    struct scenario *scenario = ARENA_NEW(experiment->arena, struct scenario, 1);
    size_t before = trouble->count;
    section_bind(&scenario_section, tree, scenario, experiment->arena, trouble);
    find_methods(experiment, scenario, tree, trouble);
    if (trouble->count == before)
        scenario_check(experiment, scenario, tree, trouble);
    return scenario;
}

static enum status bind_all(struct experiment *experiment, struct node *overrides, struct trouble *trouble)
{
    struct arena *arena = experiment->arena;
    size_t designs = experiment->design_count;
    experiment->settings = ARENA_NEW(arena, struct scenario *, experiment->variant_count * designs);
    experiment->trees = ARENA_NEW(arena, struct node *, designs);
    for (size_t variant = 0; variant < experiment->variant_count; variant++)
        for (size_t design = 0; design < designs; design++) {
            struct node *tree = node_overlay(experiment->tree, experiment->designs[design], arena);
            tree = node_overlay(tree, overrides, arena);
            tree = node_overlay(tree, experiment->variant_trees[variant], arena);
            experiment->settings[variant * designs + design] = bind_scenario(experiment, tree, trouble);
            if (variant == 0)
                experiment->trees[design] = tree;
        }
    const struct scenario *first = experiment->settings[0];
    for (size_t i = 0; i < experiment->variant_count * designs && trouble->count == 0; i++)
        if (experiment->settings[i]->sites.count != first->sites.count)
            node_trouble(trouble, experiment->tree, "all designs and variants need the same number of sites");
    return trouble_status(trouble);
}

static void find_shape(struct experiment *experiment)
{
    experiment->shape.measures = experiment->measures;
    experiment->shape.measure_count =
        ledger_measures(experiment->measures, sizeof experiment->measures / sizeof experiment->measures[0]);
    experiment->shape.table_count = ledger_tables(&experiment->shape.tables);
}

static void count_runs(struct experiment *experiment)
{
    experiment->first_run = ARENA_NEW(experiment->arena, uint64_t, experiment->variant_count + 1);
    for (size_t variant = 0; variant < experiment->variant_count; variant++)
        experiment->first_run[variant + 1] =
            experiment->first_run[variant] +
            (uint64_t)experiment->variants[variant].replications * experiment->design_count;
}

static struct node *read_scenario(struct experiment *experiment, struct trouble *trouble)
{
    const struct experiment_request *request = experiment->request;
    if (request->text == NULL)
        return node_read_file(request->path, experiment->arena, trouble);
    return node_read(request->path, request->text, request->length, experiment->arena, trouble);
}

struct experiment *experiment_load(const struct experiment_request *request, struct arena *arena,
                                   struct trouble *trouble)
{
    struct experiment *experiment = ARENA_NEW(arena, struct experiment, 1);
    experiment->request = request;
    experiment->arena = arena;
    experiment->file = request->path;
    find_shape(experiment);
    struct node *tree = experiment->tree = read_scenario(experiment, trouble);
    if (tree == NULL)
        return NULL;
    struct node *overrides = overrides_tree(experiment, trouble);
    struct scenario *base = ARENA_NEW(arena, struct scenario, 1);
    struct trouble first_look = {
        0}; /* designs may give what is missing here: a bad base alone is no mistake yet */
    section_bind(&scenario_section, node_overlay(tree, overrides, arena), base, arena, &first_look);
    trouble_free(&first_look);
    if (tree->kind != NODE_MAP) {
        section_bind(&scenario_section, tree, base, arena, trouble);
        return NULL;
    }
    find_designs(experiment, base, trouble);
    if (trouble->count == 0)
        experiment_find_variants(experiment, base, trouble);
    if (experiment->variant_count == 0) {
        experiment->variant_count = 1;
        experiment->variant_trees = ARENA_NEW(arena, struct node *, 1);
    }
    if (experiment->design_count > 0)
        bind_all(experiment, overrides, trouble);
    if (trouble->count > 0)
        return NULL;
    count_runs(experiment);
    return experiment;
}

/* --- runs --- */

uint64_t experiment_runs(const struct experiment *experiment)
{
    return experiment->first_run[experiment->variant_count];
}

void experiment_run(const struct experiment *experiment, uint64_t index, struct outcome *outcome,
                    struct run_tally *tally)
{
    size_t variant = 0;
    require(index < experiment_runs(experiment));
    while (index >= experiment->first_run[variant + 1])
        variant++;
    uint64_t within = index - experiment->first_run[variant];
    size_t design = within % experiment->design_count;
    uint64_t replication = within / experiment->design_count;
    movement_run(experiment->settings[variant * experiment->design_count + design], replication, outcome,
                 tally);
}

const struct record_shape *movement_measures(struct arena *arena)
{
    struct record_shape *shape = ARENA_NEW(arena, struct record_shape, 1);
    const struct measure **measures = ARENA_NEW(arena, const struct measure *, LEDGER_MEASURES);
    shape->measures = measures;
    shape->measure_count = ledger_measures(measures, LEDGER_MEASURES);
    shape->table_count = ledger_tables(&shape->tables);
    return shape;
}
