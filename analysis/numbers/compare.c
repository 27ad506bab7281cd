#include "analysis/numbers/compare.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/numbers/fitting.h"
#include "analysis/numbers/front.h"
#include "analysis/numbers/sweep.h"
#include "analysis/numbers/worlds.h"
#include "base/require.h"

size_t price_measures(const struct results *results, size_t *measures, size_t most)
{
    size_t count = 0;
    for (size_t i = 0; i < results->measure_count && count < most; i++)
        if (results->measures[i].is_price && i != results->headline &&
            results->measures[i].extent == EXTENT_RUN)
            measures[count++] = i;
    return count;
}

static int side_number(enum verdict verdict)
{
    return verdict == VERDICT_HIGHER ? 1 : verdict == VERDICT_LOWER ? -1 : 0;
}

static enum turn turn_of(enum verdict scenario, enum verdict cut, enum verdict variant)
{
    int before = side_number(scenario), after = side_number(variant);
    if (before == after)
        return TURN_HOLDS;
    if (before == 0)
        return TURN_SETTLED;
    if (after != 0)
        return TURN_AROUND;
    return side_number(cut) == 0 ? TURN_TOO_FEW : TURN_UNCLEAR;
}

static struct assumption_check check_of(const struct comparison *comparison, size_t variant, size_t design)
{
    const struct results *results = comparison->results;
    size_t runs = results->variants[variant].replications, measure = results->headline;
    size_t base = comparison->base;
    double confidence = comparison->confidence;
    struct contrast usual = contrast_of(results, measure, 0, design, base, confidence);
    struct contrast cut = contrast_of_first(results, measure, 0, design, base, confidence, runs);
    struct contrast other = contrast_of(results, measure, variant, design, base, confidence);
    return (struct assumption_check){other, runs, turn_of(usual.verdict, cut.verdict, other.verdict)};
}

static void check_assumptions(struct comparison *comparison, struct arena *arena)
{
    const struct results *results = comparison->results;
    comparison->checks =
        ARENA_NEW(arena, struct assumption_check, results->variant_count * results->designs.count);
    for (size_t i = 0; i < results->variant_count; i++)
        for (size_t design = 0;
             results->variants[i].kind == VARIANT_ASSUMPTION && design < results->designs.count; design++)
            if (design != comparison->base)
                comparison->checks[comparison->check_count++] = check_of(comparison, i, design);
}

static enum status unknown_name(const struct results *results, const char *kind, const char *name,
                                const char *const *known, size_t count, struct trouble *trouble)
{
    trouble_add(trouble, STATUS_USAGE, (struct place){.file = results->path}, "has no %s called `%s`", kind,
                name);
    const char *near = nearest_word(name, known, count);
    if (near != NULL)
        trouble_hint(trouble, "did you mean `%s`?", near);
    return STATUS_USAGE;
}

static enum status unknown_measure(const struct results *results, const char *name, struct arena *arena,
                                   struct trouble *trouble)
{
    const char **known = ARENA_NEW(arena, const char *, results->measure_count);
    size_t measure = results_find_measure(results, name);
    if (measure != NOT_FOUND)
        return trouble_add(trouble, STATUS_USAGE, (struct place){.file = results->path},
                           "`%s` is not one number a run and cannot be compared; `groundswell plot` shows it",
                           name);
    for (size_t i = 0; i < results->measure_count; i++)
        known[i] = results->measures[i].name;
    return unknown_name(results, "measure", name, known, results->measure_count, trouble);
}

static bool has_values(const struct results *results, size_t measure, double *values)
{
    for (size_t design = 0; design < results->designs.count; design++) {
        size_t count = results_run_values(results, measure, 0, design, ALL_SITES, values);
        for (size_t i = 0; i < count; i++)
            if (isfinite(values[i]))
                return true;
    }
    return false;
}

static bool is_among(const struct comparison *comparison, size_t measure)
{
    for (size_t i = 0; i < comparison->measure_count; i++)
        if (comparison->measures[i] == measure)
            return true;
    return false;
}

/* By the scenario (`show`), in the order of the file. */
static void add_those_asked_for(struct comparison *comparison)
{
    const struct results *results = comparison->results;
    for (size_t i = 0; i < results->measure_count; i++)
        if (results->measures[i].is_asked && results->measures[i].extent == EXTENT_RUN &&
            !is_among(comparison, i))
            comparison->measures[comparison->measure_count++] = i;
}

