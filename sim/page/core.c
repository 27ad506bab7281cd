#include "page/core.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/words/json.h"
#include "base/require.h"
#include "models/experiment/experiment.h"
#include "page/answer.h"
#include "page/kept_runs.h"
#include "page/reading.h"
#include "program/page_bounds.h"
#include "program/row_json.h"
#include "scenario/explain.h"

/* The scenario that was read last. */
static struct {
    char *text, *settings;
    const char **overrides; /* lines of `settings` */
    size_t override_count;
    struct experiment_request request;
    struct experiment *experiment; /* NULL: none can be run */
    const struct record_plan *plan;
    struct run_order *orders;
    size_t order_count;
    struct outcome *outcome;
    struct kept_runs *kept;
    struct arena arena;
} now;

static void forget(void)
{
    kept_runs_free(now.kept);
    outcome_free(now.outcome);
    free(now.orders);
    free(now.overrides);
    free(now.settings);
    free(now.text);
    struct arena arena = now.arena;
    arena_free(&arena);
    memset(&now, 0, sizeof now);
}

/* The text that a function gives, until it is called again. */
static const char *given(struct text *last, struct text *next)
{
    text_free(last);
    *last = *next;
    return last->bytes == NULL ? "" : last->bytes;
}

static void split_settings(void)
{
    now.overrides = must_allocate(strlen(now.settings) + 1, sizeof *now.overrides);
    for (char *line = now.settings; *line != '\0';) {
        char *end = strchr(line, '\n');
        if (*line != '\n')
            now.overrides[now.override_count++] = line;
        if (end == NULL)
            return;
        *end = '\0';
        line = end + 1;
    }
}

static void load_scenario(int64_t replications, struct trouble *notes, struct trouble *trouble)
{
    now.request = (struct experiment_request){.path = "scenario",
                                              .text = now.text,
                                              .length = strlen(now.text),
                                              .library = PAGE_LIBRARY,
                                              .overrides = now.overrides,
                                              .override_count = now.override_count,
                                              .replications = replications,
                                              .command = "",
                                              .without_worlds = true,
                                              .notes = notes};
    now.experiment = experiment_load(&now.request, &now.arena, trouble);
    now.plan = now.experiment == NULL ? NULL : experiment_plan(now.experiment);
}

static void prepare_runs(void)
{
    now.orders = reading_orders(now.plan, &now.order_count);
    now.outcome = outcome_new(&now.plan->shape);
    now.kept = kept_runs_new(now.plan);
}

const char *page_read(const char *text, const char *settings)
{
    static struct text last;
    struct trouble trouble = {0}, notes = {0}, nobody_hears = {0};
    struct text out = {0};
    forget();
    now.text = must_copy(text);
    now.settings = must_copy(settings);
    split_settings();
    load_scenario(0, &notes, &trouble);
    if (now.plan != NULL && now.plan->variants[0].replications > PAGE_REPLICATIONS)
        load_scenario(PAGE_REPLICATIONS, &notes, &trouble);
    if (now.plan != NULL && page_bounds_check(now.plan, &trouble) != STATUS_FINE)
        now.plan = NULL;
    json_t *json = now.plan == NULL ? json_object() : reading_plan(now.plan);
    if (now.plan != NULL) {
        prepare_runs();
        json_object_set_new(json, "runs", reading_runs(now.orders, now.order_count));
    }
    json_object_set_new(json, "mistakes", reading_mistakes(&trouble));
    json_object_set_new(json, "notes", reading_mistakes(&notes));
    json_object_set_new(json, "tree",
                        reading_tree(node_read("scenario", text, strlen(text), &now.arena, &nobody_hears)));
    json_finish(json, &out);
    trouble_free(&nobody_hears);
    trouble_free(&notes);
    trouble_free(&trouble);
    return given(&last, &out);
}

/* Letters, digits and dashes: what can be a file of its own. */
static bool can_be_file(const char *name)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
    return *name != '\0' && strspn(name, letters) == strlen(name);
}

const char *page_method(const char *name, const char *text)
{
    struct text path = {0};
    if (!can_be_file(name))
        return "a method of a page has a name of letters, digits and dashes";
    text_print(&path, "%s/methods/%s.yaml", PAGE_LIBRARY, name);
    FILE *file = fopen(path.bytes, "we");
    text_free(&path);
    if (file == NULL)
        return "the page has no room for this method";
    const bool written = fputs(text, file) >= 0;
    return fclose(file) == 0 && written ? "" : "the page has no room for this method";
}

