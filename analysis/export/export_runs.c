/* What the runs of the scenario itself measured: whole runs, over time, and in bins. */
#include <stdlib.h>

#include "analysis/export/export_parts.h"
#include "analysis/file/hdf_part.h"
#include "analysis/file/results_file.h"
#include "base/require.h"

/* A part of a measure over time is read at once up to so many numbers: more than a piece in which HDF5 keeps
 * them. */
enum { NUMBERS_AT_ONCE = 1 << 19 };

// clang-format off
static const struct export_column run_columns[] = {
    {.name = "design", .datatype = EXPORT_TEXT, .meaning = "the design of the run", .refers = "designs.design"},
    {.name = "replication", .datatype = EXPORT_WHOLE, .meaning = "from 1; the same number is the same luck in every design: compare in pairs"},
    {.name = "measure", .datatype = EXPORT_TEXT, .meaning = "what was measured", .refers = "measures.measure"},
    {.name = "value", .datatype = EXPORT_NUMBER, .meaning = "of all sites together, as `measures.over_sites` says; in the unit of the measure; empty: the run had nothing to measure"},
};
static const struct export_column site_columns[] = {
    {.name = "design", .datatype = EXPORT_TEXT, .meaning = "the design of the run", .refers = "designs.design"},
    {.name = "replication", .datatype = EXPORT_WHOLE, .meaning = "from 1; the same number is the same luck in every design"},
    {.name = "site", .datatype = EXPORT_TEXT, .meaning = "where it was measured"},
    {.name = "measure", .datatype = EXPORT_TEXT, .meaning = "what was measured", .refers = "measures.measure"},
    {.name = "value", .datatype = EXPORT_NUMBER, .meaning = "in the unit of the measure; empty: the run had nothing to measure"},
};
static const struct export_column course_columns[] = {
    {.name = "design", .datatype = EXPORT_TEXT, .meaning = "the design of the run", .refers = "designs.design"},
    {.name = "replication", .datatype = EXPORT_WHOLE, .meaning = "from 1; the same number is the same luck in every design"},
    {.name = "site", .datatype = EXPORT_TEXT, .meaning = "where it was measured; empty: the movement as a whole"},
    {.name = "measure", .datatype = EXPORT_TEXT, .meaning = "what was measured", .refers = "measures.measure"},
    {.name = "time", .datatype = EXPORT_NUMBER, .meaning = "since the scenario began", .unit = "d"},
    {.name = "value", .datatype = EXPORT_NUMBER, .meaning = "at that time, in the unit of the measure; empty: there was nothing to measure"},
};
static const struct export_column histogram_columns[] = {
    {.name = "design", .datatype = EXPORT_TEXT, .meaning = "the design of the run", .refers = "designs.design"},
    {.name = "replication", .datatype = EXPORT_WHOLE, .meaning = "from 1; the same number is the same luck in every design"},
    {.name = "site", .datatype = EXPORT_TEXT, .meaning = "where it was measured; empty: the movement as a whole"},
    {.name = "measure", .datatype = EXPORT_TEXT, .meaning = "what was measured", .refers = "measures.measure"},
    {.name = "bin", .datatype = EXPORT_WHOLE, .meaning = "the size, number or place that is counted: `measures.bins` says what"},
    {.name = "value", .datatype = EXPORT_NUMBER, .meaning = "in the unit of the measure; empty: there was nothing to measure"},
};
// clang-format on

static enum status write_runs(struct exporting *exporting, const struct export_table *table)
{
    const struct results *results = exporting->results;
    double *values = ARENA_NEW(&exporting->arena, double, results->most_replications);
    (void)table;
    for (size_t measure = 0; measure < results->measure_count; measure++)
        for (size_t design = 0;
             results->measures[measure].extent == EXTENT_RUN && design < results->designs.count; design++) {
            size_t count = results_run_values(results, measure, 0, design, ALL_SITES, values);
            for (size_t i = 0; i < count; i++) {
                csv_text(&exporting->csv, results->designs.names[design]);
                csv_whole(&exporting->csv, results->first_replication + (int64_t)i);
                csv_text(&exporting->csv, results->measures[measure].name);
                csv_number(&exporting->csv, values[i]);
                if (!export_row(exporting))
                    return STATUS_INTERRUPTED;
            }
        }
    return STATUS_FINE;
}

static enum status write_site(struct exporting *exporting, size_t measure, size_t design, size_t site,
                              double *values)
{
    const struct results *results = exporting->results;
    size_t count = results_run_values(results, measure, 0, design, site, values);
    for (size_t i = 0; i < count; i++) {
        csv_text(&exporting->csv, results->designs.names[design]);
        csv_whole(&exporting->csv, results->first_replication + (int64_t)i);
        csv_text(&exporting->csv, results->sites.names[site]);
        csv_text(&exporting->csv, results->measures[measure].name);
        csv_number(&exporting->csv, values[i]);
        if (!export_row(exporting))
            return STATUS_INTERRUPTED;
    }
    return STATUS_FINE;
}

