#include "page/answer.h"

#include <string.h>

#include "analysis/numbers/compare.h"
#include "analysis/words/comparison.h"
#include "analysis/words/json.h"

enum { FEWEST_REPLICATIONS = 2 }; /* for a range */

static json_t *dots_json(const struct results *results)
{
    struct arena arena = {0};
    double *values = ARENA_NEW(&arena, double, results->most_replications);
    json_t *designs = json_array();
    for (size_t design = 0; design < results->designs.count; design++) {
        json_t *dots = json_array();
        const size_t count = results_run_values(results, results->headline, 0, design, ALL_SITES, values);
        for (size_t i = 0; i < count; i++)
            json_array_append_new(dots, json_number(values[i]));
        json_array_append_new(designs, dots);
    }
    arena_free(&arena);
    return designs;
}

/* NULL where nothing can be said. */
static json_t *comparison_of(struct results *results)
{
    struct arena arena = {0};
    struct trouble trouble = {0};
    struct text said = {0};
    json_t *json = NULL;
    const struct compare_request request = {0};
    const struct comparison *comparison = compare(results, &request, &arena, &trouble);
    if (comparison != NULL) {
        comparison_json(comparison, &said);
        json = json_loads(said.bytes, 0, NULL);
    }
    text_free(&said);
    trouble_free(&trouble);
    arena_free(&arena);
    return json;
}

void answer_say(const struct kept_runs *kept, struct text *out)
{
    struct results *results = kept_runs_results(kept);
    json_t *comparison = NULL, *dots = NULL;
    const size_t whole = kept_runs_whole(kept, 0);
    if (results != NULL)
        dots = dots_json(results);
    if (whole >= FEWEST_REPLICATIONS)
        comparison = comparison_of(results);
    results_close(results);
    json_finish(json_pack("{s:I, s:b, s:o, s:o}", "replications", (json_int_t)whole, "too_few",
                          comparison == NULL, "dots", dots == NULL ? json_array() : dots, "comparison",
                          comparison == NULL ? json_null() : comparison),
                out);
}
