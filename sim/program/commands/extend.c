#include <stdio.h>
#include <string.h>

#include "program/again.h"
#include "program/carry_out.h"

static const char replications_key[] = "replications=";

static bool sets_replications(const char *override)
{
    return strncmp(override, replications_key, sizeof replications_key - 1) == 0;
}

/* The settings that would have been given to have so many at once: the last one that says how many says
 * another number, or there is one more. */
static void set_replications(struct call *call, struct experiment_request *request)
{
    size_t count = request->override_count, place = count;
    const char **overrides = ARENA_NEW(&call->arena, const char *, count + 1);
    for (size_t i = 0; i < count; i++) {
        overrides[i] = request->overrides[i];
        place = sets_replications(overrides[i]) ? i : place;
    }
    overrides[place] =
        arena_print(&call->arena, "%s%lld", replications_key, (long long)call->options.replications);
    request->overrides = overrides;
    request->override_count = place == count ? count + 1 : count;
    request->command = NULL; /* another one makes the larger file */
}

static enum status judge_number(struct call *call, const struct results *results)
{
    const long long wished = call->options.replications, there = (long long)results->replications;
    if (wished == 0) {
        call_trouble(call, STATUS_USAGE, "how many replications are there to be in the end?");
        trouble_hint(&call->trouble, "there are %lld: write `-r %lld` for twice as many", there, 2 * there);
        return STATUS_USAGE;
    }
    if (wished > there)
        return STATUS_FINE;
    call_trouble(call, STATUS_USAGE,
                 "%s has %lld replications of each design already, and `-r %lld` adds none", results->path,
                 there, wished);
    trouble_hint(&call->trouble, "`-r` says how many there are to be in the end, as in `-r %lld`", 2 * there);
    return STATUS_USAGE;
}

static enum status judge_build(struct call *call, const struct results *results)
{
    const struct provenance *made = &results->provenance;
    if (made_by_this_build(made))
        return STATUS_FINE;
    trouble_add(&call->trouble, STATUS_BAD_INPUT, (struct place){.file = results->path},
                "these results were made by another build of the program (version %s, commit %s, %s), so its "
                "runs and those of "
                "this one do not belong together",
                made->version, made->commit, made->libraries);
    trouble_hint(&call->trouble, "extend them with that build, or run the scenario anew with `-r %lld`",
                 (long long)call->options.replications);
    return STATUS_BAD_INPUT;
}

static enum status extend_run(struct call *call)
{
    const char *name = call->arguments[0];
    struct experiment_request request;
    struct results *results = results_open(name, &call->trouble);
    if (results == NULL)
        return trouble_status(&call->trouble);
    enum status status = judge_number(call, results);
    if (status == STATUS_FINE)
        status = made_again(call, results, &request);
    if (status == STATUS_FINE)
        status = judge_build(call, results);
    if (status != STATUS_FINE) {
        results_close(results);
        return status;
    }
    request.inputs = &call->inputs;
    set_replications(call, &request);
    call->grown_from = results;
    struct carried_out done;
    status = carry_out(call, &request, name, ATTEMPT_FIRST, &done);
    results_close(call->grown_from);
    call->grown_from = NULL;
    if (status == STATUS_FINE)
        carried_out_text(call, &done, name);
    return status;
}

const struct command command_extend = {
    .name = "extend",
    .arguments = "FILE.h5",
    .summary = "add replications to finished results",
    .detail = "`groundswell extend camp.h5 -r 400` runs what is missing to 400 replications of each design; "
              "the runs that are there stay as they "
              "are, alternatives, points of a sweep and worlds too. The file has the same bytes as if all "
              "had been run at once with `-r 400`. It "
              "keeps its name, and is replaced when all runs are in; what was stopped is continued with "
              "`groundswell resume`. Only "
              "the build of the program that made the file can extend it.",
    .accepts = (const int[]){OPTION_REPLICATIONS, OPTION_THREADS, OPTION_JSON, OPTION_QUIET, OPTION_HELP, 0},
    .least = 1,
    .most = 1,
    .work = WORK_RUNS,
    .run = extend_run,
};
