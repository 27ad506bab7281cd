#include "analysis/numbers/compare.h"
#include "analysis/words/comparison.h"

#include "program/source.h"

static enum status compare_run(struct call *call)
{
    struct source source;
    enum status status = source_open(call, call->arguments[0], &source);
    if (status != STATUS_FINE)
        return status;
    const struct compare_request request = {
        .confidence = call->options.confidence,
        .base = call->options.against,
        .measures = call->options.measures,
        .measure_count = call->options.measure_count,
    };
    struct comparison *comparison = compare(source.results, &request, &call->arena, &call->trouble);
    if (comparison == NULL)
        status = trouble_status(&call->trouble);
    else if (call->options.form == FORM_JSON)
        comparison_json(comparison, &call->out);
    else
        comparison_text(comparison, &call->out);
    source_close(&source);
    return status;
}

const struct command command_compare = {
    .name = "compare",
    .arguments = "FILE.h5|SCENARIO",
    .summary = "compare the designs, pair by pair, with intervals and a sentence",
    .detail =
        "Designs share their luck in every replication, so they are compared pair by pair. A scenario is run "
        "first, to a temporary file.",
    .accepts = (const int[]){OPTION_MEASURE, OPTION_AGAINST, OPTION_CONFIDENCE, OPTION_SET,
                             OPTION_REPLICATIONS, OPTION_SEED, OPTION_BASE_ONLY, OPTION_THREADS, OPTION_JSON,
                             OPTION_QUIET, OPTION_HELP, 0},
    .least = 1,
    .most = 1,
    .work = WORK_RUNS,
    .run = compare_run,
};
