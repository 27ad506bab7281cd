#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "analysis/report/report.h"
#include "analysis/words/comparison.h"
#include "program/carry_out.h"
#include "program/library.h"

static const char demo_file[] = LIBRARY_DEMO ".yaml";
static const char demo_folder[] = "groundswell-demo";

enum { FOLDER_MODE = 0777 };

static enum status make_folder(struct call *call, const char *folder)
{
    struct stat about;
    if (mkdir(folder, FOLDER_MODE) == 0)
        return STATUS_FINE;
    int error = errno;
    if (error == EEXIST && stat(folder, &about) == 0 && S_ISDIR(about.st_mode))
        return STATUS_FINE;
    return call_trouble(call, STATUS_NO_OUTPUT, "the folder %s cannot be made: %s", folder, strerror(error));
}

static enum status demo_show(struct call *call, const char *file, const char *folder)
{
    struct results *results = results_open(file, &call->trouble);
    if (results == NULL)
        return trouble_status(&call->trouble);
    const struct compare_request wanted = {.confidence = call->options.confidence};
    const struct report_request request = {.directory = folder, .compare = wanted, .inputs = &call->inputs};
    struct comparison *comparison = compare(results, &wanted, &call->arena, &call->trouble);
    enum status status = comparison == NULL ? trouble_status(&call->trouble) : STATUS_FINE;
    if (status == STATUS_FINE && call->options.form == FORM_JSON)
        comparison_json(comparison, &call->out);
    else if (status == STATUS_FINE)
        comparison_text(comparison, &call->out);
    if (status == STATUS_FINE)
        status = report_write(results, &request, &call->trouble);
    results_close(results);
    return status;
}

/* What an interrupted demo left is begun anew; what another run left stays, and is in the way. */
static void begin_anew(struct call *call, const char *file)
{
    struct record_origin origin;
    struct trouble unheard = {0};
    const char *journal = arena_print(&call->arena, "%s.partial", file);
    if (record_origin(file, results_examine, &call->arena, &origin, &unheard) == STATUS_FINE &&
        !origin.complete && strcmp(origin.scenario_file, demo_file) == 0)
        unlink(journal);
    trouble_free(&unheard);
}

static enum status demo_run(struct call *call)
{
    const char *folder = call->options.output == NULL ? demo_folder : call->options.output;
    struct experiment_request request;
    enum status status = request_of(call, LIBRARY_DEMO, &request);
    if (status == STATUS_FINE)
        status = make_folder(call, folder);
    if (status != STATUS_FINE)
        return status;
    const char *file = arena_print(&call->arena, "%s/results.h5", folder);
    begin_anew(call, file);
    struct carried_out done;
    status = carry_out(call, &request, file, ATTEMPT_FIRST, &done);
    if (status == STATUS_FINE)
        status = demo_show(call, file, folder);
    if (status == STATUS_FINE && call->options.form == FORM_TEXT)
        text_print(&call->out,
                   "\n%llu runs in %.0f s.\n  the report, for a browser:  %s/index.html\n  the numbers:      "
                   "          %s\n",
                   (unsigned long long)done.runs, done.seconds, folder, file);
    return status;
}

const struct command command_demo = {
    .name = "demo",
    .arguments = "",
    .summary = "compare General Assembly and Open Space, with table and report",
    .detail =
        "Runs the shipped scenario assembly-vs-open-space, prints the comparison, and writes results.h5 and "
        "index.html to the folder groundswell-demo, or to the one given by --output.",
    .accepts = (const int[]){OPTION_OUTPUT, OPTION_SET, OPTION_REPLICATIONS, OPTION_SEED, OPTION_BASE_ONLY,
                             OPTION_THREADS, OPTION_JSON, OPTION_QUIET, OPTION_HELP, 0},
    .least = 0,
    .most = 0,
    .work = WORK_RUNS,
    .run = demo_run,
};
