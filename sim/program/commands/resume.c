#include <string.h>
#include <unistd.h>

#include "analysis/file/results.h"
#include "base/shell.h"
#include "program/carry_out.h"
#include "program/library.h"

static const char journal_ending[] = ".partial";

/* The file that is to be finished, whether the user named it or the journal beside it. */
static const char *target_of(const char *name, struct arena *arena)
{
    size_t length = strlen(name), ending = sizeof journal_ending - 1;
    if (length > ending && strcmp(name + length - ending, journal_ending) == 0)
        return arena_text(arena, name, length - ending);
    return name;
}

/* Method files of the scenario's own lie beside it: the scenario is looked for beside the
 * results, then here. */
static const char *scenario_place(const char *target, const char *scenario, struct arena *arena)
{
    const char *slash = strrchr(target, '/');
    if (slash == NULL)
        return scenario;
    const char *beside = arena_print(arena, "%.*s/%s", (int)(slash - target), target, scenario);
    return access(beside, F_OK) == 0 ? beside : scenario;
}

/* The runs are continued with the texts that were kept. When a method has changed since, the user must know
 * that the change would not count. Methods of runs that are made again come from results, and need no
 * library. */
static enum status compare_methods(struct call *call, struct experiment_request *request, const char *target)
{
    bool lie_somewhere = false;
    for (size_t i = 0; i < request->kept_count; i++)
        lie_somewhere = lie_somewhere || *request->kept[i].path != '\0';
    if (!lie_somewhere)
        return STATUS_FINE;
    request->library = library_folder(&call->arena, &call->trouble);
    if (request->library == NULL)
        return trouble_status(&call->trouble);
    enum status status = methods_unchanged(request, &call->arena, &call->trouble);
    if (status == STATUS_BAD_INPUT)
        trouble_hint(&call->trouble,
                     "bring the file back as it was and continue, or remove %s%s and run the scenario anew",
                     target, journal_ending);
    return status;
}

static enum status refuse_all_but_limits(struct call *call)
{
    const struct options *options = &call->options;
    for (size_t i = 0; i < options->override_count; i++)
        if (strncmp(options->overrides[i], MACHINE_SETTINGS, strlen(MACHINE_SETTINGS)) != 0) {
            call_trouble(call, STATUS_USAGE,
                         "`--set %s`: only limits can be set where runs are continued, as in `--set "
                         "limits.events=1e11`",
                         options->overrides[i]);
            return STATUS_USAGE;
        }
    return STATUS_FINE;
}

/* Adds the limits of the command line after the settings that were kept. A limit changes no number, so the
 * runs still belong together. */
static void set_limits(struct call *call, struct experiment_request *request)
{
    const struct options *options = &call->options;
    size_t count = request->override_count;
    const char **overrides = ARENA_NEW(&call->arena, const char *, count + options->override_count + 1);
    for (size_t i = 0; i < count; i++)
        overrides[i] = request->overrides[i];
    for (size_t i = 0; i < options->override_count; i++) {
        struct text word = {0};
        shell_word(&word, options->overrides[i]);
        request->command = arena_print(&call->arena, "%s --set %s", request->command, word.bytes);
        text_free(&word);
        overrides[count++] = options->overrides[i];
    }
    request->overrides = overrides;
    request->override_count = count;
}

static enum status resume(struct call *call)
{
    const char *target = target_of(call->arguments[0], &call->arena);
    struct record_origin origin;
    enum status status = refuse_all_but_limits(call);
    if (status == STATUS_FINE)
        status = record_origin(target, results_examine, &call->arena, &origin, &call->trouble);
    if (status != STATUS_FINE)
        return status;
    if (origin.complete) {
        text_print(&call->out, "%s is complete: there is nothing left to run\n", target);
        return STATUS_FINE;
    }
    struct experiment_request request = {
        .path = scenario_place(target, origin.scenario_file, &call->arena),
        .text = origin.scenario_text,
        .length = strlen(origin.scenario_text),
        .overrides = origin.overrides,
        .override_count = origin.override_count,
        /* Whether variants were left out or there are none: nothing but the scenario itself was begun. */
        .base_only = origin.variant_count == 1,
        .kept = origin.methods,
        .kept_count = origin.method_count,
        .command = origin.command,
        .inputs = &call->inputs,
    };
    set_limits(call, &request);
    status = compare_methods(call, &request, target);
    if (status != STATUS_FINE)
        return status;
    struct carried_out done;
    status = carry_out(call, &request, target, ATTEMPT_RESUME, &done);
    if (status == STATUS_FINE)
        carried_out_text(call, &done, target);
    return status;
}

const struct command command_resume = {
    .name = "resume",
    .arguments = "FILE.h5",
    .summary = "continue an interrupted run",
    .detail =
        "The runs that were done before the interruption are kept in FILE.h5.partial, with the scenario, its "
        "overrides and its methods. The finished file has the same bytes as one that was never interrupted. "
        "When a method file has changed since, or is gone, nothing is run: bring it back, or run anew. Where "
        "a run went over a limit of the scenario, --set limits.NAME=VALUE raises it.",
    .accepts = (const int[]){OPTION_SET, OPTION_THREADS, OPTION_JSON, OPTION_QUIET, OPTION_HELP, 0},
    .least = 1,
    .most = 1,
    .work = WORK_RUNS,
    .run = resume,
};
