/* Plausible worlds: what they differ in, and what was measured in each. */
#include <math.h>
#include <stdlib.h>

#include "analysis/export/export_parts.h"
#include "analysis/file/hdf_part.h"
#include "analysis/file/results_file.h"
#include "base/require.h"
#include "record/layout.h"

// clang-format off
static const struct export_column world_columns[] = {
    {.name = "world", .datatype = EXPORT_WHOLE, .meaning = "from 1"},
    {.name = "runs", .datatype = EXPORT_WHOLE, .meaning = "of each design in it; 0: a world that cannot be"},
    {.name = "luck", .datatype = EXPORT_WHOLE, .meaning = "the replication, from 0, whose luck its first run has"},
};
static const struct export_column factor_columns[] = {
    {.name = "setting", .datatype = EXPORT_TEXT, .meaning = "what worlds differ in"},
    {.name = "meaning", .datatype = EXPORT_TEXT, .meaning = "of the setting"},
    {.name = "unit", .datatype = EXPORT_TEXT, .meaning = "of its numbers, as a scenario writes it; empty: a plain number or a choice"},
    {.name = "least", .datatype = EXPORT_NUMBER, .meaning = "the least plausible value"},
    {.name = "most", .datatype = EXPORT_NUMBER, .meaning = "the most plausible value"},
    {.name = "usual", .datatype = EXPORT_NUMBER, .meaning = "in the scenario itself; empty where designs differ in it"},
    {.name = "spread", .datatype = EXPORT_TEXT, .meaning = "how values are spread over the range: evenly, evenly by the logarithm, or one of the choices", .flags = "linear log choice"},
    {.name = "observable", .datatype = EXPORT_YES_NO, .meaning = "whether people at the place could count or time it"},
    {.name = "choices", .datatype = EXPORT_TEXT, .meaning = "the values of a choice, a line each"},
};
static const struct export_column setting_columns[] = {
    {.name = "world", .datatype = EXPORT_WHOLE, .meaning = "from 1", .refers = "worlds.world"},
    {.name = "setting", .datatype = EXPORT_TEXT, .meaning = "what worlds differ in", .refers = "world_factors.setting"},
    {.name = "position", .datatype = EXPORT_NUMBER, .meaning = "from 0 to 1: where the value stands in the range"},
    {.name = "number", .datatype = EXPORT_NUMBER, .meaning = "the value in the unit of the setting; of a choice its place in the list, from 0"},
    {.name = "choice", .datatype = EXPORT_TEXT, .meaning = "the value of a choice"},
};
static const struct export_column run_columns[] = {
    {.name = "world", .datatype = EXPORT_WHOLE, .meaning = "from 1", .refers = "worlds.world"},
    {.name = "design", .datatype = EXPORT_TEXT, .meaning = "the design of the run", .refers = "designs.design"},
    {.name = "repeat", .datatype = EXPORT_WHOLE, .meaning = "from 1: runs of a design in a world; the same number is the same luck in every design"},
    {.name = "site", .datatype = EXPORT_TEXT, .meaning = "where it was measured; empty: the movement as a whole"},
    {.name = "measure", .datatype = EXPORT_TEXT, .meaning = "what was measured", .refers = "measures.measure"},
    {.name = "value", .datatype = EXPORT_NUMBER, .meaning = "in the unit of the measure; empty: the run had nothing to measure"},
};
// clang-format on

static enum status write_worlds(struct exporting *exporting, const struct export_table *table)
{
    struct results *results = exporting->results;
    double *luck = NULL;
    size_t count = 0;
    (void)table;
    enum status status = results_numbers(results, LAYOUT_WORLDS "/" LAYOUT_LUCK, results->worlds->count,
                                         &luck, &count, exporting->trouble);
    for (size_t i = 0; i < results->worlds->count && status == STATUS_FINE; i++) {
        csv_whole(&exporting->csv, (int64_t)i + 1);
        csv_whole(&exporting->csv, (int64_t)results->worlds->runs[i]);
        csv_number(&exporting->csv, i < count ? luck[i] : NAN);
        status = export_row(exporting) ? STATUS_FINE : STATUS_INTERRUPTED;
    }
    return status;
}

static enum status write_factors(struct exporting *exporting, const struct export_table *table)
{
    const struct results_worlds *worlds = exporting->results->worlds;
    struct csv *csv = &exporting->csv;
    (void)table;
    for (size_t i = 0; i < worlds->factor_count; i++) {
        const struct results_factor *factor = &worlds->factors[i];
        const bool choice = factor->choices.count > 0;
        struct text choices = {0};
        for (size_t j = 0; j < factor->choices.count; j++)
            text_print(&choices, "%s%s", j > 0 ? "\n" : "", factor->choices.names[j]);
        csv_text(csv, factor->path);
        csv_text(csv, factor->meaning);
        csv_text(csv, factor->unit);
        csv_number(csv, factor->least);
        csv_number(csv, factor->most);
        csv_number(csv, factor->usual);
        csv_text(csv, choice ? "choice" : factor->log ? "log" : "linear");
        csv_text(csv, factor->observable ? "true" : "false");
        csv_text(csv, choices.bytes == NULL ? "" : choices.bytes);
        text_free(&choices);
        if (!export_row(exporting))
            return STATUS_INTERRUPTED;
    }
    return STATUS_FINE;
}

