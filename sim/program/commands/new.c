#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/destination.h"
#include "base/limits.h"
#include "base/shell.h"
#include "program/command.h"
#include "program/library.h"
#include "program/own_week.h"
#include "program/scenario_head.h"

static const char pattern[] = "first-scenario";
static const char title_key[] = "title:";
static const char modeline[] = HEAD_MODELINE;

enum { LARGEST_PATTERN = 256 * 1024, MOST_SHIPPED = 500 };

/* Names of the shipped scenarios, for who misspelt one. */
static size_t list_shipped(struct call *call, const char *library, const char **names)
{
    size_t count = 0;
    DIR *folder = opendir(library);
    if (folder == NULL)
        return 0;
    for (const struct dirent *file = readdir(folder); file != NULL && count < MOST_SHIPPED;
         file = readdir(folder)) {
        size_t length = strlen(file->d_name);
        if (length > 5 && file->d_name[0] != '.' && strcmp(file->d_name + length - 5, ".yaml") == 0)
            names[count++] = arena_text(&call->arena, file->d_name, length - 5);
    }
    closedir(folder);
    return count;
}

static enum status no_such_scenario(struct call *call, const char *library, const char *name)
{
    const char *names[MOST_SHIPPED];
    size_t count = list_shipped(call, library, names);
    call_trouble(call, STATUS_USAGE, "there is no shipped scenario `%s` to copy", name);
    const char *nearest = nearest_word(name, names, count);
    if (nearest != NULL)
        trouble_hint(&call->trouble, "did you mean `%s`?", nearest);
    else
        trouble_hint(&call->trouble, "those in %s can be copied, by their names without .yaml", library);
    return STATUS_USAGE;
}

static enum status read_pattern(struct call *call, const char *name, const char **bytes)
{
    const char *library = library_folder(&call->arena, &call->trouble);
    if (library == NULL)
        return trouble_status(&call->trouble);
    const char *path = arena_print(&call->arena, "%s/%s.yaml", library, name);
    if (*name == '\0' || strchr(name, '/') != NULL || name[0] == '.' || access(path, F_OK) != 0)
        return no_such_scenario(call, library, name);
    char *text = arena_take(&call->arena, LARGEST_PATTERN + 1, 1);
    FILE *file = fopen(path, "re");
    if (file == NULL)
        return limit_trouble(&call->trouble, STATUS_NO_INPUT, (struct place){.file = path}, errno,
                             "cannot be opened");
    size_t length = fread(text, 1, LARGEST_PATTERN, file);
    int failed = ferror(file);
    fclose(file);
    *bytes = text;
    if (failed || length == 0)
        return call_trouble(call, STATUS_NO_INPUT, "%s cannot be read", path);
    return STATUS_FINE;
}

/* The name of the file without folders and ending, dashes as spaces, in YAML's double quotes. */
static void add_title(struct text *out, const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash == NULL ? path : slash + 1;
    const char *dot = strrchr(name, '.');
    struct text valid = {0};
    text_add_utf8(&valid, name, dot == NULL ? strlen(name) : (size_t)(dot - name));
    text_say(out, "title: \"");
    for (size_t i = 0; i < valid.length; i++) {
        char byte = valid.bytes[i];
        if (byte == '"' || byte == '\\')
            text_print(out, "\\%c", byte);
        else if (byte == '-' || byte == '_' || (unsigned char)byte < ' ')
            text_say(out, " ");
        else
            text_add(out, &byte, 1);
    }
    text_say(out, "\"\n");
    text_free(&valid);
}

/* The pattern with another title, or with its own, and with the schema where it lies. */
static void copy_pattern(struct call *call, const char *bytes, const char *titled_by, struct text *scenario)
{
    head_modeline(call, scenario);
    for (const char *at = bytes; *at != '\0';) {
        size_t line = strcspn(at, "\n") + 1;
        if (at[line - 1] == '\0')
            line--;
        if (titled_by != NULL && strncmp(at, title_key, sizeof title_key - 1) == 0)
            add_title(scenario, titled_by);
        else if (strncmp(at, modeline, sizeof modeline - 1) != 0)
            text_add(scenario, at, line);
        at += line;
    }
}

static enum status ask(struct call *call, const char *path, struct text *scenario)
{
    struct own_week week = {0};
    struct text title = {0};
    enum status status = own_week_ask(call, &week);
    add_title(&title, path);
    head_modeline(call, scenario);
    if (status == STATUS_FINE)
        status = own_week_write(call, &week, title.bytes, scenario);
    text_free(&title);
    return status;
}

static enum status write_new(struct call *call, const char *path, struct text *scenario)
{
    const char *bytes = "", *from = call->options.from;
    if (call->options.ask)
        return ask(call, path, scenario);
    enum status status = read_pattern(call, from == NULL ? pattern : from, &bytes);
    if (status == STATUS_FINE)
        copy_pattern(call, bytes, from == NULL ? path : NULL, scenario);
    return status;
}

static enum status new_run(struct call *call)
{
    const char *path = call->arguments[0];
    size_t length = strlen(path);
    struct destination destination = {0};
    struct text scenario = {0}, word = {0};
    if (length == 0 || path[length - 1] == '/')
        return call_trouble(call, STATUS_USAGE,
                            "the new scenario needs a name, as in `groundswell new our-camp`");
    if (call->options.ask && call->options.from != NULL)
        return call_trouble(call, STATUS_USAGE,
                            "`--ask` makes a scenario from answers and `--from` from "
                            "another one: use one of them");
    if (length < 5 || strcmp(path + length - 5, ".yaml") != 0)
        path = arena_print(&call->arena, "%s.yaml", path);
    /* Nobody answers in vain: the name is looked at first. */
    enum status status = destination_find(path, MADE_SCENARIO, NULL, &destination, &call->trouble);
    if (status == STATUS_FINE)
        status = write_new(call, path, &scenario);
    if (status == STATUS_FINE)
        status = destination_write(&destination, scenario.bytes, scenario.length, NULL, &call->trouble);
    shell_path(&word, path);
    if (status == STATUS_FINE)
        text_print(&call->out, "%s: change it, then  groundswell check %s  and  groundswell compare %s\n",
                   path, word.bytes, word.bytes);
    text_free(&word);
    text_free(&scenario);
    destination_free(&destination);
    return status;
}

const struct command command_new = {
    .name = "new",
    .arguments = "NAME",
    .summary = "write a small commented scenario to start from",
    .detail =
        "To NAME.yaml, unless it is there already. With --from a copy of a shipped scenario, with its title "
        "and comments. With --ask it asks how many people there are, how many come, what comes in, how long "
        "a proposal takes, who decides today and for how many hours a week people meet; the scenario then "
        "compares today's week with others of as many hours, and says whether each keeps up. Answers may "
        "come from a pipe, a line each; an empty line takes the default in brackets.",
    .accepts = (const int[]){OPTION_FROM, OPTION_ASK, OPTION_HELP, 0},
    .least = 1,
    .most = 1,
    .work = WORK_QUICK,
    .run = new_run,
};
