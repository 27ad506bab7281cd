#include "page/reading.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/words/json.h"
#include "base/require.h"

struct run_order *reading_orders(const struct record_plan *plan, size_t *count)
{
    size_t runs = 0;
    for (size_t i = 0; i < plan->variant_count; i++)
        runs += plan->variants[i].replications * plan->design_count;
    struct run_order *orders = must_allocate(runs + 1, sizeof *orders);
    *count = 0;
    for (uint32_t variant = 0; variant < plan->variant_count; variant++)
        for (uint32_t replication = 0; replication < plan->variants[variant].replications; replication++)
            for (uint32_t design = 0; design < plan->design_count; design++)
                orders[(*count)++] = (struct run_order){variant, replication, design};
    return orders;
}

json_t *reading_mistakes(const struct trouble *trouble)
{
    json_t *mistakes = json_array();
    for (size_t i = 0; i < trouble->count; i++) {
        const struct complaint *one = &trouble->complaints[i];
        json_array_append_new(mistakes,
                              json_pack("{s:i, s:i, s:i, s:s?, s:s, s:s?}", "line", one->where.line, "column",
                                        one->where.column, "width", one->where.width, "of", one->where.file,
                                        "sentence", one->sentence, "hint", one->hint));
    }
    return mistakes;
}

json_t *reading_tree(const struct node *node)
{
    static const char *const kinds[] = {[NODE_SCALAR] = "scalar", [NODE_LIST] = "list", [NODE_MAP] = "map"};
    if (node == NULL)
        return json_null();
    json_t *json = json_pack("{s:s, s:i, s:i, s:i}", "kind", kinds[node->kind], "line", node->line, "column",
                             node->column, "width", node->width);
    if (node->key != NULL) {
        json_object_set_new(json, "key", json_string(node->key));
        json_object_set_new(json, "key_line", json_integer(node->key_line));
        json_object_set_new(json, "key_column", json_integer(node->key_column));
    }
    if (node->kind == NODE_SCALAR) {
        json_object_set_new(json, "text", json_string(node->text));
        json_object_set_new(json, "quoted", json_boolean(node->quoted));
        return json;
    }
    json_t *below = json_array();
    for (const struct node *child = node->first; child != NULL; child = child->next)
        json_array_append_new(below, reading_tree(child));
    json_object_set_new(json, "of", below);
    return json;
}

static json_t *weeks_json(const struct record_calendar *calendar)
{
    json_t *lines = json_array(), *sessions = json_array(), *meetings = json_array();
    for (size_t i = 0; i < calendar->line_count; i++) {
        const struct calendar_line *line = &calendar->lines[i];
        json_array_append_new(lines, json_pack("{s:I, s:s, s:s, s:s, s:s, s:s, s:s, s:o, s:o}", "design",
                                               (json_int_t)line->design, "method", line->method, "title",
                                               line->title, "meaning", line->meaning, "deciders",
                                               line->deciders, "when", line->when, "who", line->who, "hours",
                                               json_number(line->hours), "heads", json_number(line->heads)));
    }
    for (size_t i = 0; i < calendar->session_count; i++)
        json_array_append_new(sessions,
                              json_pack("{s:I, s:f}", "line", (json_int_t)calendar->sessions[i].line,
                                        "begins", sim_hours(calendar->sessions[i].begins)));
    for (size_t i = 0; i < calendar->meeting_count; i++)
        json_array_append_new(meetings,
                              json_pack("{s:I, s:s}", "design", (json_int_t)calendar->meetings[i].design,
                                        "text", calendar->meetings[i].text));
    return json_pack("{s:i, s:o, s:o, s:o}", "first_weekday", calendar->first_weekday, "lines", lines,
                     "sessions", sessions, "meetings", meetings);
}

static json_t *headline_json(const struct record_plan *plan)
{
    static const char *const better[] = {"neither", "more", "less"};
    for (size_t i = 0; i < plan->shape.measure_count; i++) {
        const struct measure *measure = plan->shape.measures[i];
        if (strcmp(measure->name, plan->headline) == 0)
            return json_pack("{s:s, s:s?, s:s, s:s, s:s}", "name", measure->name, "title", measure->title,
                             "meaning", measure->meaning, "unit", measure->unit, "better",
                             better[measure->better]);
    }
    return json_null();
}

static json_t *variants_json(const struct record_plan *plan)
{
    json_t *variants = json_array();
    for (size_t i = 0; i < plan->variant_count; i++) {
        const struct variant *variant = &plan->variants[i];
        json_t *changes = json_array();
        for (size_t axis = 0; axis < plan->axis_count; axis++)
            if (variant->values != NULL && variant->values[axis].text != NULL &&
                variant->values[axis].text[0] != '\0')
                json_array_append_new(changes, json_pack("{s:s, s:s}", "path", plan->axes[axis], "value",
                                                         variant->values[axis].text));
        json_array_append_new(variants,
                              json_pack("{s:s, s:b, s:I, s:o}", "label", variant->label, "is_assumption",
                                        variant->kind == OF_ASSUMPTION, "replications",
                                        (json_int_t)variant->replications, "changes", changes));
    }
    return variants;
}

json_t *reading_plan(const struct record_plan *plan)
{
    json_t *designs = json_array(), *meanings = json_array();
    for (size_t i = 0; i < plan->design_count; i++) {
        json_array_append_new(designs, json_string(plan->designs[i]));
        json_array_append_new(meanings, json_string(plan->design_meanings[i]));
    }
    return json_pack("{s:s, s:s, s:o, s:o, s:o, s:I, s:I, s:o, s:o}", "title", plan->title, "question",
                     plan->question == NULL ? "" : plan->question, "headline", headline_json(plan), "designs",
                     designs, "design_meanings", meanings, "replications",
                     (json_int_t)plan->variants[0].replications, "assumed", (json_int_t)plan->assumed,
                     "variants", variants_json(plan), "weeks", weeks_json(&plan->calendar));
}

json_t *reading_runs(const struct run_order *orders, size_t count)
{
    json_t *runs = json_array();
    for (size_t i = 0; i < count; i++)
        json_array_append_new(runs, json_pack("{s:I, s:I, s:I}", "variant", (json_int_t)orders[i].variant,
                                              "replication", (json_int_t)orders[i].replication, "design",
                                              (json_int_t)orders[i].design));
    return runs;
}
