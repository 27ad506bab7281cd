#include "program/carry_out.h"

static enum status run(struct call *call)
{
    struct experiment_request request;
    enum status status = request_of(call, call->arguments[0], &request);
    if (status != STATUS_FINE)
        return status;
    const char *target = call->options.output;
    if (target == NULL)
        target = usual_target(call->arguments[0], &call->arena);
    struct carried_out done;
    status = carry_out(call, &request, target, ATTEMPT_FIRST, &done);
    if (status == STATUS_FINE)
        carried_out_text(call, &done, target);
    return status;
}

const struct command command_run = {
    .name = "run",
    .arguments = "SCENARIO",
    .summary = "run all designs and replications of a scenario",
    .detail =
        "SCENARIO is a file, - for standard input, or the name of a shipped scenario. The results go to the "
        "file given by --output, or to SCENARIO.h5 here; it appears when all runs are in. A run that was "
        "stopped can be gone on with: see `groundswell help resume`.",
    .accepts = (const int[]){OPTION_OUTPUT, OPTION_SET, OPTION_REPLICATIONS, OPTION_BASE_ONLY, OPTION_THREADS,
                             OPTION_JSON, OPTION_QUIET, OPTION_HELP, 0},
    .least = 1,
    .most = 1,
    .work = WORK_RUNS,
    .run = run,
};
