/* What a scenario asks for, against its limits. */
#include <math.h>
#include <stddef.h>

#include "experiment/workload_parts.h"
#include "measures/chapters.h"

#define AT(member) offsetof(struct limit_settings, member)

// clang-format off
static const struct field limit_fields[] = {
    {"memory", FIELD_REAL, AT(memory), "4 GB", 0.01, 1e6, "GB", "Memory that a run may need, as estimated before it begins and as measured while it runs; runs on several threads need it several times", NULL, GROUND_CHOICE, NULL, NULL},
    {"steps", FIELD_REAL, AT(steps), "1e12", 1, 1e18, "1", "Work that a run may take, as estimated before it begins: one step is one person hearing one turn, or what takes as long", NULL, GROUND_CHOICE, NULL, NULL},
    {"events", FIELD_REAL, AT(events), "1e10", 1, 1e18, "1", "Events that a run may work; they are counted while it runs, and it is broken off beyond", NULL, GROUND_CHOICE, NULL, NULL},
    {"results", FIELD_REAL, AT(results), "16 GB", 0.01, 1e6, "GB", "Results of all runs together, before they are compressed", NULL, GROUND_CHOICE, NULL, NULL},
};
// clang-format on

const struct section limit_section = {
    "limits",
    "What a scenario may ask of the machine. What asks for more is refused before it begins, or broken off.",
    sizeof(struct limit_settings),
    limit_fields,
    sizeof limit_fields / sizeof limit_fields[0],
};

static const double GB = 1e9;

enum { OPEN_OUTCOMES = 8 }; /* of runs that wait for their place in the file */

/* Numbers of one run in the file, and those of all runs of variants. */
static double bytes_of_results(const struct experiment *experiment, const struct scenario *scenario,
                               double proposals, double *one_run)
{
    const struct measure *measures[LEDGER_MEASURES];
    size_t measure_count = chapters_measures(chapters_of(scenario), measures, LEDGER_MEASURES);
    const struct table *const *tables = experiment->known->tables;
    double at_once = 0, rows = proposals, sites = 0;
    const struct site_settings *places = scenario->sites.items;
    for (size_t i = 0; i < scenario->sites.count; i++)
        sites += (double)places[i].count;
    double times = sim_hours(scenario->lasts) / sim_hours(scenario->sample_every) + 1;
    for (size_t i = 0; i < measure_count; i++)
        at_once += measures[i]->shape == MEASURE_RUN    ? 1
                   : measures[i]->shape == MEASURE_TIME ? times
                                                        : measures[i]->bins;
    double cells = sites * at_once + rows * (double)tables[0]->count;
    for (size_t i = 0; i < scenario->sites.count && scenario->record_people; i++)
        cells += (double)places[i].count * entries_of(scenario, &places[i]) * (double)tables[1]->count;
    *one_run = cells * sizeof(double);
    double runs = 0, all = 0;
    for (size_t i = 0; i < experiment->variant_count; i++) {
        runs = (double)experiment->variants[i].replications * (double)experiment->design_count;
        all += runs * (i == 0 ? *one_run : sites * (double)measure_count * sizeof(double));
    }
    return all;
}

/* "3.2 trillion" */
static const char *in_words(double number, struct arena *arena)
{
    static const struct {
        double size;
        const char *name;
    } words[] = {{1e18, " million million million"},
                 {1e15, " thousand million million"},
                 {1e12, " million million"},
                 {1e9, " thousand million"},
                 {1e6, " million"}};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (number >= words[i].size)
            return arena_print(arena, "%.2g%s", number / words[i].size, words[i].name);
    return arena_print(arena, "%.0f", number);
}

static void check_memory(const struct experiment *experiment, const struct weighing *weighing,
                         double outcomes, struct trouble *trouble)
{
    double needed = (weighing->sum.bytes + outcomes) / GB, limit = weighing->scenario->limits.memory;
    if (needed <= limit || weighing->memory.where == NULL)
        return;
    node_trouble(trouble, weighing->memory.where,
                 "a run would need about %s GB of memory, most of it for this; the limit is %g GB",
                 in_words(ceil(needed), experiment->arena), limit);
    trouble_hint(trouble, "take fewer people, proposals or circles, or raise `limits.memory`");
}

static void check_steps(const struct experiment *experiment, const struct weighing *weighing,
                        struct trouble *trouble)
{
    double limit = weighing->scenario->limits.steps;
    if (weighing->sum.steps <= limit || weighing->steps.where == NULL)
        return;
    node_trouble(
        trouble, weighing->steps.where,
        "a run would take about %s steps (a person hears a turn), most of them for this; the limit is %s",
        in_words(weighing->sum.steps, experiment->arena), in_words(limit, experiment->arena));
    trouble_hint(trouble, "take a shorter time, fewer people or fewer sessions, or raise `limits.steps`");
}

void workload_check(const struct experiment *experiment, const struct scenario *scenario, struct node *tree,
                    struct trouble *trouble)
{
    struct weighing weighing = workload_weigh(scenario, tree);
    double one_run, results = bytes_of_results(experiment, scenario, weighing.sum.proposals, &one_run) / GB;
    check_memory(experiment, &weighing, OPEN_OUTCOMES * one_run, trouble);
    if (trouble->count == 0)
        check_steps(experiment, &weighing, trouble);
    bool is_first = experiment->settings[0] == NULL;
    const struct node *where = node_at(tree, "replications");
    if (where == NULL)
        where = node_at(tree, "lasts");
    if (!is_first || results <= scenario->limits.results || trouble->count > 0)
        return;
    node_trouble(trouble, where, "the results of all runs would be about %s GB; the limit is %g GB",
                 in_words(ceil(results), experiment->arena), scenario->limits.results);
    trouble_hint(trouble, "take fewer replications or samples, or raise `limits.results`");
}
