#include <string.h>

#include "base/destination.h"
#include "program/carry_out.h"
#include "program/library.h"
#include "program/page_bounds.h"
#include "program/page_template.h"

/* "camp.html" for "scenarios/camp.yaml", in the folder where we are. */
static const char *usual_page(const char *scenario, struct arena *arena)
{
    const char *file = usual_target(scenario, arena);
    return arena_print(arena, "%.*s.html", (int)(strlen(file) - strlen(".h5")), file);
}

/* Methods of the folder of the scenario; those that are shipped are in every page. */
static void take_methods(struct call *call, const struct record_plan *plan, struct page_content *content)
{
    struct page_method *methods = ARENA_NEW(&call->arena, struct page_method, plan->method_count + 1);
    for (size_t i = 0; i < plan->method_count; i++)
        if (strcmp(plan->methods[i].folder, METHOD_OWN) == 0)
            methods[content->method_count++] =
                (struct page_method){plan->methods[i].name, plan->methods[i].text};
    content->methods = methods;
}

static enum status page_make(struct call *call, const char *scenario, const char *template, struct text *page)
{
    struct experiment_request request;
    enum status status = request_of(call, scenario, &request);
    if (status != STATUS_FINE)
        return status;
    request.without_worlds = true; /* a page has no time for them */
    struct experiment *experiment = experiment_load(&request, &call->arena, &call->trouble);
    if (experiment == NULL)
        return trouble_status(&call->trouble);
    const struct record_plan *plan = experiment_plan(experiment);
    status = page_bounds_check(plan, &call->trouble);
    if (status != STATUS_FINE)
        return status;
    struct page_content content = {.title = plan->title,
                                   .scenario = plan->scenario_text,
                                   .settings = request.overrides,
                                   .setting_count = request.override_count};
    take_methods(call, plan, &content);
    page_template_fill(template, &content, page);
    return STATUS_FINE;
}

static enum status page_run(struct call *call)
{
    const char *scenario = call->argument_count == 0 ? LIBRARY_DEMO : call->arguments[0];
    const char *path = call->options.output;
    if (path == NULL)
        path = usual_page(scenario, &call->arena);
    struct text page = {0};
    struct destination destination = {0};
    const char *template = page_template_read(&call->arena, &call->trouble);
    enum status status = template == NULL ? trouble_status(&call->trouble) : STATUS_FINE;
    if (status == STATUS_FINE)
        status = page_make(call, scenario, template, &page);
    if (status == STATUS_FINE)
        status = destination_find(path, MADE_PAGE, &call->inputs, &destination, &call->trouble);
    if (status == STATUS_FINE)
        status = destination_write(&destination, page.bytes, page.length, NULL, &call->trouble);
    if (status == STATUS_FINE && call->options.noise != NOISE_QUIET)
        text_print(&call->out,
                   "%s: open it in a browser, or pass it on; nothing is installed, and nothing is sent\n",
                   path);
    destination_free(&destination);
    text_free(&page);
    return status;
}

const struct command command_page = {
    .name = "page",
    .arguments = "[SCENARIO]",
    .summary = "write a page that holds the simulator, to change and run a scenario in a browser",
    .detail = "One file, for a phone or a computer, without any program: the week of each design can be "
              "changed, the "
              "text too, and the answer comes with its price and its doubt. Without SCENARIO it begins with "
              "that of "
              "the demo. A page has no time for plausible worlds and searches, and bounds how large a camp "
              "may be; its "
              "numbers may differ from those of the program in the last digit.",
    .accepts = (const int[]){OPTION_OUTPUT, OPTION_SET, OPTION_QUIET, OPTION_HELP, 0},
    .least = 0,
    .most = 1,
    .work = WORK_QUICK,
    .run = page_run,
};
