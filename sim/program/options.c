#include "program/options.h"

#include <argp.h>
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/require.h"
#include "base/text.h"
#include "program/command.h"
#include "record/part.h"

// clang-format off
const struct option_row option_rows[] = {
    {OPTION_OUTPUT,       "output",       "FILE",       "where to write; a folder for a report or an export"},
    {OPTION_SET,          "set",          "PATH=VALUE", "override one setting, as in --set conversation.retention=\"40 %\"; may be repeated"},
    {OPTION_REPLICATIONS, "replications", "N",          "runs of every design, instead of what the scenario says"},
    {OPTION_REPLICATION,  "replication",  "N",          "this run alone, counted from 1; `run` keeps the log of all its people and events"},
    {OPTION_SEED,         "seed",         "N",          "name of the luck, instead of what the scenario says"},
    {OPTION_THREADS,      "threads",      "N",          "threads to use; the results are the same with any number"},
    {OPTION_PART,         "part",         "I/N",        "one of N parts of the runs, as in --part 3/16, to be merged with the others"},
    {OPTION_CLUSTER,      "cluster",      "slurm",      "run nothing, and print a script that has a cluster run all in parts"},
    {OPTION_BASE_ONLY,    "base-only",    NULL,         "leave out the assumption check and the sweep"},
    {OPTION_AGAIN,        "again",        NULL,         "make the runs of a results file again, from what it keeps alone"},
    {OPTION_AGAINST,      "against",      "DESIGN",     "the design that the others are set against; the first one unless given"},
    {OPTION_DESIGN,       "design",       "DESIGN",     "of this design alone"},
    {OPTION_SESSION,      "session",      "N",          "this session of the calendar, counted from 1"},
    {OPTION_FINALIST,     "finalist",     "N",          "print what a scenario says that holds this finalist of `choose`, counted from 1, to be copied"},
    {OPTION_SITE,         "site",         "NAME",       "of this site; the first one unless given"},
    {OPTION_FROM,         "from",         "SCENARIO",   "copy this shipped scenario"},
    {OPTION_ONTO,         "onto",         "SCENARIO",   "lay the numbers upon this scenario"},
    {OPTION_ASK,          "ask",          NULL,         "ask how things are, one question a line"},
    {OPTION_MEASURE,      "measure",      "NAME",       "show this measure; may be repeated"},
    {OPTION_TABLE,        "table",        "NAME",       "write this table alone; may be repeated"},
    {OPTION_CONFIDENCE,   "confidence",   "SHARE",      "of the intervals, as in --confidence 90%; 95 % unless given"},
    {OPTION_KIND,         "kind",         "KIND",       "dots, course, histogram, survival, map, line, groups, path or sites; the one that suits the measure unless given"},
    {OPTION_FIGURES,      "figures",      "FORMATS",    "save each figure beside the page too: svg, png or pdf, with commas between"},
    {OPTION_PAGE,         "page",         NULL,         "let the report carry a page in which the scenario can be changed and run again"},
    {OPTION_TERMINAL,     "terminal",     NULL,         "draw with characters, to standard output"},
    {OPTION_JSON,         "json",         NULL,         "print JSON instead of text"},
    {OPTION_MARKDOWN,     "markdown",     NULL,         "print the table of NAME, or of all settings, as Markdown"},
    {OPTION_BIBTEX,       "bibtex",       NULL,         "print an entry for BibTeX"},
    {OPTION_CFF,          "cff",          NULL,         "print a citation file (CITATION.cff)"},
    {OPTION_MAN,          "man",          NULL,         "print the manual page, for man(1)"},
    {OPTION_COMPLETION,   "completion",   NULL,         "print the completion script for bash, or for the shell that is named"},
    {OPTION_QUIET,        "quiet",        NULL,         "no progress on standard error"},
    {OPTION_HELP,         "help",         NULL,         "explain the command"},
};
// clang-format on
const size_t option_count = sizeof option_rows / sizeof option_rows[0];

enum { OPTIONS_AT_MOST = 32, LONGEST_NAME = 64 };

struct reading {
    const struct command *command;
    struct options *options;
    struct trouble *trouble;
};

const struct option_row *option_of(int key)
{
    for (size_t i = 0; i < option_count; i++)
        if (option_rows[i].key == key)
            return &option_rows[i];
    return NULL;
}

const struct option_row *option_named(const char *name)
{
    for (size_t i = 0; i < option_count; i++)
        if (strcmp(option_rows[i].name, name) == 0)
            return &option_rows[i];
    return NULL;
}

