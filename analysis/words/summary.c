#include "analysis/words/summary.h"

#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <stdlib.h>

#include "analysis/file/naming.h"
#include "analysis/plain/table.h"
#include "analysis/words/best_text.h"
#include "analysis/words/front_json.h"
#include "analysis/words/front_text.h"
#include "analysis/words/json.h"
#include "analysis/words/precision_text.h"
#include "base/require.h"

static const double percent = 100;

static double confidence_of(const struct summary_request *request)
{
    return request->confidence > 0 ? request->confidence : USUAL_CONFIDENCE;
}

/* The measures asked for, or all of them. NULL when a name is not known. */
static size_t *chosen(const struct results *results, const struct summary_request *request, size_t *count,
                      struct arena *arena, struct trouble *trouble)
{
    size_t *measures = ARENA_NEW(arena, size_t, results->measure_count + request->measure_count);
    *count = request->measure_count == 0 ? results->measure_count : request->measure_count;
    for (size_t i = 0; i < *count; i++) {
        measures[i] = i;
        if (request->measure_count == 0)
            continue;
        measures[i] = results_find_measure(results, request->measures[i]);
        if (measures[i] != NOT_FOUND)
            continue;
        const char **known = ARENA_NEW(arena, const char *, results->measure_count);
        for (size_t j = 0; j < results->measure_count; j++)
            known[j] = results->measures[j].name;
        trouble_add(trouble, STATUS_USAGE, (struct place){.file = results->path},
                    "has no measure called `%s`", request->measures[i]);
        const char *near = nearest_word(request->measures[i], known, results->measure_count);
        if (near != NULL)
            trouble_hint(trouble, "did you mean `%s`?", near);
        return NULL;
    }
    return measures;
}

static double spread_of(const double *values, size_t count)
{
    double mean = 0, squares = 0, used = 0;
    for (size_t i = 0; i < count; i++)
        if (isfinite(values[i])) {
            double step = values[i] - mean;
            used++;
            mean += step / used;
            squares += step * (values[i] - mean);
        }
    return used < 2 ? NAN : sqrt(squares / (used - 1));
}

static void summary_row(const struct results *results, size_t measure, double confidence, size_t design,
                        struct table *table)
{
    double *values = must_allocate(results->most_replications + 1, sizeof *values);
    size_t count = results_run_values(results, measure, 0, design, ALL_SITES, values);
    struct estimate mean = estimate_mean(values, count, results->measures[measure].bounds, confidence);
    struct text part = {0};
    table_cell(table, results->measures[measure].name);
    say_plain(&part, results->designs.names[design]);
    table_take(table, &part);
    say_number(&part, mean.value);
    table_take(table, &part);
    if (mean.certainty == CERTAINTY_INTERVAL)
        say_range(&part, mean.low, mean.high);
    table_take(table, &part);
    say_number(&part, spread_of(values, count));
    table_take(table, &part);
    say_plain(&part, results->measures[measure].unit);
    table_take(table, &part);
    free(values);
}

enum status summary_text(struct results *results, const struct summary_request *request, struct text *out,
                         struct trouble *trouble)
{
    static const enum align align[] = {ALIGN_LEFT, ALIGN_LEFT,  ALIGN_RIGHT,
                                       ALIGN_LEFT, ALIGN_RIGHT, ALIGN_LEFT};
    struct arena arena = {0};
    struct table table = {.align = align, .columns = sizeof align / sizeof *align};
    struct text range = {0};
    size_t count;
    size_t *measures = chosen(results, request, &count, &arena, trouble);
    if (measures == NULL) {
        arena_free(&arena);
        return STATUS_USAGE;
    }
    say_plain(out, results->title);
    text_say(out, "\n");
    say_runs_of(out, results);
    text_print(out, "; ranges by %s\n", method_of_mean);
    say_precision(out, &results->precision, results->replications);
    text_say(out, *results->precision.of == '\0' ? "" : "\n");
    say_best_line(out, results);
    say_sites(out, results);
    text_say(out, "\n");
    table_cell(&table, "measure");
    table_cell(&table, "design");
    table_cell(&table, "mean");
    say_number(&range, confidence_of(request) * percent);
    text_say(&range, " % range");
    table_take(&table, &range);
    table_cell(&table, "sd");
    table_cell(&table, "unit");
    for (size_t i = 0; i < count; i++)
        for (size_t design = 0;
             results->measures[measures[i]].extent == EXTENT_RUN && design < results->designs.count; design++)
            summary_row(results, measures[i], confidence_of(request), design, &table);
    table_write(&table, "", out);
    table_free(&table);
    const struct front *front = front_of(results, confidence_of(request), &arena, trouble);
    if (front != NULL && request->measure_count == 0) {
        text_say(out, "\n");
        front_lines(front, out);
    }
    arena_free(&arena);
    return front == NULL && results->choice != NULL ? trouble_status(trouble) : STATUS_FINE;
}

