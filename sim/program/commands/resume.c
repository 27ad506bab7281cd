#include <string.h>
#include <unistd.h>

#include "analysis/file/results.h"
#include "base/shell.h"
#include "program/again.h"
#include "program/carry_out.h"
#include "program/later_limits.h"
#include "program/library.h"
#include "record/part.h"

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
                     target, call->options.parts > 0 ? "" : journal_ending);
    return status;
}

static bool may_differ(const char *override)
{
    static const char replications[] = "replications=";
    return strncmp(override, MACHINE_SETTINGS, strlen(MACHINE_SETTINGS)) == 0 ||
           strncmp(override, replications, sizeof replications - 1) == 0;
}

/* Whether both say the same, but for limits and for how many replications there are. */
static bool same_settings(const struct provenance *made, const struct record_origin *origin)
{
    size_t i = 0, j = 0;
    for (;;) {
        while (i < made->overrides.count && may_differ(made->overrides.names[i]))
            i++;
        while (j < origin->override_count && may_differ(origin->overrides[j]))
            j++;
        if (i == made->overrides.count || j == origin->override_count)
            return i == made->overrides.count && j == origin->override_count;
        if (strcmp(made->overrides.names[i++], origin->overrides[j++]) != 0)
            return false;
    }
}

static bool same_methods(const struct provenance *made, const struct record_origin *origin)
{
    bool same = made->method_count == origin->method_count;
    for (size_t i = 0; i < made->method_count && same; i++)
        same = strcmp(made->methods[i].name, origin->methods[i].name) == 0 &&
               strcmp(made->methods[i].text, origin->methods[i].text) == 0;
    return same;
}

/* Where finished results were being extended they are still there, and their runs need not be carried out
 * again. NULL where there are none, or they are of something else. */
static struct results *what_was_extended(const char *target, const struct record_origin *origin)
{
    struct trouble nobody_hears = {0};
    struct results *results = access(target, F_OK) == 0 ? results_open(target, &nobody_hears) : NULL;
    trouble_free(&nobody_hears);
    if (results == NULL)
        return NULL;
    const struct provenance *made = &results->provenance;
    if (made_by_this_build(made) && strcmp(made->scenario_text, origin->scenario_text) == 0 &&
        same_settings(made, origin) && same_methods(made, origin))
        return results;
    results_close(results);
    return NULL;
}

/* A part is continued beside the file that it is a part of. */
static const char *set_part(struct call *call, const struct record_part *part, const char *name)
{
    struct record_part named;
    size_t length;
    if (part->of == 0 || !part_in_name(name, &named, &length))
        return name;
    call->options.part = (int64_t)part->number;
    call->options.parts = (int64_t)part->of;
    return arena_text(&call->arena, name, length);
}

static enum status resume(struct call *call)
{
    const char *target = target_of(call->arguments[0], &call->arena);
    struct record_origin origin;
    enum status status = later_limits_judge(call);
    if (status == STATUS_FINE)
        status = record_origin(target, results_examine, &call->arena, &origin, &call->trouble);
    if (status != STATUS_FINE)
        return status;
    if (origin.complete) {
        text_print(&call->out, "%s is complete: there is nothing left to run\n", target);
        return STATUS_FINE;
    }
    const char *named = target;
    target = set_part(call, &origin.part, target);
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
    later_limits_set(call, &request);
    status = compare_methods(call, &request, named);
    if (status != STATUS_FINE)
        return status;
    call->grown_from = what_was_extended(target, &origin);
    struct carried_out done;
    status = carry_out(call, &request, target, ATTEMPT_RESUME, &done);
    results_close(call->grown_from);
    call->grown_from = NULL;
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
        "a run went over a limit of the scenario, --set limits.NAME=VALUE raises it. "
        "A part of the runs, FILE.h5.part-3-of-16, is continued like a run of all.",
    .accepts = (const int[]){OPTION_SET, OPTION_THREADS, OPTION_JSON, OPTION_QUIET, OPTION_HELP, 0},
    .least = 1,
    .most = 1,
    .work = WORK_RUNS,
    .run = resume,
};