static int refused(struct reading *reading, const char *option, const char *word, const char *wanted)
{
    trouble_add(reading->trouble, STATUS_USAGE, (struct place){0}, "`--%s %s` is not %s", option, word,
                wanted);
    return EINVAL;
}

static int read_whole(struct reading *reading, const char *option, const char *word, int64_t most,
                      int64_t *value)
{
    char *end;
    errno = 0;
    long long number = strtoll(word, &end, 10);
    if (errno == 0 && end != word && *end == '\0' && number >= 1 && number <= most) {
        *value = number;
        return 0;
    }
    char wanted[80];
    snprintf(wanted, sizeof wanted, "a whole number between 1 and %lld", (long long)most);
    return refused(reading, option, word, wanted);
}

static int read_confidence(struct reading *reading, const char *word)
{
    char *end;
    double number = strtod(word, &end);
    while (*end == ' ')
        end++;
    if (*end == '%') {
        number /= 100;
        end++;
    }
    if (end == word || *end != '\0' || !(number > 0.5 && number < 1))
        return refused(reading, "confidence", word,
                       "a share between 50 % and 100 %, as in `--confidence 90%`");
    reading->options->confidence = number;
    return 0;
}

/* The scenario says how large it may be; here it must be nothing but a number. */
static int read_seed(struct reading *reading, const char *word)
{
    if (*word == '\0' || word[strspn(word, "0123456789")] != '\0')
        return refused(reading, "seed", word, "a whole number, as in `--seed 2012`");
    reading->options->seed = word;
    return 0;
}

static int read_threads(struct reading *reading, const char *word)
{
    int64_t threads;
    int error = read_whole(reading, "threads", word, MOST_THREADS, &threads);
    if (error == 0)
        reading->options->threads = (int)threads;
    return error;
}

static int read_part(struct reading *reading, const char *word)
{
    struct options *options = reading->options;
    int used = 0;
    if (word[strspn(word, "0123456789/")] == '\0' &&
        sscanf(word, "%9" SCNd64 "/%9" SCNd64 "%n", &options->part, &options->parts, &used) == 2 &&
        word[used] == '\0' && options->part >= 1 && options->part <= options->parts &&
        options->parts <= MOST_PARTS)
        return 0;
    char wanted[80];
    snprintf(wanted, sizeof wanted, "one of at most %d parts, as in `--part 3/16`", MOST_PARTS);
    return refused(reading, "part", word, wanted);
}

/* What is written appears whole, which standard output cannot give. */
static int read_output(struct reading *reading, const char *word)
{
    reading->options->output = word;
    if (strcmp(word, "-") != 0)
        return 0;
    trouble_add(reading->trouble, STATUS_USAGE, (struct place){0},
                "`--output -` is no place to write to: it takes a file, not standard output");
    trouble_hint(reading->trouble, "for a file of this name, write `--output ./-`");
    return EINVAL;
}

/* --- the words themselves, before argp sees them --- */

/* argp takes `--rep` for `--replications`, and what a script relies on must not change its meaning with the
 * next option that begins so. So every option is looked at first; argp then meets none that it does not know.
 */

static const struct option_row *accepted_option(const struct command *command, const char *name,
                                                size_t length)
{
    for (const int *key = command->accepts; *key != 0; key++) {
        const struct option_row *row = option_of(*key);
        if (strlen(row->name) == length && memcmp(row->name, name, length) == 0)
            return row;
    }
    return NULL;
}

static const struct option_row *accepted_letter(const struct command *command, char letter)
{
    for (const int *key = command->accepts; *key != 0; key++)
        if (*key == (unsigned char)letter)
            return option_of(*key);
    return NULL;
}

static void hint_file(const struct reading *reading, const char *word)
{
    if (access(word, F_OK) == 0)
        trouble_hint(reading->trouble, "for the file of this name, write `./%s`", word);
    else
        trouble_hint(reading->trouble, "`groundswell help %s` lists the options", reading->command->name);
}

