#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/shell.h"
#include "program/carry_out.h"
#include "program/later_limits.h"
#include "program/threads.h"
#include "program/version.h"
#include "record/merge.h"

/* The runs of all rounds, in their order. No round of these is decided on the way, so none needs a record. */
static uint64_t all_orders(struct call *call, struct experiment *experiment, const struct run_order **result)
{
    struct run_order *orders = ARENA_NEW(&call->arena, struct run_order, experiment_runs(experiment));
    uint64_t count = 0;
    for (size_t number = 0;; number++) {
        const struct round round = experiment_round(experiment, number, NULL);
        if (round.count == 0)
            break;
        memcpy(orders + count, round.orders, round.count * sizeof *orders);
        count += round.count;
    }
    *result = orders;
    return count;
}

/* Another build may read the scenario otherwise, so this comes before it is read. */
static enum status judge_build(struct call *call, const char *target, const struct heading *made)
{
    if (strcmp(made->version, version_number()) == 0 && strcmp(made->commit, version_commit()) == 0 &&
        strcmp(made->libraries, version_libraries()) == 0)
        return STATUS_FINE;
    trouble_add(&call->trouble, STATUS_BAD_INPUT, (struct place){.file = target},
                "these parts were made by another build of the program (version %s, commit %s, %s)",
                made->version, made->commit, made->libraries);
    trouble_hint(&call->trouble, "merge them with that build");
    return STATUS_BAD_INPUT;
}

static void merged_text(struct call *call, const char *target, uint64_t parts, uint64_t runs)
{
    if (call->options.form == FORM_JSON) {
        struct text file = {0};
        text_add_utf8(&file, target, strlen(target));
        call_json(call, json_pack("{s:s,s:I,s:I}", "file", file.bytes, "parts", (json_int_t)parts, "runs",
                                  (json_int_t)runs));
        text_free(&file);
        return;
    }
    struct text word = {0};
    shell_path(&word, target);
    text_print(&call->out, "%s: %llu part%s, %llu run%s\n", target, (unsigned long long)parts,
               parts == 1 ? "" : "s", (unsigned long long)runs, runs == 1 ? "" : "s");
    text_print(&call->out, "look at it with:  groundswell report %s\nthe parts are no longer needed\n",
               word.bytes);
    text_free(&word);
}

/* Everything is there: from here on only the disk can fail. */
static enum status write_merged(struct call *call, struct merge *merge, const struct record_plan *plan,
                                const char *target, const struct run_order *orders, uint64_t count)
{
    struct record *record;
    uint64_t kept = 0;
    enum status status = record_open(plan, target, RECORD_MERGED, &record, &call->trouble);
    if (status != STATUS_FINE)
        return status;
    status = record_round(record, orders, count, &kept, &call->trouble);
    if (status == STATUS_FINE)
        status = merge_append(merge, kept, record, &call->trouble);
    if (status != STATUS_FINE) {
        record_abandon(record);
        return status;
    }
    int why;
    status = record_finish(record, threads_granted(threads_allowed(), &why), &call->trouble);
    if (status == STATUS_FINE)
        merged_text(call, target, merge_parts(merge), count);
    return status;
}

static enum status merge_experiment(struct call *call, struct merge *merge, const char *target)
{
    const struct heading *made = merge_heading(merge);
    struct experiment_request request = {
        .path = made->scenario_file,
        .text = made->scenario_text,
        .length = strlen(made->scenario_text),
        .overrides = made->overrides,
        .override_count = made->override_count,
        .base_only = made->variants == 1, /* left out, or there are none */
        .kept = made->methods,
        .kept_count = made->method_count,
        .command = made->command,
        .inputs = &call->inputs,
    };
    later_limits_set(call, &request);
    enum status status = judge_build(call, target, made);
    if (status != STATUS_FINE)
        return status;
    struct experiment *experiment = experiment_load(&request, &call->arena, &call->trouble);
    if (experiment == NULL)
        return trouble_status(&call->trouble);
    const struct record_plan *plan = carry_out_plan(call, &request, experiment);
    const struct run_order *orders;
    const uint64_t count = all_orders(call, experiment, &orders);
    status = merge_judge(merge, plan, orders, count, &call->trouble);
    return status == STATUS_FINE ? write_merged(call, merge, plan, target, orders, count) : status;
}

static enum status merge_run(struct call *call)
{
    const char *target = call->arguments[0];
    struct merge *merge = NULL;
    enum status status = later_limits_judge(call);
    if (status == STATUS_FINE)
        status = merge_open(target, &merge, &call->trouble);
    if (status == STATUS_FINE)
        status = merge_experiment(call, merge, target);
    merge_close(merge);
    return status;
}

const struct command command_merge = {
    .name = "merge",
    .arguments = "FILE.h5",
    .summary = "put the parts of a run together",
    .detail =
        "The parts are the files FILE.h5.part-1-of-16 and so on, which `groundswell run SCENARIO -o FILE.h5 "
        "--part 1/16` leaves: carry them out on as many machines as you like, with the same build of the "
        "program, and bring them into one folder. FILE.h5 has the same bytes as if all runs had been "
        "carried out at once. When parts or runs are missing it is said which, nothing is written, and the "
        "exit status is 75. Parts of something else and damaged ones are refused. The parts stay as they are "
        "in any case. Where a part was resumed with a higher limit, give it here too (--set "
        "limits.NAME=VALUE), and the file has the same bytes as one whose run of all was resumed with it.",
    .accepts = (const int[]){OPTION_SET, OPTION_JSON, OPTION_HELP, 0},
    .least = 1,
    .most = 1,
    .work = WORK_QUICK,
    .run = merge_run,
};
