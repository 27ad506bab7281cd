#include "program/completion.h"

#include <ctype.h>
#include <dirent.h>
#include <string.h>
#include <sys/stat.h>

#include "analysis/export/export.h"
#include "models/experiment/experiment.h"
#include "program/library.h"
#include "scenario/explain.h"

/* A file that is larger is not opened for a list of names: the shell waits. */
enum { LARGEST_FILE = 32 << 20, LONGEST_MEANING = 60 };

static const char *const kinds[] = {"dots", "course", "histogram", "survival", "map",
                                    "line", "groups", "path",      "sites",    NULL};
static const char *const formats[] = {"svg", "png", "pdf", NULL};

struct completing {
    struct call *call;
    const struct command *command;
    const char *word;   /* to be completed */
    const char *before; /* what stands before the value in it: "--measure=", or "" */
    const char *file;   /* the first argument that is a file, for what is in it; NULL: none yet */
};

/* --- one candidate --- */

static bool can_be_typed(const char *word)
{
    for (const char *at = word; *at != '\0'; at++)
        if ((unsigned char)*at < ' ' || *at == 0x7F)
            return false;
    return *word != '\0';
}

/* A candidate with what stands before it, when the word begins so. */
static void offer(struct completing *completing, const char *value, const char *meaning)
{
    struct text *out = &completing->call->out;
    const char *typed = completing->word + strlen(completing->before);
    if (strncmp(value, typed, strlen(typed)) != 0 || !can_be_typed(value))
        return;
    text_print(out, "%s%s", completing->before, value);
    if (meaning != NULL && *meaning != '\0') {
        size_t length = strlen(meaning), cut = length;
        if (length > LONGEST_MEANING)
            for (cut = LONGEST_MEANING; cut > 0 && meaning[cut] != ' '; cut--)
                continue;
        text_print(out, "\t%.*s%s", (int)cut, meaning, cut < length ? "..." : "");
    }
    text_say(out, "\n");
}

static void offer_words(struct completing *completing, const char *const *words)
{
    for (; *words != NULL; words++)
        offer(completing, *words, NULL);
}

static void offer_files(struct completing *completing)
{
    text_say(&completing->call->out, ":files\n");
}

/* --- from the tables --- */

static void offer_commands(struct completing *completing)
{
    const struct command_list *list = completing->call->commands;
    for (size_t i = 0; i < list->count; i++)
        if (list->all[i]->prints != PRINTS_FOR_SHELLS)
            offer(completing, list->all[i]->name, list->all[i]->summary);
}

static void offer_options(struct completing *completing)
{
    for (const int *key = completing->command->accepts; *key != 0; key++) {
        const struct option_row *row = option_of(*key);
        offer(completing, arena_print(&completing->call->arena, "--%s", row->name), row->meaning);
    }
}

static void offer_methods(struct completing *completing)
{
    struct trouble nobody_hears = {0};
    struct method_listing *methods = NULL;
    const char *library = library_folder(&completing->call->arena, &nobody_hears);
    size_t count =
        library == NULL ? 0 : methods_list(library, &completing->call->arena, &methods, &nobody_hears);
    for (size_t i = 0; i < count; i++)
        offer(completing, methods[i].name, methods[i].title);
    trouble_free(&nobody_hears);
}

/* Names of all that `explain` knows, paths of settings among them. */
static void offer_names(struct completing *completing)
{
    struct arena *arena = &completing->call->arena;
    const struct section *const roots[] = {scenario_settings_table(arena), method_settings_table(arena)};
    const struct record_shape *shape = movement_measures(arena);
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++) {
        const char **names;
        size_t count = explain_names(roots[i], arena, &names);
        for (size_t j = 0; j < count; j++)
            offer(completing, names[j], NULL);
    }
    for (size_t i = 0; i < shape->measure_count; i++)
        offer(completing, shape->measures[i]->name, shape->measures[i]->meaning);
    for (size_t i = 0; i < shape->table_count; i++)
        offer(completing, shape->tables[i]->name, shape->tables[i]->meaning);
    offer_methods(completing);
}

static const struct field *field_of(struct completing *completing, const char *path)
{
    struct finding *found;
    size_t count = explain_find(scenario_settings_table(&completing->call->arena), path,
                                &completing->call->arena, &found);
    for (size_t i = 0; i < count; i++)
        if (found[i].field != NULL && strcmp(found[i].path, path) == 0)
            return found[i].field;
    return NULL;
}

static void offer_choices(struct completing *completing, const struct field *field)
{
    static const char *const yes_or_no[] = {"yes", "no", NULL};
    if (field != NULL && field->kind == FIELD_SWITCH)
        offer_words(completing, yes_or_no);
    for (size_t i = 0; field != NULL && field->choices != NULL && field->choices[i] != NULL; i++)
        offer(completing, field->choices[i]->name, field->choices[i]->meaning);
}

