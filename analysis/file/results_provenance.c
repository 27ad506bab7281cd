/* Where a results file comes from, and the numbers of the historical record that it is compared with. */
#include <math.h>

#include "analysis/file/results_file.h"
#include "record/layout.h"

static const char *scalar_text(struct results *results, const char *variable)
{
    struct hdf_shape shape;
    const char *text = "";
    if (hdf_shape(results->file->id, variable, &shape) && shape.kind == HDF_STRINGS &&
        (shape.rank == 0 || (shape.rank == 1 && shape.lengths[0] == 1)))
        hdf_strings(results->file->id, variable, &results->arena, &text);
    return text;
}

/* Columns of text, of which row i of each belongs to the same thing: STATUS_BAD_INPUT when one is shorter. */
static enum status read_columns(struct results *results, const char *const *columns, size_t count,
                                const char *things, struct names *read, struct trouble *trouble)
{
    for (size_t i = 0; i < count; i++) {
        enum status status = results_list(results, columns[i], 0, &read[i], trouble);
        if (status != STATUS_FINE)
            return status;
        if (read[i].count != read[0].count)
            return results_unfit(results, trouble, "the %s in this results file differ in length", things);
    }
    return STATUS_FINE;
}

static enum status read_settings(struct results *results, struct trouble *trouble)
{
    static const char *const columns[] = {
        LAYOUT_PROVENANCE "/" LAYOUT_SETTING_PATH, LAYOUT_PROVENANCE "/" LAYOUT_SETTING_VALUE,
        LAYOUT_PROVENANCE "/" LAYOUT_SETTING_UNIT, LAYOUT_PROVENANCE "/" LAYOUT_SETTING_SOURCE,
        LAYOUT_PROVENANCE "/" LAYOUT_SETTING_GROUND};
    static const char meaning[] = LAYOUT_PROVENANCE "/" LAYOUT_SETTING_MEANING;
    struct names meanings = {0};
    enum { COLUMNS = sizeof columns / sizeof *columns };
    struct names read[COLUMNS];
    enum status status = read_columns(results, columns, COLUMNS, "settings", read, trouble);
    if (status != STATUS_FINE)
        return status;
    size_t count = read[0].count, given_count = 0;
    double *given = NULL;
    if (count == 0)
        return STATUS_FINE;
    status = results_list(results, meaning, 0, &meanings, trouble);
    if (status != STATUS_FINE)
        return status;
    status = results_numbers(results, LAYOUT_PROVENANCE "/" LAYOUT_SETTING_GIVEN, MOST_NAMES, &given,
                             &given_count, trouble);
    if (status != STATUS_FINE)
        return status;
    if (given_count != count)
        return results_unfit(results, trouble, "the settings in this results file differ in length");
    struct results_setting *settings = ARENA_NEW(&results->arena, struct results_setting, count);
    for (size_t i = 0; i < count; i++)
        settings[i] = (struct results_setting){
            .path = read[0].names[i],
            .value = read[1].names[i],
            .unit = read[2].names[i],
            .source = read[3].names[i],
            .ground = read[4].names[i],
            .meaning = i < meanings.count ? meanings.names[i] : "",
            .given = given[i] == 1,
        };
    results->provenance.settings = settings;
    results->provenance.setting_count = count;
    return STATUS_FINE;
}

/* Older files have none. */
static enum status read_methods(struct results *results, struct trouble *trouble)
{
    static const char *const columns[] = {
        LAYOUT_PROVENANCE "/" LAYOUT_METHOD_NAME, LAYOUT_PROVENANCE "/" LAYOUT_METHOD_FOLDER,
        LAYOUT_PROVENANCE "/" LAYOUT_METHOD_FILE, LAYOUT_PROVENANCE "/" LAYOUT_METHOD_TEXT};
    enum { COLUMNS = sizeof columns / sizeof *columns };
    struct names read[COLUMNS];
    enum status status = read_columns(results, columns, COLUMNS, "methods", read, trouble);
    if (status != STATUS_FINE)
        return status;
    size_t count = read[0].count;
    struct results_method *methods = ARENA_NEW(&results->arena, struct results_method, count);
    for (size_t i = 0; i < count; i++)
        methods[i] =
            (struct results_method){read[0].names[i], read[1].names[i], read[2].names[i], read[3].names[i]};
    results->provenance.methods = methods;
    results->provenance.method_count = count;
    return STATUS_FINE;
}

static enum status read_found_numbers(struct results *results, size_t count, double *columns[3],
                                      struct trouble *trouble)
{
    static const char *const names[] = {LAYOUT_PROVENANCE "/" LAYOUT_FOUND_VALUE,
                                        LAYOUT_PROVENANCE "/" LAYOUT_FOUND_LEAST,
                                        LAYOUT_PROVENANCE "/" LAYOUT_FOUND_MOST};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t length = 0;
        enum status status = results_numbers(results, names[i], MOST_NAMES, &columns[i], &length, trouble);
        if (status != STATUS_FINE)
            return status;
        if (length != count)
            return results_unfit(results, trouble, "the found numbers in this results file differ in length");
    }
    return STATUS_FINE;
}

