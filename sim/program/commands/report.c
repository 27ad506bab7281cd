#include "analysis/report/report.h"

#include <string.h>

#include "program/again.h"
#include "program/carry_out.h"
#include "program/page_make.h"
#include "program/source.h"

enum { MOST_FORMATS = 3 };

/* "svg,pdf" as formats. */
static enum status read_formats(struct call *call, enum figure_format *formats, size_t *count)
{
    *count = 0;
    for (const char *at = call->options.figures; at != NULL && *at != '\0';) {
        size_t length = strcspn(at, ",");
        if (*count == MOST_FORMATS)
            return call_trouble(call, STATUS_USAGE, "`--figures %s` names too many formats",
                                call->options.figures);
        const char *name = arena_print(&call->arena, "figure.%.*s", (int)length, at);
        enum status status = figure_format_of(name, &formats[*count], &call->trouble);
        if (status != STATUS_FINE)
            return status;
        (*count)++;
        at += length + (at[length] == ',' ? 1 : 0);
    }
    return STATUS_FINE;
}

static const char *usual_folder(const char *name, struct arena *arena)
{
    const char *file = usual_target(name, arena);
    return arena_print(arena, "%.*s-report", (int)(strlen(file) - strlen(".h5")), file);
}

/* The page with the scenario that the results were made from. */
static enum status page_of_results(struct call *call, const struct results *results, struct text *page)
{
    struct experiment_request request;
    const enum status status = made_again(call, results, &request);
    return status == STATUS_FINE ? page_make(call, &request, page) : status;
}

static enum status report_run(struct call *call)
{
    enum figure_format formats[MOST_FORMATS];
    struct report_request request = {.also = formats};
    enum status status = read_formats(call, formats, &request.also_count);
    if (status != STATUS_FINE)
        return status;
    struct source source;
    status = source_open(call, call->arguments[0], &source);
    if (status != STATUS_FINE)
        return status;
    request.directory = call->options.output;
    if (request.directory == NULL)
        request.directory = usual_folder(call->arguments[0], &call->arena);
    request.compare =
        (struct compare_request){.confidence = call->options.confidence, .base = call->options.against};
    request.inputs = &call->inputs;
    struct text carried = {0};
    if (call->options.page)
        status = page_of_results(call, source.results, &carried);
    request.carried = carried.bytes;
    if (status == STATUS_FINE)
        status = report_write(source.results, &request, &call->trouble);
    text_free(&carried);
    if (status == STATUS_FINE)
        text_print(&call->out, "%s/index.html\n", request.directory);
    source_close(&source);
    return status;
}

const struct command command_report = {
    .name = "report",
    .arguments = "FILE.h5|SCENARIO",
    .summary = "write a page with the answer in words and figures",
    .detail =
        "The page is one file, index.html in the folder given by --output, with everything inside: it can be "
        "read on a phone, printed and passed on. With --page it carries the simulator too: readers can save "
        "that page, change the scenario in a browser and run it again.",
    .accepts = (const int[]){OPTION_OUTPUT, OPTION_FIGURES, OPTION_PAGE, OPTION_AGAINST, OPTION_CONFIDENCE,
                             OPTION_SET, OPTION_REPLICATIONS, OPTION_SEED, OPTION_BASE_ONLY, OPTION_THREADS,
                             OPTION_QUIET, OPTION_HELP, 0},
    .least = 1,
    .most = 1,
    .work = WORK_RUNS,
    .run = report_run,
};
