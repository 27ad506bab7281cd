#include "record/results.h"

#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/require.h"
#include "record/layout.h"

#define CONVENTIONS "CF-1.10"

static void number_attribute(struct results *results, const char *name, double number)
{
    char text[32];
    snprintf(text, sizeof text, "%.17g", number);
    hdf5_text(&results->file, results->file.file, name, text);
}

/* Why there are as many runs as there are. */
static void precision_attributes(struct results *results)
{
    const struct record_precision *precision = results->plan->precision;
    if (precision == NULL)
        return;
    hdf5_text(&results->file, results->file.file, LAYOUT_PRECISION_OF, precision->of);
    number_attribute(results, LAYOUT_PRECISION_WITHIN, precision->within);
    number_attribute(results, LAYOUT_PRECISION_FIRST, precision->first);
    number_attribute(results, LAYOUT_PRECISION_MOST, precision->most);
    if (!isnan(precision->reached))
        number_attribute(results, LAYOUT_PRECISION_REACHED, precision->reached);
}

/* Which design was looked for, and what came of it. */
static void best_attributes(struct results *results)
{
    const struct record_plan *plan = results->plan;
    const struct record_best *best = plan->best;
    struct hdf5_file *file = &results->file;
    if (best == NULL)
        return;
    hdf5_text(file, file->file, LAYOUT_BEST_OF, best->of);
    number_attribute(results, LAYOUT_BEST_WORTH, best->worth);
    number_attribute(results, LAYOUT_BEST_SURE, best->sure);
    number_attribute(results, LAYOUT_BEST_MOST, best->most);
    if (!isnan(best->delta))
        number_attribute(results, LAYOUT_BEST_DELTA, best->delta);
    if (best->leader < plan->design_count)
        hdf5_text(file, file->file, LAYOUT_BEST_DESIGN, plan->designs[best->leader]);
    hdf5_text(file, file->file, LAYOUT_BEST_DECIDED, best->decided ? "yes" : "no");
}

static void root_attributes(struct results *results)
{
    const struct record_plan *plan = results->plan;
    struct hdf5_file *file = &results->file;
    char seed[24], assumed[16], tried[16];
    snprintf(seed, sizeof seed, "%" PRIu64, plan->seed);
    snprintf(assumed, sizeof assumed, "%" PRIu32, plan->assumed);
    snprintf(tried, sizeof tried, "%" PRIu32, plan->assumed_tried);
    struct text source = {0};
    text_print(&source, "Groundswell %s", plan->version == NULL ? "" : plan->version);
    const struct {
        const char *name, *text;
    } attributes[] = {
        {"Conventions", CONVENTIONS},        {LAYOUT_TITLE, plan->title},
        {LAYOUT_QUESTION, plan->question},   {LAYOUT_HEADLINE, plan->headline},
        {LAYOUT_SHOW, plan->show},           {LAYOUT_SEED, seed},
        {LAYOUT_ASSUMED, assumed},           {LAYOUT_ASSUMED_TRIED, tried},
        {LAYOUT_VERSION, plan->version},     {LAYOUT_COMMIT, plan->commit},
        {LAYOUT_LIBRARIES, plan->libraries}, {LAYOUT_SOURCE, source.bytes},
    };
    for (size_t i = 0; i < sizeof attributes / sizeof attributes[0]; i++)
        hdf5_text(file, file->file, attributes[i].name, attributes[i].text);
    text_free(&source);
    precision_attributes(results);
    best_attributes(results);
    if (plan->measured_from == 0)
        return;
    char from[32];
    snprintf(from, sizeof from, "%.10g", sim_days(plan->measured_from));
    hdf5_text(file, file->file, LAYOUT_FROM, from);
}

static void named(struct results *results, const struct hdf5_axis *axis, const char *unit,
                  const char *meaning)
{
    if (unit != NULL)
        hdf5_text(&results->file, hdf5_axis_variable(axis), LAYOUT_UNITS, unit);
    hdf5_text(&results->file, hdf5_axis_variable(axis), LAYOUT_LONG_NAME, meaning);
}