static enum status write_settings(struct exporting *exporting, const struct export_table *table)
{
    const struct results_worlds *worlds = exporting->results->worlds;
    (void)table;
    for (size_t world = 0; world < worlds->count; world++)
        for (size_t i = 0; i < worlds->factor_count; i++) {
            const struct results_factor *factor = &worlds->factors[i];
            const double value = worlds->values[world * worlds->factor_count + i];
            csv_whole(&exporting->csv, (int64_t)world + 1);
            csv_text(&exporting->csv, factor->path);
            csv_number(&exporting->csv, worlds->positions[world * worlds->factor_count + i]);
            csv_number(&exporting->csv, value);
            if (value >= 0 && value < (double)factor->choices.count)
                csv_text(&exporting->csv, factor->choices.names[(size_t)value]);
            else
                csv_empty(&exporting->csv);
            if (!export_row(exporting))
                return STATUS_INTERRUPTED;
        }
    return STATUS_FINE;
}

/* Numbers [design][repeat][site] of one measure in one world. */
static enum status write_world(struct exporting *exporting, const struct results_measure *measure,
                               size_t world, const double *numbers)
{
    const struct results *results = exporting->results;
    const size_t runs = results->worlds->runs[world];
    for (size_t design = 0; design < results->designs.count; design++)
        for (size_t repeat = 0; repeat < runs; repeat++)
            for (size_t site = 0; site < measure->sites; site++) {
                csv_whole(&exporting->csv, (int64_t)world + 1);
                csv_text(&exporting->csv, results->designs.names[design]);
                csv_whole(&exporting->csv, (int64_t)repeat + 1);
                csv_text(&exporting->csv, measure->of_movement ? "" : results->sites.names[site]);
                csv_text(&exporting->csv, measure->name);
                csv_number(&exporting->csv,
                           numbers[(design * results->worlds->most_runs + repeat) * measure->sites + site]);
                if (!export_row(exporting))
                    return STATUS_INTERRUPTED;
            }
    return STATUS_FINE;
}

static enum status write_measure(struct exporting *exporting, const struct results_measure *measure)
{
    const struct results *results = exporting->results;
    const struct results_worlds *worlds = results->worlds;
    const char *variable = arena_print(&exporting->arena, LAYOUT_WORLDS "/%s", measure->name);
    struct hdf_part part = {.rank = measure->of_movement ? 3 : 4,
                            .count = {1, results->designs.count, worlds->most_runs, results->sites.count}};
    double *numbers =
        must_allocate(results->designs.count * worlds->most_runs * measure->sites + 1, sizeof *numbers);
    enum status status = STATUS_FINE;
    for (size_t world = 0; world < worlds->count && status == STATUS_FINE; world++) {
        part.start[0] = world;
        if (!hdf_part_numbers(results->file->id, variable, &part, numbers))
            status = results_unfit(results, exporting->trouble, "`%s` cannot be read: the file is damaged",
                                   variable);
        else
            status = write_world(exporting, measure, world, numbers);
    }
    free(numbers);
    return status;
}

static enum status write_runs(struct exporting *exporting, const struct export_table *table)
{
    const struct results *results = exporting->results;
    enum status status = STATUS_FINE;
    (void)table;
    for (size_t i = 0; i < results->measure_count && status == STATUS_FINE; i++)
        if (results->measures[i].extent == EXTENT_RUN)
            status = write_measure(exporting, &results->measures[i]);
    return status;
}

void export_add_worlds(struct exporting *exporting)
{
    const struct export_table worlds = {"worlds",
                                        "worlds in which all numbers that they differ in are set anew",
                                        EXPORT_COLUMNS(world_columns),
                                        1,
                                        0,
                                        write_worlds};
    const struct export_table factors = {
        "world_factors", "the settings that worlds differ in", EXPORT_COLUMNS(factor_columns), 1, 0,
        write_factors};
    const struct export_table settings = {
        "world_settings", "the value of each setting in each world", EXPORT_COLUMNS(setting_columns), 2, 0,
        write_settings};
    const struct export_table runs = {
        "world_runs", "what each run in a world measured", EXPORT_COLUMNS(run_columns), 0, 0, write_runs};
    if (exporting->results->worlds->count == 0)
        return;
    export_add(exporting, &worlds);
    export_add(exporting, &factors);
    export_add(exporting, &settings);
    export_add(exporting, &runs);
}
