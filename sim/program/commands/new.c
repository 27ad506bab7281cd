#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/destination.h"
#include "base/limits.h"
#include "base/shell.h"
#include "program/command.h"
#include "program/library.h"

static const char pattern[] = "first-scenario";
static const char title_key[] = "title:";

enum { LARGEST_PATTERN = 64 * 1024 };

static enum status read_pattern(struct call *call, const char **bytes)
{
    const char *library = library_folder(&call->arena, &call->trouble);
    if (library == NULL)
        return trouble_status(&call->trouble);
    const char *path = arena_print(&call->arena, "%s/%s.yaml", library, pattern);
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

static enum status new_run(struct call *call)
{
    const char *path = call->arguments[0], *bytes = "";
    size_t length = strlen(path);
    if (length == 0 || path[length - 1] == '/')
        return call_trouble(call, STATUS_USAGE,
                            "the new scenario needs a name, as in `groundswell new our-camp`");
    if (length < 5 || strcmp(path + length - 5, ".yaml") != 0)
        path = arena_print(&call->arena, "%s.yaml", path);
    enum status status = read_pattern(call, &bytes);
    if (status != STATUS_FINE)
        return status;

    struct text scenario = {0};
    for (const char *at = bytes; *at != '\0';) {
        size_t line = strcspn(at, "\n") + 1;
        if (at[line - 1] == '\0')
            line--;
        if (strncmp(at, title_key, sizeof title_key - 1) == 0)
            add_title(&scenario, path);
        else if (strncmp(at, "# yaml-language-server:", 23) != 0) /* its path holds inside the library only */
            text_add(&scenario, at, line);
        at += line;
    }
    status = destination_put(path, MADE_SCENARIO, NULL, scenario.bytes, scenario.length, &call->trouble);
    text_free(&scenario);
    struct text word = {0};
    shell_path(&word, path);
    if (status == STATUS_FINE)
        text_print(&call->out, "%s: change it, then  groundswell check %s  and  groundswell compare %s\n",
                   path, word.bytes, word.bytes);
    text_free(&word);
    return status;
}

const struct command command_new = {
    .name = "new",
    .arguments = "NAME",
    .summary = "write a small commented scenario to start from",
    .detail = "To NAME.yaml, unless it is there already.",
    .accepts = (const int[]){OPTION_HELP, 0},
    .least = 1,
    .most = 1,
    .work = WORK_QUICK,
    .run = new_run,
};
