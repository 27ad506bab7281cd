#include "program/page_make.h"

#include <string.h>

#include "program/page_bounds.h"
#include "program/page_template.h"

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

enum status page_make(struct call *call, struct experiment_request *request, struct text *page)
{
    const char *template = page_template_read(&call->arena, &call->trouble);
    if (template == NULL)
        return trouble_status(&call->trouble);
    request->without_worlds = true;
    struct experiment *experiment = experiment_load(request, &call->arena, &call->trouble);
    if (experiment == NULL)
        return trouble_status(&call->trouble);
    const struct record_plan *plan = experiment_plan(experiment);
    const enum status status = page_bounds_check(plan, &call->trouble);
    if (status != STATUS_FINE)
        return status;
    struct page_content content = {.title = plan->title,
                                   .scenario = plan->scenario_text,
                                   .settings = request->overrides,
                                   .setting_count = request->override_count};
    take_methods(call, plan, &content);
    page_template_fill(template, &content, page);
    return STATUS_FINE;
}