const char *page_methods(void)
{
    static struct text last;
    struct arena arena = {0};
    struct trouble trouble = {0};
    struct text out = {0};
    struct method_listing *methods = NULL;
    json_t *json = json_array();
    const size_t count = methods_list(PAGE_LIBRARY, &arena, &methods, &trouble);
    for (size_t i = 0; i < count; i++)
        json_array_append_new(json, method_json(&methods[i]));
    json_finish(json, &out);
    trouble_free(&trouble);
    arena_free(&arena);
    return given(&last, &out);
}

const char *page_setting(const char *name)
{
    static struct text last;
    struct arena arena = {0};
    struct text out = {0};
    json_t *rows = json_array();
    explain_json(scenario_settings_table(&arena), name, "scenario", rows);
    json_finish(rows, &out);
    arena_free(&arena);
    return given(&last, &out);
}

/* Bytes as letters, four bits each. */
static char *letters_of(const struct text *bytes)
{
    static const char letters[] = "abcdefghijklmnop";
    char *out = must_allocate(2 * bytes->length + 1, 1);
    for (size_t i = 0; i < bytes->length; i++) {
        const unsigned char byte = (unsigned char)bytes->bytes[i];
        out[2 * i] = letters[byte >> 4];
        out[2 * i + 1] = letters[byte & 15];
    }
    return out;
}

/* NULL where these are no such letters. */
static char *bytes_of(const char *letters, size_t *length)
{
    const size_t count = strlen(letters);
    if (count % 2 != 0 || strspn(letters, "abcdefghijklmnop") != count)
        return NULL;
    char *bytes = must_allocate(count / 2 + 1, 1);
    for (size_t i = 0; i < count / 2; i++)
        bytes[i] = (char)((letters[2 * i] - 'a') << 4 | (letters[2 * i + 1] - 'a'));
    *length = count / 2;
    return bytes;
}

static double headline_of(const struct outcome *outcome)
{
    for (size_t i = 0; i < now.plan->shape.measure_count; i++)
        if (strcmp(now.plan->shape.measures[i]->name, now.plan->headline) == 0)
            return outcome_at(outcome, i, 0, 0);
    return (double)NAN;
}

static json_t *broken_json(const struct run_order *order, const struct run_tally *tally)
{
    struct trouble trouble = {0};
    if (tally->excess.limit != NULL)
        experiment_say_excess(now.experiment, order, &tally->excess, &trouble);
    json_t *json = json_pack("{s:s}", "broken",
                             trouble.count == 0 ? "the run was broken off" : trouble.complaints[0].sentence);
    trouble_free(&trouble);
    return json;
}

const char *page_run(int number)
{
    static struct text last;
    struct text out = {0}, bytes = {0};
    struct run_tally tally = {0};
    json_t *json = NULL;
    if (now.orders == NULL || number < 0 || (size_t)number >= now.order_count) {
        json = json_pack("{s:s}", "broken", "there is no such run");
    } else {
        const struct run_order *order = &now.orders[number];
        outcome_clear(now.outcome);
        if (experiment_run(now.experiment, order, NULL, now.outcome, &tally)) {
            outcome_encode(now.outcome, OUTCOME_RUN_MEASURES, &bytes);
            char *letters = letters_of(&bytes);
            json = json_pack("{s:i, s:s, s:o}", "number", number, "outcome", letters, "headline",
                             json_number(headline_of(now.outcome)));
            free(letters);
        } else {
            json = broken_json(order, &tally);
        }
    }
    json_finish(json, &out);
    text_free(&bytes);
    return given(&last, &out);
}

int page_add(int number, const char *outcome)
{
    size_t length = 0;
    if (now.orders == NULL || number < 0 || (size_t)number >= now.order_count)
        return 0;
    char *bytes = bytes_of(outcome, &length);
    const bool taken = bytes != NULL && kept_runs_add(now.kept, &now.orders[number], bytes, length);
    free(bytes);
    return taken ? 1 : 0;
}

const char *page_answer(void)
{
    static struct text last;
    struct text out = {0};
    if (now.kept == NULL)
        text_say(&out, "null");
    else
        answer_say(now.kept, &out);
    return given(&last, &out);
}