/* "people." becomes "people.attendance=", and "conversation.content=" the choices that there are. */
static void offer_settings(struct completing *completing)
{
    struct arena *arena = &completing->call->arena;
    const char *typed = completing->word + strlen(completing->before), *equals = strchr(typed, '=');
    if (equals != NULL) {
        const char *path = arena_text(arena, typed, (size_t)(equals - typed));
        completing->before = arena_print(arena, "%s%s=", completing->before, path);
        offer_choices(completing, field_of(completing, path));
        return;
    }
    const char **names;
    size_t count = explain_names(scenario_settings_table(arena), arena, &names);
    for (size_t i = 0; i < count; i++) {
        const struct field *field = field_of(completing, names[i]);
        if (field != NULL)
            offer(completing, arena_print(arena, "%s=", names[i]), field->meaning);
    }
}

/* --- from files --- */

static bool ends_so(const char *name, const char *ending)
{
    size_t length = strlen(name), tail = strlen(ending);
    return length > tail && strcmp(name + length - tail, ending) == 0;
}

/* The shipped scenarios by name; files are for the shell. */
static void offer_scenarios(struct completing *completing)
{
    struct trouble nobody_hears = {0};
    const char *library = library_folder(&completing->call->arena, &nobody_hears);
    DIR *folder = library == NULL ? NULL : opendir(library);
    for (const struct dirent *entry; folder != NULL && (entry = readdir(folder)) != NULL;) {
        if (!ends_so(entry->d_name, ".yaml"))
            continue;
        const int length = (int)(strlen(entry->d_name) - strlen(".yaml"));
        offer(completing, arena_print(&completing->call->arena, "%.*s", length, entry->d_name),
              "shipped scenario");
    }
    if (folder != NULL)
        closedir(folder);
    trouble_free(&nobody_hears);
}

/* The results that are named on the line; NULL where there are none, or they are too large for this. */
static struct results *results_named(const struct completing *completing)
{
    struct stat facts;
    struct trouble nobody_hears = {0};
    if (completing->file == NULL || !ends_so(completing->file, ".h5") ||
        stat(completing->file, &facts) != 0 || facts.st_size > LARGEST_FILE)
        return NULL;
    struct results *results = results_open(completing->file, &nobody_hears);
    trouble_free(&nobody_hears);
    return results;
}

static void offer_designs_of_scenario(struct completing *completing)
{
    struct call *call = completing->call;
    struct trouble nobody_hears = {0};
    struct experiment_request *request = ARENA_NEW(&call->arena, struct experiment_request, 1);
    request->library = library_folder(&call->arena, &nobody_hears);
    request->path = library_scenario(request->library, completing->file, &call->arena);
    request->base_only = true;
    struct experiment *experiment = experiment_load(request, &call->arena, &nobody_hears);
    const struct record_plan *plan = experiment == NULL ? NULL : experiment_plan(experiment);
    for (size_t i = 0; plan != NULL && i < plan->design_count; i++)
        offer(completing, plan->designs[i], NULL);
    trouble_free(&nobody_hears);
}

static void offer_designs(struct completing *completing)
{
    struct results *results = results_named(completing);
    for (size_t i = 0; results != NULL && i < results->designs.count; i++)
        offer(completing, results->designs.names[i],
              i < results->design_meanings.count ? results->design_meanings.names[i] : NULL);
    if (results == NULL && completing->file != NULL && !ends_so(completing->file, ".h5"))
        offer_designs_of_scenario(completing);
    results_close(results);
}

static void offer_measures(struct completing *completing)
{
    struct results *results = results_named(completing);
    for (size_t i = 0; results != NULL && i < results->measure_count; i++)
        offer(completing, results->measures[i].name, results->measures[i].meaning);
    if (results == NULL) {
        const struct record_shape *shape = movement_measures(&completing->call->arena);
        for (size_t i = 0; i < shape->measure_count; i++)
            offer(completing, shape->measures[i]->name, shape->measures[i]->meaning);
    }
    results_close(results);
}

static void offer_tables(struct completing *completing)
{
    struct results *results = results_named(completing);
    if (results == NULL)
        return;
    struct names names = export_tables(results, &completing->call->arena);
    for (size_t i = 0; i < names.count; i++)
        offer(completing, names.names[i], NULL);
    results_close(results);
}

/* --- what a table calls a value --- */

