#include <string.h>

#include "base/destination.h"
#include "program/carry_out.h"
#include "program/library.h"
#include "program/page_make.h"

/* "camp.html" for "scenarios/camp.yaml", in the folder where we are. */
static const char *usual_page(const char *scenario, struct arena *arena)
{
    const char *file = usual_target(scenario, arena);
    return arena_print(arena, "%.*s.html", (int)(strlen(file) - strlen(".h5")), file);
}

static enum status page_run(struct call *call)
{
    const char *scenario = call->argument_count == 0 ? LIBRARY_DEMO : call->arguments[0];
    const char *path = call->options.output;
    if (path == NULL)
        path = usual_page(scenario, &call->arena);
    struct text page = {0};
    struct destination destination = {0};
    struct experiment_request request;
    enum status status = request_of(call, scenario, &request);
    if (status == STATUS_FINE)
        status = page_make(call, &request, &page);
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
