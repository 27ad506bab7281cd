#include <stdlib.h>

#include "base/require.h"
#include "record/layout.h"
#include "record/results.h"

struct provenance_writer {
    struct results *results;
    hid_t group;
};

/* `axis` is NULL for a single text. */
static void write_texts(struct provenance_writer *writer, const char *name, const char *meaning,
                        struct hdf5_axis *axis, const char *const *texts)
{
    struct hdf5_file *file = &writer->results->file;
    hid_t variable =
        hdf5_strings(file,
                     &(struct hdf5_variable){
                         .name = name, .group = writer->group, .axes = {axis}, .rank = axis == NULL ? 0 : 1},
                     texts);
    hdf5_text(file, variable, LAYOUT_LONG_NAME, meaning);
    hdf5_close_variable(file, variable);
}

static struct hdf5_axis *list_axis(struct provenance_writer *writer, const char *name, size_t count)
{
    return hdf5_bare_axis(&writer->results->file, writer->group, name, count, HDF5_OPEN_ENDED);
}

static void write_given(struct provenance_writer *writer, struct hdf5_axis *axis)
{
    const struct record_plan *plan = writer->results->plan;
    struct hdf5_file *file = &writer->results->file;
    static const int8_t values[] = {0, 1};
    int8_t *given = must_allocate(plan->setting_count, sizeof *given);
    for (size_t i = 0; i < plan->setting_count; i++)
        given[i] = plan->settings[i].given ? 1 : 0;
    hid_t variable = hdf5_create(file, &(struct hdf5_variable){.name = LAYOUT_SETTING_GIVEN,
                                                               .group = writer->group,
                                                               .type = H5T_STD_I8LE,
                                                               .axes = {axis},
                                                               .rank = 1});
    if (plan->setting_count > 0)
        hdf5_write(file, variable, H5T_NATIVE_INT8, given);
    hdf5_text(file, variable, LAYOUT_UNITS, "1");
    hdf5_text(file, variable, LAYOUT_LONG_NAME,
              "whether the scenario gives the setting or leaves it at its default");
    hdf5_numbers(file, variable, LAYOUT_FLAG_VALUES, H5T_STD_I8LE, values, sizeof values);
    hdf5_text(file, variable, LAYOUT_FLAG_MEANINGS, "default given");
    hdf5_close_variable(file, variable);
    free(given);
}

static const char *part_of_method(const struct provenance_method *method, size_t part)
{
    const char *const parts[] = {method->name, method->folder, method->file, method->text};
    return parts[part];
}

static void write_methods(struct provenance_writer *writer, const struct provenance_method *methods,
                          size_t count)
{
    // clang-format off
    static const struct {
        const char *name, *meaning;
    } columns[] = {
        {LAYOUT_METHOD_NAME,   "name by which the scenario holds the method"},
        {LAYOUT_METHOD_FOLDER, "where its file lay: in the scenario's own folder, or in the library"},
        {LAYOUT_METHOD_FILE,   "its file, below that folder"},
        {LAYOUT_METHOD_TEXT,   "the method file as it was read"},
    };
    // clang-format on
    struct hdf5_axis *axis = list_axis(writer, LAYOUT_METHOD, count);
    const char **texts = must_allocate(count, sizeof *texts);
    for (size_t part = 0; part < sizeof columns / sizeof columns[0]; part++) {
        for (size_t i = 0; i < count; i++)
            texts[i] = part_of_method(&methods[i], part);
        write_texts(writer, columns[part].name, columns[part].meaning, axis, texts);
    }
    free(texts);
}

static const char *part_of(const struct provenance_setting *setting, size_t part)
{
    const char *const parts[] = {setting->path,   setting->value,  setting->unit,
                                 setting->source, setting->ground, setting->meaning};
    return parts[part];
}

static void write_settings(struct provenance_writer *writer)
{
    // clang-format off
    static const struct {
        const char *name, *meaning;
    } columns[] = {
        {LAYOUT_SETTING_PATH,   "setting of the scenario"},
        {LAYOUT_SETTING_VALUE,  "its value, as a scenario would write it"},
        {LAYOUT_SETTING_UNIT,   "its unit"},
        {LAYOUT_SETTING_SOURCE, "where its default comes from"},
        {LAYOUT_SETTING_GROUND, "how well its default is known"},
        {LAYOUT_SETTING_MEANING, "what it means; empty for all elements of a list but the first"},
    };
    // clang-format on
    const struct record_plan *plan = writer->results->plan;
    struct hdf5_axis *axis = list_axis(writer, LAYOUT_SETTING, plan->setting_count);
    const char **texts = must_allocate(plan->setting_count, sizeof *texts);
    for (size_t part = 0; part < sizeof columns / sizeof columns[0]; part++) {
        for (size_t i = 0; i < plan->setting_count; i++)
            texts[i] = part_of(&plan->settings[i], part);
        write_texts(writer, columns[part].name, columns[part].meaning, axis, texts);
    }
    free(texts);
    write_given(writer, axis);
}

