#include <jansson.h>
#include <string.h>

#include "models/experiment/experiment.h"
#include "program/command.h"
#include "program/library.h"
#include "program/method_words.h"
#include "program/row_json.h"

static void list_json(struct call *call, const struct method_listing *methods, size_t count)
{
    json_t *all = json_array();
    for (size_t i = 0; i < count; i++)
        json_array_append_new(all, method_json(&methods[i]));
    call_json(call, all);
}

static enum status say_unknown(struct call *call, const struct method_listing *methods, size_t count)
{
    const char **names = ARENA_NEW(&call->arena, const char *, count + 1);
    for (size_t i = 0; i < count; i++)
        names[i] = methods[i].name;
    const char *name = call->arguments[0], *nearest = nearest_word(name, names, count);
    enum status status = call_trouble(call, STATUS_USAGE, "there is no method `%s` in the library", name);
    if (nearest != NULL)
        trouble_hint(&call->trouble, "did you mean `%s`?", nearest);
    else
        trouble_hint(&call->trouble, "`groundswell methods` lists those that there are");
    return status;
}

/* One alone, or all. */
static enum status list_or_show(struct call *call, const struct method_listing *methods, size_t count)
{
    const bool json = call->options.form == FORM_JSON;
    size_t first = 0, shown = count;
    if (call->argument_count > 0) {
        while (first < count && strcmp(methods[first].name, call->arguments[0]) != 0)
            first++;
        if (first == count)
            return say_unknown(call, methods, count);
        shown = 1;
    }
    if (json)
        list_json(call, methods + first, shown);
    else if (call->argument_count > 0)
        method_say(&call->out, &methods[first]);
    else
        methods_say(&call->out, methods, count);
    return trouble_status(&call->trouble);
}

static enum status methods_run(struct call *call)
{
    const char *library = library_folder(&call->arena, &call->trouble);
    if (library == NULL)
        return trouble_status(&call->trouble);
    struct method_listing *methods = NULL;
    size_t count = methods_list(library, &call->arena, &methods, &call->trouble);
    return list_or_show(call, methods, count);
}

const struct command command_methods = {
    .name = "methods",
    .arguments = "[NAME]",
    .summary = "list the methods that a calendar can hold",
    .detail =
        "By what they are for, with who decides. With NAME, what that method is recommended for, and its "
        "stages: how long each takes, who sits with whom, who speaks, and about what.",
    .accepts = (const int[]){OPTION_JSON, OPTION_HELP, 0},
    .least = 0,
    .most = 1,
    .work = WORK_QUICK,
    .run = methods_run,
};
