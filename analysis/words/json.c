#include "analysis/words/json.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/words/best_text.h"
#include "analysis/words/precision_text.h"
#include "base/require.h"

enum { INDENT = 2, DIGITS = 12 };

json_t *json_number(double number)
{
    return isfinite(number) ? json_real(number) : json_null();
}

json_t *json_estimate(const struct estimate *estimate)
{
    return json_pack("{s:o, s:o, s:o, s:I, s:I}", "value", json_number(estimate->value), "low",
                     json_number(estimate->low), "high", json_number(estimate->high), "used",
                     (json_int_t)estimate->used, "missing", (json_int_t)estimate->missing);
}

/* null where every run was asked for. */
static json_t *json_precision(const struct results *results)
{
    const struct results_precision *precision = &results->precision;
    if (*precision->of == '\0')
        return json_null();
    return json_pack("{s:s, s:o, s:o, s:o, s:b}", "of", precision->of, "within",
                     json_number(precision->within), "most", json_number(precision->most), "reached",
                     json_number(precision->reached), "sure", precision_is_reached(precision));
}

json_t *json_best(const struct best_found *found)
{
    static const char *const standings[] = {
        [STANDING_IN] = "in", [STANDING_OUT] = "out", [STANDING_ABSENT] = "without values"};
    const struct results_best *best = found->best;
    if (*best->of == '\0')
        return json_null();
    json_t *designs = json_array();
    for (size_t i = 0; i < found->count; i++)
        json_array_append_new(designs,
                              json_pack("{s:s, s:I, s:s}", "design", found->designs[i], "runs",
                                        (json_int_t)found->runs[i], "state", standings[best->standings[i]]));
    return json_pack("{s:s, s:o, s:o, s:o, s:o, s:b, s:o, s:o}", "of", best->of, "worth",
                     json_number(best->worth), "sure", json_number(best->sure), "most",
                     json_number(best->most), "delta", json_number(best->delta), "decided", best->decided,
                     "design",
                     best->leader == NOT_FOUND ? json_null() : json_string(found->designs[best->leader]),
                     "designs", designs);
}

json_t *json_heading(const struct results *results, double confidence)
{
    const struct best_found found = best_found_in(results);
    return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:I, s:f, s:{s:s, s:s, s:s}, s:o, s:o}", "title",
                     results->title, "question", results->question, "headline",
                     results->measures[results->headline].name, "seed", results->provenance.seed, "version",
                     results->provenance.version, "commit", results->provenance.commit, "replications",
                     (json_int_t)results->replications, "confidence", confidence, "methods", "mean",
                     method_of_mean, "difference", method_of_difference, "ratio", method_of_ratio,
                     "precision", json_precision(results), "best", json_best(&found));
}

void json_finish(json_t *value, struct text *out)
{
    char *written = json_dumps(value, JSON_INDENT(INDENT) | JSON_REAL_PRECISION(DIGITS));
    require(written != NULL);
    text_add_json(out, written);
    text_say(out, "\n");
    free(written);
    json_decref(value);
}
