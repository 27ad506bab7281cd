#include "program/carry_out.h"
#include "program/complain.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "analysis/words/json.h"
#include "analysis/words/precision_text.h"
#include "base/limits.h"
#include "base/shell.h"
#include "program/best_done.h"
#include "program/crew.h"
#include "program/library.h"
#include "program/threads.h"
#include "program/version.h"
#include "record/part.h"

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* What a run alone writes down; before the settings that are given, which may say otherwise. */
static size_t log_everything(const char **overrides)
{
    overrides[0] = "record_people=yes";
    overrides[1] = "record_events=yes";
    return 2;
}

enum status request_of(struct call *call, const char *scenario, struct experiment_request *request)
{
    const struct options *options = &call->options;
    const bool alone = options->replication > 0;
    *request = (struct experiment_request){.base_only = options->reach == REACH_BASE_ONLY || alone,
                                           .inputs = &call->inputs};
    request->library = library_folder(&call->arena, &call->trouble);
    if (request->library == NULL)
        return trouble_status(&call->trouble);
    request->path = library_scenario(request->library, scenario, &call->arena);
    size_t count = options->override_count;
    enum { OWN_OVERRIDES = 6 };
    const char **overrides = ARENA_NEW(&call->arena, const char *, count + OWN_OVERRIDES);
    size_t logs = alone ? log_everything(overrides) : 0;
    memcpy(overrides + logs, options->overrides, count * sizeof *overrides);
    count += logs;
    /* As an override, the number is kept with the results and `resume` finds it there. */
    if (options->replications > 0)
        overrides[count++] = arena_print(&call->arena, "replications=%lld", (long long)options->replications);
    if (options->seed != NULL)
        overrides[count++] = arena_print(&call->arena, "seed=%s", options->seed);
    if (alone) {
        overrides[count++] = "replications=1";
        overrides[count++] =
            arena_print(&call->arena, "first_replication=%lld", (long long)options->replication);
    }
    request->overrides = overrides;
    request->override_count = count;
    return STATUS_FINE;
}

const char *usual_target(const char *scenario, struct arena *arena)
{
    const char *name = strcmp(scenario, "-") == 0 ? "scenario" : scenario;
    const char *slash = strrchr(name, '/');
    if (slash != NULL)
        name = slash + 1;
    const char *dot = strrchr(name, '.');
    size_t length = dot == NULL || dot == name ? strlen(name) : (size_t)(dot - name);
    return arena_print(arena, "%.*s.h5", (int)length, name);
}

/* Makes the same file again. Says nothing of threads and target, which do not change what is in the file. */
static const char *command_text(struct call *call, const struct experiment_request *request,
                                const struct record_plan *plan)
{
    struct text text = {0};
    text_say(&text, "groundswell run ");
    shell_path(&text, plan->scenario_file == NULL ? "scenario.yaml" : plan->scenario_file);
    for (size_t i = 0; i < request->override_count; i++) {
        text_say(&text, " --set ");
        shell_word(&text, request->overrides[i]);
    }
    if (request->base_only)
        text_say(&text, " --base-only");
    const char *command = arena_text(&call->arena, text.bytes, text.length);
    text_free(&text);
    return command;
}

struct record_plan *carry_out_plan(struct call *call, const struct experiment_request *request,
                                   struct experiment *experiment)
{
    struct record_plan *plan = experiment_plan(experiment);
    plan->version = version_number();
    plan->commit = version_commit();
    plan->libraries = version_libraries();
    if (plan->command == NULL)
        plan->command = command_text(call, request, plan);
    plan->inputs = &call->inputs;
    plan->part = (struct record_part){(uint64_t)call->options.part, (uint64_t)call->options.parts};
    return plan;
}

/* No more are asked for than there is work for: a run of one site takes one, a run of several as many as are
 * left. */