static void tell_unknown(const struct reading *reading, const char *word, const char *name)
{
    const char *names[OPTIONS_AT_MOST];
    size_t count = 0, beginning = 0;
    const char *whole = NULL, *other = NULL;
    for (const int *key = reading->command->accepts; *key != 0; key++) {
        names[count] = option_of(*key)->name;
        if (strncmp(names[count], name, strlen(name)) == 0) {
            other = whole;
            whole = names[count];
            beginning++;
        }
        count++;
    }
    trouble_add(reading->trouble, STATUS_USAGE, (struct place){0}, "`groundswell %s` has no option `--%s`",
                reading->command->name, name);
    const char *meant = beginning == 1 ? whole : nearest_word(name, names, count);
    if (beginning == 2 && access(word, F_OK) != 0)
        trouble_hint(reading->trouble, "did you mean `--%s` or `--%s`? Names of options are not shortened",
                     other, whole);
    else if (meant != NULL && access(word, F_OK) != 0)
        trouble_hint(reading->trouble, "did you mean `--%s`?%s", meant,
                     beginning == 1 ? " Names of options are not shortened" : "");
    else
        hint_file(reading, word);
}

static void tell_missing(const struct reading *reading, const struct option_row *row)
{
    trouble_add(reading->trouble, STATUS_USAGE, (struct place){0}, "`--%s` needs a value: `--%s %s`",
                row->name, row->name, row->argument);
}

/* Looks at `--name` or `--name=value`. Returns whether the next word is its value. */
static bool look_at_name(const struct reading *reading, const char *word)
{
    const char *name = word + 2;
    size_t length = strcspn(name, "=");
    const struct option_row *row = accepted_option(reading->command, name, length);
    if (row == NULL) {
        char copy[LONGEST_NAME];
        snprintf(copy, sizeof copy, "%.*s", (int)(length < LONGEST_NAME ? length : LONGEST_NAME - 1), name);
        tell_unknown(reading, word, copy);
    } else if (row->argument == NULL && name[length] == '=') {
        trouble_add(reading->trouble, STATUS_USAGE, (struct place){0}, "`--%s` takes no value (`--%s`)",
                    row->name, row->name);
    }
    return row != NULL && row->argument != NULL && name[length] != '=';
}

/* Looks at `-q`, `-qr4` or `-r`. Returns whether the next word is the value of the last letter. */
static bool look_at_letters(const struct reading *reading, const char *word)
{
    for (const char *letter = word + 1; *letter != '\0'; letter++) {
        const struct option_row *row = accepted_letter(reading->command, *letter);
        if (row == NULL) {
            size_t sequence = utf8_sequence(letter, strlen(letter));
            trouble_add(reading->trouble, STATUS_USAGE, (struct place){0},
                        "`%s` is not understood after `groundswell %s`: there is no option `-%.*s`", word,
                        reading->command->name, (int)(sequence == 0 ? 1 : sequence), letter);
            hint_file(reading, word);
            return false;
        }
        if (row->argument != NULL)
            return letter[1] == '\0';
    }
    return false;
}

static void look_at_options(const struct reading *reading, int argc, char **argv)
{
    for (int i = 1; i < argc && reading->trouble->count == 0; i++) {
        const char *word = argv[i];
        if (strcmp(word, "--") == 0)
            return;
        if (word[0] != '-' || word[1] == '\0')
            continue;
        bool long_name = word[1] == '-';
        bool takes_next = long_name ? look_at_name(reading, word) : look_at_letters(reading, word);
        if (takes_next && ++i == argc)
            tell_missing(reading, long_name ? accepted_option(reading->command, word + 2, strlen(word + 2))
                                            : accepted_letter(reading->command, word[strlen(word) - 1]));
    }
}

/* --- reading --- */

/* Words that are kept as they are. False: the option is none of these. */
static bool read_word(int key, const char *word, struct options *options)
{
    struct {
        int key;
        const char **word;
    } words[] = {
        {OPTION_AGAINST, &options->against}, {OPTION_DESIGN, &options->design},
        {OPTION_SITE, &options->site},       {OPTION_FROM, &options->from},
        {OPTION_ONTO, &options->onto},       {OPTION_CLUSTER, &options->cluster},
        {OPTION_KIND, &options->kind},       {OPTION_FIGURES, &options->figures},
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (words[i].key == key) {
            *words[i].word = word;
            return true;
        }
    return false;
}

/* What is printed. False: the option is none of these. */
static bool read_form(int key, struct options *options)
{
    static const struct {
        int key;
        enum form form;
    } forms[] = {
        {OPTION_TERMINAL, FORM_TERMINAL},
        {OPTION_JSON, FORM_JSON},
        {OPTION_MARKDOWN, FORM_MARKDOWN},
        {OPTION_MAN, FORM_MAN},
        {OPTION_COMPLETION, FORM_COMPLETION},
        {OPTION_BIBTEX, FORM_BIBTEX},
        {OPTION_CFF, FORM_CFF},
    };
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++)
        if (forms[i].key == key) {
            options->form = forms[i].form;
            return true;
        }
    return false;
}

