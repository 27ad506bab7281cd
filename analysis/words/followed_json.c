#include "analysis/words/followed_json.h"

#include "analysis/words/json.h"

static const double minutes_an_hour = 60;

static json_t *text_or_null(const char *text)
{
    return text == NULL || *text == '\0' ? json_null() : json_string(text);
}

static json_t *step_json(const struct said_step *step)
{
    static const char *const steps[] = {
        [CONSENSUS_CALLED] = "consensus called", [DECIDED] = "decided", [TABLED] = "tabled"};
    static const char *const outcomes[] = {"pending", "passed", "failed", "withdrawn"};
    json_t *json = json_pack("{s:s,s:I,s:o}", "step", steps[step->what], "proposal",
                             (json_int_t)step->proposal + 1, "at_hours", json_number(step->time));
    if (step->what == DECIDED && step->amount >= 0 && step->amount <= 3)
        json_object_set_new(json, "outcome", json_string(outcomes[(int)step->amount]));
    if (step->what == CONSENSUS_CALLED)
        json_object_set_new(json, "blocks", json_number(step->amount));
    return json;
}

static json_t *circle_json(const struct said_circle *circle)
{
    json_t *speakers = json_array(), *steps = json_array();
    for (size_t i = 0; i < circle->speaker_count; i++)
        json_array_append_new(speakers,
                              json_pack("{s:I,s:o,s:I}", "person", (json_int_t)circle->speakers[i].person + 1,
                                        "minutes", json_number(circle->speakers[i].hours * minutes_an_hour),
                                        "turns", (json_int_t)circle->speakers[i].turns));
    for (size_t i = 0; i < circle->step_count; i++)
        json_array_append_new(steps, step_json(&circle->steps[i]));
    return json_pack("{s:I,s:I,s:I,s:o,s:I,s:I,s:o,s:o}", "circle", (json_int_t)circle->number, "people",
                     (json_int_t)circle->people, "turns", (json_int_t)circle->turn_count, "minutes_spoken",
                     json_number(circle->hours * minutes_an_hour), "new_facets", (json_int_t)circle->facets,
                     "strayed", (json_int_t)circle->strayed, "speakers", speakers, "steps", steps);
}

static json_t *stage_json(const struct followed_told *told, const struct said_stage *stage)
{
    const char *title = stage->stage < told->stage_count ? told->stages[stage->stage].title : "";
    json_t *circles = json_array();
    for (size_t i = 0; i < stage->circle_count; i++)
        json_array_append_new(circles, circle_json(&stage->circles[i]));
    return json_pack("{s:o,s:I,s:o,s:o,s:I,s:o,s:I,s:o}", "title", text_or_null(title), "round",
                     (json_int_t)stage->round + 1, "from_hours", json_number(stage->from), "to_hours",
                     json_number(stage->to), "people", (json_int_t)stage->people, "posted",
                     stage->posted == FOLLOWED_NONE ? json_null() : json_integer(stage->posted), "walks",
                     (json_int_t)stage->walks, "circles", circles);
}

json_t *followed_json(const struct followed_told *told)
{
    const struct followed_session *session = told->session;
    json_t *stages = json_array();
    for (size_t i = 0; i < session->stage_count; i++)
        json_array_append_new(stages, stage_json(told, &session->stages[i]));
    return json_pack(
        "{s:o,s:o,s:o,s:o,s:I,s:I,s:o,s:o,s:I,s:o,s:I,s:o,s:I,s:o}", "scenario", text_or_null(told->scenario),
        "design", text_or_null(told->design), "site", text_or_null(told->site), "method",
        text_or_null(told->method), "session", (json_int_t)told->number, "replication",
        (json_int_t)told->replication, "from_hours", json_number(session->from), "to_hours",
        json_number(session->to), "came", (json_int_t)session->came, "stayed",
        session->is_over ? json_integer(session->stayed) : json_null(), "turns", (json_int_t)session->turns,
        "minutes_spoken", json_number(session->hours * minutes_an_hour), "decided",
        (json_int_t)session->decided, "stages", stages);
}