/* Only files in which some number has one. */
static enum status read_tolerances(struct results *results, struct results_found *found, size_t count,
                                   struct trouble *trouble)
{
    static const char name[] = LAYOUT_PROVENANCE "/" LAYOUT_FOUND_TOLERANCE;
    struct hdf_shape shape;
    double *tolerances = NULL;
    size_t length = 0;
    if (!hdf_shape(results->file->id, name, &shape))
        return STATUS_FINE;
    enum status status = results_numbers(results, name, MOST_NAMES, &tolerances, &length, trouble);
    if (status != STATUS_FINE)
        return status;
    if (length != count)
        return results_unfit(results, trouble, "the found numbers in this results file differ in length");
    for (size_t i = 0; i < count; i++) {
        if (!isfinite(tolerances[i]) || tolerances[i] < 0)
            return results_unfit(results, trouble, "the tolerance of a found number is none");
        found[i].tolerance = tolerances[i];
    }
    return STATUS_FINE;
}

/* Older files have none. A number whose measure is not in the file could be compared with nothing. */
static enum status read_found(struct results *results, struct trouble *trouble)
{
    struct names measures = {0}, sources = {0};
    double *columns[3] = {NULL};
    enum status status =
        results_list(results, LAYOUT_PROVENANCE "/" LAYOUT_FOUND_MEASURE, 0, &measures, trouble);
    if (status == STATUS_FINE)
        status = results_list(results, LAYOUT_PROVENANCE "/" LAYOUT_FOUND_SOURCE, 0, &sources, trouble);
    if (status != STATUS_FINE || measures.count == 0)
        return status;
    if (sources.count != measures.count)
        return results_unfit(results, trouble, "the found numbers in this results file differ in length");
    status = read_found_numbers(results, measures.count, columns, trouble);
    if (status != STATUS_FINE)
        return status;
    struct results_found *found = ARENA_NEW(&results->arena, struct results_found, measures.count);
    for (size_t i = 0; i < measures.count; i++) {
        double value = columns[0][i], least = columns[1][i], most = columns[2][i];
        size_t measure = results_find_measure(results, measures.names[i]);
        if (measure == NOT_FOUND || results->measures[measure].extent != EXTENT_RUN)
            return results_unfit(results, trouble,
                                 "a found number is of `%s`, which is no measure of whole runs here",
                                 measures.names[i]);
        if (!isfinite(value) || !(least <= most))
            return results_unfit(results, trouble, "the found number of `%s` is none, or its range is none",
                                 measures.names[i]);
        bool ranged = least != 0 || most != 0;
        found[i] = (struct results_found){measure, value, ranged, least, most, 0, sources.names[i]};
    }
    status = read_tolerances(results, found, measures.count, trouble);
    if (status != STATUS_FINE)
        return status;
    results->provenance.found = found;
    results->provenance.found_count = measures.count;
    return STATUS_FINE;
}

enum status results_read_provenance(struct results *results, struct trouble *trouble)
{
    results->title = results_attribute(results, "/", LAYOUT_TITLE);
    results->question = results_attribute(results, "/", LAYOUT_QUESTION);
    results->provenance = (struct provenance){
        .scenario_text = scalar_text(results, LAYOUT_PROVENANCE "/" LAYOUT_SCENARIO_TEXT),
        .scenario_file = scalar_text(results, LAYOUT_PROVENANCE "/" LAYOUT_SCENARIO_FILE),
        .command = scalar_text(results, LAYOUT_PROVENANCE "/" LAYOUT_COMMAND),
        .seed = results_attribute(results, "/", LAYOUT_SEED),
        .version = results_attribute(results, "/", LAYOUT_VERSION),
        .commit = results_attribute(results, "/", LAYOUT_COMMIT),
        .libraries = results_attribute(results, "/", LAYOUT_LIBRARIES),
    };
    enum status status = results_list(results, LAYOUT_PROVENANCE "/" LAYOUT_OVERRIDES, 0,
                                      &results->provenance.overrides, trouble);
    if (status == STATUS_FINE)
        status = results_list(results, LAYOUT_PROVENANCE "/" LAYOUT_ASSUMPTION, 0,
                              &results->provenance.assumptions, trouble);
    if (status == STATUS_FINE)
        status = read_settings(results, trouble);
    if (status == STATUS_FINE)
        status = read_methods(results, trouble);
    return status == STATUS_FINE ? read_found(results, trouble) : status;
}