static int threads_to_use(struct call *call, struct carried_out *done)
{
    int wished = call->options.threads > 0 ? call->options.threads : threads_allowed(), why;
    uint64_t left = done->runs - done->kept;
    int wanted = done->plan->shape.sites == 1 && left < (uint64_t)wished ? (int)left : wished;
    /* Where several threads work at one run, its team ends while that of the next run begins: beside each
     * thread that stays, one ends and one begins. The system counts those that end for a while, longer on a
     * busy machine; so where there is no room for all of them, no run beside others gets a team. */
    int each = done->plan->shape.sites == 1 ? 1 : 3;
    int granted = threads_granted(1 + each * (wanted - 1), &why);
    if (granted >= 1 + each * (wanted - 1))
        return wished;
    done->each_alone = true;
    granted = granted < wanted ? granted : wanted;
    if (granted == wanted)
        return wished;
    char words[LIMIT_WORDS];
    call_trouble(call, STATUS_FINE, "%d of %d threads work, which takes longer and changes no number: %s",
                 granted, wanted, limit_words(why, words));
    return granted;
}

/* For what was carried out, which there may have been fewer runs of than threads. A crew's are elsewhere. */
static int threads_to_pack(const struct call *call, const struct carried_out *done)
{
    int why;
    return call->crew != NULL ? 1 : threads_granted(done->threads, &why);
}

/* Before the first run that is carried out. */
static enum status ready_to_run(struct call *call, struct carried_out *done)
{
    struct crew *crew = call->crew;
    if (done->threads == 0 && crew != NULL)
        done->threads = crew->begin(crew, done->plan, call->options.threads, &call->trouble);
    else if (done->threads == 0)
        done->threads = threads_to_use(call, done);
    return done->threads == 0 ? trouble_status(&call->trouble) : STATUS_FINE;
}

/* One round, of which the record may have runs already. */
static enum status carry_out_round(struct call *call, const struct experiment *experiment,
                                   const struct round *round, struct record *record, uint64_t number,
                                   struct carried_out *done)
{
    uint64_t kept = 0;
    enum status status = record_round(record, round->orders, round->count, &kept, &call->trouble);
    if (status != STATUS_FINE)
        return status;
    done->kept += kept;
    watch_skip(call->watch, kept);
    if (kept == round->count)
        return STATUS_FINE;
    if (done->decides)
        watch_round(call->watch, number + 1, round->count, kept);
    status = ready_to_run(call, done);
    if (status != STATUS_FINE)
        return status;
    const struct ensemble ensemble = {
        .experiment = experiment,
        .shape = &done->plan->shape,
        .record = record,
        .orders = round->orders,
        .runs = round->count,
        .done = kept,
        .first = number == 0 && round->count > 0 && round->orders[0].variant == 0,
        .extension = done->extension,
        .threads = done->threads,
        .each_alone = done->each_alone,
        .watch = call->watch,
    };
    if (call->crew != NULL)
        return call->crew->run(call->crew, &ensemble, &done->tally, &call->trouble);
    return run_ensemble(&ensemble, &done->tally, &call->trouble);
}

/* Those runs of a round that are of this part; `before` counts the runs of all rounds before it. */
static struct round part_of_round(struct call *call, const struct round *round,
                                  const struct record_part *part, uint64_t before)
{
    if (part->of == 0)
        return *round;
    struct run_order *orders = ARENA_NEW(&call->arena, struct run_order, round->count);
    struct round own = {.orders = orders};
    for (uint64_t i = 0; i < round->count; i++)
        if ((before + i) % part->of == part->number - 1)
            orders[own.count++] = round->orders[i];
    return own;
}

static enum status carry_out_rounds(struct call *call, struct experiment *experiment, struct record *record,
                                    struct carried_out *done)
{
    uint64_t before = 0;
    enum status status = STATUS_FINE;
    watch_expect(call->watch, done->decides ? 0 : done->runs, 0);
    for (size_t number = 0; status == STATUS_FINE; number++) {
        const struct round all = experiment_round(experiment, number, record);
        if (all.count == 0)
            break;
        const struct round round = part_of_round(call, &all, &done->part, before);
        before += all.count;
        status = carry_out_round(call, experiment, &round, record, number, done);
    }
    if (call->crew != NULL && done->threads > 0)
        call->crew->end(call->crew);
    if (status != STATUS_FINE)
        return status;
    if (done->threads == 0) /* there was nothing left to do */
        done->threads = threads_to_use(call, done);
    done->runs = done->kept + done->tally.runs; /* of as many as there could be */
    return STATUS_FINE;
}

