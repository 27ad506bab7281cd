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
        json_array_append_new(factors,
                              json_pack("{s:s, s:s, s:s, s:o, s:o, s:o, s:b, s:b, s:o}", "path", factor->path,
                                        "meaning", factor->meaning, "unit", factor->unit, "least",
                                        json_number(factor->least), "most", json_number(factor->most),
                                        "usual", json_number(factor->usual), "log", factor->log, "observable",
                                        factor->observable, "choices", choices));
    }
    return factors;
}

static json_t *cut_json(const struct results_worlds *worlds, const struct cut *cut, json_t *below,
                        json_t *above)
{
    const struct results_factor *factor = &worlds->factors[cut->factor];
    json_t *at = cut->is_choice ? json_string(factor->choices.names[(size_t)cut->at]) : json_number(cut->at);
    return json_pack("{s:s, s:o, s:o, s:o}", "factor", factor->path, "at", at, "below",
                     below == NULL ? json_boolean(cut->below) : below, "above",
                     above == NULL ? json_boolean(cut->above) : above);
}

/* The first cut, with what it is right in; a part that is cut again holds that cut in place of its side. */
static json_t *split_json(const struct worlds_told *told, const struct split *split)
{
    const struct results_worlds *worlds = told->results->worlds;
    json_t *json =
        cut_json(worlds, &split->first, split->has_below ? cut_json(worlds, &split->below, NULL, NULL) : NULL,
                 split->has_above ? cut_json(worlds, &split->above, NULL, NULL) : NULL);
    json_object_set_new(json, "right", json_integer((json_int_t)split->right));
    json_object_set_new(json, "right_of_first", json_integer((json_int_t)split->right_of_first));
    json_object_set_new(json, "larger", json_integer((json_int_t)split->larger));
    return json;
}

static json_t *separation_json(const struct worlds_told *told, const struct worlds_of_design *one)
{
    if (!one->is_separated)
        return json_null();
    struct text sentence = {0}, find = {0};
    say_what_separates(&sentence, told, one);
    say_what_to_find_out(&find, told, one);
    json_t *json = split_json(told, &one->split);
    json_object_set_new(json, "sentence", json_string(sentence.bytes));
    json_object_set_new(json, "find_out", json_string(find.bytes));
    json_object_set_new(json, "by_observable",
                        one->is_separated_by_observable ? split_json(told, &one->by_observable)
                                                        : json_null());
    text_free(&sentence);
    text_free(&find);
    return json;
}

static json_t *design_json(const struct worlds_told *told, const struct worlds_of_design *one)
{
    const size_t missing = worlds_that_were_run(told->results->worlds) - one->worlds;
    struct text sentence = {0};
    const bool said = say_in_how_many_worlds(&sentence, told, one->design);
    json_t *json =
        json_pack("{s:s, s:o, s:I, s:I, s:I, s:I, s:I, s:I, s:{s:s, s:o, s:o, s:o}, s:o}", "design",
                  told->results->designs.names[one->design], "sentence",
                  said ? json_string(sentence.bytes) : json_null(), "worlds", (json_int_t)one->worlds,
                  "missing", (json_int_t)missing, "ahead", (json_int_t)one->ahead, "clearly_ahead",
                  (json_int_t)one->clearly_ahead, "behind", (json_int_t)one->behind, "clearly_behind",
                  (json_int_t)one->clearly_behind, "spread", "of", one->by_ratio ? "ratio" : "difference",
                  "low", json_number(one->spread.low), "middle", json_number(one->spread.middle), "high",
                  json_number(one->spread.high), "separation", separation_json(told, one));
    text_free(&sentence);
    return json;
}

static json_t *level_json(const struct worlds_told *told, const struct worlds_level *level)
{
    struct text sentence = {0};
    json_t *separation = json_null();
    if (level->is_separated) {
        say_what_raises(&sentence, told, level);
        separation = split_json(told, &level->split);
        json_object_set_new(separation, "sentence", json_string(sentence.bytes));
    }
    text_free(&sentence);
    return json_pack("{s:s, s:I, s:o, s:o, s:o, s:o}", "design", told->results->designs.names[level->design],
                     "worlds", (json_int_t)level->worlds, "low", json_number(level->spread.low), "middle",
                     json_number(level->spread.middle), "high", json_number(level->spread.high), "separation",
                     separation);
}

static const char *matters_name(const struct worlds_told *told, const struct worlds_response *response,
                                size_t factor)
{
    static const char *const names[] = {[MATTERS_UNKNOWN] = "unknown",
                                        [MATTERS_NOT_AT_ALL] = "not at all",
                                        [MATTERS_HARDLY] = "hardly",
                                        [MATTERS] = "yes"};
    return names[worlds_matter(response, told->results->worlds->factor_count, factor)];
}

static json_t *effect_json(const struct worlds_told *told, const struct worlds_response *response,
                           size_t factor)
{
    const struct effect *effect = &response->effects[factor];
    return json_pack("{s:s, s:o, s:o, s:o, s:s}", "factor", told->results->worlds->factors[factor].path,
                     "mean", json_number(effect->mean), "absolute", json_estimate(&effect->absolute), "sd",
                     json_number(effect->sd), "matters", matters_name(told, response, factor));
}

static json_t *index_json(const struct worlds_told *told, const struct worlds_response *response,
                          size_t factor)
{
    const struct results_worlds *worlds = told->results->worlds;
    const struct index *index = &response->indices[factor];
    return json_pack("{s:s, s:o, s:o, s:s}", "factor",
                     factor < worlds->factor_count ? worlds->factors[factor].path : "luck", "first",
                     json_estimate(&index->first), "total", json_estimate(&index->total), "matters",
                     matters_name(told, response, factor));
}

static json_t *response_json(const struct worlds_told *told, const struct worlds_response *response)
{
    const struct results_worlds *worlds = told->results->worlds;
    const bool walks = response->effects != NULL;
    json_t *rows = json_array();
    for (size_t i = 0; i < worlds->factor_count + (walks ? 0 : 1) && response->varies; i++)
        json_array_append_new(rows, walks ? effect_json(told, response, i) : index_json(told, response, i));
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
    const size_t run = worlds_that_were_run(worlds);
    json_t *designs = json_array(), *levels = json_array(), *responses = json_array();
    for (size_t i = 0; i < told->design_count; i++)
        json_array_append_new(designs, design_json(told, &told->designs[i]));
    for (size_t i = 0; i < told->level_count; i++)
        json_array_append_new(levels, level_json(told, &told->levels[i]));
    for (size_t i = 0; i < told->response_count; i++)
        json_array_append_new(responses, response_json(told, &told->responses[i]));
    return json_pack("{s:s, s:I, s:I, s:o, s:o, s:o, s:o}", "by", ways[worlds->by], "worlds", (json_int_t)run,
                     "left_out", (json_int_t)(worlds->count - run), "factors", factors_json(worlds),
                     "designs", designs, "levels", levels, "responses", responses);
}
