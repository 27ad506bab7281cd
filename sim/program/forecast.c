#include "program/forecast.h"

#include <math.h>
#include <time.h>

#include "program/threads.h"

static const double most_seconds = 1.0; /* of all that is tried */
enum { WORLDS_TRIED = 8 };

struct trial {
    struct timespec began;
    double budget; /* seconds from then on */
};

static double seconds_since(const struct timespec *began)
{
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (double)(now.tv_sec - began->tv_sec) + 1e-9 * (double)(now.tv_nsec - began->tv_nsec);
}

static bool is_over(const void *trial)
{
    const struct trial *one = trial;
    return seconds_since(&one->began) > one->budget;
}

/* What is kept of a run that was broken off would have become more. */
static void note_size(struct forecast *forecast, const struct outcome *outcome, const struct run_tally *tally,
                      bool whole)
{
    const double share = whole || !(tally->share > 0) ? 1 : tally->share;
    const uint64_t kept = (uint64_t)((double)outcome_bytes(outcome) / share);
    if (kept > forecast->kept)
        forecast->kept = kept;
    if (tally->bytes > forecast->bytes)
        forecast->bytes = tally->bytes;
}

/* The seconds that a run takes, or would take if it were not broken off; `spent` grows by what it took. */
static double try_run(const struct experiment *experiment, const struct run_order *order,
                      struct outcome *outcome, double until, double *spent, struct forecast *forecast)
{
    struct trial trial = {.budget = until - *spent};
    const struct run_terms terms = {.threads = 1, .stop = is_over, .asked = &trial};
    struct run_tally tally = {0};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &trial.began);
    outcome_clear(outcome);
    bool whole = experiment_run(experiment, order, &terms, outcome, &tally);
    double took = seconds_since(&trial.began);
    *spent += took;
    note_size(forecast, outcome, &tally, whole);
    return whole ? took : took / tally.share;
}

/* Mean of what was tried; NaN where nothing was. */
struct tried {
    double sum, count;
};

static void try_one(const struct experiment *experiment, const struct run_order *order,
                    struct outcome *outcome, double until, double *spent, struct tried *tried,
                    struct forecast *forecast)
{
    if (*spent >= until)
        return;
    double took = try_run(experiment, order, outcome, until, spent, forecast);
    if (!isfinite(took))
        return;
    tried->sum += took;
    tried->count++;
}

struct forecast forecast_of(struct experiment *experiment)
{
    const struct record_plan *plan = experiment_plan(experiment);
    struct forecast forecast = {.runs = experiment_runs(experiment),
                                .least_runs = experiment_least_runs(experiment),
                                .threads = threads_allowed()};
    struct outcome *outcome = outcome_new(&plan->shape);
    struct tried variants = {0}, worlds = {0};
    const uint64_t in_variants = plan_runs(plan), in_worlds = forecast.runs - in_variants;
    double spent = 0;
    for (uint32_t i = 0; i < WORLDS_TRIED && plan->worlds != NULL; i++) {
        const size_t world = (2 * i + 1) * plan->worlds->count / (2 * WORLDS_TRIED);
        try_one(
            experiment,
            &(struct run_order){(uint32_t)(plan->variant_count + world), 0, i % (uint32_t)plan->design_count},
            outcome, most_seconds / 2, &spent, &worlds, &forecast); /* the rest is for the designs */
    }
    for (uint32_t design = 0; design < plan->design_count; design++)
        try_one(experiment, &(struct run_order){.design = design}, outcome, most_seconds, &spent, &variants,
                &forecast);
    outcome_free(outcome);
    if (forecast.runs < (uint64_t)forecast.threads && plan->shape.sites == 1)
        forecast.threads = (int)forecast.runs;
    forecast.seconds = variants.sum / variants.count * (double)in_variants;
    if (in_worlds > 0)
        forecast.seconds += worlds.sum / worlds.count * (double)in_worlds;
    forecast.seconds /= forecast.threads;
    return forecast;
}