/* What there is when the runs are done, or to be resumed when they are not. */
static const char *carried_out_name(struct call *call, const struct carried_out *done, const char *target)
{
    if (done->part.of == 0)
        return target;
    char *name = part_name(target, &done->part);
    const char *kept = arena_text(&call->arena, name, strlen(name));
    free(name);
    return kept;
}

static enum status keep_what_was_done(struct call *call, enum status why, struct record *record,
                                      const struct carried_out *done, const char *target,
                                      enum attempt attempt)
{
    unsigned long long here = done->kept + done->tally.runs, all = done->runs;
    const char *at_most = done->decides ? "at most " : "";
    if (why == STATUS_BAD_INPUT && (here == 0 || attempt == ATTEMPT_ASIDE)) {
        record_abandon(record);
        return why;
    }
    if (why == STATUS_BAD_INPUT) { /* a run goes over its limits: what was done before is kept */
        struct text word = {0};
        enum status status = record_suspend(record, &call->trouble);
        shell_path(&word, target);
        call_trouble(call, why, "%llu of %s%llu runs were done before; they are kept", here, at_most, all);
        trouble_hint(
            &call->trouble,
            "continue with `groundswell resume %s --set limits.NAME=...`, with a limit that is high enough",
            word.bytes);
        text_free(&word);
        return status == STATUS_FINE ? why : status;
    }
    if (why != STATUS_INTERRUPTED) {
        struct trouble already_told = {0};
        record_suspend(record, &already_told);
        trouble_free(&already_told);
        return why;
    }
    enum status status = record_suspend(record, &call->trouble);
    if (status != STATUS_FINE)
        return status;
    if (attempt == ATTEMPT_ASIDE) {
        call_trouble(call, STATUS_INTERRUPTED, "stopped after %llu of %s%llu runs; nothing is kept of them",
                     here, at_most, all);
        trouble_hint(&call->trouble, "`groundswell run` writes a file that can be continued");
        return STATUS_INTERRUPTED;
    }
    call_trouble(call, STATUS_INTERRUPTED, "stopped after %llu of %s%llu runs; they are kept", here, at_most,
                 all);
    struct text word = {0};
    shell_path(&word, target);
    /* The journal keeps the settings that the first attempt was begun with: a limit is given again. */
    for (size_t i = 0; attempt == ATTEMPT_RESUME && i < call->options.override_count; i++) {
        text_say(&word, " --set ");
        shell_word(&word, call->options.overrides[i]);
    }
    trouble_hint(&call->trouble, "continue with `groundswell resume %s`", word.bytes);
    text_free(&word);
    return STATUS_INTERRUPTED;
}

/* Which runs there are must be known before any is carried out. */
enum status carry_out_refuse_rounds(struct call *call, const struct experiment_request *request,
                                    const struct experiment *experiment)
{
    if (!experiment_decides(experiment))
        return STATUS_FINE;
    trouble_add(
        &call->trouble, STATUS_USAGE, (struct place){.file = request->path},
        "this scenario cannot be run in parts: with `precision`, `best`, `choose` or "
        "`sensitivity.most_replications`, the outcome of all runs decides which further runs there are");
    trouble_hint(
        &call->trouble,
        "run it as a whole, on one machine; or leave `precision` or `best` out (`--replications` "
        "lays them aside), and set `sensitivity.most_replications` to as many as `sensitivity.replications`");
    return STATUS_USAGE;
}

/* What is there need not be carried out again. Where it only helps, it may be left aside. */
static enum status open_extension(struct call *call, const struct experiment *experiment,
                                  enum attempt attempt, struct carried_out *done)
{
    struct trouble own = {0};
    if (call->grown_from == NULL)
        return STATUS_FINE;
    struct extension *extension = extension_open(call->grown_from, &done->plan->shape, &own);
    call->grown_from = NULL; /* the extension has it */
    if (extension != NULL && extension_try(extension, experiment, &own) != STATUS_FINE) {
        extension_close(extension);
        extension = NULL;
    }
    done->extension = extension;
    if (attempt == ATTEMPT_RESUME)
        trouble_free(&own);
    else
        trouble_move(&call->trouble, &own);
    return extension == NULL && attempt != ATTEMPT_RESUME ? trouble_status(&call->trouble) : STATUS_FINE;
}