static json_t *run_json(const struct results *results, size_t measure, size_t variant, size_t design,
                        double confidence)
{
    double *values = must_allocate(results->most_replications + 1, sizeof *values);
    size_t count = results_run_values(results, measure, variant, design, ALL_SITES, values);
    struct estimate mean = estimate_mean(values, count, results->measures[measure].bounds, confidence);
    const struct results_measure *facts = &results->measures[measure];
    json_t *json = json_pack("{s:o, s:o, s:o, s:o, s:I, s:I, s:s, s:s}", "mean", json_number(mean.value),
                             "low", json_number(mean.low), "high", json_number(mean.high), "sd",
                             json_number(spread_of(values, count)), "used", (json_int_t)mean.used, "missing",
                             (json_int_t)mean.missing, "unit", facts->unit, "meaning", facts->meaning);
    free(values);
    return json;
}

/* Means over replications, instant by instant or bin by bin. */
static json_t *course_json(const struct results *results, size_t measure, const double *loaded, size_t design)
{
    const struct results_measure *facts = &results->measures[measure];
    size_t length = facts->length, room = results->runs[design];
    double *course = must_allocate(length + 1, sizeof *course);
    double *values = must_allocate(length * room + 1, sizeof *values);
    json_t *means = json_array(), *places = json_array();
    for (size_t i = 0; i < room; i++) {
        results_course(results, measure, loaded, design, i, ALL_SITES, course);
        for (size_t j = 0; j < length; j++)
            values[j * room + i] = course[j];
    }
    for (size_t j = 0; j < length; j++) {
        struct estimate mean = estimate_mean(values + j * room, room, facts->bounds, USUAL_CONFIDENCE);
        json_array_append_new(means, json_number(mean.value));
        json_array_append_new(places, facts->extent == EXTENT_TIME ? json_number(results->times[j])
                                                                   : json_integer(facts->bins[j]));
    }
    free(course);
    free(values);
    return json_pack("{s:o, s:o, s:s, s:s}", "values", means, facts->extent == EXTENT_TIME ? "times" : "bins",
                     places, "unit", facts->unit, "meaning", facts->meaning);
}

static json_t *designs_json(struct results *results, const size_t *measures, size_t count, size_t variant,
                            double confidence, struct trouble *trouble)
{
    json_t *designs = json_array();
    for (size_t design = 0; design < results->designs.count; design++) {
        json_t *all = json_object();
        for (size_t i = 0; i < count; i++) {
            const struct results_measure *facts = &results->measures[measures[i]];
            if (facts->extent == EXTENT_RUN) {
                json_object_set_new(all, facts->name,
                                    run_json(results, measures[i], variant, design, confidence));
                continue;
            }
            const double *loaded = variant == 0 ? results_load(results, measures[i], trouble) : NULL;
            if (loaded != NULL)
                json_object_set_new(all, facts->name, course_json(results, measures[i], loaded, design));
        }
        json_array_append_new(
            designs, json_pack("{s:s, s:o}", "name", results->designs.names[design], "measures", all));
    }
    return designs;
}

static json_t *variant_json(struct results *results, size_t variant, json_t *designs)
{
    const struct results_variant *facts = &results->variants[variant];
    static const char *const kinds[] = {"scenario", "assumption", "sweep"};
    json_t *axes = json_object();
    for (size_t i = 0; i < results->axes.count; i++)
        if (facts->texts[i][0] != '\0')
            json_object_set_new(axes, results->axes.names[i], json_string(facts->texts[i]));
    return json_pack("{s:s, s:s, s:I, s:o, s:o}", "label", facts->label, "kind", kinds[facts->kind],
                     "replications", (json_int_t)facts->replications, "axes", axes, "designs", designs);
}

enum status summary_json(struct results *results, const struct summary_request *request, struct text *out,
                         struct trouble *trouble)
{
    struct arena arena = {0};
    size_t count;
    size_t *measures = chosen(results, request, &count, &arena, trouble);
    if (measures == NULL) {
        arena_free(&arena);
        return STATUS_USAGE;
    }
    double confidence = confidence_of(request);
    json_t *json = json_heading(results, confidence), *variants = json_array();
    json_object_set_new(json, "designs", designs_json(results, measures, count, 0, confidence, trouble));
    for (size_t i = 1; i < results->variant_count; i++)
        json_array_append_new(
            variants,
            variant_json(results, i, designs_json(results, measures, count, i, confidence, trouble)));
    json_object_set_new(json, "variants", variants);
    json_object_set_new(json, "choice", front_json(front_of(results, confidence, &arena, trouble)));
    arena_free(&arena);
    if (trouble->count > 0) {
        json_decref(json);
        return trouble_status(trouble);
    }
    json_finish(json, out);
    return STATUS_FINE;
}
