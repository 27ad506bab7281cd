#include "page/kept_runs.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/file/results_file.h"
#include "base/require.h"

struct kept_runs {
    const struct record_plan *plan;
    struct outcome *reading;
    size_t *first;    /* slot of the first run of a variant, and the number of all slots at last */
    double **numbers; /* by slot (variant, replication, design): measure by measure its sites; NULL: not in */
    size_t length;    /* of each of them */
    size_t *starts;   /* by measure of the plan: where its numbers begin */
};

static bool is_kept(const struct measure *measure)
{
    return measure->shape == MEASURE_RUN;
}

static size_t sites_of(const struct record_plan *plan, const struct measure *measure)
{
    return measure->scope == SCOPE_MOVEMENT ? 1 : plan->shape.sites;
}

struct kept_runs *kept_runs_new(const struct record_plan *plan)
{
    struct kept_runs *kept = must_allocate(1, sizeof *kept);
    *kept = (struct kept_runs){.plan = plan, .reading = outcome_new(&plan->shape)};
    kept->first = must_allocate(plan->variant_count + 1, sizeof *kept->first);
    kept->starts = must_allocate(plan->shape.measure_count, sizeof *kept->starts);
    size_t slots = 0;
    for (size_t i = 0; i < plan->variant_count; i++) {
        kept->first[i] = slots;
        slots += plan->variants[i].replications * plan->design_count;
    }
    kept->first[plan->variant_count] = slots;
    kept->numbers = must_allocate(slots, sizeof *kept->numbers);
    for (size_t i = 0; i < plan->shape.measure_count; i++) {
        kept->starts[i] = kept->length;
        kept->length += is_kept(plan->shape.measures[i]) ? sites_of(plan, plan->shape.measures[i]) : 0;
    }
    return kept;
}

void kept_runs_free(struct kept_runs *kept)
{
    if (kept == NULL)
        return;
    for (size_t i = 0; i < kept->first[kept->plan->variant_count]; i++)
        free(kept->numbers[i]);
    outcome_free(kept->reading);
    free(kept->numbers);
    free(kept->starts);
    free(kept->first);
    free(kept);
}

/* Where a run is kept. */
static size_t slot_of(const struct kept_runs *kept, size_t variant, size_t replication, size_t design)
{
    return kept->first[variant] + replication * kept->plan->design_count + design;
}

bool kept_runs_add(struct kept_runs *kept, const struct run_order *order, const char *bytes, size_t length)
{
    const struct record_plan *plan = kept->plan;
    if (order->variant >= plan->variant_count || order->design >= plan->design_count ||
        order->replication >= plan->variants[order->variant].replications ||
        !outcome_decode(kept->reading, OUTCOME_RUN_MEASURES, bytes, length))
        return false;
    double **numbers = &kept->numbers[slot_of(kept, order->variant, order->replication, order->design)];
    if (*numbers == NULL)
        *numbers = must_allocate(kept->length, sizeof **numbers);
    for (size_t i = 0; i < plan->shape.measure_count; i++)
        if (is_kept(plan->shape.measures[i]))
            for (uint32_t site = 0; site < sites_of(plan, plan->shape.measures[i]); site++)
                (*numbers)[kept->starts[i] + site] = outcome_at(kept->reading, i, site, 0);
    return true;
}

static bool is_whole(const struct kept_runs *kept, size_t variant, size_t replication)
{
    for (size_t design = 0; design < kept->plan->design_count; design++)
        if (kept->numbers[slot_of(kept, variant, replication, design)] == NULL)
            return false;
    return true;
}

size_t kept_runs_whole(const struct kept_runs *kept, size_t variant)
{
    size_t count = 0;
    for (size_t i = 0; i < kept->plan->variants[variant].replications; i++)
        count += is_whole(kept, variant, i) ? 1 : 0;
    return count;
}

/* --- as results --- */

static double *nothing_more(struct results *results, size_t which, struct trouble *trouble)
{
    results_unfit(results, trouble, "what number %zu asks for is not kept in a page", which);
    return NULL;
}

static double *no_column(struct results *results, size_t table, size_t column, struct trouble *trouble)
{
    (void)table;
    return nothing_more(results, column, trouble);
}

static void close_nothing(struct results *results)
{
    (void)results;
}

static const struct results_source from_memory = {.measure = nothing_more,
                                                  .worlds = nothing_more,
                                                  .courses = nothing_more,
                                                  .column = no_column,
                                                  .close = close_nothing};

