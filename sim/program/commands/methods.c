#include <jansson.h>
#include <string.h>

#include "models/experiment/experiment.h"
#include "program/command.h"
#include "program/library.h"

static void list_json(struct call *call, const struct method_listing *methods, size_t count)
{
    json_t *all = json_array();
    for (size_t i = 0; i < count; i++)
        json_array_append_new(all, json_pack("{s:s,s:s*,s:s?,s:s*,s:s*}", "name", methods[i].name, "title",
                                             methods[i].title, "who_decides", methods[i].deciders, "meaning",
                                             methods[i].meaning, "path", methods[i].path));
    call_json(call, all);
}

static void list_text(struct call *call, const struct method_listing *methods, size_t count)
{
    size_t longest = 0;
    for (size_t i = 0; i < count; i++)
        if (strlen(methods[i].name) > longest)
            longest = strlen(methods[i].name);
    for (size_t i = 0; i < count; i++) {
        bool means = methods[i].meaning != NULL && *methods[i].meaning != '\0';
        text_print(&call->out, "%-*s  ", (int)longest, methods[i].name);
        if (methods[i].deciders == NULL)
            text_say(&call->out, "Decides nothing. ");
        else
            text_print(&call->out, "Who decides: %s. ", methods[i].deciders);
        text_print(&call->out, "%s\n", means ? methods[i].meaning : methods[i].title);
    }
}

static enum status methods_run(struct call *call)
{
    const char *library = library_folder(&call->arena, &call->trouble);
    if (library == NULL)
        return trouble_status(&call->trouble);
    struct method_listing *methods = NULL;
    size_t count = methods_list(library, &call->arena, &methods, &call->trouble);
    if (call->options.form == FORM_JSON)
        list_json(call, methods, count);
    else
        list_text(call, methods, count);
    return trouble_status(&call->trouble);
}

const struct command command_methods = {
    .name = "methods",
    .arguments = "",
    .summary = "list the methods that a calendar can hold",
    .detail = "",
    .accepts = (const int[]){OPTION_JSON, OPTION_HELP, 0},
    .least = 0,
    .most = 0,
    .work = WORK_QUICK,
    .run = methods_run,
};
