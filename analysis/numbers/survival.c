#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>

#include "analysis/numbers/estimate.h"
#include "base/require.h"
#include "base/sorting.h"

const char *const method_of_median = "Kaplan-Meier, log-log interval of Brookmeyer and Crowley";

/* Times in ascending order: of those to whom it happened, or of those who were watched so long in vain. */
struct watched {
    double *times;
    size_t count, next;
};

static struct watched watched_of(const double *times, const bool *happened, size_t count, bool which)
{
    struct watched watched = {.times = must_allocate(count + 1, sizeof *watched.times)};
    for (size_t i = 0; i < count; i++)
        if (happened[i] == which && isfinite(times[i]) && times[i] >= 0)
            watched.times[watched.count++] = fabs(times[i]); /* without the sign of a zero */
    double *room = must_allocate(watched.count + 1, sizeof *room);
    require(watched.count <= UINT32_MAX);
    sort_numbers(watched.times, room, (uint32_t)watched.count);
    free(room);
    return watched;
}

static double time_of(const struct watched *watched)
{
    return watched->next < watched->count ? watched->times[watched->next] : INFINITY;
}

/* Goes over all who were watched until this very time, and says how many. */
static size_t pass_over(struct watched *watched, double time)
{
    size_t first = watched->next;
    while (time_of(watched) == time)
        watched->next++;
    return watched->next - first;
}

/* Standard error of log(-log S): sqrt(sum d / (n (n - d))) / |log S|. */
static double log_log_error(double surviving, double greenwood)
{
    return surviving > 0 && surviving < 1 ? sqrt(greenwood) / fabs(log(surviving)) : NAN;
}

struct survival estimate_survival(const double *times, const bool *happened, size_t count,
                                  struct arena *arena)
{
    struct watched had = watched_of(times, happened, count, true),
                   not_yet = watched_of(times, happened, count, false);
    const size_t used = had.count + not_yet.count;
    struct survival survival = {
        .times = ARENA_NEW(arena, double, had.count),
        .surviving = ARENA_NEW(arena, double, had.count),
        .error = ARENA_NEW(arena, double, had.count),
        .longest = NAN,
    };
    double surviving = 1, greenwood = 0;
    for (size_t over = 0; over < used; over = had.next + not_yet.next) {
        const double time = fmin(time_of(&had), time_of(&not_yet));
        const size_t events = pass_over(&had, time), censored = pass_over(&not_yet, time);
        double at_risk = (double)(used - over), left = at_risk - (double)events;
        survival.events += events;
        survival.censored += censored;
        survival.longest = time;
        if (events > 0) {
            surviving *= left / at_risk;
            greenwood += left > 0 ? (double)events / (at_risk * left) : INFINITY;
            survival.times[survival.steps] = time;
            survival.surviving[survival.steps] = surviving;
            survival.error[survival.steps++] = log_log_error(surviving, greenwood);
        }
    }
    free(had.times);
    free(not_yet.times);
    return survival;
}

double survival_at(const struct survival *survival, double time)
{
    double surviving = 1;
    for (size_t i = 0; i < survival->steps && survival->times[i] <= time; i++)
        surviving = survival->surviving[i];
    return surviving;
}

/* S to the power exp(-z e) and exp(z e): the limits of S on the log-log scale. */
static double limit_of(double surviving, double error, double z)
{
    if (isnan(error))
        return surviving;
    return pow(surviving, exp(z * error));
}

/* The limits of the median are the first times at which the lower and the upper limit of S come down to a
 * half. */
struct estimate estimate_median(const struct survival *survival, double confidence)
{
    const double half = 0.5 + 1e-12; /* a product of shares misses a half by its rounding */
    double z = gsl_cdf_ugaussian_Pinv(0.5 + confidence / 2);
    struct estimate median = {INFINITY, INFINITY,          INFINITY, survival->events + survival->censored,
                              0,        CERTAINTY_INTERVAL};
    if (median.used == 0)
        return (struct estimate){NAN, NAN, NAN, 0, 0, CERTAINTY_NONE};
    for (size_t i = survival->steps; i-- > 0;) {
        double time = survival->times[i], surviving = survival->surviving[i], error = survival->error[i];
        if (surviving <= half)
            median.value = time;
        if (limit_of(surviving, error, z) <= half)
            median.low = time;
        if (limit_of(surviving, error, -z) <= half)
            median.high = time;
    }
    if (median.used < 2)
        median.certainty = CERTAINTY_POINT;
    return median;
}
