#include "analysis/words/comparison.h"

#include <math.h>

#include "analysis/numbers/compare.h"
#include "analysis/numbers/found.h"
#include "analysis/numbers/ranking.h"
#include "analysis/numbers/sweep.h"
#include "analysis/words/answer_json.h"
#include "analysis/words/fitting_json.h"
#include "analysis/words/found_text.h"
#include "analysis/words/front_json.h"
#include "analysis/words/json.h"
#include "analysis/words/sentence.h"
#include "analysis/words/worlds_json.h"

static json_t *lead_json(const struct lead *lead)
{
    return json_pack("{s:I, s:I, s:I, s:I}", "ahead", (json_int_t)lead->ahead, "behind",
                     (json_int_t)lead->behind, "tied", (json_int_t)lead->tied, "missing",
                     (json_int_t)lead->missing);
}

static json_t *contrast_json(const struct results *results, const struct contrast *contrast)
{
    struct text sentence = {0};
    contrast_sentence(results, contrast, &sentence);
    json_t *json = json_pack("{s:s, s:o, s:o, s:o, s:o, s:s, s:o, s:o, s:s}", "design",
                             results->designs.names[contrast->design], "mean", json_estimate(&contrast->mean),
                             "difference", json_estimate(&contrast->difference), "ratio",
                             json_estimate(&contrast->ratio), "lead", lead_json(&contrast->lead), "verdict",
                             verdict_name(contrast->verdict), "settle", json_number(contrast->settle),
                             "saved_by_pairing", json_number(contrast->saved), "sentence", sentence.bytes);
    text_free(&sentence);
    return json;
}

static const char *direction_name(enum direction better)
{
    return better == DIRECTION_MORE ? "more" : better == DIRECTION_LESS ? "less" : "neither";
}

static json_t *measure_json(const struct comparison *comparison, size_t place)
{
    const struct results *results = comparison->results;
    const struct results_measure *measure = &results->measures[comparison->measures[place]];
    size_t others = results->designs.count - 1;
    /* A single design is its own base, and nothing is set against it. */
    struct contrast itself = contrast_of(results, comparison->measures[place], 0, comparison->base,
                                         comparison->base, comparison->confidence);
    const struct contrast *first = others == 0 ? &itself : &comparison->contrasts[place * others];
    json_t *contrasts = json_array();
    for (size_t i = 0; i < others; i++)
        json_array_append_new(contrasts, contrast_json(results, &first[i]));
    return json_pack("{s:s, s:s, s:s, s:s, s:o, s:o}", "name", measure->name, "unit", measure->unit,
                     "meaning", measure->meaning, "better", direction_name(measure->better), "base_mean",
                     json_estimate(&first->base_mean), "contrasts", contrasts);
}

static json_t *check_json(const struct comparison *comparison, const struct assumption_check *check)
{
    const struct results *results = comparison->results;
    return json_pack("{s:s, s:I, s:s, s:o}", "variant", results->variants[check->contrast.variant].label,
                     "replications", (json_int_t)check->runs, "turn", turn_name(check->turn), "contrast",
                     contrast_json(results, &check->contrast));
}

static const char *design_or_null(const struct results *results, size_t design)
{
    return design == NOT_FOUND ? NULL : results->designs.names[design];
}

static json_t *point_json(const struct results *results, const struct sweep_map *map,
                          const struct sweep_point *point)
{
    json_t *at = json_object();
    for (size_t i = 0; i < map->axis_count; i++)
        json_object_set_new(at, map->axes[i].path, json_string(map->axes[i].levels[point->levels[i]]));
    json_t *means = json_object();
    for (size_t design = 0; design < results->designs.count; design++)
        json_object_set_new(means, results->designs.names[design], json_estimate(&point->means[design]));
    bool pair = point->leader != NOT_FOUND && point->second != NOT_FOUND;
    return json_pack("{s:o, s:o, s:s?, s:s?, s:b, s:o, s:o}", "at", at, "means", means, "ahead",
                     design_or_null(results, point->leader), "before", design_or_null(results, point->second),
                     "clear", (int)sweep_is_clear(results, point), "ratio",
                     pair ? json_estimate(&point->contrast.ratio) : json_null(), "difference",
                     pair ? json_estimate(&point->contrast.difference) : json_null());
}