static const char *or_empty(const char *text)
{
    return text == NULL ? "" : text;
}

static struct names names_of(struct arena *arena, const char *const *texts, size_t count)
{
    const char **names = ARENA_NEW(arena, const char *, count + 1);
    for (size_t i = 0; i < count; i++)
        names[i] = or_empty(texts[i]);
    return (struct names){names, count};
}

static struct results_measure measure_of(const struct record_plan *plan, const struct measure *measure)
{
    static const enum direction directions[] = {
        [BETTER_NEITHER] = DIRECTION_NEITHER, [BETTER_MORE] = DIRECTION_MORE, [BETTER_LESS] = DIRECTION_LESS};
    const enum over_sites over = results_over_sites_of(or_empty(measure->cell_methods));
    const char *meaning = or_empty(measure->meaning);
    return (struct results_measure){
        .name = measure->name,
        .unit = or_empty(measure->unit),
        .meaning = *meaning == '\0' ? measure->name : meaning,
        .source = or_empty(measure->source),
        .phrase = {or_empty(measure->title), or_empty(measure->verb), or_empty(measure->noun),
                   or_empty(measure->equal), or_empty(measure->less)},
        .role = or_empty(measure->role),
        .section = or_empty(measure->section),
        .is_asked = results_names_word(or_empty(plan->show), measure->name),
        .is_price = measure->shown == SHOWN_AS_PRICE,
        .is_course = measure->shown == SHOWN_AS_COURSE,
        .better = directions[measure->better],
        .over_sites = over,
        .extent = EXTENT_RUN,
        .of_movement = measure->scope == SCOPE_MOVEMENT,
        .sites = sites_of(plan, measure),
        .length = 1,
        .bounds = results_bounds(measure->bounds, over, plan->shape.sites),
    };
}

/* Numbers of a measure at the whole replications of a variant, (design, replication, site), each design with
 * room for `most` replications. */
static void gather(const struct kept_runs *kept, size_t variant, size_t measure, size_t most, double *numbers)
{
    const struct record_plan *plan = kept->plan;
    const size_t sites = sites_of(plan, plan->shape.measures[measure]);
    for (size_t i = 0; i < plan->design_count * most * sites; i++)
        numbers[i] = NAN;
    size_t whole = 0;
    for (size_t i = 0; i < plan->variants[variant].replications; i++) {
        if (!is_whole(kept, variant, i))
            continue;
        for (size_t design = 0; design < plan->design_count; design++)
            memcpy(numbers + (design * most + whole) * sites,
                   kept->numbers[slot_of(kept, variant, i, design)] + kept->starts[measure],
                   sites * sizeof *numbers);
        whole++;
    }
}

static void fill_measures(const struct kept_runs *kept, struct results *results)
{
    const struct record_plan *plan = kept->plan;
    struct arena *arena = &results->arena;
    const size_t count = plan->shape.measure_count, most = results->most_replications;
    struct results_measure *measures = ARENA_NEW(arena, struct results_measure, count);
    results->file->run = ARENA_NEW(arena, double *, count);
    results->file->variant_run = ARENA_NEW(arena, double *, count);
    results->file->loaded = ARENA_NEW(arena, double *, count);
    results->file->courses = ARENA_NEW(arena, double *, count);
    results->file->worlds = ARENA_NEW(arena, double *, count);
    results->measures = measures;
    for (size_t i = 0; i < count; i++) {
        if (!is_kept(plan->shape.measures[i]))
            continue;
        const size_t at = results->measure_count++;
        measures[at] = measure_of(plan, plan->shape.measures[i]);
        const size_t length = plan->design_count * most * measures[at].sites;
        results->file->variant_run[at] = ARENA_NEW(arena, double, length * plan->variant_count);
        results->file->run[at] = results->file->variant_run[at];
        for (size_t variant = 0; variant < plan->variant_count; variant++)
            gather(kept, variant, i, most, results->file->variant_run[at] + variant * length);
    }
    results->headline = results_find_measure(results, plan->headline);
}