static void offer_value(struct completing *completing, const char *kind, int option)
{
    static const struct {
        const char *kind;
        void (*offer)(struct completing *completing);
    } offers[] = {
        {"FILE", offer_files},          {"FILE.h5", offer_files},      {"FILE.yaml", offer_files},
        {"OTHER", offer_files},         {"MEMBERS.csv", offer_files},  {"LINKS.csv", offer_files},
        {"MINUTES.csv", offer_files},   {"SCENARIO", offer_scenarios}, {"DESIGN", offer_designs},
        {"PATH=VALUE", offer_settings}, {"MEASURE", offer_measures},   {"COMMAND", offer_commands},
    };
    for (size_t i = 0; i < sizeof offers / sizeof *offers; i++)
        if (strcmp(offers[i].kind, kind) == 0)
            offers[i].offer(completing);
    if (strcmp(kind, "SCENARIO") == 0)
        offer_files(completing);
    else if (strcmp(kind, "KIND") == 0)
        offer_words(completing, kinds);
    else if (strcmp(kind, "FORMATS") == 0)
        offer_words(completing, formats);
    else if (strcmp(kind, "SHELL") == 0)
        offer_words(completing, completion_shells);
    else if (option == OPTION_TABLE)
        offer_tables(completing);
    else if (option == OPTION_MEASURE)
        offer_measures(completing);
    else if (option == 0 && strcmp(kind, "NAME") == 0 && strcmp(completing->command->name, "explain") == 0)
        offer_names(completing);
    else if (option == 0 && strcmp(kind, "NAME") == 0 && strcmp(completing->command->name, "methods") == 0)
        offer_methods(completing);
    else if (islower((unsigned char)*kind))
        offer(completing, kind, NULL); /* a word that stands for itself */
}

/* The argument at this place, as the help shows it: "[MEASURE|SETTING|groups|map...]". */
static void offer_argument(struct completing *completing, size_t place)
{
    const char *at = completing->command->arguments;
    for (size_t i = 0; i < place; i++) {
        size_t length = strcspn(at, " ");
        if (at[length] == '\0') { /* the last one is for all that follow, where it says so */
            if (strstr(at, "...") == NULL)
                return;
            break;
        }
        at += length + 1;
    }
    for (size_t length = strcspn(at, " "); length > 0;) {
        size_t skip = strspn(at, "[]|"), part = strcspn(at + skip, "[]| ");
        const char *kind = arena_text(&completing->call->arena, at + skip, part);
        char *dots = strstr(kind, "...");
        if (dots != NULL)
            *dots = '\0';
        if (part > 0)
            offer_value(completing, kind, 0);
        at += skip + part;
        length = strcspn(at, " ");
        if (part == 0)
            break;
    }
}

/* --- the line --- */

static const struct option_row *option_in(const struct command *command, const char *word)
{
    if (word[0] != '-' || word[1] == '\0')
        return NULL;
    for (const int *key = command->accepts; *key != 0; key++) {
        const struct option_row *row = option_of(*key);
        const char *name = word + 2;
        if (word[1] == '-' && strncmp(name, row->name, strlen(row->name)) == 0 &&
            (name[strlen(row->name)] == '\0' || name[strlen(row->name)] == '='))
            return row;
        if (word[1] != '-' && (unsigned char)word[1] == *key && word[2] == '\0')
            return row;
    }
    return NULL;
}

void completion_words(struct call *call, const char *const *words, size_t count)
{
    struct completing completing = {.call = call, .word = count == 0 ? "" : words[count - 1], .before = ""};
    size_t arguments = 0;
    const struct option_row *wants = NULL;
    if (count <= 1) {
        offer_commands(&completing);
        offer(&completing, "--version", NULL);
        offer(&completing, "--help", NULL);
        return;
    }
    completing.command = command_named(call->commands, words[0]);
    for (size_t i = 1; i + 1 < count && completing.command != NULL; i++) {
        const struct option_row *row = wants == NULL ? option_in(completing.command, words[i]) : NULL;
        const bool value_follows = row != NULL && row->argument != NULL && strchr(words[i], '=') == NULL;
        if (wants == NULL && words[i][0] != '-' && arguments++ == 0)
            completing.file = words[i];
        wants = value_follows ? row : NULL;
    }
    if (completing.command == NULL)
        return;
    const char *equals = strchr(completing.word, '=');
    const struct option_row *within =
        wants == NULL && equals != NULL ? option_in(completing.command, completing.word) : NULL;
    if (within != NULL && within->argument != NULL && completing.word[1] == '-') {
        completing.before = arena_text(&call->arena, completing.word, (size_t)(equals - completing.word) + 1);
        wants = within;
    }
    if (wants != NULL)
        offer_value(&completing, wants->argument, wants->key);
    else if (completing.word[0] == '-')
        offer_options(&completing);
    else
        offer_argument(&completing, arguments);
}
