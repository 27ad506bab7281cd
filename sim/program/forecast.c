#include "program/forecast.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

#include "base/require.h"
#include "program/threads.h"

static const double most_seconds = 1.0;         /* of all that is tried */
static const double golden = 0.618033988749895; /* steps of this length lie evenly, however many there are */
enum {
    FEWEST_TRIED = 8, /* runs of a kind, if there are so many: each has its share of the time */
    MOST_TRIED = 200, /* of a kind: more would not make the mean much better known */
};

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

/* Runs that are alike: of the scenario itself, of its variants, or of worlds. */
struct run_kind {
    uint64_t runs, least; /* there are of it, at most and at least */
    size_t first, count;  /* variants and worlds of it, counted as a run_order counts them */
    bool repeats;         /* one variant alone, so its replications are tried */
    struct tried {
        double sum, count;
    } * designs; /* seconds of the runs that were tried, by design */
};

/* The seconds that a run takes, or would take if it were not broken off; `budget` is what it may take. NaN
 * where that cannot be said: it was broken off at once, or is of a world that cannot be. */
static double try_run(const struct experiment *experiment, const struct run_order *order,
                      struct outcome *outcome, double budget, double *spent, struct forecast *forecast)
{
    struct trial trial = {.budget = budget};
    const struct run_terms terms = {.threads = 1, .stop = is_over, .asked = &trial};
    struct run_tally tally = {0};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &trial.began);
    outcome_clear(outcome);
    bool whole = experiment_run(experiment, order, &terms, outcome, &tally);
    double took = seconds_since(&trial.began);
    *spent += took;
    note_size(forecast, outcome, &tally, whole);
    return tally.share > 0 ? took / tally.share : NAN;
}

static struct run_order order_to_try(const struct run_kind *kind, uint32_t number, size_t designs)
{
    const double place = fmod((number + 0.5) * golden, 1);
    const uint32_t variant = (uint32_t)(kind->first + (size_t)(place * (double)kind->count));
    return (struct run_order){variant, kind->repeats ? number / (uint32_t)designs : 0,
                              number % (uint32_t)designs};
}

static void try_kind(const struct experiment *experiment, struct run_kind *kind, size_t designs,
                     struct outcome *outcome, double seconds, struct forecast *forecast)
{
    const uint64_t there = kind->repeats ? kind->least : kind->count * designs;
    const uint32_t most = (uint32_t)fmin(MOST_TRIED, (double)there);
    const uint32_t fewest = (uint32_t)fmin(most, fmax(FEWEST_TRIED, (double)designs));
    double spent = 0;
    for (uint32_t i = 0; i < most && spent < seconds; i++) {
        const struct run_order order = order_to_try(kind, i, designs);
        const double budget = (seconds - spent) / (i < fewest ? fewest - i : 1);
        const double took = try_run(experiment, &order, outcome, budget, &spent, forecast);
        if (!isfinite(took))
            continue;
        kind->designs[order.design].sum += took;
        kind->designs[order.design].count++;
    }
}

/* Mean of the means of the designs, of each of which there are as many runs; NaN where nothing is known. */
static double seconds_of_one(const struct run_kind *kind, size_t designs)
{
    double sum = 0, known = 0;
    for (size_t design = 0; design < designs; design++)
        if (kind->designs[design].count > 0) {
            sum += kind->designs[design].sum / kind->designs[design].count;
            known++;
        }
    return sum / known;
}

enum { OF_ITSELF, OF_VARIANTS, OF_WORLDS, RUN_KINDS };

static void count_kinds(const struct record_plan *plan, const struct forecast *forecast,
                        struct run_kind kinds[RUN_KINDS])
{
    const uint64_t itself = (uint64_t)plan->variants[0].replications * plan->design_count;
    kinds[OF_ITSELF].runs = itself;
    kinds[OF_ITSELF].least = (uint64_t)plan_least(plan) * plan->design_count;
    kinds[OF_ITSELF].count = 1;
    kinds[OF_ITSELF].repeats = true;
    kinds[OF_VARIANTS].first = 1;
    kinds[OF_VARIANTS].count = plan->variant_count - 1;
    kinds[OF_VARIANTS].runs = kinds[OF_VARIANTS].least = plan_runs(plan) - itself;
    kinds[OF_WORLDS].first = plan->variant_count;
    kinds[OF_WORLDS].count = plan->worlds == NULL ? 0 : plan->worlds->count;
    kinds[OF_WORLDS].runs = forecast->runs - plan_runs(plan);
    kinds[OF_WORLDS].least = forecast->least_runs - kinds[OF_ITSELF].least - kinds[OF_VARIANTS].least;
}

double forecast_clock(void)
{
    return seconds_since(&(struct timespec){0});
}

struct forecast forecast_of(struct experiment *experiment, double reading)
{
    const struct record_plan *plan = experiment_plan(experiment);
    const size_t designs = plan->design_count;
    struct forecast forecast = {.runs = experiment_runs(experiment),
                                .least_runs = experiment_least_runs(experiment),
                                .threads = threads_allowed()};
    struct run_kind kinds[RUN_KINDS] = {0};
    struct outcome *outcome = outcome_new(&plan->shape);
    int there = 0;
    count_kinds(plan, &forecast, kinds);
    for (int i = 0; i < RUN_KINDS; i++)
        there += kinds[i].count > 0 ? 1 : 0;
    if (forecast.runs < (uint64_t)forecast.threads && plan->shape.sites == 1)
        forecast.threads = (int)forecast.runs;
    for (int i = 0; i < RUN_KINDS; i++) {
        if (kinds[i].count == 0)
            continue;
        kinds[i].designs = must_allocate(designs, sizeof *kinds[i].designs);
        try_kind(experiment, &kinds[i], designs, outcome, most_seconds / there, &forecast);
        const double each = seconds_of_one(&kinds[i], designs) / forecast.threads;
        forecast.seconds += each * (double)kinds[i].runs;
        forecast.least_seconds += each * (double)kinds[i].least;
        free(kinds[i].designs);
    }
    forecast.seconds += reading;
    forecast.least_seconds += reading;
    outcome_free(outcome);
    return forecast;
}