static enum status write_sites(struct exporting *exporting, const struct export_table *table)
{
    const struct results *results = exporting->results;
    double *values = ARENA_NEW(&exporting->arena, double, results->most_replications);
    enum status status = STATUS_FINE;
    (void)table;
    for (size_t measure = 0; measure < results->measure_count; measure++) {
        if (results->measures[measure].extent != EXTENT_RUN || results->measures[measure].of_movement)
            continue;
        for (size_t design = 0; design < results->designs.count; design++)
            for (size_t site = 0; site < results->sites.count && status == STATUS_FINE; site++)
                status = write_site(exporting, measure, design, site, values);
    }
    return status;
}

/* --- over time and in bins --- */

/* Some replications of a measure of one design. */
struct portion {
    size_t measure, design, first, count;
    const double *numbers; /* [replication][site][length] */
};

static enum status write_portion(struct exporting *exporting, const struct portion *portion)
{
    const struct results *results = exporting->results;
    const struct results_measure *measure = &results->measures[portion->measure];
    const double *number = portion->numbers;
    for (size_t i = 0; i < portion->count; i++)
        for (size_t site = 0; site < measure->sites; site++)
            for (size_t at = 0; at < measure->length; at++, number++) {
                csv_text(&exporting->csv, results->designs.names[portion->design]);
                csv_whole(&exporting->csv, results->first_replication + (int64_t)(portion->first + i));
                csv_text(&exporting->csv, measure->of_movement ? "" : results->sites.names[site]);
                csv_text(&exporting->csv, measure->name);
                if (measure->extent == EXTENT_BIN)
                    csv_whole(&exporting->csv, measure->bins[at]);
                else
                    csv_number(&exporting->csv, results->times[at]);
                csv_number(&exporting->csv, *number);
                if (!export_row(exporting))
                    return STATUS_INTERRUPTED;
            }
    return STATUS_FINE;
}

static struct hdf_part part_of_portion(const struct results_measure *measure, const struct portion *portion)
{
    struct hdf_part part = {.rank = measure->of_movement ? 3 : 4,
                            .start = {portion->design, portion->first},
                            .count = {1, portion->count, measure->sites}};
    part.count[part.rank - 1] = measure->length;
    return part;
}

static enum status write_design(struct exporting *exporting, size_t index, size_t design)
{
    const struct results *results = exporting->results;
    const struct results_measure *measure = &results->measures[index];
    size_t each = measure->sites * measure->length, at_once = each == 0 ? 1 : NUMBERS_AT_ONCE / each;
    const size_t runs = results->runs[design];
    at_once = at_once < 1 ? 1 : at_once > runs ? runs : at_once;
    double *numbers = must_allocate(at_once * each + 1, sizeof *numbers);
    enum status status = STATUS_FINE;
    for (size_t first = 0; each > 0 && first < runs && status == STATUS_FINE; first += at_once) {
        size_t left = runs - first;
        const struct portion portion = {index, design, first, left < at_once ? left : at_once, numbers};
        const struct hdf_part part = part_of_portion(measure, &portion);
        if (!hdf_part_numbers(results->file->id, measure->name, &part, numbers))
            status = results_unfit(results, exporting->trouble,
                                   "measure `%s` cannot be read: the file is damaged", measure->name);
        else
            status = write_portion(exporting, &portion);
    }
    free(numbers);
    return status;
}

static enum status write_extent(struct exporting *exporting, enum extent extent)
{
    const struct results *results = exporting->results;
    enum status status = STATUS_FINE;
    for (size_t measure = 0; measure < results->measure_count; measure++)
        for (size_t design = 0; results->measures[measure].extent == extent && status == STATUS_FINE &&
                                design < results->designs.count;
             design++)
            status = write_design(exporting, measure, design);
    return status;
}

static enum status write_courses(struct exporting *exporting, const struct export_table *table)
{
    (void)table;
    return write_extent(exporting, EXTENT_TIME);
}

static enum status write_histograms(struct exporting *exporting, const struct export_table *table)
{
    (void)table;
    return write_extent(exporting, EXTENT_BIN);
}

static bool has_extent(const struct results *results, enum extent extent)
{
    for (size_t i = 0; i < results->measure_count; i++)
        if (results->measures[i].extent == extent)
            return true;
    return false;
}

void export_add_runs(struct exporting *exporting)
{
    const struct export_table runs = {"runs",
                                      "what each run of the scenario measured, one row a run and measure",
                                      EXPORT_COLUMNS(run_columns),
                                      3,
                                      0,
                                      write_runs};
    const struct export_table sites = {"runs_by_site",
                                       "the same of each site; measures of the movement as a whole have none",
                                       EXPORT_COLUMNS(site_columns),
                                       4,
                                       0,
                                       write_sites};
    const struct export_table courses = {
        "courses",    "what was measured over time, one row an instant", EXPORT_COLUMNS(course_columns), 0, 0,
        write_courses};
    const struct export_table histograms = {
        "histograms",    "what was counted in bins, one row a bin", EXPORT_COLUMNS(histogram_columns), 0, 0,
        write_histograms};
    export_add(exporting, &runs);
    export_add(exporting, &sites);
    if (has_extent(exporting->results, EXTENT_TIME))
        export_add(exporting, &courses);
    if (has_extent(exporting->results, EXTENT_BIN))
        export_add(exporting, &histograms);
}