static enum status carry_out_watched(struct call *call, const struct experiment_request *request,
                                     const char *target, enum attempt attempt, struct carried_out *done)
{
    struct trouble notes = {0};
    struct experiment_request *kept = ARENA_NEW(&call->arena, struct experiment_request, 1);
    *kept = *request;
    kept->notes = &notes;
    struct experiment *experiment = experiment_load(kept, &call->arena, &call->trouble);
    if (experiment != NULL && attempt != ATTEMPT_RESUME && call->options.noise != NOISE_QUIET)
        complain(&notes, &call->screen);
    trouble_free(&notes);
    kept->notes = NULL;
    if (experiment == NULL)
        return trouble_status(&call->trouble);
    struct record_plan *plan = carry_out_plan(call, request, experiment);
    done->plan = plan;
    done->part = plan->part;
    done->runs = part_runs(&plan->part, experiment_runs(experiment));
    done->decides = experiment_decides(experiment);

    static const enum record_start starts[] = {
        [ATTEMPT_FIRST] = RECORD_ANEW, [ATTEMPT_RESUME] = RECORD_RESUMED, [ATTEMPT_ASIDE] = RECORD_ASIDE};
    struct record *record = NULL;
    enum status status =
        plan->part.of == 0 ? STATUS_FINE : carry_out_refuse_rounds(call, request, experiment);
    if (status == STATUS_FINE)
        status = open_extension(call, experiment, attempt, done);
    if (status == STATUS_FINE)
        status = record_open(plan, target, starts[attempt], &record, &call->trouble);
    if (status == STATUS_FINE)
        status = carry_out_rounds(call, experiment, record, done);
    if (status == STATUS_FINE)
        return plan->part.of > 0 ? record_suspend(record, &call->trouble)
                                 : record_finish(record, threads_to_pack(call, done), &call->trouble);
    if (record == NULL)
        return status;
    const char *kept_as = carried_out_name(call, done, target);
    return keep_what_was_done(call, status, record, done, kept_as, attempt);
}

void carry_out_watch(struct call *call)
{
    if (call->watch == NULL)
        call->watch = watch_begin("runs", call->options.noise, &call->screen);
}

enum status carry_out(struct call *call, const struct experiment_request *request, const char *target,
                      enum attempt attempt, struct carried_out *done)
{
    *done = (struct carried_out){0};
    double began = seconds_now();
    carry_out_watch(call);
    enum status status = carry_out_watched(call, request, target, attempt, done);
    extension_close(done->extension);
    done->extension = NULL;
    watch_end(call->watch);
    call->watch = NULL;
    done->seconds = seconds_now() - began;
    return status;
}

static const char *plural(uint64_t count)
{
    return count == 1 ? "" : "s";
}

/* What `compare` can speak of: several designs, the points of a sweep, or worlds. */
static bool has_comparison(const struct record_plan *plan)
{
    for (size_t i = 0; i < plan->variant_count; i++)
        if (plan->variants[i].kind == OF_SWEEP)
            return true;
    return plan->design_count > 1 || plan->worlds != NULL;
}

static struct results_precision precision_of(const struct record_plan *plan)
{
    const struct record_precision *own = plan->precision;
    return own == NULL
               ? (struct results_precision){.of = ""}
               : (struct results_precision){own->of, own->within, own->reached, own->most, own->first};
}

static void say_threads(struct call *call, const struct carried_out *done)
{
    text_print(&call->out, " on %d thread%s in %.1f s\n", done->threads, plural((uint64_t)done->threads),
               done->seconds);
}

