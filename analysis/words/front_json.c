#include "analysis/words/front_json.h"

#include <math.h>

#include "analysis/words/front_text.h"
#include "analysis/words/json.h"
#include "analysis/words/sentence.h"

static const char *const kinds[] = {[ASKED_MORE] = "more", [ASKED_LESS] = "less", [ASKED_LIMIT] = "limit"};
static const char *const kept[] = {
    [KEEPS_SURELY] = "surely", [KEEPS_PERHAPS] = "perhaps", [KEEPS_NOT] = "not"};
static const char *const held_as[] = {
    [HELD_AS_FIRST] = "first goal", [HELD_AS_NEXT] = "next goal", [HELD_AS_BETWEEN] = "in between"};

static const char *name_of(const struct front *front, size_t asked)
{
    return front->results->measures[front->choice->asked[asked].measure].name;
}

static json_t *asked_json(const struct front *front)
{
    json_t *all = json_array();
    for (size_t i = 0; i < front->choice->asked_count; i++) {
        const struct results_asked *asked = &front->choice->asked[i];
        json_array_append_new(all, json_pack("{s:s, s:s, s:s, s:o, s:o}", "measure", name_of(front, i),
                                             "unit", front->results->measures[asked->measure].unit, "kind",
                                             kinds[asked->kind], "least", json_number(asked->least), "most",
                                             json_number(asked->most)));
    }
    return all;
}

/* By measure and what is asked of it: a measure can be a goal and a limit. */
static json_t *numbers_json(const struct front *front, const struct front_week *week, bool is_compared)
{
    json_t *all = json_array();
    for (size_t i = 0; i < front->choice->asked_count; i++) {
        const struct front_number *number = &week->numbers[i];
        const bool limit = front->choice->asked[i].kind == ASKED_LIMIT;
        json_t *one = json_pack("{s:s, s:s, s:o}", "measure", name_of(front, i), "kind",
                                kinds[front->choice->asked[i].kind], "mean", json_estimate(&number->mean));
        if (limit)
            json_object_set_new(one, "kept", json_string(kept[number->keeps]));
        if (is_compared) {
            json_object_set_new(one, "difference", json_estimate(&number->contrast.difference));
            json_object_set_new(one, "ratio", json_estimate(&number->contrast.ratio));
            json_object_set_new(one, "verdict", json_string(verdict_name(number->contrast.verdict)));
            if (!limit) {
                json_object_set_new(one, "better", json_integer((json_int_t)number->ahead));
                json_object_set_new(one, "pairs", json_integer((json_int_t)number->pairs));
            }
        }
        json_array_append_new(all, one);
    }
    return all;
}

/* The value of each setting that is open. */
static json_t *settings_json(const struct front *front, size_t world)
{
    const struct results_worlds *weeks = &front->choice->weeks;
    json_t *all = json_object();
    for (size_t i = 0; i < weeks->factor_count; i++) {
        const size_t value = (size_t)weeks->values[world * weeks->factor_count + i];
        json_object_set_new(all, weeks->factors[i].path, json_string(weeks->factors[i].choices.names[value]));
    }
    return all;
}

static json_t *week_json(const struct front *front, size_t week)
{
    const struct results_finalist *finalist = &front->choice->finalists[week];
    const struct front_week *one = &front->weeks[week];
    return json_pack("{s:I, s:I, s:s, s:b, s:b, s:o, s:o, s:s, s:s}", "finalist", (json_int_t)week + 1,
                     "runs", (json_int_t)front->choice->weeks.runs[finalist->world], "kept", kept[one->keeps],
                     "on_front", (int)one->is_on_front, "alike", (int)one->is_alike, "settings",
                     settings_json(front, finalist->world), "numbers", numbers_json(front, one, true),
                     "words", finalist->words, "sections", finalist->sections);
}

static json_t *held_json(const struct front *front)
{
    json_t *all = json_array();
    for (size_t i = 0; i < front->held_count; i++) {
        struct text name = {0};
        front_say_name(&name, front, &front->held[i]);
        json_array_append_new(all, json_pack("{s:s, s:s, s:I}", "as", held_as[front->held[i].as], "name",
                                             name.bytes, "finalist", (json_int_t)front->held[i].week + 1));
        text_free(&name);
    }
    return all;
}

json_t *front_json(const struct front *front)
{
    if (front == NULL)
        return json_null();
    const struct results_choice *choice = front->choice;
    json_t *weeks = json_array();
    for (size_t i = 0; i < front->week_count; i++)
        json_array_append_new(weeks, week_json(front, i));
    return json_pack("{s:o, s:o, s:b, s:I, s:o, s:o, s:b, s:s, s:o, s:o, s:o}", "asked", asked_json(front),
                     "weeks", json_number(choice->combinations), "tries_all", (int)choice->tries_all,
                     "searched", (json_int_t)choice->searched, "search_runs",
                     json_number(choice->search_runs), "impossible", json_number(choice->impossible),
                     "paired", (int)choice->is_paired, "kept", kept[front->kept], "held", held_json(front),
                     "finalists", weeks, "as_it_is", numbers_json(front, &front->as_it_is, false));
}
