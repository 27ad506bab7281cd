#include "scenario/explain.h"

#include <jansson.h>
#include <string.h>

#include "base/fold.h"
#include "models/experiment/experiment.h"
#include "models/observed/observed.h"
#include "program/command.h"
#include "program/everyday.h"
#include "program/library.h"
#include "program/method_words.h"
#include "program/named.h"
#include "program/row_json.h"

enum { NAME_WIDTH = 26, LINE_INDENT = NAME_WIDTH + 4 };

/* Prints "x" then its meaning, aligned; folded where the page has a width. */
static void add_line(struct call *call, const char *name, const char *meaning)
{
    const char *words = meaning == NULL ? "" : meaning;
    size_t width = strlen(name) < NAME_WIDTH ? NAME_WIDTH : strlen(name);
    text_print(&call->out, "  %-*s  ", NAME_WIDTH, name);
    if (call->out.columns > 0)
        fold_words(&call->out, words, width + 4, LINE_INDENT, call->out.columns);
    else
        text_print(&call->out, "%s\n", words);
}

static void explain_measure(struct text *out, const struct measure *measure)
{
    static const char *const directions[] = {"neither more nor less is better", "more is better",
                                             "less is better"};
    text_print(out, "%s: %s\n", measure->name, measure->meaning);
    text_print(out, "  a measure, in %s; %s\n", measure->unit, directions[measure->better]);
    if (measure->shape == MEASURE_BIN)
        text_print(out, "  a histogram over %s\n", measure->bin_name);
    else if (measure->shape == MEASURE_TIME)
        text_say(out, "  sampled over time\n");
    if (measure->scope == SCOPE_MOVEMENT)
        text_say(out, "  of the movement as a whole: no site has a number of its own\n");
    text_print(out, "  with `measure_from`: %s\n", measure_since_words(measure));
    if (measure->source != NULL && *measure->source != '\0')
        text_print(out, "  source: %s\n", measure->source);
    if (measure_needs(measure) != NULL)
        text_print(out, "  recorded where a design has %s\n", measure_needs(measure));
}

enum saying { SAYING_ALL, SAYING_THE_REST };

/* What was said of the measure already, since runs record it too, is not said again. */
static bool explain_observed(struct call *call, const char *name, enum saying saying)
{
    const struct measure *const *all;
    size_t count = named_observed(&call->arena, &all);
    for (size_t i = 0; i < count; i++)
        if (strcmp(all[i]->name, name) == 0) {
            if (saying == SAYING_ALL)
                explain_measure(&call->out, all[i]);
            text_say(&call->out, "  `groundswell observe` computes it of an observed movement\n");
            return true;
        }
    return false;
}

static bool explain_recorded(struct call *call, const char *name)
{
    const struct record_shape *shape = movement_measures(&call->arena);
    for (size_t i = 0; i < shape->measure_count; i++)
        if (strcmp(shape->measures[i]->name, name) == 0) {
            explain_measure(&call->out, shape->measures[i]);
            return true;
        }
    for (size_t i = 0; i < shape->table_count; i++) {
        const struct table *table = shape->tables[i];
        if (strcmp(table->name, name) != 0)
            continue;
        text_print(&call->out, "%s: %s\n  a table of the results file, one row each:\n", name,
                   table->meaning);
        for (size_t j = 0; j < table->count; j++)
            text_print(&call->out, "  %s_%s [%s]: %s\n", name, table->columns[j].name, table->columns[j].unit,
                       table->columns[j].meaning);
        return true;
    }
    return false;
}

static bool explain_method(struct call *call, const char *name)
{
    struct trouble nobody_hears = {0}; /* a broken method must not keep us from explaining the rest */
    struct method_listing found;
    const char *library = library_folder(&call->arena, &nobody_hears);
    bool is_method = library != NULL && methods_find(library, name, &call->arena, &found);
    trouble_free(&nobody_hears);
    if (is_method)
        method_say(&call->out, &found);
    return is_method;
}