static json_t *sweep_json(const struct comparison *comparison)
{
    const struct results *results = comparison->results;
    json_t *maps = json_array();
    for (size_t i = 0; i < comparison->measure_count; i++) {
        struct arena arena = {0};
        struct sweep_map map;
        if (sweep_map(results, comparison->measures[i], comparison->confidence, &arena, &map)) {
            json_t *points = json_array();
            for (size_t j = 0; j < map.point_count; j++)
                json_array_append_new(points, point_json(results, &map, &map.points[j]));
            json_array_append_new(maps, json_pack("{s:s, s:o}", "measure",
                                                  results->measures[map.measure].name, "points", points));
        }
        arena_free(&arena);
    }
    return maps;
}

static json_t *found_designs_json(const struct results *results, size_t number, double confidence)
{
    json_t *designs = json_array();
    for (size_t design = 0; design < results->designs.count; design++) {
        struct found_check check = found_check(results, number, design, confidence);
        json_array_append_new(designs,
                              json_pack("{s:s, s:o, s:s}", "design", results->designs.names[design], "mean",
                                        json_estimate(&check.mean), "verdict", fit_name(check.fit)));
    }
    return designs;
}

static json_t *record_json(const struct results *results, double confidence)
{
    json_t *numbers = json_array(), *fits = json_array();
    for (size_t i = 0; i < results->provenance.found_count; i++) {
        const struct results_found *found = &results->provenance.found[i];
        const struct results_measure *measure = &results->measures[found->measure];
        json_array_append_new(
            numbers,
            json_pack("{s:s, s:s, s:s, s:o, s:o, s:o, s:o, s:s, s:o}", "measure", measure->name, "unit",
                      measure->unit, "meaning", measure->meaning, "value", json_number(found->value), "least",
                      json_number(found->ranged ? found->least : NAN), "most",
                      json_number(found->ranged ? found->most : NAN), "tolerance",
                      json_number(found->tolerance > 0 ? found->tolerance : NAN), "source", found->source,
                      "designs", found_designs_json(results, i, confidence)));
    }
    for (size_t design = 0; results->provenance.found_count > 0 && design < results->designs.count;
         design++) {
        struct fits fit = found_fits(results, design, confidence);
        json_array_append_new(fits, json_pack("{s:s, s:I, s:I}", "design", results->designs.names[design],
                                              "fit", (json_int_t)fit.good, "judged", (json_int_t)fit.judged));
    }
    return json_pack("{s:o, s:o}", "numbers", numbers, "fits", fits);
}

/* All designs on the first measure in their order; those of one place are not clearly apart from its first.
 */
static json_t *ranking_json(const struct comparison *comparison)
{
    struct arena arena = {0};
    json_t *designs = json_array();
    if (comparison->contrast_count > 0) {
        const struct ranking ranking =
            ranking_of(comparison->results, comparison->measures[0], comparison->confidence, &arena);
        for (size_t i = 0; i < ranking.count; i++)
            json_array_append_new(designs,
                                  json_pack("{s:s, s:I, s:o}", "design",
                                            comparison->results->designs.names[ranking.designs[i].design],
                                            "place", (json_int_t)ranking.designs[i].place, "mean",
                                            json_estimate(&ranking.designs[i].mean)));
    }
    arena_free(&arena);
    return designs;
}

void comparison_json(const struct comparison *comparison, struct text *out)
{
    json_t *json = json_heading(comparison->results, comparison->confidence);
    json_t *measures = json_array(), *checks = json_array();
    for (size_t i = 0; i < comparison->measure_count; i++)
        json_array_append_new(measures, measure_json(comparison, i));
    for (size_t i = 0; i < comparison->check_count; i++)
        json_array_append_new(checks, check_json(comparison, &comparison->checks[i]));
    json_object_set_new(json, "base", json_string(comparison->results->designs.names[comparison->base]));
    json_object_set_new(json, "ranking", ranking_json(comparison));
    json_object_set_new(json, "order", order_json(comparison));
    json_object_set_new(json, "measures", measures);
    json_object_set_new(json, "keeping_up", keeping_up_json(comparison->results, comparison->confidence));
    json_object_set_new(json, "assumptions", checks);
    json_object_set_new(json, "hangs_on", hangs_on_json(comparison));
    json_object_set_new(json, "worlds", worlds_json(comparison->worlds));
    json_object_set_new(json, "choice", front_json(comparison->front));
    json_object_set_new(json, "fit", fitting_json(comparison->fitting));
    json_object_set_new(json, "record", record_json(comparison->results, comparison->confidence));
    json_object_set_new(json, "sweeps", sweep_json(comparison));
    json_finish(json, out);
}
