#include "analysis/numbers/compare.h"
#include "analysis/words/comparison.h"

#include "analysis/words/between_text.h"
#include "program/source.h"

static struct compare_request request_of_call(const struct call *call)
{
    return (struct compare_request){
        .confidence = call->options.confidence,
        .base = call->options.against,
        .measures = call->options.measures,
        .measure_count = call->options.measure_count,
    };
}

/* Two files, each with runs of its own. */
static enum status compare_two(struct call *call, struct source *a)
{
    struct source b;
    enum status status = source_open(call, call->arguments[1], &b);
    if (status != STATUS_FINE)
        return status;
    const struct compare_request request = request_of_call(call);
    const struct between *found = between(a->results, b.results, &request, &call->arena, &call->trouble);
    if (found == NULL)
        status = trouble_status(&call->trouble);
    else if (call->options.form == FORM_JSON)
        between_json(found, &call->out);
    else
        between_text(found, &call->out);
    source_close(&b);
    return status;
}

static enum status compare_one(struct call *call, struct source *source)
{
    const struct compare_request request = request_of_call(call);
    struct comparison *comparison = compare(source->results, &request, &call->arena, &call->trouble);
    if (comparison == NULL)
        return trouble_status(&call->trouble);
    if (call->options.form == FORM_JSON)
        comparison_json(comparison, &call->out);
    else
        comparison_text(comparison, &call->out);
    return STATUS_FINE;
}

static enum status compare_run(struct call *call)
{
    struct source source;
    enum status status = source_open(call, call->arguments[0], &source);
    if (status != STATUS_FINE)
        return status;
    status = call->argument_count == 2 ? compare_two(call, &source) : compare_one(call, &source);
    source_close(&source);
    return status;
}

const struct command command_compare = {
    .name = "compare",
    .arguments = "FILE.h5|SCENARIO [OTHER]",
    .summary = "compare the designs, pair by pair, with intervals and a sentence",
    .detail =
        "Designs share their luck in every replication, so they are compared pair by pair. A scenario is run "
        "first, to a temporary file. With OTHER, the designs of two files are set against each other, by "
        "their names; run by run where "
        "both have the same seed and people, else as runs that share nothing, which is said.",
    .accepts = (const int[]){OPTION_MEASURE, OPTION_AGAINST, OPTION_CONFIDENCE, OPTION_SET,
                             OPTION_REPLICATIONS, OPTION_SEED, OPTION_BASE_ONLY, OPTION_THREADS, OPTION_JSON,
                             OPTION_QUIET, OPTION_HELP, 0},
    .least = 1,
    .most = 2,
    .work = WORK_RUNS,
    .run = compare_run,
};