static void fill_variants(const struct kept_runs *kept, struct results *results)
{
    const struct record_plan *plan = kept->plan;
    struct results_variant *variants =
        ARENA_NEW(&results->arena, struct results_variant, plan->variant_count);
    results->variants = variants;
    results->variant_count = plan->variant_count;
    results->axes = names_of(&results->arena, plan->axes, plan->axis_count);
    for (size_t i = 0; i < plan->variant_count; i++) {
        const struct variant *variant = &plan->variants[i];
        double *numbers = ARENA_NEW(&results->arena, double, plan->axis_count + 1);
        const char **texts = ARENA_NEW(&results->arena, const char *, plan->axis_count + 1);
        for (size_t axis = 0; axis < plan->axis_count; axis++) {
            numbers[axis] = variant->values[axis].number;
            texts[axis] = or_empty(variant->values[axis].text);
        }
        variants[i] = (struct results_variant){.label = or_empty(variant->label),
                                               .kind = (enum variant_kind)variant->kind,
                                               .replications = kept_runs_whole(kept, i),
                                               .numbers = numbers,
                                               .texts = texts};
        if (variants[i].replications > results->most_replications)
            results->most_replications = variants[i].replications;
    }
    size_t *runs = ARENA_NEW(&results->arena, size_t, plan->design_count);
    results->replications = variants[0].replications;
    for (size_t i = 0; i < plan->design_count; i++)
        runs[i] = results->replications;
    results->runs = runs;
}

static void fill_found(const struct record_plan *plan, struct results *results)
{
    struct results_found *found = ARENA_NEW(&results->arena, struct results_found, plan->found_count + 1);
    size_t count = 0;
    for (size_t i = 0; i < plan->found_count; i++) {
        const struct provenance_found *one = &plan->found[i];
        const size_t measure = results_find_measure(results, one->measure);
        if (measure == NOT_FOUND)
            continue;
        const bool ranged = one->least != 0 || one->most != 0;
        found[count++] = (struct results_found){.measure = measure,
                                                .value = one->value,
                                                .ranged = ranged,
                                                .least = one->least,
                                                .most = one->most,
                                                .tolerance = one->tolerance,
                                                .source = or_empty(one->source)};
    }
    results->provenance.found = found;
    results->provenance.found_count = count;
}

static void fill_provenance(const struct record_plan *plan, struct results *results)
{
    struct results_setting *settings =
        ARENA_NEW(&results->arena, struct results_setting, plan->setting_count + 1);
    for (size_t i = 0; i < plan->setting_count; i++) {
        const struct provenance_setting *one = &plan->settings[i];
        settings[i] = (struct results_setting){
            or_empty(one->path),   or_empty(one->value),   or_empty(one->unit), or_empty(one->source),
            or_empty(one->ground), or_empty(one->meaning), one->given};
    }
    results->provenance = (struct provenance){
        .scenario_text = or_empty(plan->scenario_text),
        .scenario_file = or_empty(plan->scenario_file),
        .command = or_empty(plan->command),
        .seed = arena_print(&results->arena, "%" PRIu64, plan->seed),
        .version = or_empty(plan->version),
        .commit = or_empty(plan->commit),
        .libraries = or_empty(plan->libraries),
        .overrides = names_of(&results->arena, plan->overrides, plan->override_count),
        .assumptions = names_of(&results->arena, plan->assumptions, plan->assumption_count),
        .settings = settings,
        .setting_count = plan->setting_count,
    };
    fill_found(plan, results);
}

struct results *kept_runs_results(const struct kept_runs *kept)
{
    const struct record_plan *plan = kept->plan;
    if (kept_runs_whole(kept, 0) == 0)
        return NULL;
    struct results *results = results_new("page", &from_memory);
    results->title = or_empty(plan->title);
    results->question = or_empty(plan->question);
    results->measured_from = sim_days(plan->measured_from);
    results->assumed = plan->assumed;
    results->assumed_tried = plan->assumed_tried;
    results->precision = (struct results_precision){.of = "", .reached = NAN};
    results->best = (struct results_best){.of = "", .delta = NAN, .leader = NOT_FOUND};
    results->designs = names_of(&results->arena, plan->designs, plan->design_count);
    results->design_meanings = names_of(&results->arena, plan->design_meanings, plan->design_count);
    results->sites = names_of(&results->arena, plan->sites, plan->shape.sites);
    double *times = ARENA_NEW(&results->arena, double, plan->shape.times + 1);
    for (uint32_t i = 0; i < plan->shape.times; i++)
        times[i] = sim_days(plan->times[i]);
    results->times = times;
    results->time_count = plan->shape.times;
    results->first_replication = plan->first_replication > 0 ? plan->first_replication : 1;
    results->worlds = ARENA_NEW(&results->arena, struct results_worlds, 1);
    fill_variants(kept, results);
    fill_measures(kept, results);
    fill_provenance(plan, results);
    return results;
}
