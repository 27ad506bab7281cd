#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "analysis/file/results.h"
#include "analysis/numbers/front.h"
#include "analysis/words/front_text.h"
#include "analysis/words/keeping_up_text.h"
#include "base/made.h"
#include "base/shell.h"
#include "program/again.h"
#include "program/carry_out.h"
#include "program/cluster.h"
#include "program/complain.h"
#include "program/version.h"

/* --- from a scenario --- */

/* The first thing that people want to know of their week, and which weeks they could hold instead. A large
 * file is not read for it. */
static void say_first_answers(struct call *call, const char *target)
{
    static const off_t largest = (off_t)32 << 20;
    struct stat facts;
    struct trouble nobody_reads = {0};
    if (stat(target, &facts) != 0 || !S_ISREG(facts.st_mode) || facts.st_size > largest)
        return;
    struct results *results = results_open_own(target, &nobody_reads);
    if (results != NULL) {
        keeping_up_lines(&call->out, results, USUAL_CONFIDENCE);
        front_lines(front_of(results, USUAL_CONFIDENCE, &call->arena, &nobody_reads), &call->out);
    }
    trouble_free(&nobody_reads);
    results_close(results);
}

static enum status run_command_finish(struct call *call, const struct experiment_request *request,
                                      const char *target)
{
    struct carried_out done;
    enum status status = carry_out(call, request, target, ATTEMPT_FIRST, &done);
    if (status == STATUS_FINE)
        carried_out_text(call, &done, target);
    if (status == STATUS_FINE && call->options.form == FORM_TEXT && call->options.parts == 0)
        say_first_answers(call, target);
    return status;
}

static bool is_results(const char *path)
{
    struct stat facts;
    return stat(path, &facts) == 0 && facts.st_size > 0 && made_by_us(path, MADE_RESULTS);
}

/* One run alone is asked for, and many. */
static enum status refuse_both(struct call *call)
{
    if (call->options.replication == 0 || call->options.replications == 0)
        return STATUS_FINE;
    call_trouble(call, STATUS_USAGE,
                 "`--replication` runs one replication alone, `--replications` says how many there are");
    trouble_hint(&call->trouble, "give one of the two");
    return STATUS_USAGE;
}

/* Parts are of all runs of a scenario. */
static enum status judge_parts(struct call *call)
{
    const struct options *options = &call->options;
    const bool prints = options->cluster != NULL;
    const char *other = options->replication > 0               ? "--replication"
                        : options->origin == ORIGIN_RESULTS    ? "--again"
                        : prints && options->parts > 0         ? "--part"
                        : prints && options->form == FORM_JSON ? "--json"
                                                               : NULL;
    if (other == NULL || (!prints && options->parts == 0))
        return STATUS_FINE;
    call_trouble(call, STATUS_USAGE, "`%s` is about all runs of a scenario, and does not go with `%s`",
                 prints ? "--cluster" : "--part", other);
    trouble_hint(&call->trouble, "leave one of the two out");
    return STATUS_USAGE;
}

/* One run alone does not take the place of all of them. */
static const char *target_of_run(struct call *call, const char *name)
{
    const char *usual = usual_target(name, &call->arena);
    return call->options.replication == 0
               ? usual
               : arena_print(&call->arena, "%.*s-replication-%lld.h5", (int)(strlen(usual) - strlen(".h5")),
                             usual, (long long)call->options.replication);
}

static enum status run_scenario(struct call *call, const char *name)
{
    struct experiment_request request;
    enum status status = refuse_both(call);
    if (status == STATUS_FINE)
        status = request_of(call, name, &request);
    if (status != STATUS_FINE)
        return status;
    const char *target = call->options.output;
    if (target == NULL)
        target = target_of_run(call, name);
    if (call->options.cluster != NULL)
        return cluster_script(call, &request, name, target);
    status = run_command_finish(call, &request, target);
    if (status == STATUS_BAD_INPUT && is_results(name)) {
        struct text word = {0};
        shell_path(&word, name);
        trouble_hint(&call->trouble, "`groundswell run %s --again` makes its runs again", word.bytes);
        text_free(&word);
    }
    return status;
}

/* --- from a results file --- */

/* Settings that are given anew are not those that the results were made with. */
static enum status contradiction(struct call *call)
{
    const struct options *options = &call->options;
    const char *option = options->override_count > 0         ? "--set"
                         : options->replications > 0         ? "--replications"
                         : options->replication > 0          ? "--replication"
                         : options->seed != NULL             ? "--seed"
                         : options->reach == REACH_BASE_ONLY ? "--base-only"
                                                             : NULL;
    if (option == NULL)
        return STATUS_FINE;
    call_trouble(call, STATUS_USAGE, "`--again` makes runs as they were made before; `%s` would change them",
                 option);
    trouble_hint(&call->trouble, "for other runs, run the scenario, with `%s` and without `--again`", option);
    return STATUS_USAGE;
}