/* Which runs, and which of their tables. */
static error_t read_choice_of_runs(struct reading *reading, int key, char *word)
{
    struct options *options = reading->options;
    switch (key) {
    case OPTION_REPLICATION:
        return read_whole(reading, "replication", word, MOST_REPLICATIONS, &options->replication);
    case OPTION_SESSION:
        return read_whole(reading, "session", word, MOST_REPLICATIONS, &options->session);
    case OPTION_FINALIST:
        return read_whole(reading, "finalist", word, MOST_REPLICATIONS, &options->finalist);
    case OPTION_SEED:
        return read_seed(reading, word);
    case OPTION_PART:
        return read_part(reading, word);
    case OPTION_TABLE:
        options->tables[options->table_count++] = word;
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static int read_one(int key, char *word, struct argp_state *state)
{
    struct reading *reading = state->input;
    struct options *options = reading->options;
    if (read_word(key, word, options) || read_form(key, options))
        return 0;
    switch (key) {
    case OPTION_OUTPUT:
        return read_output(reading, word);
    case OPTION_SET:
        options->overrides[options->override_count++] = word;
        return 0;
    case OPTION_REPLICATIONS:
        return read_whole(reading, "replications", word, MOST_REPLICATIONS, &options->replications);
    case OPTION_THREADS:
        return read_threads(reading, word);
    case OPTION_BASE_ONLY:
        options->reach = REACH_BASE_ONLY;
        return 0;
    case OPTION_AGAIN:
        options->origin = ORIGIN_RESULTS;
        return 0;
    case OPTION_PAGE:
        options->page = true;
        return 0;
    case OPTION_ASK:
        options->ask = true;
        return 0;
    case OPTION_MEASURE:
        options->measures[options->measure_count++] = word;
        return 0;
    case OPTION_CONFIDENCE:
        return read_confidence(reading, word);
    case OPTION_QUIET:
        options->noise = NOISE_QUIET;
        return 0;
    case OPTION_HELP:
        options->wish = WISH_HELP;
        return 0;
    case ARGP_KEY_ARG:
        options->arguments[options->argument_count++] = word;
        return 0;
    default:
        return read_choice_of_runs(reading, key, word);
    }
}

static void count_arguments(const struct reading *reading)
{
    const struct command *command = reading->command;
    size_t count = reading->options->argument_count;
    if (count >= command->least && count <= command->most)
        return;
    trouble_add(reading->trouble, STATUS_USAGE, (struct place){0}, "`groundswell %s` %s", command->name,
                command->most == 0       ? "takes no further words"
                : count < command->least ? "is missing an argument"
                                         : "takes fewer words");
    trouble_hint(reading->trouble, "usage: groundswell %s%s%s", command->name,
                 *command->arguments != '\0' ? " " : "", command->arguments);
}

enum status options_read(const struct command *command, int argc, char **argv, struct arena *arena,
                         struct options *options, struct trouble *trouble)
{
    struct argp_option accepted[OPTIONS_AT_MOST + 1] = {{0}};
    size_t count = 0;
    for (const int *key = command->accepts; *key != 0; key++) {
        const struct option_row *row = option_of(*key);
        require(row != NULL && count < OPTIONS_AT_MOST);
        accepted[count++] = (struct argp_option){row->name, row->key, row->argument, 0, row->meaning, 0};
    }
    size_t words = (size_t)(argc > 0 ? argc : 1);
    *options = (struct options){0};
    options->overrides = ARENA_NEW(arena, const char *, words);
    options->measures = ARENA_NEW(arena, const char *, words);
    options->tables = ARENA_NEW(arena, const char *, words);
    options->arguments = ARENA_NEW(arena, const char *, words);

    struct reading reading = {command, options, trouble};
    look_at_options(&reading, argc, argv);
    if (trouble->count > 0)
        return trouble_status(trouble);
    const struct argp argp = {.options = accepted, .parser = read_one};
    int error = argp_parse(&argp, argc, argv, ARGP_SILENT, NULL, &reading);
    if (error == ENOMEM)
        return trouble_add(trouble, STATUS_BUG, (struct place){0},
                           "not enough memory to read the command line");
    if (trouble->count == 0 && error != 0)
        trouble_add(trouble, STATUS_USAGE, (struct place){0},
                    "the words after `groundswell %s` are not understood", command->name);
    if (trouble->count == 0 && options->wish == WISH_COMMAND)
        count_arguments(&reading);
    return trouble_status(trouble);
}