static void markdown_measures(struct text *out, const struct measure *const *measures, size_t count)
{
    static const char *const better[] = {"", "more", "less"};
    text_say(out, "| name | unit | meaning | source | better |\n|---|---|---|---|---|\n");
    for (size_t i = 0; i < count; i++) {
        text_print(out, "| `%s` |", measures[i]->name);
        explain_cell(out, measures[i]->unit);
        explain_cell(out, measures[i]->meaning);
        explain_cell(out, measures[i]->source);
        explain_cell(out, better[measures[i]->better]);
        text_say(out, "\n");
    }
}

/* The measures, or the columns of a table of the results file, as a Markdown table. */
static bool markdown_recorded(struct call *call, const char *name)
{
    const struct record_shape *shape = movement_measures(&call->arena);
    struct text *out = &call->out;
    if (strcmp(name, "measures") == 0) {
        markdown_measures(out, shape->measures, shape->measure_count);
        return true;
    }
    if (strcmp(name, "observed_measures") == 0) {
        const struct measure *const *all;
        size_t count = named_observed(&call->arena, &all);
        markdown_measures(out, all, count);
        return true;
    }
    for (size_t i = 0; i < shape->table_count; i++) {
        const struct table *table = shape->tables[i];
        if (strcmp(table->name, name) != 0)
            continue;
        text_say(out, "| name | unit | meaning |\n|---|---|---|\n");
        for (size_t j = 0; j < table->count; j++) {
            text_print(out, "| `%s_%s` |", name, table->columns[j].name);
            explain_cell(out, table->columns[j].unit);
            explain_cell(out, table->columns[j].meaning);
            text_say(out, "\n");
        }
        return true;
    }
    return false;
}

static void list_fields(struct call *call, const char *heading, const struct section *section)
{
    text_print(&call->out, "%s\n", heading);
    for (size_t i = 0; i < section->count; i++)
        add_line(call, section->fields[i].name, section->fields[i].meaning);
    text_say(&call->out, "\n");
}

static void list_all(struct call *call)
{
    const struct record_shape *shape = movement_measures(&call->arena);
    struct method_listing *methods = NULL;
    const struct measure *const *observed;
    size_t count = named_methods(&call->arena, &methods),
           observed_count = named_observed(&call->arena, &observed);
    list_fields(call, "Settings of a scenario file", scenario_settings_table(&call->arena));
    list_fields(call, "Settings of a method file", method_settings_table(&call->arena));
    list_fields(call, "What a file of an observed movement says", observed_sections);
    text_say(&call->out, "Methods\n");
    for (size_t i = 0; i < count; i++)
        add_line(call, methods[i].name, methods[i].title);
    text_say(&call->out, "\nMeasures\n");
    for (size_t i = 0; i < shape->measure_count; i++)
        add_line(call, shape->measures[i]->name, shape->measures[i]->meaning);
    text_say(&call->out, "\nMeasures of an observed movement\n");
    for (size_t i = 0; i < observed_count; i++)
        add_line(call, observed[i]->name, observed[i]->meaning);
    text_say(&call->out, "\nTables of the results file\n");
    for (size_t i = 0; i < shape->table_count; i++)
        add_line(call, shape->tables[i]->name, shape->tables[i]->meaning);
    text_say(&call->out, "\n`groundswell explain NAME` tells more of each, and of what is inside.\n");
}

static void names_json(struct call *call)
{
    const char **names;
    size_t count = named_names(&call->arena, &names);
    json_t *all = json_array();
    for (size_t i = 0; i < count; i++)
        json_array_append_new(all, json_string(names[i]));
    call_json(call, all);
}

/* Tables of a section and of all sections inside it, once each. */
static void markdown(struct call *call, const struct section *section, const char *path)
{
    text_print(&call->out, "\n### %s\n\n%s\n\n", *path == '\0' ? section->name : path, section->meaning);
    explain_table(section, &call->out);
    for (size_t i = 0; i < section->count; i++) {
        const struct field *field = &section->fields[i];
        if (field->section == NULL || field->section == section)
            continue;
        markdown(call, field->section,
                 *path == '\0' ? field->name : arena_print(&call->arena, "%s.%s", path, field->name));
    }
}

/* --- names as people say them --- */

