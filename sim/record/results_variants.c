#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "record/layout.h"
#include "record/results.h"

#define BASE_LABEL "the scenario itself"
#define KIND_WORDS "scenario assumption sweep"

enum { KINDS = 3 };

struct variant_writer {
    struct results *results;
    hid_t group;
    struct hdf5_axis *variants, *axes;
};

static void write_axes(struct variant_writer *writer)
{
    const struct record_plan *plan = writer->results->plan;
    struct hdf5_file *file = &writer->results->file;
    const char **labels = must_allocate(plan->variant_count, sizeof *labels);
    for (size_t i = 0; i < plan->variant_count; i++)
        labels[i] = i == 0 ? BASE_LABEL : plan->variants[i].label;
    writer->variants =
        hdf5_text_axis(file, writer->group, LAYOUT_VARIANT, plan->variant_count, HDF5_FIXED, labels);
    hdf5_text(file, hdf5_axis_variable(writer->variants), LAYOUT_LONG_NAME,
              "the scenario with other settings");
    free(labels);
    writer->axes = hdf5_text_axis(file, writer->group, LAYOUT_AXIS, plan->axis_count,
                                  plan->axis_count == 0 ? HDF5_OPEN_ENDED : HDF5_FIXED, plan->axes);
    hdf5_text(file, hdf5_axis_variable(writer->axes), LAYOUT_LONG_NAME, "setting that variants change");
}

static void write_kinds(struct variant_writer *writer)
{
    const struct record_plan *plan = writer->results->plan;
    struct hdf5_file *file = &writer->results->file;
    int8_t *kinds = must_allocate(plan->variant_count, sizeof *kinds), values[KINDS];
    for (int i = 0; i < KINDS; i++)
        values[i] = (int8_t)i;
    for (size_t i = 0; i < plan->variant_count; i++) {
        require(plan->variants[i].kind >= 0 && plan->variants[i].kind < KINDS);
        kinds[i] = (int8_t)plan->variants[i].kind;
    }
    hid_t variable = hdf5_create(file, &(struct hdf5_variable){.name = LAYOUT_KIND,
                                                               .group = writer->group,
                                                               .type = H5T_STD_I8LE,
                                                               .axes = {writer->variants},
                                                               .rank = 1});
    hdf5_write(file, variable, H5T_NATIVE_INT8, kinds);
    hdf5_text(file, variable, LAYOUT_UNITS, "1");
    hdf5_text(file, variable, LAYOUT_LONG_NAME, "why the variant was run");
    hdf5_numbers(file, variable, LAYOUT_FLAG_VALUES, H5T_STD_I8LE, values, KINDS);
    hdf5_text(file, variable, LAYOUT_FLAG_MEANINGS, KIND_WORDS);
    hdf5_close_variable(file, variable);
    free(kinds);
}

static void write_replications(struct variant_writer *writer)
{
    const struct record_plan *plan = writer->results->plan;
    struct hdf5_file *file = &writer->results->file;
    int32_t *counts = must_allocate(plan->variant_count, sizeof *counts);
    for (size_t i = 0; i < plan->variant_count; i++)
        counts[i] = (int32_t)plan_made(plan, i);
    hid_t variable = hdf5_create(file, &(struct hdf5_variable){.name = LAYOUT_REPLICATIONS,
                                                               .group = writer->group,
                                                               .type = H5T_STD_I32LE,
                                                               .axes = {writer->variants},
                                                               .rank = 1});
    hdf5_write(file, variable, H5T_NATIVE_INT32, counts);
    hdf5_text(file, variable, LAYOUT_UNITS, "1");
    hdf5_text(file, variable, LAYOUT_LONG_NAME, "replications that were run of the variant");
    hdf5_close_variable(file, variable);
    free(counts);
}