static void part_text(struct call *call, const struct carried_out *done, const char *target)
{
    struct text word = {0};
    shell_path(&word, target);
    text_print(&call->out, "%s: part %llu of %llu, %llu run%s", carried_out_name(call, done, target),
               (unsigned long long)done->part.number, (unsigned long long)done->part.of,
               (unsigned long long)done->runs, plural(done->runs));
    say_threads(call, done);
    text_print(&call->out, "when all parts are there:  groundswell merge %s\n", word.bytes);
    text_free(&word);
}

static void done_text(struct call *call, const struct carried_out *done, const char *target)
{
    const struct record_plan *plan = done->plan;
    text_print(&call->out, "%s: %zu design%s x ", target, plan->design_count, plural(plan->design_count));
    best_done_replications(&call->out, plan);
    text_print(&call->out, " replication%s", plural(plan_made(plan, 0)));
    if (plan->variant_count > 1)
        text_print(&call->out, " and %zu variant%s", plan->variant_count - 1,
                   plural(plan->variant_count - 1));
    if (plan->choice != NULL)
        text_print(&call->out, ", %zu of %.0f weeks tried and %zu run anew", plan->choice->searched,
                   plan->choice->weeks, plan->choice->finalist_count);
    else if (plan->worlds != NULL)
        text_print(&call->out, " and %zu world%s", plan->worlds->count, plural(plan->worlds->count));
    text_print(&call->out, ", %llu run%s", (unsigned long long)done->runs, plural(done->runs));
    if (done->tally.taken > 0)
        text_print(&call->out, " (%llu of them were there)", (unsigned long long)done->tally.taken);
    say_threads(call, done);
    const struct results_precision precision = precision_of(plan);
    say_precision(&call->out, &precision, plan_made(plan, 0));
    text_say(&call->out, plan->precision == NULL ? "" : "\n");
    best_done_line(&call->out, plan);
    struct text word = {0};
    shell_path(&word, target);
    text_print(&call->out, "look at it with:  groundswell %s %s\n",
               has_comparison(plan) ? "compare" : "summary", word.bytes);
    text_print(&call->out, "                  groundswell report %s\n", word.bytes);
    text_free(&word);
}

static void done_json(struct call *call, const struct carried_out *done, const char *target)
{
    const struct run_tally *sum = &done->tally.sum;
    struct text file = {0};
    const char *name = carried_out_name(call, done, target);
    text_add_utf8(&file, name, strlen(name));
    json_t *json = json_pack("{s:s,s:I,s:I,s:I,s:I,s:I,s:i,s:f,s:I,s:I,s:I,s:I,s:I}", "file", file.bytes,
                             "designs", (json_int_t)done->plan->design_count, "variants",
                             (json_int_t)done->plan->variant_count, "runs", (json_int_t)done->runs, "kept",
                             (json_int_t)done->kept, "taken", (json_int_t)done->tally.taken, "threads",
                             done->threads, "seconds", done->seconds, "events", (json_int_t)sum->events,
                             "turns", (json_int_t)sum->turns, "hearings", (json_int_t)sum->hearings, "bytes",
                             (json_int_t)sum->bytes, "participants", (json_int_t)sum->participants);
    const struct record_precision *precision = done->plan->precision;
    if (precision != NULL)
        json_object_set_new(
            json, "precision",
            json_pack("{s:s,s:f,s:I,s:o,s:I,s:b}", "of", precision->of, "within", precision->within, "most",
                      (json_int_t)precision->most, "reached", json_number(precision->reached), "replications",
                      (json_int_t)precision->made, "sure", precision->reached <= precision->within));
    if (done->plan->best != NULL)
        json_object_set_new(json, "best", best_done_json(done->plan));
    if (done->part.of > 0) {
        json_object_set_new(json, "part", json_integer((json_int_t)done->part.number));
        json_object_set_new(json, "parts", json_integer((json_int_t)done->part.of));
    }
    call_json(call, json);
    text_free(&file);
}

void carried_out_text(struct call *call, const struct carried_out *done, const char *target)
{
    if (call->options.form == FORM_JSON)
        done_json(call, done, target);
    else if (done->part.of > 0)
        part_text(call, done, target);
    else
        done_text(call, done, target);
}