static void root_axes(struct results *results)
{
    const struct record_plan *plan = results->plan;
    struct hdf5_file *file = &results->file;
    results->designs =
        hdf5_text_axis(file, file->file, LAYOUT_DESIGN, plan->design_count, HDF5_FIXED, plan->designs);
    named(results, results->designs, NULL, "process design that is compared");

    int32_t *numbers = must_allocate(results->replications, sizeof *numbers);
    for (uint32_t i = 0; i < results->replications; i++)
        numbers[i] = (int32_t)(i + (plan->first_replication > 0 ? plan->first_replication : 1));
    results->replication_numbers = hdf5_number_axis(
        file, file->file, LAYOUT_REPLICATION, results->replications, HDF5_FIXED, H5T_STD_I32LE, numbers);
    named(results, results->replication_numbers, "1",
          "replication; the same number means the same people, arrivals and matters in every design");
    free(numbers);

    results->sites =
        hdf5_text_axis(file, file->file, LAYOUT_SITE, plan->shape.sites, HDF5_FIXED, plan->sites);
    named(results, results->sites, NULL, "site of the movement");

    double *days = must_allocate(plan->shape.times, sizeof *days);
    for (uint32_t i = 0; i < plan->shape.times; i++)
        days[i] = sim_days(plan->times[i]);
    results->times =
        hdf5_number_axis(file, file->file, LAYOUT_TIME, plan->shape.times,
                         plan->shape.times == 0 ? HDF5_OPEN_ENDED : HDF5_FIXED, H5T_IEEE_F64LE, days);
    named(results, results->times, "d", "time since the scenario began");
    free(days);

    hid_t meanings = hdf5_strings(
        file,
        &(struct hdf5_variable){
            .name = LAYOUT_DESIGN_MEANING, .group = file->file, .axes = {results->designs}, .rank = 1},
        plan->design_meanings);
    hdf5_text(file, meanings, LAYOUT_LONG_NAME, "what the design does, in a sentence");
    hdf5_close_variable(file, meanings);
}

static hid_t of_designs(struct results *results, const char *name, hid_t type, const char *meaning)
{
    struct hdf5_file *file = &results->file;
    hid_t variable = hdf5_create(
        file, &(struct hdf5_variable){
                  .name = name, .group = file->file, .type = type, .axes = {results->designs}, .rank = 1});
    hdf5_text(file, variable, LAYOUT_LONG_NAME, meaning);
    return variable;
}

/* How often each design was run, and which of them may be the best. */
static void runs_of_designs(struct results *results)
{
    const struct record_plan *plan = results->plan;
    struct hdf5_file *file = &results->file;
    static const int8_t values[] = {BEST_IN, BEST_OUT, BEST_ABSENT};
    if (plan->best == NULL)
        return;
    int32_t *runs = must_allocate(plan->design_count, sizeof *runs);
    int8_t *states = must_allocate(plan->design_count, sizeof *states);
    for (size_t i = 0; i < plan->design_count; i++) {
        runs[i] = (int32_t)plan_made_of(plan, 0, i);
        states[i] = (int8_t)plan->best->states[i];
    }
    hid_t variable = of_designs(results, LAYOUT_DESIGN_RUNS, H5T_STD_I32LE,
                                "runs of the design; later replications of it were not made");
    hdf5_text(file, variable, LAYOUT_UNITS, "1");
    hdf5_write(file, variable, H5T_NATIVE_INT32, runs);
    hdf5_close_variable(file, variable);
    variable = of_designs(results, LAYOUT_DESIGN_STATE, H5T_STD_I8LE, "whether the design may be the best");
    hdf5_numbers(file, variable, LAYOUT_FLAG_VALUES, H5T_STD_I8LE, values, sizeof values);
    hdf5_text(file, variable, LAYOUT_FLAG_MEANINGS, LAYOUT_STATES);
    hdf5_write(file, variable, H5T_NATIVE_INT8, states);
    hdf5_close_variable(file, variable);
    free(runs);
    free(states);
}

static void write_all(struct results *results)
{
    root_attributes(results);
    root_axes(results);
    runs_of_designs(results);
    results_measures(results);
    results_tables(results);
    if (results->plan->variant_count > 1)
        results_variants(results);
    if (results->plan->worlds != NULL)
        results_worlds(results);
    if (results->plan->choice != NULL)
        results_choice(results);
    results_calendar(results);
    results_provenance(results);
}

/* The whole file is made in memory, so memory is what it most probably lacked. */
static void not_put_together(const struct results *results, struct trouble *trouble)
{
    char words[LIMIT_WORDS];
    const bool limited = limit_memory_left() != SIZE_MAX;
    trouble_add(trouble, limited ? STATUS_LIMIT : STATUS_OUTPUT_LOST, (struct place){0},
                "the results could not be put together: HDF5 failed at `%s`, perhaps because %s",
                results->file.broken_at, limit_words(ENOMEM, words));
}

void *results_make(const struct record_plan *plan, const struct outcome_layout *layout,
                   const struct journal *journal, const struct run_index *runs, const char *name, int threads,
                   size_t *size, struct trouble *trouble)
{
    struct results results = {
        .plan = plan, .layout = layout, .journal = journal, .runs = runs, .trouble = trouble};
    for (size_t i = 0; i < plan->variant_count; i++)
        if (plan_made(plan, i) > results.replications)
            results.replications = plan_made(plan, i);

    /* HDF5 prints what fails, unless asked not to: we say it ourselves. */
    H5E_auto2_t say;
    void *say_to;
    H5Eget_auto2(H5E_DEFAULT, &say, &say_to);
    H5Eset_auto2(H5E_DEFAULT, NULL, NULL);
    hdf5_begin(&results.file, name, threads);
    write_all(&results);
    void *image = hdf5_end(&results.file, size);
    H5Eset_auto2(H5E_DEFAULT, say, say_to);

    if (image == NULL)
        not_put_together(&results, trouble);
    if (results.status == STATUS_FINE)
        return image;
    free(image);
    return NULL;
}