static void write_found_numbers(struct provenance_writer *writer, struct hdf5_axis *axis, const char *name,
                                const char *meaning, const double *numbers)
{
    struct hdf5_file *file = &writer->results->file;
    hid_t variable = hdf5_create(
        file, &(struct hdf5_variable){
                  .name = name, .group = writer->group, .type = H5T_IEEE_F64LE, .axes = {axis}, .rank = 1});
    if (writer->results->plan->found_count > 0)
        hdf5_write(file, variable, H5T_NATIVE_DOUBLE, numbers);
    hdf5_text(file, variable, LAYOUT_LONG_NAME, meaning);
    hdf5_close_variable(file, variable);
}

static void write_found(struct provenance_writer *writer)
{
    const struct record_plan *plan = writer->results->plan;
    size_t count = plan->found_count;
    struct hdf5_axis *axis = list_axis(writer, LAYOUT_FOUND, count);
    const char **measures = must_allocate(count, sizeof *measures),
               **sources = must_allocate(count, sizeof *sources);
    double *numbers = must_allocate(4 * count, sizeof *numbers);
    bool any_tolerance = false;
    for (size_t i = 0; i < count; i++) {
        measures[i] = plan->found[i].measure;
        sources[i] = plan->found[i].source;
        numbers[i] = plan->found[i].value;
        numbers[count + i] = plan->found[i].least;
        numbers[2 * count + i] = plan->found[i].most;
        numbers[3 * count + i] = plan->found[i].tolerance;
        any_tolerance = any_tolerance || plan->found[i].tolerance > 0;
    }
    write_texts(writer, LAYOUT_FOUND_MEASURE, "measure that the historical record speaks of", axis, measures);
    write_texts(writer, LAYOUT_FOUND_SOURCE, "where it stands", axis, sources);
    write_found_numbers(writer, axis, LAYOUT_FOUND_VALUE, "what the record says, in the unit of the measure",
                        numbers);
    write_found_numbers(writer, axis, LAYOUT_FOUND_LEAST,
                        "least value that the record allows; least = most = 0: none stated", numbers + count);
    write_found_numbers(writer, axis, LAYOUT_FOUND_MOST, "greatest value that the record allows",
                        numbers + 2 * count);
    if (any_tolerance)
        write_found_numbers(writer, axis, LAYOUT_FOUND_TOLERANCE,
                            "how far off is still near where the record allows no range; 0: not stated",
                            numbers + 3 * count);
    free(numbers);
    free(sources);
    free(measures);
}

void results_provenance(struct results *results)
{
    const struct record_plan *plan = results->plan;
    /* From the first attempt, except limits that were given later: a continued run makes the same file. */
    const struct heading *heading = journal_heading(results->journal);
    struct provenance_writer writer = {.results = results,
                                       .group = hdf5_group(&results->file, LAYOUT_PROVENANCE)};
    write_texts(&writer, LAYOUT_SCENARIO_TEXT, "the scenario file as it was read", NULL,
                &heading->scenario_text);
    write_texts(&writer, LAYOUT_SCENARIO_FILE, "name of the scenario file", NULL, &heading->scenario_file);
    write_texts(&writer, LAYOUT_COMMAND, "command that makes this file again", NULL, &heading->command);
    write_texts(&writer, LAYOUT_OVERRIDES, "settings that were laid over the scenario on the command line",
                list_axis(&writer, LAYOUT_OVERRIDE, heading->override_count), heading->overrides);
    write_methods(&writer, heading->methods, heading->method_count);
    const struct hdf5_axis *assumptions =
        hdf5_text_axis(&results->file, writer.group, LAYOUT_ASSUMPTION, plan->assumption_count,
                       HDF5_OPEN_ENDED, plan->assumptions);
    hdf5_text(&results->file, hdf5_axis_variable(assumptions), LAYOUT_LONG_NAME,
              "what these results do not tell");
    write_found(&writer);
    write_settings(&writer);
    hdf5_close_group(writer.group);
}
