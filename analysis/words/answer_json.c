#include "analysis/words/answer_json.h"

#include "analysis/numbers/keeping_up.h"
#include "analysis/numbers/ranking.h"
#include "analysis/words/json.h"
#include "analysis/words/keeping_up_text.h"
#include "analysis/words/ranking_text.h"
#include "analysis/words/sentence.h"

static const char *pace_name(enum pace pace)
{
    switch (pace) {
    case PACE_KEEPS_UP:
        return "keeps up";
    case PACE_FALLS_BEHIND:
        return "falls behind";
    case PACE_UNCLEAR:
    case PACE_UNKNOWN:
        break;
    }
    return "not clear";
}

json_t *keeping_up_json(const struct results *results, double confidence)
{
    json_t *rows = json_array();
    for (size_t design = 0; design < results->designs.count; design++) {
        struct arena arena = {0};
        struct text sentence = {0};
        const struct keeping_up one = keeping_up_of(results, design, confidence, &arena);
        if (one.pace != PACE_UNKNOWN) {
            say_keeping_up(&sentence, results, design, &one, confidence);
            json_array_append_new(rows, json_pack("{s:s, s:s, s:o, s:o, s:o, s:o, s:s}", "design",
                                                  results->designs.names[design], "pace", pace_name(one.pace),
                                                  "came_in", json_number(one.came_in), "decided",
                                                  json_number(one.decided), "open", json_number(one.open),
                                                  "open_a_day", json_estimate(&one.trend), "sentence",
                                                  sentence.bytes));
        }
        text_free(&sentence);
        arena_free(&arena);
    }
    return rows;
}

json_t *hangs_on_json(const struct comparison *comparison)
{
    const struct results *results = comparison->results;
    json_t *rows = json_array();
    for (size_t design = 0; design < results->designs.count; design++) {
        struct text sentence = {0};
        if (design != comparison->base && comparison->check_count > 0)
            say_what_it_hangs_on(&sentence, comparison, design, 0);
        if (sentence.length > 0)
            json_array_append_new(rows, json_pack("{s:s, s:s}", "design", results->designs.names[design],
                                                  "sentence", sentence.bytes));
        text_free(&sentence);
    }
    return rows;
}

json_t *order_json(const struct comparison *comparison)
{
    struct arena arena = {0};
    struct text sentence = {0};
    json_t *json = NULL;
    if (comparison->contrast_count > 0) {
        const struct ranking ranking =
            ranking_of(comparison->results, comparison->measures[0], comparison->confidence, &arena);
        if (say_ranking(&sentence, comparison->results, &ranking))
            json = json_string(sentence.bytes);
    }
    text_free(&sentence);
    arena_free(&arena);
    return json == NULL ? json_null() : json;
}