static void write_values(struct variant_writer *writer)
{
    const struct record_plan *plan = writer->results->plan;
    struct hdf5_file *file = &writer->results->file;
    size_t count = plan->variant_count * plan->axis_count;
    double *numbers = must_allocate(count, sizeof *numbers);
    const char **texts = must_allocate(count, sizeof *texts);
    for (size_t i = 0; i < count; i++) {
        const struct variant *variant = &plan->variants[i / plan->axis_count];
        const struct variant_axis_value *value =
            variant->values == NULL ? NULL : &variant->values[i % plan->axis_count];
        numbers[i] = value == NULL || isnan(value->number) ? (double)NAN : value->number;
        texts[i] = value == NULL ? "" : value->text;
    }
    const double missing = NAN;
    struct hdf5_variable spec = {.name = LAYOUT_AXIS_VALUE,
                                 .group = writer->group,
                                 .type = H5T_IEEE_F64LE,
                                 .filler = &missing,
                                 .axes = {writer->variants, writer->axes},
                                 .rank = 2};
    hid_t variable = hdf5_create(file, &spec);
    if (count > 0)
        hdf5_write(file, variable, H5T_NATIVE_DOUBLE, numbers);
    hdf5_text(file, variable, LAYOUT_UNITS, "1");
    hdf5_text(file, variable, LAYOUT_LONG_NAME,
              "value of the setting as a number; missing where it is the scenario's own");
    hdf5_close_variable(file, variable);
    spec.name = LAYOUT_AXIS_TEXT;
    variable = hdf5_strings(file, &spec, texts);
    hdf5_text(file, variable, LAYOUT_LONG_NAME,
              "value of the setting as written; empty where it is the scenario's own");
    hdf5_close_variable(file, variable);
    free(numbers);
    free(texts);
}

static void write_variant(struct variant_writer *writer, hid_t variable, size_t which, size_t variant,
                          double *numbers)
{
    struct results *results = writer->results;
    const struct record_plan *plan = results->plan;
    const size_t run_length = measure_sites(&plan->shape, which) * measure_length(&plan->shape, which);
    for (size_t design = 0; design < plan->design_count; design++) {
        for (uint32_t i = 0; i < results->replications; i++) {
            double *run = numbers + (design * results->replications + i) * run_length;
            if (i < plan_made(plan, variant))
                results_read_numbers(results, run_number(plan, variant, i, design),
                                     results->layout->starts[which] * OUTCOME_WORD, run, run_length);
            else
                for (size_t number = 0; number < run_length; number++)
                    run[number] = NAN;
        }
    }
    hdf5_write_slice(&results->file, variable, H5T_NATIVE_DOUBLE, variant, numbers);
}

static void write_measure(struct variant_writer *writer, size_t which)
{
    struct results *results = writer->results;
    const struct record_plan *plan = results->plan;
    const double missing = NAN;
    struct hdf5_variable spec = {
        .name = plan->shape.measures[which]->name,
        .group = writer->group,
        .type = H5T_IEEE_F64LE,
        .filler = &missing,
        .axes = {writer->variants, results->designs, results->replication_numbers},
        .rank = 3,
    };
    if (plan->shape.measures[which]->scope == SCOPE_SITE)
        spec.axes[spec.rank++] = results->sites;
    if (plan->shape.measures[which]->shape == MEASURE_TIME)
        spec.axes[spec.rank++] = results->times;
    hid_t variable = hdf5_create(&results->file, &spec);
    results_describe(results, variable, plan->shape.measures[which]);
    size_t count = plan->design_count * results->replications * measure_sites(&plan->shape, which) *
                   measure_length(&plan->shape, which);
    double *numbers = must_allocate(count, sizeof *numbers);
    for (size_t variant = 0; variant < plan->variant_count; variant++)
        write_variant(writer, variable, which, variant, numbers);
    free(numbers);
    hdf5_close_variable(&results->file, variable);
}

void results_variants(struct results *results)
{
    struct variant_writer writer = {.results = results, .group = hdf5_group(&results->file, LAYOUT_VARIANTS)};
    write_axes(&writer);
    write_kinds(&writer);
    write_replications(&writer);
    write_values(&writer);
    for (size_t i = 0; i < results->plan->shape.measure_count; i++)
        if (results->plan->shape.measures[i]->shape == MEASURE_RUN ||
            (results->plan->shape.measures[i]->shape == MEASURE_TIME && results->plan->keeps_courses))
            write_measure(&writer, i);
    hdf5_close_group(writer.group);
}