/* Said at once, for the runs can take long. */
static void say_other_build(const struct call *call, const char *name, const struct provenance *made)
{
    if (made_by_this_build(made))
        return;
    struct trouble note = {0};
    trouble_add(
        &note, STATUS_FINE, (struct place){.file = name},
        "these results were made by version %s, commit %s (%s), and this is version %s, commit %s (%s): "
        "what is made again may differ from them",
        made->version, made->commit, made->libraries, version_number(), version_commit(),
        version_libraries());
    complain(&note, &call->screen);
    trouble_free(&note);
}

/* Takes all that the runs need out of the file, so that it need not stay open. */
enum status request_again(struct call *call, const char *name, struct experiment_request *request)
{
    struct results *results = results_open(name, &call->trouble);
    if (results == NULL)
        return trouble_status(&call->trouble);
    enum status status = made_again(call, results, request);
    inputs_note(&call->inputs, name);
    if (status == STATUS_FINE)
        say_other_build(call, name, &results->provenance);
    results_close(results);
    return status;
}

static bool same_bytes(const char *one, const char *other)
{
    FILE *a = fopen(one, "rbe"), *b = fopen(other, "rbe");
    bool same = a != NULL && b != NULL;
    char left[BUFSIZ], right[BUFSIZ];
    for (size_t got = sizeof left; same && got == sizeof left;) {
        got = fread(left, 1, sizeof left, a);
        same = fread(right, 1, sizeof right, b) == got && memcmp(left, right, got) == 0 && ferror(a) == 0 &&
               ferror(b) == 0;
    }
    if (a != NULL)
        fclose(a);
    if (b != NULL)
        fclose(b);
    return same;
}

static const char *again_target(const char *name, struct arena *arena)
{
    const char *usual = usual_target(name, arena);
    return arena_print(arena, "%.*s-again.h5", (int)(strlen(usual) - strlen(".h5")), usual);
}

static enum status run_again(struct call *call, const char *name)
{
    struct experiment_request request;
    const char *target = call->options.output;
    enum status status = contradiction(call);
    if (status == STATUS_FINE)
        status = request_again(call, name, &request);
    if (status != STATUS_FINE)
        return status;
    if (target == NULL)
        target = again_target(name, &call->arena);
    status = run_command_finish(call, &request, target);
    if (status != STATUS_FINE)
        return status;
    const bool same = same_bytes(name, target);
    if (!same)
        call_trouble(call, STATUS_FINE, "%s differs from %s, which has other bytes", target, name);
    else if (call->options.form == FORM_TEXT)
        text_print(&call->out, "%s has the same bytes as %s\n", target, name);
    return STATUS_FINE;
}

static enum status run_command(struct call *call)
{
    const char *name = call->arguments[0];
    enum status status = judge_parts(call);
    if (status != STATUS_FINE)
        return status;
    return call->options.origin == ORIGIN_RESULTS ? run_again(call, name) : run_scenario(call, name);
}

const struct command command_run = {
    .name = "run",
    .arguments = "SCENARIO",
    .summary = "run all designs and replications of a scenario",
    .detail =
        "SCENARIO is a file, - for standard input, or the name of a shipped scenario. The results go to the "
        "file given by --output, or to SCENARIO.h5 here (of one replication alone, "
        "SCENARIO-replication-17.h5); it appears when all runs are in. A run that was "
        "stopped can be continued: see `groundswell help resume`. --replication 17 runs replication 17 of "
        "every design "
        "alone, with a row for each person and each event: the same luck and the same numbers as in a run of "
        "all. With --again a results file FILE.h5 "
        "stands in place of SCENARIO: the same runs are made again from the scenario, the settings and the "
        "methods that it keeps, whatever has become of their files, into FILE-again.h5 here unless --output "
        "names another file. The same build of the program gives the same bytes. --part 3/16 carries out one "
        "of sixteen parts of the runs, on this machine, into FILE.h5.part-3-of-16, which can be resumed; "
        "`groundswell merge FILE.h5` puts the parts of all machines together. --cluster slurm runs nothing, "
        "and prints a script for the shell that "
        "has a cluster carry out the parts as an array job and merge them; it asks for the time and memory "
        "that "
        "a few runs, tried for a second, let foresee.",
    .accepts = (const int[]){OPTION_OUTPUT, OPTION_SET, OPTION_REPLICATIONS, OPTION_REPLICATION, OPTION_SEED,
                             OPTION_BASE_ONLY, OPTION_PART, OPTION_CLUSTER, OPTION_AGAIN, OPTION_THREADS,
                             OPTION_JSON, OPTION_QUIET, OPTION_HELP, 0},
    .least = 1,
    .most = 1,
    .work = WORK_RUNS,
    .run = run_command,
};