/* NULL: it is no word of organizers, or what they mean cannot be read. */
static const char *const *names_of_word(struct call *call, const char *word)
{
    const char *library = library_folder(&call->arena, &call->trouble);
    const struct everyday *everyday =
        library == NULL ? NULL : everyday_read(library, &call->arena, &call->trouble);
    return everyday == NULL ? NULL : everyday_names(everyday, word, &call->arena);
}

/* What a word of organizers means here. False when it is none. */
static bool explain_everyday(struct call *call, const char *word, bool found)
{
    const char *const *names = names_of_word(call, word);
    if (names == NULL)
        return found;
    text_print(&call->out, found ? "\nSee also\n" : "`%s` has other names here:\n", word);
    const struct named known = named_all(&call->arena);
    for (; *names != NULL; names++)
        if (strcmp(*names, word) != 0)
            add_line(call, *names, named_meaning(&call->arena, &known, *names));
    if (!found)
        text_say(&call->out, "\n`groundswell explain NAME` tells more of each.\n");
    return true;
}

/* Whether all of the word stands in the text, at the beginning of a word of it. */
static bool speaks_of(const char *text, const char *form, struct arena *arena)
{
    const char *plain = text == NULL ? "" : everyday_form(text, arena), *at = plain;
    while ((at = strstr(at, form)) != NULL) {
        if (at == plain || at[-1] == ' ')
            return true;
        at++;
    }
    return false;
}

/* Names whose meaning speaks of a word that has no name. */
static bool explain_mentions(struct call *call, const char *word)
{
    enum { LEAST_LETTERS = 4, MOST_MENTIONED = 12 };
    const char *form = everyday_form(word, &call->arena), **names;
    size_t count = strlen(form) < LEAST_LETTERS ? 0 : named_names(&call->arena, &names), told = 0;
    const struct named known = named_all(&call->arena);
    for (size_t i = 0; i < count && told < MOST_MENTIONED; i++) {
        const char *meaning =
            strchr(names[i], '.') == NULL ? named_meaning(&call->arena, &known, names[i]) : NULL;
        if (!speaks_of(meaning, form, &call->arena))
            continue;
        if (told++ == 0)
            text_print(&call->out, "Nothing here is called `%s`; these speak of it:\n", word);
        add_line(call, names[i], meaning);
    }
    return told > 0;
}

static enum status say_unknown(struct call *call, const char *name)
{
    const char **names;
    size_t count = named_names(&call->arena, &names);
    const char *nearest = nearest_word(name, names, count);
    if (nearest == NULL && explain_mentions(call, name))
        return STATUS_FINE;
    call_trouble(call, STATUS_USAGE, "nothing here is called `%s`", name);
    if (nearest != NULL)
        trouble_hint(&call->trouble, "did you mean `%s`?", nearest);
    else
        trouble_hint(&call->trouble, "`groundswell explain` lists what there is");
    return STATUS_USAGE;
}

/* --- for programs --- */

static void rows_of(struct call *call, const char *name, json_t *rows)
{
    const struct record_shape *shape = movement_measures(&call->arena);
    const struct measure *const *observed;
    struct method_listing *methods = NULL;
    size_t observed_count = named_observed(&call->arena, &observed),
           method_count = named_methods(&call->arena, &methods);
    bool recorded = false;
    explain_json(scenario_settings_table(&call->arena), name, "scenario", rows);
    explain_json(method_settings_table(&call->arena), name, "method", rows);
    explain_json(observed_sections, name, "observed", rows);
    for (size_t i = 0; i < shape->measure_count; i++)
        if (strcmp(shape->measures[i]->name, name) == 0) {
            json_array_append_new(rows, measure_json(shape->measures[i]));
            recorded = true;
        }
    for (size_t i = 0; i < observed_count && !recorded; i++)
        if (strcmp(observed[i]->name, name) == 0)
            json_array_append_new(rows, measure_json(observed[i]));
    for (size_t i = 0; i < shape->table_count; i++)
        if (strcmp(shape->tables[i]->name, name) == 0)
            json_array_append_new(rows, table_json(shape->tables[i]));
    for (size_t i = 0; i < method_count; i++)
        if (strcmp(methods[i].name, name) == 0)
            json_array_append_new(rows, method_json(&methods[i]));
}

