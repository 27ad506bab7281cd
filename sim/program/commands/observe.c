#include <jansson.h>
#include <math.h>
#include <string.h>

#include "analysis/plain/table.h"
#include "models/observed/observed.h"
#include "program/command.h"
#include "program/visible.h"

/* So many moments stand side by side on a terminal; more of them stand below. */
enum { MOMENTS_A_TABLE = 8, LONGEST_NUMBER = 32 };

static void visible(struct text *out, const char *words)
{
    text_add_visible(out, words, strlen(words), BREAKS_SHOWN);
}

static void value_cell(struct table *table, struct measured value)
{
    char cell[LONGEST_NUMBER];
    snprintf(cell, sizeof cell, "%.4g", value.value);
    table_cell(table, value.why != NULL ? "-" : cell);
}

static void time_cell(struct table *table, const struct observed_movement *movement,
                      const struct observed_moment *moment)
{
    char cell[LONGEST_NUMBER];
    table_cell(table, observed_when(movement, moment, cell, sizeof cell));
}

static void count_cell(struct table *table, size_t count)
{
    char cell[LONGEST_NUMBER];
    snprintf(cell, sizeof cell, "%zu", count);
    table_cell(table, cell);
}

/* --- for people --- */

static void moments_text(struct call *call, const struct observed_movement *movement, size_t first)
{
    static const enum align align[MOMENTS_A_TABLE + 1] = {ALIGN_LEFT,  ALIGN_RIGHT, ALIGN_RIGHT,
                                                          ALIGN_RIGHT, ALIGN_RIGHT, ALIGN_RIGHT,
                                                          ALIGN_RIGHT, ALIGN_RIGHT, ALIGN_RIGHT};
    const size_t left = movement->moment_count - first;
    const size_t count = left < MOMENTS_A_TABLE ? left : MOMENTS_A_TABLE;
    const struct observed_moment *moments = movement->moments + first;
    const struct measure_label *labels;
    size_t measures = observed_labels(&call->arena, &labels);
    struct table table = {.align = align, .columns = count + 1};
    table_cell(&table, "at");
    for (size_t i = 0; i < count; i++)
        time_cell(&table, movement, &moments[i]);
    table_cell(&table, "groups");
    for (size_t i = 0; i < count; i++)
        count_cell(&table, moments[i].groups);
    table_cell(&table, "links");
    for (size_t i = 0; i < count; i++)
        count_cell(&table, moments[i].links);
    for (size_t j = 0; j < measures; j++) {
        table_cell(&table, labels[j].name);
        for (size_t i = 0; i < count; i++)
            value_cell(&table, moments[i].values[j]);
    }
    table_write(&table, "  ", &call->out);
    table_free(&table);
    text_say(&call->out, "\n");
}

static void course_text(struct call *call, const struct observed_movement *movement)
{
    static const enum align align[] = {ALIGN_LEFT, ALIGN_RIGHT, ALIGN_LEFT};
    const struct measure_label *labels;
    size_t count = observed_course_labels(&call->arena, &labels);
    struct table table = {.align = align, .columns = sizeof align / sizeof align[0]};
    for (size_t i = 0; i < count; i++) {
        table_cell(&table, labels[i].name);
        value_cell(&table, movement->course[i]);
        const char *why = movement->course[i].why;
        table_cell(&table, why != NULL ? why : strcmp(labels[i].unit, "1") == 0 ? "" : labels[i].unit);
    }
    text_say(&call->out, "Over all moments:\n");
    table_write(&table, "  ", &call->out);
    table_free(&table);
}

/* Each reason once, with the moments at which it holds. */
static void reasons_of(struct call *call, const struct observed_movement *movement, const char *name,
                       size_t which)
{
    const char *last = NULL;
    for (size_t i = 0; i < movement->moment_count; i++) {
        const char *why = movement->moments[i].values[which].why;
        char at[LONGEST_NUMBER];
        observed_when(movement, &movement->moments[i], at, sizeof at);
        if (last != NULL && why != last)
            text_say(&call->out, ")\n");
        if (why != NULL && why == last)
            text_print(&call->out, ", %s", at);
        else if (why != NULL)
            text_print(&call->out, "  %s: %s (at %s", name, why, at);
        last = why;
    }
    if (last != NULL)
        text_say(&call->out, ")\n");
}

static void reasons_text(struct call *call, const struct observed_movement *movement)
{
    const struct measure_label *labels;
    size_t count = observed_labels(&call->arena, &labels), without = 0;
    for (size_t i = 0; i < movement->moment_count; i++)
        for (size_t j = 0; j < count; j++)
            without += movement->moments[i].values[j].why != NULL;
    if (without > 0)
        text_say(&call->out, "\nNot defined:\n");
    for (size_t j = 0; j < count; j++)
        reasons_of(call, movement, labels[j].name, j);
}

