#include "analysis/words/summary.h"

#include "program/source.h"

static enum status summary_run(struct call *call)
{
    struct source source;
    enum status status = source_open(call, call->arguments[0], &source);
    if (status != STATUS_FINE)
        return status;
    const struct summary_request request = {
        .confidence = call->options.confidence,
        .measures = call->options.measures,
        .measure_count = call->options.measure_count,
    };
    if (call->options.form == FORM_JSON)
        status = summary_json(source.results, &request, &call->out, &call->trouble);
    else
        status = summary_text(source.results, &request, &call->out, &call->trouble);
    source_close(&source);
    return status;
}

const struct command command_summary = {
    .name = "summary",
    .arguments = "FILE.h5|SCENARIO",
    .summary = "mean and interval of every measure, design by design",
    .detail = "For scenarios with one design as well. A scenario is run first, to a temporary file.",
    .accepts = (const int[]){OPTION_MEASURE, OPTION_CONFIDENCE, OPTION_SET, OPTION_REPLICATIONS, OPTION_SEED,
                             OPTION_BASE_ONLY, OPTION_THREADS, OPTION_JSON, OPTION_QUIET, OPTION_HELP, 0},
    .least = 1,
    .most = 1,
    .work = WORK_RUNS,
    .run = summary_run,
};
