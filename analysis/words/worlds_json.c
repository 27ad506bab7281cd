#include "analysis/words/worlds_json.h"

#include "analysis/words/json.h"
#include "analysis/words/worlds_text.h"

static json_t *factors_json(const struct results_worlds *worlds)
{
    json_t *factors = json_array();
    for (size_t i = 0; i < worlds->factor_count; i++) {
        const struct results_factor *factor = &worlds->factors[i];
        json_t *choices = json_array();
        for (size_t j = 0; j < factor->choices.count; j++)
            json_array_append_new(choices, json_string(factor->choices.names[j]));
        json_array_append_new(factors, json_pack("{s:s, s:s, s:o, s:o, s:o, s:o}", "path", factor->path,
                                                 "unit", factor->unit, "least", json_number(factor->least),
                                                 "most", json_number(factor->most), "usual",
                                                 json_number(factor->usual), "choices", choices));
    }
    return factors;
}

static json_t *separation_json(const struct worlds_told *told, const struct worlds_of_design *one)
{
    if (!one->is_separated)
        return json_null();
    struct text sentence = {0};
    say_what_separates(&sentence, told, one);
    const struct split *split = &one->split;
    json_t *json = json_pack("{s:s, s:I, s:I, s:s, s:o}", "sentence", sentence.bytes, "right",
                             (json_int_t)split->right, "larger", (json_int_t)split->larger, "factor",
                             told->results->worlds->factors[split->first.factor].path, "at",
                             json_number(split->first.at));
    text_free(&sentence);
    return json;
}

static json_t *design_json(const struct worlds_told *told, const struct worlds_of_design *one)
{
    return json_pack("{s:s, s:I, s:I, s:I, s:I, s:I, s:{s:s, s:o, s:o, s:o}, s:o}", "design",
                     told->results->designs.names[one->design], "worlds", (json_int_t)one->worlds, "ahead",
                     (json_int_t)one->ahead, "clearly_ahead", (json_int_t)one->clearly_ahead, "behind",
                     (json_int_t)one->behind, "clearly_behind", (json_int_t)one->clearly_behind, "spread",
                     "of", one->by_ratio ? "ratio" : "difference", "low", json_number(one->spread.low),
                     "middle", json_number(one->spread.middle), "high", json_number(one->spread.high),
                     "separation", separation_json(told, one));
}

static json_t *effect_json(const struct results_worlds *worlds, const struct worlds_response *response,
                           size_t factor)
{
    const struct effect *effect = &response->effects[factor];
    return json_pack("{s:s, s:o, s:o, s:o}", "factor", worlds->factors[factor].path, "mean",
                     json_number(effect->mean), "absolute", json_estimate(&effect->absolute), "sd",
                     json_number(effect->sd));
}

static json_t *index_json(const struct results_worlds *worlds, const struct worlds_response *response,
                          size_t factor)
{
    const struct index *index = &response->indices[factor];
    return json_pack("{s:s, s:o, s:o}", "factor",
                     factor < worlds->factor_count ? worlds->factors[factor].path : "luck", "first",
                     json_estimate(&index->first), "total", json_estimate(&index->total));
}

static json_t *response_json(const struct worlds_told *told, const struct worlds_response *response)
{
    const struct results_worlds *worlds = told->results->worlds;
    const bool walks = response->effects != NULL;
    json_t *rows = json_array();
    for (size_t i = 0; i < worlds->factor_count + (walks ? 0 : 1) && response->varies; i++)
        json_array_append_new(rows,
                              walks ? effect_json(worlds, response, i) : index_json(worlds, response, i));
    json_t *against =
        response->is_contrast ? json_string(told->results->designs.names[told->base]) : json_null();
    return json_pack("{s:s, s:o, s:b, s:o}", "design", told->results->designs.names[response->design],
                     "against", against, "varies", response->varies, walks ? "effects" : "indices", rows);
}

json_t *worlds_json(const struct worlds_told *told)
{
    static const char *const ways[] = {
        [WORLDS_SAMPLE] = "sample", [WORLDS_MORRIS] = "morris", [WORLDS_SOBOL] = "sobol"};
    if (told == NULL || told->results->worlds->count == 0)
        return json_null();
    const struct results_worlds *worlds = told->results->worlds;
    json_t *designs = json_array(), *responses = json_array();
    for (size_t i = 0; i < told->design_count; i++)
        json_array_append_new(designs, design_json(told, &told->designs[i]));
    for (size_t i = 0; i < told->response_count; i++)
        json_array_append_new(responses, response_json(told, &told->responses[i]));
    return json_pack("{s:s, s:I, s:o, s:o, s:o}", "by", ways[worlds->by], "worlds", (json_int_t)worlds->count,
                     "factors", factors_json(worlds), "designs", designs, "responses", responses);
}