static void all_text(struct call *call, const struct observed_movement *movement)
{
    visible(&call->out, movement->title);
    if (*movement->source != '\0') {
        text_say(&call->out, "\n");
        visible(&call->out, movement->source);
    }
    text_print(&call->out, "\n%u site%s, %u topic%s; effort is counted in %s\n\n", movement->sites,
               movement->sites == 1 ? "" : "s", movement->topics, movement->topics == 1 ? "" : "s",
               movement->unit == EFFORT_HOURS ? "hours" : "members, since no group gives hours");
    for (size_t first = 0; first < movement->moment_count; first += MOMENTS_A_TABLE)
        moments_text(call, movement, first);
    course_text(call, movement);
    reasons_text(call, movement);
    text_say(&call->out, "\n`groundswell explain NAME` tells what each of these is.\n");
}

/* --- for programs --- */

static json_t *as_json(const char *words)
{
    struct text valid = {0};
    text_add_utf8(&valid, words, strlen(words));
    json_t *json = json_stringn(valid.bytes == NULL ? "" : valid.bytes, valid.length);
    text_free(&valid);
    return json;
}

/* {"integration": 0.5, "balkanization": null} */
static json_t *values_json(const struct measure_label *labels, const struct measured *values, size_t count)
{
    json_t *all = json_object();
    for (size_t i = 0; i < count; i++)
        json_object_set_new(all, labels[i].name,
                            values[i].why == NULL && isfinite(values[i].value) ? json_real(values[i].value)
                                                                               : json_null());
    return all;
}

static json_t *reasons_json(const struct measure_label *labels, const struct measured *values, size_t count)
{
    json_t *all = json_object();
    for (size_t i = 0; i < count; i++)
        if (values[i].why != NULL)
            json_object_set_new(all, labels[i].name, json_string(values[i].why));
    return all;
}

static void all_json(struct call *call, const struct observed_movement *movement)
{
    const struct measure_label *labels, *course_labels;
    size_t count = observed_labels(&call->arena, &labels);
    size_t course_count = observed_course_labels(&call->arena, &course_labels);
    json_t *moments = json_array();
    for (size_t i = 0; i < movement->moment_count; i++) {
        const struct observed_moment *moment = &movement->moments[i];
        json_t *json = json_pack("{s:f,s:I,s:I,s:o,s:o}", "at_days", sim_days(moment->at), "groups",
                                 (json_int_t)moment->groups, "links", (json_int_t)moment->links, "measures",
                                 values_json(labels, moment->values, count), "not_defined",
                                 reasons_json(labels, moment->values, count));
        char date[LONGEST_NUMBER];
        if (movement->dated)
            json_object_set_new(json, "date",
                                json_string(observed_when(movement, moment, date, sizeof date)));
        json_array_append_new(moments, json);
    }
    json_t *course =
        json_pack("{s:o,s:o}", "measures", values_json(course_labels, movement->course, course_count),
                  "not_defined", reasons_json(course_labels, movement->course, course_count));
    call_json(call, json_pack("{s:o,s:o,s:I,s:I,s:s,s:o,s:o}", "title", as_json(movement->title), "source",
                              as_json(movement->source), "sites", (json_int_t)movement->sites, "topics",
                              (json_int_t)movement->topics, "effort",
                              movement->unit == EFFORT_HOURS ? "hours" : "members", "moments", moments,
                              "over_all_moments", course));
}

/* Whatever is not one YAML file is tables. */
static bool are_tables(const struct call *call)
{
    const char *name = call->arguments[0];
    size_t length = strlen(name);
    return call->argument_count > 1 || (length > 4 && strcmp(name + length - 4, ".csv") == 0);
}

static enum status observe_run(struct call *call)
{
    const struct observed_movement *movement =
        are_tables(call)
            ? observed_read_tables(call->arguments, call->argument_count, &call->arena, &call->trouble)
            : observed_read_file(call->arguments[0], &call->arena, &call->trouble);
    if (movement == NULL)
        return trouble_status(&call->trouble);
    if (call->options.form == FORM_JSON)
        all_json(call, movement);
    else
        all_text(call, movement);
    return STATUS_FINE;
}

const struct command command_observe = {
    .name = "observe",
    .arguments = "FILE.yaml|MEMBERS.csv [LINKS.csv]",
    .summary = "measure differentiation, integration and transformation of an observed movement",
    .detail =
        "The file describes working groups, what they work on and know, and how they are linked, at one "
        "moment or several; or a table says who was in which group when, and another one which groups were "
        "linked. Nothing is simulated. scenarios/observed/README.md shows how to write them.",
    .accepts = (const int[]){OPTION_JSON, OPTION_HELP, 0},
    .least = 1,
    .most = 2,
    .work = WORK_QUICK,
    .run = observe_run,
};
