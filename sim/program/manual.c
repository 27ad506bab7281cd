#include "program/manual.h"

#include <stdio.h>
#include <string.h>

#include "base/fold.h"
#include "base/roff.h"
#include "program/version.h"

enum { NAME_COLUMN = 4, TEXT_WIDTH = 79, LAST_LETTER = 255 };

static const struct {
    int status;
    const char *meaning;
} exits[] = {
    {0, "all went well"},
    {64, "the command line is not understood"},
    {65, "a scenario, method or results file is wrong"},
    {66, "there is no such file, or it cannot be read"},
    {70, "a bug of ours"},
    {71, "the machine grants no more memory, open files, processes or threads"},
    {73, "a file cannot be made"},
    {74, "writing failed, for instance because the disk is full"},
    {75, "stopped by a signal; what was done is kept and can be resumed"},
};

static const struct {
    const char *name, *meaning;
} surroundings[] = {
    {"GROUNDSWELL_LIBRARY", "folder with the shipped scenarios and methods"},
    {"OMP_NUM_THREADS", "threads to use, where --threads does not say"},
    {"COLUMNS", "columns in which words are folded on a terminal, from 40 to 100; else its own width"},
    {"NO_COLOR", "no colours, when set to anything"},
    {"TMPDIR", "where `compare` and its like run a scenario aside"},
};

static void wrapped(struct text *out, const char *words, size_t indent, size_t used)
{
    enum { NARROW_INDENT = 8 };
    if (fold_columns(out, TEXT_WIDTH) < 2 * indent) { /* no room beside the names: below them */
        text_say(out, "\n");
        indent = NARROW_INDENT;
        used = 0;
    }
    if (used < indent) {
        text_print(out, "%*s", (int)(indent - used), "");
        used = indent;
    }
    fold_words(out, words, used, indent, TEXT_WIDTH);
}

static size_t longest_name(const struct command_list *list)
{
    size_t longest = 0;
    for (size_t i = 0; i < list->count; i++)
        if (strlen(list->all[i]->name) > longest)
            longest = strlen(list->all[i]->name);
    return longest;
}

static void overview_line(struct text *out, const struct command *command, size_t longest)
{
    text_print(out, "  %-*s", (int)longest, command->name);
    wrapped(out, command->summary, longest + NAME_COLUMN, longest + 2);
}

void manual_overview(const struct command_list *list, struct text *out)
{
    text_say(out,
             "Groundswell simulates how movements meet, decide and organize, and compares ways to do it.\n\n"
             "usage: groundswell COMMAND ...\n\n");
    for (size_t i = 0; i < list->count; i++)
        if (list->all[i]->prints != PRINTS_FOR_SHELLS)
            overview_line(out, list->all[i], longest_name(list));
    text_say(out, "\nTo begin:  groundswell demo\n"
                  "More:      groundswell help COMMAND, groundswell explain NAME, groundswell --version\n");
}

static void option_head(const struct option_row *row, struct text *head)
{
    if (row->key <= LAST_LETTER)
        text_print(head, "  -%c, --%s", row->key, row->name);
    else
        text_print(head, "      --%s", row->name);
    if (row->argument != NULL)
        text_print(head, "=%s", row->argument);
}

void manual_command(const struct command *command, struct text *out)
{
    text_print(out, "usage: groundswell %s%s%s%s\n\n", command->name,
               command->accepts[0] == 0 ? "" : " [OPTION...]", *command->arguments == '\0' ? "" : " ",
               command->arguments);
    wrapped(out, command->summary, 0, 0);
    if (*command->detail != '\0') {
        text_say(out, "\n");
        wrapped(out, command->detail, 0, 0);
    }
    text_say(out, "\n");
    enum { MEANING_COLUMN = 30 };
    for (const int *key = command->accepts; *key != 0; key++) {
        const struct option_row *row = option_of(*key);
        struct text head = {0};
        option_head(row, &head);
        text_say(out, head.bytes);
        if (head.length + 2 > MEANING_COLUMN && fold_columns(out, TEXT_WIDTH) >= 2 * MEANING_COLUMN) {
            text_say(out, "\n");
            head.length = 0;
        }
        wrapped(out, row->meaning, MEANING_COLUMN, head.length);
        text_free(&head);
    }
}

static void roff_options(struct text *out, const struct command *command)
{
    for (const int *key = command->accepts; *key != 0; key++) {
        const struct option_row *row = option_of(*key);
        struct text head = {0};
        option_head(row, &head);
        roff_item(out, head.bytes + strspn(head.bytes, " "), row->meaning);
        text_free(&head);
    }
}

static void roff_rest(struct text *out)
{
    text_say(out, ".SH EXIT STATUS\n");
    for (size_t i = 0; i < sizeof exits / sizeof exits[0]; i++) {
        char status[8];
        snprintf(status, sizeof status, "%d", exits[i].status);
        roff_item(out, status, exits[i].meaning);
    }
    text_say(out, ".SH ENVIRONMENT\n");
    for (size_t i = 0; i < sizeof surroundings / sizeof surroundings[0]; i++)
        roff_item(out, surroundings[i].name, surroundings[i].meaning);
}

void manual_roff(const struct command_list *list, const struct command *command, struct text *out)
{
    const char *dash = command == NULL ? "" : "-", *name = command == NULL ? "" : command->name;
    text_print(out, ".TH GROUNDSWELL%s%s 1 \"\" \"Groundswell %s\"\n.SH NAME\ngroundswell%s%s \\- ", dash,
               name, version_number(), dash, name);
    roff_text(out, command == NULL ? "simulates how movements meet, decide and organize" : command->summary);
    text_say(out, "\n.SH SYNOPSIS\n.B groundswell\n");
    if (command != NULL) {
        roff_text(out, command->name);
        text_say(out, *command->accepts == 0 ? " " : " [OPTION...] ");
        roff_text(out, command->arguments);
        text_say(out, "\n");
        if (*command->detail != '\0') {
            text_say(out, ".SH DESCRIPTION\n");
            roff_text(out, command->detail);
            text_say(out, "\n");
        }
        text_say(out, ".SH OPTIONS\n");
        roff_options(out, command);
    } else {
        text_say(out, "COMMAND ...\n.SH COMMANDS\n");
        for (size_t i = 0; i < list->count; i++) {
            if (list->all[i]->prints == PRINTS_FOR_SHELLS)
                continue;
            text_print(out, ".SS groundswell %s ", list->all[i]->name);
            roff_text(out, list->all[i]->arguments);
            text_say(out, "\n");
            roff_text(out, *list->all[i]->detail == '\0' ? list->all[i]->summary : list->all[i]->detail);
            text_say(out, "\n");
            roff_options(out, list->all[i]);
        }
    }
    roff_rest(out);
    text_say(out, ".SH SEE ALSO\n.BR groundswell\\-scenario (5)\n");
}
