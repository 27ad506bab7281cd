#include "program/cluster.h"

#include <math.h>
#include <string.h>

#include "base/shell.h"
#include "program/carry_out.h"
#include "program/forecast.h"
#include "program/watch.h"
#include "record/part.h"

static const char known_queue[] = "slurm";

/* What is asked for is more than what is foreseen: a job that goes beyond it is ended by the queue. Guesses,
 * to be on the safe side. */
static const double seconds_of_part = 1800, times_longer = 3, minutes_more = 10, times_larger = 2,
                    megabytes_more = 200;
enum { PARTS_WHERE_UNKNOWN = 16, OUTCOMES_WAITING = 8 };

struct wishes {
    uint64_t parts;
    double part_minutes, part_megabytes, merge_megabytes; /* minutes NaN: not foreseen */
};

static double megabytes(double bytes)
{
    return ceil(times_larger * bytes / 1e6 + megabytes_more);
}

static uint64_t parts_for(const struct forecast *forecast)
{
    double parts = ceil(forecast->seconds * forecast->threads / seconds_of_part);
    if (!isfinite(parts))
        parts = PARTS_WHERE_UNKNOWN;
    parts = fmin(parts, fmin((double)forecast->runs, MOST_PARTS));
    return parts < 1 ? 1 : (uint64_t)parts;
}

/* All runs as a journal keeps them. */
static double bytes_of_runs(const struct record_plan *plan, const struct forecast *forecast)
{
    const double whole = (double)plan->variants[0].replications * (double)plan->design_count;
    const double other = (double)outcome_variant_bytes(&plan->shape, plan->keeps_courses);
    return whole * (double)forecast->kept + ((double)forecast->runs - whole) * other;
}

static struct wishes wishes_of(const struct record_plan *plan, const struct forecast *forecast)
{
    struct wishes wishes = {.parts = parts_for(forecast)};
    const double each = forecast->seconds * forecast->threads / (double)wishes.parts;
    wishes.part_minutes = ceil(times_longer * each / 60 + minutes_more);
    wishes.part_megabytes = megabytes((double)forecast->bytes + OUTCOMES_WAITING * (double)forecast->kept);
    wishes.merge_megabytes = megabytes(bytes_of_runs(plan, forecast));
    return wishes;
}

/* The options of the command line that say which runs there are. */
static void say_options(const struct options *options, struct text *out)
{
    for (size_t i = 0; i < options->override_count; i++) {
        text_say(out, " --set ");
        shell_word(out, options->overrides[i]);
    }
    if (options->replications > 0)
        text_print(out, " --replications %lld", (long long)options->replications);
    if (options->seed != NULL)
        text_print(out, " --seed %s", options->seed);
    if (options->reach == REACH_BASE_ONLY)
        text_say(out, " --base-only");
}

static void say_head(struct text *out, const struct forecast *forecast, const struct wishes *wishes)
{
    char span[SPAN_TEXT];
    span_text(forecast->seconds * forecast->threads, span);
    text_print(
        out,
        "#!/bin/sh\n"
        "# Carries out the runs of a scenario in parts under Slurm, and merges them: `sh` this file, in the\n"
        "# folder where the results are to lie. After a failure do it again: parts that were begun are\n"
        "# continued. After a change of the scenario, remove the parts first. All nodes need the same\n"
        "# build of Groundswell.\n"
        "# %llu runs",
        (unsigned long long)forecast->runs);
    if (forecast->seconds * forecast->threads < 1)
        text_say(out, ", less than a second on one thread");
    else if (isfinite(forecast->seconds))
        text_print(out, ", about %s on one thread", span);
    text_print(out,
               ". Asked for are %g times the time and %g times the memory that is foreseen, and some more.\n"
               "# More parts may be written below.\nset -eu\nparts=%llu\n",
               times_longer, times_larger, (unsigned long long)wishes->parts);
}

static void say_work(struct call *call, const char *scenario, const char *target, struct text *out)
{
    struct text file = {0};
    shell_path(&file, target);
    text_print(out, "file=%s\n\nif [ \"${1:-}\" = merge ]; then\n", file.bytes);
    text_say(out, "    exec groundswell merge \"$file\"\n"
                  "elif [ \"${1:-}\" = part ]; then\n"
                  "    part=$file.part-$SLURM_ARRAY_TASK_ID-of-$parts\n"
                  "    if [ -s \"$part\" ]; then\n"
                  "        exec groundswell resume \"$part\" --threads 1 --quiet\n"
                  "    fi\n"
                  "    exec groundswell run ");
    shell_path(out, scenario);
    say_options(&call->options, out);
    text_say(out, " --output \"$file\" --part \"$SLURM_ARRAY_TASK_ID/$parts\" --threads 1 --quiet\nfi\n\n");
    text_free(&file);
}

static void say_queue(const struct wishes *wishes, struct text *out)
{
    text_say(out, "job=$(sbatch --parsable --job-name=groundswell --array=\"1-$parts\" --cpus-per-task=1 ");
    if (isfinite(wishes->part_minutes))
        text_print(out, "--time=%.0f ", wishes->part_minutes);
    text_print(out, "--mem=%.0fM \"$0\" part)\n", wishes->part_megabytes);
    text_print(out,
               "sbatch --job-name=groundswell-merge --dependency=\"afterok:${job%%%%;*}\" "
               "--kill-on-invalid-dep=yes --cpus-per-task=1 --time=60 --mem=%.0fM \"$0\" merge\n",
               wishes->merge_megabytes);
}

static enum status judge_queue(struct call *call, const char *scenario)
{
    const char *queue = call->options.cluster;
    if (strcmp(queue, known_queue) != 0) {
        call_trouble(call, STATUS_USAGE, "`--cluster %s` is no queue that is known here", queue);
        trouble_hint(&call->trouble, "write `--cluster %s`", known_queue);
        return STATUS_USAGE;
    }
    if (strcmp(scenario, "-") != 0)
        return STATUS_FINE;
    return call_trouble(
        call, STATUS_USAGE,
        "`--cluster` needs the file of a scenario: other machines cannot read this standard input");
}

enum status cluster_script(struct call *call, const struct experiment_request *request, const char *scenario,
                           const char *target)
{
    enum status status = judge_queue(call, scenario);
    if (status != STATUS_FINE)
        return status;
    const double began = forecast_clock();
    struct experiment *experiment = experiment_load(request, &call->arena, &call->trouble);
    const double reading = forecast_clock() - began;
    if (experiment == NULL)
        return trouble_status(&call->trouble);
    status = carry_out_refuse_rounds(call, request, experiment);
    if (status != STATUS_FINE)
        return status;
    const struct forecast forecast = forecast_of(experiment, reading);
    const struct wishes wishes = wishes_of(experiment_plan(experiment), &forecast);
    say_head(&call->out, &forecast, &wishes);
    say_work(call, scenario, target, &call->out);
    say_queue(&wishes, &call->out);
    return STATUS_FINE;
}