static void add_those_of_movement(struct comparison *comparison, struct arena *arena)
{
    const struct results *results = comparison->results;
    double *values = ARENA_NEW(arena, double, results->most_replications);
    for (size_t i = 0; i < results->measure_count; i++)
        if (results->measures[i].of_movement && results->measures[i].extent == EXTENT_RUN &&
            !is_among(comparison, i) && has_values(results, i, values))
            comparison->measures[comparison->measure_count++] = i;
}

static enum status choose_measures(struct comparison *comparison, const struct compare_request *request,
                                   struct arena *arena, struct trouble *trouble)
{
    const struct results *results = comparison->results;
    comparison->measures = ARENA_NEW(arena, size_t, request->measure_count + 1 + 2 * results->measure_count);
    comparison->asked = request->measure_count == 0 ? 1 : request->measure_count;
    if (request->measure_count == 0) {
        comparison->measures[0] = results->headline;
        comparison->measure_count =
            1 + price_measures(results, comparison->measures + 1, results->measure_count);
        add_those_asked_for(comparison);
    }
    for (size_t i = 0; i < request->measure_count; i++) {
        size_t measure = results_find_measure(results, request->measures[i]);
        if (measure == NOT_FOUND || results->measures[measure].extent != EXTENT_RUN)
            return unknown_measure(results, request->measures[i], arena, trouble);
        comparison->measures[comparison->measure_count++] = measure;
    }
    comparison->movement_from = comparison->measure_count;
    if (request->measure_count == 0)
        add_those_of_movement(comparison, arena);
    return STATUS_FINE;
}

/* Which worlds agree with the record; NULL with trouble where the worlds or their numbers cannot be read. */
static struct comparison *find_fitting(struct comparison *comparison, struct results *results,
                                       struct arena *arena, struct trouble *trouble)
{
    if (comparison->worlds != NULL)
        comparison->fitting = fitting_of(results, comparison->worlds, arena, trouble);
    return comparison->fitting == NULL ? NULL : comparison;
}

struct comparison *compare(struct results *results, const struct compare_request *request,
                           struct arena *arena, struct trouble *trouble)
{
    struct comparison *comparison = ARENA_NEW(arena, struct comparison, 1);
    size_t designs = results->designs.count;
    comparison->results = results;
    comparison->confidence = request->confidence > 0 ? request->confidence : USUAL_CONFIDENCE;
    const bool swept = sweep_axis_count(results) > 0;
    comparison->front = front_of(results, comparison->confidence, arena, trouble);
    if (comparison->front == NULL && results->choice != NULL)
        return NULL;
    if (designs == 1 && !swept && request->measure_count == 0 && request->base == NULL &&
        (results->provenance.found_count > 0 || results->worlds->count > 0 || results->choice != NULL)) {
        comparison->worlds =
            worlds_told(results, results->headline, 0, comparison->confidence, arena, trouble);
        return find_fitting(comparison, results, arena, trouble);
    }
    if (designs < 2 && !swept) {
        trouble_add(trouble, STATUS_BAD_INPUT, (struct place){.file = results->path},
                    "holds one design, so there is nothing to compare it with");
        trouble_hint(trouble, "`groundswell summary` shows its measures");
        return NULL;
    }
    if (request->base != NULL)
        comparison->base = results_find_design(results, request->base);
    if (comparison->base == NOT_FOUND) {
        unknown_name(results, "design", request->base, results->designs.names, designs, trouble);
        return NULL;
    }
    if (choose_measures(comparison, request, arena, trouble) != STATUS_FINE)
        return NULL;
    comparison->contrasts = ARENA_NEW(arena, struct contrast, comparison->measure_count * (designs - 1));
    for (size_t i = 0; i < comparison->measure_count; i++)
        for (size_t design = 0; design < designs; design++)
            if (design != comparison->base)
                comparison->contrasts[comparison->contrast_count++] = contrast_of(
                    results, comparison->measures[i], 0, design, comparison->base, comparison->confidence);
    check_assumptions(comparison, arena);
    comparison->worlds = worlds_told(results, comparison->measures[0], comparison->base,
                                     comparison->confidence, arena, trouble);
    return find_fitting(comparison, results, arena, trouble);
}
