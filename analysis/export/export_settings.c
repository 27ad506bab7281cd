/* What the numbers mean and where they come from: measures, designs, settings, methods, and the file itself.
 */
#include <math.h>

#include "analysis/export/export_parts.h"

// clang-format off
static const struct export_column about_columns[] = {
    {.name = "item", .datatype = EXPORT_TEXT, .meaning = "title, question, headline, seed, version, commit, libraries, scenario_file, scenario_text, command, override or assumption"},
    {.name = "text", .datatype = EXPORT_TEXT, .meaning = "what the results file says of it"},
};
static const struct export_column design_columns[] = {
    {.name = "design", .datatype = EXPORT_TEXT, .meaning = "its name in the scenario"},
    {.name = "meaning", .datatype = EXPORT_TEXT, .meaning = "what it does, in a sentence"},
};
static const struct export_column measure_columns[] = {
    {.name = "measure", .datatype = EXPORT_TEXT, .meaning = "its name"},
    {.name = "title", .datatype = EXPORT_TEXT, .meaning = "a short heading"},
    {.name = "unit", .datatype = EXPORT_TEXT, .meaning = "of its values (UDUNITS; 1: a plain number)"},
    {.name = "meaning", .datatype = EXPORT_TEXT, .meaning = "what is measured"},
    {.name = "source", .datatype = EXPORT_TEXT, .meaning = "where the measure is from"},
    {.name = "better", .datatype = EXPORT_TEXT, .meaning = "which values are wished for", .flags = "more less neither"},
    {.name = "kind", .datatype = EXPORT_TEXT, .meaning = "one value a run (runs), one an instant (courses), or one a bin (histograms)", .flags = "run course histogram"},
    {.name = "of", .datatype = EXPORT_TEXT, .meaning = "whether each site has a value, or only the movement as a whole", .flags = "site movement"},
    {.name = "over_sites", .datatype = EXPORT_TEXT, .meaning = "how the values of several sites become one: added up, or the mean of the sites that have one", .flags = "sum mean"},
    {.name = "bins", .datatype = EXPORT_TEXT, .meaning = "what is counted in the bins of a histogram"},
    {.name = "least", .datatype = EXPORT_NUMBER, .meaning = "the least value that it can have; empty: there is no bound"},
    {.name = "most", .datatype = EXPORT_NUMBER, .meaning = "the most; empty: there is no bound"},
};
static const struct export_column setting_columns[] = {
    {.name = "setting", .datatype = EXPORT_TEXT, .meaning = "where it stands in a scenario"},
    {.name = "value", .datatype = EXPORT_TEXT, .meaning = "as it was resolved: given by the scenario or left at its default"},
    {.name = "unit", .datatype = EXPORT_TEXT, .meaning = "of the value"},
    {.name = "given", .datatype = EXPORT_YES_NO, .meaning = "whether the scenario gave it"},
    {.name = "ground", .datatype = EXPORT_TEXT, .meaning = "how well its default is known"},
    {.name = "source", .datatype = EXPORT_TEXT, .meaning = "where its default is from"},
};
static const struct export_column method_columns[] = {
    {.name = "method", .datatype = EXPORT_TEXT, .meaning = "the name by which a calendar holds it"},
    {.name = "folder", .datatype = EXPORT_TEXT, .meaning = "whether its file lay beside the scenario or in the library", .flags = "own library"},
    {.name = "file", .datatype = EXPORT_TEXT, .meaning = "its name below that folder"},
    {.name = "text", .datatype = EXPORT_TEXT, .meaning = "the whole file"},
};
static const struct export_column found_columns[] = {
    {.name = "measure", .datatype = EXPORT_TEXT, .meaning = "what the record speaks of", .refers = "measures.measure"},
    {.name = "value", .datatype = EXPORT_NUMBER, .meaning = "in the record, in the unit of the measure"},
    {.name = "least", .datatype = EXPORT_NUMBER, .meaning = "of the range that the record allows; empty: it states none"},
    {.name = "most", .datatype = EXPORT_NUMBER, .meaning = "of that range"},
    {.name = "tolerance", .datatype = EXPORT_NUMBER, .meaning = "where there is no range: how far off is still near; empty: not stated"},
    {.name = "source", .datatype = EXPORT_TEXT, .meaning = "which record"},
};
// clang-format on

static void say_item(struct exporting *exporting, const char *item, const char *text)
{
    csv_text(&exporting->csv, item);
    csv_text(&exporting->csv, text == NULL ? "" : text);
    export_row(exporting);
}

static enum status write_about(struct exporting *exporting, const struct export_table *table)
{
    const struct results *results = exporting->results;
    const struct provenance *made = &results->provenance;
    const char *const items[][2] = {
        {"title", results->title},
        {"question", results->question},
        {"headline", results->measures[results->headline].name},
        {"seed", made->seed},
        {"version", made->version},
        {"commit", made->commit},
        {"libraries", made->libraries},
        {"scenario_file", made->scenario_file},
        {"command", made->command},
        {"scenario_text", made->scenario_text},
    };
    (void)table;
    for (size_t i = 0; i < sizeof items / sizeof *items; i++)
        say_item(exporting, items[i][0], items[i][1]);
    for (size_t i = 0; i < made->overrides.count; i++)
        say_item(exporting, "override", made->overrides.names[i]);
    for (size_t i = 0; i < made->assumptions.count; i++)
        say_item(exporting, "assumption", made->assumptions.names[i]);
    return STATUS_FINE;
}

