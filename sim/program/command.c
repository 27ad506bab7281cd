#include "program/command.h"

#include <jansson.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"

enum { JSON_DIGITS = 12 };

const struct command *command_named(const struct command_list *list, const char *name)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->all[i]->name, name) == 0)
            return list->all[i];
    return NULL;
}

enum status command_unknown(const struct command_list *list, const char *name, struct trouble *trouble)
{
    const char **names = must_allocate(list->count, sizeof *names);
    for (size_t i = 0; i < list->count; i++)
        names[i] = list->all[i]->name;
    trouble_add(trouble, STATUS_USAGE, (struct place){0}, "there is no command `%s`", name);
    const char *nearest = nearest_word(name, names, list->count);
    if (nearest != NULL)
        trouble_hint(trouble, "did you mean `%s`?", nearest);
    else
        trouble_hint(trouble, "`groundswell help` lists the commands");
    free(names);
    return STATUS_USAGE;
}

enum status call_trouble(struct call *call, enum status status, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *sentence = NULL;
    if (vasprintf(&sentence, format, arguments) < 0)
        sentence = NULL;
    va_end(arguments);
    trouble_add(&call->trouble, status, (struct place){0}, "%s",
                sentence == NULL ? "not enough memory" : sentence);
    free(sentence);
    return status;
}

void call_json(struct call *call, json_t *json)
{
    require(json != NULL);
    char *bytes = json_dumps(json, JSON_INDENT(2) | JSON_REAL_PRECISION(JSON_DIGITS));
    require(bytes != NULL);
    text_add_json(&call->out, bytes);
    text_say(&call->out, "\n");
    free(bytes);
    json_decref(json);
}