static enum status name_json(struct call *call, const char *name)
{
    json_t *rows = json_array();
    rows_of(call, name, rows);
    const char *const *names = json_array_size(rows) > 0 ? NULL : names_of_word(call, name);
    for (; names != NULL && *names != NULL; names++)
        rows_of(call, *names, rows);
    if (json_array_size(rows) > 0) {
        call_json(call, rows);
        return STATUS_FINE;
    }
    json_decref(rows);
    enum status status = say_unknown(call, name);
    if (status == STATUS_FINE) { /* what speaks of it is for people */
        call->out.length = 0;
        call_json(call, json_array());
    }
    return status;
}

static enum status run_markdown(struct call *call)
{
    if (call->argument_count > 0) {
        const char *name = call->arguments[0];
        bool found = explain_table_of(scenario_settings_table(&call->arena), name, &call->out) ||
                     explain_table_of(method_settings_table(&call->arena), name, &call->out) ||
                     markdown_recorded(call, name) || explain_table_of(observed_sections, name, &call->out);
        if (found)
            return STATUS_FINE;
        call_trouble(call, STATUS_USAGE, "there is no table of `%s`", name);
        trouble_hint(&call->trouble,
                     "tables are made of sections, of settings with named choices, of `measures` "
                     "and of the tables of the results file");
        return STATUS_USAGE;
    }
    text_say(&call->out, "## Scenario files\n");
    markdown(call, scenario_settings_table(&call->arena), "");
    text_say(&call->out, "\n## Method files\n");
    markdown(call, method_settings_table(&call->arena), "");
    return STATUS_FINE;
}

/* The words that were given, as one name: "people per circle" is `people-per-circle`. */
static const char *name_given(struct call *call)
{
    const char **names, *name = call->arguments[0];
    for (size_t i = 1; i < call->argument_count; i++)
        name = arena_print(&call->arena, "%s %s", name, call->arguments[i]);
    size_t count = named_names(&call->arena, &names);
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return name;
    const char *form = everyday_form(name, &call->arena);
    for (size_t i = 0; i < count; i++)
        if (strpbrk(names[i], "-_") != NULL && strchr(names[i], '.') == NULL &&
            strpbrk(name, " -_") != NULL && strcmp(everyday_form(names[i], &call->arena), form) == 0)
            return names[i];
    return name;
}

/* A name can mean several things ("floor" is a section and may be a measure): all are explained. */
static bool explain_things(struct call *call, const char *name)
{
    bool found = explain(scenario_settings_table(&call->arena), name, &call->out);
    found = explain(method_settings_table(&call->arena), name, &call->out) || found;
    found = explain(observed_sections, name, &call->out) || found;
    bool recorded = explain_recorded(call, name);
    found = explain_observed(call, name, recorded ? SAYING_THE_REST : SAYING_ALL) || recorded || found;
    return explain_method(call, name) || found;
}

static enum status explain_run(struct call *call)
{
    if (call->options.form == FORM_MARKDOWN)
        return run_markdown(call);
    if (call->argument_count == 0) {
        if (call->options.form == FORM_JSON)
            names_json(call);
        else
            list_all(call);
        return STATUS_FINE;
    }
    if (call->options.form == FORM_JSON)
        return name_json(call, name_given(call));
    const char *name = call->arguments[0];
    bool found = call->argument_count == 1 && explain_things(call, name);
    if (!found) { /* another form of a name: all of them have to be looked through */
        name = name_given(call);
        found = explain_things(call, name);
    }
    return explain_everyday(call, name, found) ? STATUS_FINE : say_unknown(call, name);
}

const struct command command_explain = {
    .name = "explain",
    .arguments = "[NAME]",
    .summary = "tell what a setting, rule, method or measure means",
    .detail = "With unit, range, default and source, and whether the number was found in a record, fitted to "
              "one, known "
              "from the literature, or assumed. Words that organizers use lead to the names here: `explain "
              "facilitator`. "
              "With --json, each row with all its fields. Without NAME, lists what there is.",
    .accepts = (const int[]){OPTION_MARKDOWN, OPTION_JSON, OPTION_HELP, 0},
    .least = 0,
    .most = 6,
    .work = WORK_QUICK,
    .run = explain_run,
};
