#include "analysis/words/fitting_json.h"

#include <math.h>

#include "analysis/words/json.h"

static json_t *range_json(const struct fitting_range *range)
{
    return json_pack("{s:o, s:o, s:o, s:o, s:o}", "lowest", json_number(range->lowest), "low",
                     json_number(range->low), "middle", json_number(range->middle), "high",
                     json_number(range->high), "highest", json_number(range->highest));
}

static json_t *number_json(const struct fitting *fitting, const struct fitting_number *number)
{
    const struct results_factor *factor = &fitting->results->worlds->factors[number->factor];
    json_t *json = json_pack("{s:s, s:s, s:b, s:o, s:o}", "factor", factor->path, "unit", factor->unit,
                             "told", number->is_told, "chance", json_number(number->chance), "narrower",
                             json_number(number->narrower));
    if (factor->choices.count > 0) {
        json_object_set_new(json, "choice", json_string(factor->choices.names[number->choice]));
        json_object_set_new(json, "worlds", json_integer((json_int_t)number->prior_have));
        json_object_set_new(json, "kept_worlds", json_integer((json_int_t)number->kept_have));
        return json;
    }
    json_object_set_new(json, "prior", range_json(&number->prior));
    json_object_set_new(json, "kept", range_json(&number->kept));
    return json;
}

static json_t *found_json(const struct fitting *fitting, const struct fitting_found *found)
{
    return json_pack("{s:s, s:s, s:b, s:o, s:I, s:I, s:I, s:o, s:o}", "measure",
                     fitting->results->measures[found->found->measure].name, "source", found->found->source,
                     "used", found->unit > 0 && found->worlds > 0, "unit_of_distance",
                     json_number(found->unit > 0 ? found->unit : NAN), "worlds", (json_int_t)found->worlds,
                     "reached", (json_int_t)found->reached, "kept_reached", (json_int_t)found->kept_reached,
                     "least", json_number(found->worlds > 0 ? found->least : NAN), "most",
                     json_number(found->worlds > 0 ? found->most : NAN));
}

static json_t *design_json(const struct fitting *fitting, const struct fitting_design *design)
{
    return json_pack("{s:s, s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:I}", "design",
                     fitting->results->designs.names[design->design], "worlds", (json_int_t)design->worlds,
                     "ahead", (json_int_t)design->ahead, "behind", (json_int_t)design->behind, "kept",
                     (json_int_t)design->kept, "kept_ahead", (json_int_t)design->kept_ahead,
                     "kept_clearly_ahead", (json_int_t)design->kept_clearly_ahead, "kept_behind",
                     (json_int_t)design->kept_behind, "kept_clearly_behind",
                     (json_int_t)design->kept_clearly_behind);
}

json_t *fitting_json(const struct fitting *fitting)
{
    if (fitting == NULL || fitting->lack != FITTING_FINE)
        return json_null();
    json_t *numbers = json_array(), *found = json_array(), *designs = json_array(), *kept = json_array();
    for (size_t i = 0; i < fitting->number_count; i++)
        json_array_append_new(numbers, number_json(fitting, &fitting->numbers[i]));
    for (size_t i = 0; i < fitting->found_count; i++)
        json_array_append_new(found, found_json(fitting, &fitting->found[i]));
    for (size_t i = 0; i < fitting->design_count; i++)
        json_array_append_new(designs, design_json(fitting, &fitting->designs[i]));
    for (size_t i = 0; i < fitting->results->worlds->count; i++)
        if (fitting->is_kept[i])
            json_array_append_new(kept, json_integer((json_int_t)i + 1));
    return json_pack("{s:s, s:o, s:I, s:I, s:I, s:I, s:o, s:o, s:o, s:o, s:o, s:o}", "design",
                     fitting->results->designs.names[fitting->design], "keep", json_number(fitting->share),
                     "worlds", (json_int_t)fitting->worlds, "kept", (json_int_t)fitting->kept,
                     "kept_beyond_share", (json_int_t)fitting->allowed, "without_value",
                     (json_int_t)fitting->without, "nearest", json_number(fitting->nearest), "farthest",
                     json_number(fitting->farthest), "numbers", numbers, "found", found, "designs", designs,
                     "kept_worlds", kept);
}
