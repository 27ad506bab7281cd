#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "record/layout.h"
#include "record/results.h"

/* Histograms over the same bins share their dimension; it is made when the first one comes. */
struct bin_axes {
    const struct measure **firsts;
    struct hdf5_axis **axes;
    size_t count;
};

static struct hdf5_axis *bin_axis(struct results *results, struct bin_axes *bins,
                                  const struct measure *measure)
{
    for (size_t i = 0; i < bins->count; i++) {
        if (strcmp(bins->firsts[i]->bin_name, measure->bin_name) != 0)
            continue;
        require(bins->firsts[i]->bins == measure->bins && bins->firsts[i]->first_bin == measure->first_bin);
        return bins->axes[i];
    }
    int32_t *numbers = must_allocate(measure->bins, sizeof *numbers);
    for (uint32_t i = 0; i < measure->bins; i++)
        numbers[i] = (int32_t)(measure->first_bin + i);
    struct hdf5_file *file = &results->file;
    struct hdf5_axis *axis = hdf5_number_axis(file, file->file, measure->bin_name, measure->bins, HDF5_FIXED,
                                              H5T_STD_I32LE, numbers);
    hdf5_text(file, hdf5_axis_variable(axis), LAYOUT_UNITS, "1");
    hdf5_text(file, hdf5_axis_variable(axis), LAYOUT_LONG_NAME, measure->bin_name);
    free(numbers);
    bins->firsts[bins->count] = measure;
    bins->axes[bins->count++] = axis;
    return axis;
}

static void write_design(struct results *results, hid_t variable, size_t which, size_t design,
                         double *numbers)
{
    const struct record_shape *shape = &results->plan->shape;
    size_t length = measure_sites(shape, which) * measure_length(shape, which);
    uint64_t start = results->layout->starts[which] * OUTCOME_WORD;
    for (uint32_t i = 0; i < results->replications; i++) {
        double *run = numbers + i * length;
        if (i < plan_made_of(results->plan, 0, design))
            results_read_numbers(results, run_number(results->plan, 0, i, design), start, run, length);
        else
            for (size_t number = 0; number < length; number++)
                run[number] = NAN;
    }
    hdf5_write_slice(&results->file, variable, H5T_NATIVE_DOUBLE, design, numbers);
}

static void write_measure(struct results *results, size_t which, struct hdf5_axis *last)
{
    const struct record_plan *plan = results->plan;
    const struct measure *measure = plan->shape.measures[which];
    const double missing = NAN;
    struct hdf5_variable spec = {
        .name = measure->name,
        .group = results->file.file,
        .type = H5T_IEEE_F64LE,
        .filler = &missing,
        .axes = {results->designs, results->replication_numbers},
        .rank = 2,
    };
    if (measure->scope == SCOPE_SITE)
        spec.axes[spec.rank++] = results->sites;
    if (measure->shape != MEASURE_RUN)
        spec.axes[spec.rank++] = last;
    hid_t variable = hdf5_create(&results->file, &spec);
    results_describe(results, variable, measure);

    size_t length = measure_length(&plan->shape, which);
    if (length > 0) {
        size_t run = measure_sites(&plan->shape, which) * length;
        double *numbers = must_allocate(results->replications * run, sizeof *numbers);
        for (size_t design = 0; design < plan->design_count; design++)
            write_design(results, variable, which, design, numbers);
        free(numbers);
    }
    hdf5_close_variable(&results->file, variable);
}

void results_measures(struct results *results)
{
    const struct record_shape *shape = &results->plan->shape;
    struct bin_axes bins = {0};
    bins.firsts = must_allocate(shape->measure_count, sizeof(const struct measure *));
    bins.axes = must_allocate(shape->measure_count, sizeof(struct hdf5_axis *));
    for (size_t i = 0; i < shape->measure_count; i++) {
        const struct measure *measure = shape->measures[i];
        struct hdf5_axis *last = measure->shape == MEASURE_BIN    ? bin_axis(results, &bins, measure)
                                 : measure->shape == MEASURE_TIME ? results->times
                                                                  : NULL;
        write_measure(results, i, last);
    }
    free(bins.firsts);
    free(bins.axes);
}
