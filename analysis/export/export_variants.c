/* The scenario run with other settings: stated alternatives of assumed numbers, and points of a sweep. */
#include <string.h>

#include "analysis/export/export_parts.h"

// clang-format off
static const struct export_column variant_columns[] = {
    {.name = "variant", .datatype = EXPORT_WHOLE, .meaning = "from 0, which is the scenario itself"},
    {.name = "label", .datatype = EXPORT_TEXT, .meaning = "what is different in it"},
    {.name = "kind", .datatype = EXPORT_TEXT, .meaning = "the scenario itself, a stated alternative of an assumed number, or a point of a sweep", .flags = "scenario assumption sweep"},
    {.name = "replications", .datatype = EXPORT_WHOLE, .meaning = "runs of each design"},
};
static const struct export_column setting_columns[] = {
    {.name = "variant", .datatype = EXPORT_WHOLE, .meaning = "from 0", .refers = "variants.variant"},
    {.name = "setting", .datatype = EXPORT_TEXT, .meaning = "what the variant changes"},
    {.name = "text", .datatype = EXPORT_TEXT, .meaning = "its value as it is written in a scenario"},
    {.name = "number", .datatype = EXPORT_NUMBER, .meaning = "the same in the unit of the setting; empty: it is no number"},
};
static const struct export_column run_columns[] = {
    {.name = "variant", .datatype = EXPORT_WHOLE, .meaning = "from 0", .refers = "variants.variant"},
    {.name = "design", .datatype = EXPORT_TEXT, .meaning = "the design of the run", .refers = "designs.design"},
    {.name = "replication", .datatype = EXPORT_WHOLE, .meaning = "from 1; the same number is the same luck in every design and variant"},
    {.name = "site", .datatype = EXPORT_TEXT, .meaning = "where it was measured; empty: the movement as a whole"},
    {.name = "measure", .datatype = EXPORT_TEXT, .meaning = "what was measured", .refers = "measures.measure"},
    {.name = "value", .datatype = EXPORT_NUMBER, .meaning = "in the unit of the measure; empty: the run had nothing to measure"},
};
// clang-format on

static enum status write_variants(struct exporting *exporting, const struct export_table *table)
{
    static const char *const kinds[] = {"scenario", "assumption", "sweep"};
    const struct results *results = exporting->results;
    (void)table;
    for (size_t i = 0; i < results->variant_count; i++) {
        csv_whole(&exporting->csv, (int64_t)i);
        csv_text(&exporting->csv, results->variants[i].label);
        csv_text(&exporting->csv, kinds[results->variants[i].kind]);
        csv_whole(&exporting->csv, (int64_t)results->variants[i].replications);
        if (!export_row(exporting))
            return STATUS_INTERRUPTED;
    }
    return STATUS_FINE;
}

/* What a variant leaves as it is has no row. */
static enum status write_settings(struct exporting *exporting, const struct export_table *table)
{
    const struct results *results = exporting->results;
    (void)table;
    for (size_t i = 0; i < results->variant_count; i++)
        for (size_t axis = 0; axis < results->axes.count; axis++) {
            if (*results->variants[i].texts[axis] == '\0')
                continue;
            csv_whole(&exporting->csv, (int64_t)i);
            csv_text(&exporting->csv, results->axes.names[axis]);
            csv_text(&exporting->csv, results->variants[i].texts[axis]);
            csv_number(&exporting->csv, results->variants[i].numbers[axis]);
            if (!export_row(exporting))
                return STATUS_INTERRUPTED;
        }
    return STATUS_FINE;
}

/* Where a number was measured. */
struct spot {
    size_t measure, variant, design, site;
};

static enum status write_spot(struct exporting *exporting, const struct spot *spot, double *values)
{
    const struct results *results = exporting->results;
    const struct results_measure *measure = &results->measures[spot->measure];
    size_t count =
        results_run_values(results, spot->measure, spot->variant, spot->design, spot->site, values);
    for (size_t i = 0; i < count; i++) {
        csv_whole(&exporting->csv, (int64_t)spot->variant);
        csv_text(&exporting->csv, results->designs.names[spot->design]);
        csv_whole(&exporting->csv, results->first_replication + (int64_t)i);
        csv_text(&exporting->csv, measure->of_movement ? "" : results->sites.names[spot->site]);
        csv_text(&exporting->csv, measure->name);
        csv_number(&exporting->csv, values[i]);
        if (!export_row(exporting))
            return STATUS_INTERRUPTED;
    }
    return STATUS_FINE;
}

static enum status write_runs(struct exporting *exporting, const struct export_table *table)
{
    const struct results *results = exporting->results;
    double *values = ARENA_NEW(&exporting->arena, double, results->most_replications);
    enum status status = STATUS_FINE;
    (void)table;
    for (size_t variant = 1; variant < results->variant_count; variant++)
        for (size_t measure = 0; measure < results->measure_count; measure++) {
            if (results->measures[measure].extent != EXTENT_RUN)
                continue;
            for (size_t design = 0; design < results->designs.count; design++)
                for (size_t site = 0; site < results->measures[measure].sites && status == STATUS_FINE;
                     site++)
                    status = write_spot(exporting, &(struct spot){measure, variant, design, site}, values);
        }
    return status;
}

void export_add_variants(struct exporting *exporting)
{
    const struct export_table variants = {
        "variants",    "the scenario itself, and with other settings", EXPORT_COLUMNS(variant_columns), 1, 0,
        write_variants};
    const struct export_table settings = {"variant_settings",
                                          "what is different in each variant, one row a setting that differs",
                                          EXPORT_COLUMNS(setting_columns),
                                          2,
                                          0,
                                          write_settings};
    const struct export_table runs = {
        "variant_runs",
        "what each run with other settings measured; those of the scenario itself stand in runs_by_site",
        EXPORT_COLUMNS(run_columns),
        0,
        0,
        write_runs};
    if (exporting->results->variant_count < 2)
        return;
    export_add(exporting, &variants);
    export_add(exporting, &settings);
    export_add(exporting, &runs);
}
