#include <jansson.h>
#include <math.h>
#include <string.h>

#include "analysis/words/json.h"
#include "program/carry_out.h"
#include "program/complain.h"
#include "program/forecast.h"
#include "program/library.h"
#include "program/watch.h"
#include "scenario/node.h"

/* A method file says what its stages are, a scenario never does. */
static bool is_method(const char *path)
{
    struct arena arena = {0};
    struct trouble nobody_hears = {0};
    bool method =
        strcmp(path, "-") != 0 && node_at(node_read_file(path, &arena, &nobody_hears), "stages") != NULL;
    trouble_free(&nobody_hears);
    arena_free(&arena);
    return method;
}

static void say_replications(struct call *call, const struct record_plan *plan)
{
    const uint32_t most = plan->variants[0].replications;
    if (plan_least(plan) < most)
        text_print(&call->out, "%u to ", plan_least(plan));
    text_print(&call->out, "%u replication%s", most, most == 1 ? "" : "s");
}

/* How many runs, at least and at most, and how long they take. */
static void say_forecast(struct call *call, const struct record_plan *plan, const struct forecast *forecast)
{
    char least[SPAN_TEXT], most[SPAN_TEXT];
    const double shortest = forecast->least_seconds;
    const bool from =
        plan_least(plan) < plan->variants[0].replications && forecast->least_runs < forecast->runs;
    span_text(shortest, least);
    span_text(forecast->seconds, most);
    if (from)
        text_print(&call->out, ", %llu to ", (unsigned long long)forecast->least_runs);
    else
        text_say(&call->out, forecast->least_runs < forecast->runs ? ", at most " : ", ");
    text_print(&call->out, "%llu run%s in all", (unsigned long long)forecast->runs,
               forecast->runs == 1 ? "" : "s");
    if (isfinite(forecast->seconds) && forecast->seconds < 0.5)
        text_say(&call->out, ", less than a second");
    else if (isfinite(forecast->seconds) && from && shortest < 0.5)
        text_print(&call->out, ", up to %s", most);
    else if (isfinite(forecast->seconds) && from && strcmp(least, most) != 0)
        text_print(&call->out, ", about %s to %s", least, most);
    else if (isfinite(forecast->seconds))
        text_print(&call->out, ", about %s", most);
    text_print(&call->out, " on %d thread%s\n", forecast->threads, forecast->threads == 1 ? "" : "s");
}

static json_t *forecast_json(const struct forecast *forecast)
{
    return json_pack("{s:I,s:I,s:o,s:o,s:i}", "runs", (json_int_t)forecast->runs, "least_runs",
                     (json_int_t)forecast->least_runs, "seconds", json_number(forecast->seconds),
                     "least_seconds", json_number(forecast->least_seconds), "threads", forecast->threads);
}

/* `reading`: seconds that it took to read it. */
static void say_fine(struct call *call, const char *path, struct experiment *experiment, double reading,
                     json_t *file)
{
    if (call->options.noise == NOISE_QUIET)
        return;
    if (call->options.form == FORM_JSON) {
        if (experiment == NULL)
            return;
        const struct forecast forecast = forecast_of(experiment, reading);
        json_object_set_new(file, "forecast", forecast_json(&forecast));
        return;
    }
    if (experiment == NULL) {
        text_print(&call->out, "%s: a sound method\n", path);
        return;
    }
    const struct record_plan *plan = experiment_plan(experiment);
    const struct forecast forecast = forecast_of(experiment, reading);
    text_print(&call->out, "%s: no mistakes found; %zu design%s, ", path, plan->design_count,
               plan->design_count == 1 ? "" : "s");
    say_replications(call, plan);
    if (plan->choice != NULL)
        text_print(&call->out, ", a search among %.0f weeks", plan->choice->weeks);
    else if (plan->worlds != NULL)
        text_print(&call->out, ", %zu worlds", plan->worlds->count);
    say_forecast(call, plan, &forecast);
}

static enum status check_one(struct call *call, const char *name, json_t *file)
{
    struct experiment_request request;
    enum status status = request_of(call, name, &request);
    if (status != STATUS_FINE)
        return status;
    struct arena arena = {0};
    struct trouble trouble = {0}, notes = {0};
    struct experiment *experiment = NULL;
    const double began = forecast_clock();
    request.notes = &notes;
    if (is_method(request.path))
        status = method_file_check(request.path, &arena, &trouble);
    else if ((experiment = experiment_load(&request, &arena, &trouble)) == NULL)
        status = trouble_status(&trouble);
    if (status == STATUS_FINE)
        say_fine(call, request.path, experiment, forecast_clock() - began, file);
    if (status == STATUS_FINE && call->options.noise != NOISE_QUIET)
        complain(&notes, &call->screen);
    trouble_free(&notes);
    for (size_t i = 0; i < trouble.count; i++) {
        const struct complaint *complaint = &trouble.complaints[i];
        trouble_add(&call->trouble, complaint->status, complaint->where, "%s", complaint->sentence);
        if (complaint->hint != NULL)
            trouble_hint(&call->trouble, "%s", complaint->hint);
    }
    call->trouble.dropped += trouble.dropped;
    trouble_free(&trouble);
    arena_free(&arena);
    return status;
}

static enum status check_run(struct call *call)
{
    enum status first = STATUS_FINE;
    json_t *files = json_array();
    for (size_t i = 0; i < call->argument_count; i++) {
        struct text name = {0};
        text_add_utf8(&name, call->arguments[i], strlen(call->arguments[i]));
        json_t *file = json_pack("{s:s}", "file", name.bytes == NULL ? "" : name.bytes);
        enum status status = check_one(call, call->arguments[i], file);
        if (first == STATUS_FINE)
            first = status;
        json_object_set_new(file, "sound", json_boolean(status == STATUS_FINE));
        json_array_append_new(files, file);
        text_free(&name);
    }
    if (call->options.form == FORM_JSON)
        call_json(call,
                  json_pack("{s:O,s:o}", "files", files, "complaints", complaints_json(&call->trouble)));
    json_decref(files);
    return first;
}

const struct command command_check = {
    .name = "check",
    .arguments = "SCENARIO...",
    .summary = "tell every mistake of scenario and method files at once",
    .detail = "Each with file, line and column, the line itself, and what may have been meant. Where there "
              "is none, it says how many "
              "runs there would be and about how long they would take, which it finds out by trying some for "
              "a second (in JSON under `forecast`, in seconds); nothing is "
              "written.",
    .accepts = (const int[]){OPTION_SET, OPTION_JSON, OPTION_QUIET, OPTION_HELP, 0},
    .least = 1,
    .most = ANY_NUMBER,
    .work = WORK_QUICK,
    .run = check_run,
};