static enum status write_designs(struct exporting *exporting, const struct export_table *table)
{
    const struct results *results = exporting->results;
    (void)table;
    for (size_t i = 0; i < results->designs.count; i++) {
        csv_text(&exporting->csv, results->designs.names[i]);
        csv_text(&exporting->csv,
                 i < results->design_meanings.count ? results->design_meanings.names[i] : "");
        export_row(exporting);
    }
    return STATUS_FINE;
}

static enum status write_measures(struct exporting *exporting, const struct export_table *table)
{
    static const char *const better[] = {
        [DIRECTION_NEITHER] = "neither", [DIRECTION_MORE] = "more", [DIRECTION_LESS] = "less"};
    static const char *const kinds[] = {
        [EXTENT_RUN] = "run", [EXTENT_TIME] = "course", [EXTENT_BIN] = "histogram"};
    const struct results *results = exporting->results;
    struct csv *csv = &exporting->csv;
    (void)table;
    for (size_t i = 0; i < results->measure_count; i++) {
        const struct results_measure *measure = &results->measures[i];
        csv_text(csv, measure->name);
        csv_text(csv, measure->phrase.title);
        csv_text(csv, measure->unit);
        csv_text(csv, measure->meaning);
        csv_text(csv, measure->source);
        csv_text(csv, better[measure->better]);
        csv_text(csv, kinds[measure->extent]);
        csv_text(csv, measure->of_movement ? "movement" : "site");
        csv_text(csv, measure->over_sites == SITES_SUM ? "sum" : "mean");
        csv_text(csv, measure->bin_name == NULL ? "" : measure->bin_name);
        csv_number(csv, isfinite(measure->bounds.least) ? measure->bounds.least : NAN);
        csv_number(csv, isfinite(measure->bounds.most) ? measure->bounds.most : NAN);
        export_row(exporting);
    }
    return STATUS_FINE;
}

static enum status write_settings(struct exporting *exporting, const struct export_table *table)
{
    const struct provenance *made = &exporting->results->provenance;
    struct csv *csv = &exporting->csv;
    (void)table;
    for (size_t i = 0; i < made->setting_count; i++) {
        const struct results_setting *setting = &made->settings[i];
        csv_text(csv, setting->path);
        csv_text(csv, setting->value);
        csv_text(csv, setting->unit);
        csv_text(csv, setting->given ? "true" : "false");
        csv_text(csv, setting->ground);
        csv_text(csv, setting->source);
        export_row(exporting);
    }
    return STATUS_FINE;
}

static enum status write_methods(struct exporting *exporting, const struct export_table *table)
{
    const struct provenance *made = &exporting->results->provenance;
    (void)table;
    for (size_t i = 0; i < made->method_count; i++) {
        csv_text(&exporting->csv, made->methods[i].name);
        csv_text(&exporting->csv, made->methods[i].folder);
        csv_text(&exporting->csv, made->methods[i].file);
        csv_text(&exporting->csv, made->methods[i].text);
        export_row(exporting);
    }
    return STATUS_FINE;
}

static enum status write_found(struct exporting *exporting, const struct export_table *table)
{
    const struct provenance *made = &exporting->results->provenance;
    (void)table;
    for (size_t i = 0; i < made->found_count; i++) {
        const struct results_found *found = &made->found[i];
        csv_text(&exporting->csv, exporting->results->measures[found->measure].name);
        csv_number(&exporting->csv, found->value);
        csv_number(&exporting->csv, found->ranged ? found->least : NAN);
        csv_number(&exporting->csv, found->ranged ? found->most : NAN);
        csv_number(&exporting->csv, found->tolerance > 0 ? found->tolerance : NAN);
        csv_text(&exporting->csv, found->source);
        export_row(exporting);
    }
    return STATUS_FINE;
}

void export_add_settings(struct exporting *exporting)
{
    const struct export_table about = {
        "about",    "what the results file is and how it was made", EXPORT_COLUMNS(about_columns), 0, 0,
        write_about};
    const struct export_table designs = {"designs", "what is compared", EXPORT_COLUMNS(design_columns), 1,
                                         0,         write_designs};
    const struct export_table measures = {"measures", "what was measured", EXPORT_COLUMNS(measure_columns), 1,
                                          0,          write_measures};
    const struct export_table settings = {
        "settings",    "every setting as it was resolved", EXPORT_COLUMNS(setting_columns), 0, 0,
        write_settings};
    const struct export_table methods = {"methods",
                                         "the methods that the scenario holds, with their whole texts",
                                         EXPORT_COLUMNS(method_columns),
                                         1,
                                         0,
                                         write_methods};
    const struct export_table found = {"found",
                                       "numbers of the historical record that the scenario names",
                                       EXPORT_COLUMNS(found_columns),
                                       0,
                                       0,
                                       write_found};
    export_add(exporting, &about);
    export_add(exporting, &designs);
    export_add(exporting, &measures);
    export_add(exporting, &settings);
    export_add(exporting, &methods);
    if (exporting->results->provenance.found_count > 0)
        export_add(exporting, &found);
}
