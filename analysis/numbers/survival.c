#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>

#include "analysis/numbers/estimate.h"
#include "base/require.h"

const char *const method_of_median = "Kaplan-Meier, log-log interval of Brookmeyer and Crowley";

struct watch {
    double time;
    bool happened;
};

static int by_time(const void *left, const void *right)
{
    const struct watch *a = left, *b = right;
    return (a->time > b->time) - (a->time < b->time);
}

static size_t watches_of(const double *times, const bool *happened, size_t count, struct watch *watches)
{
    size_t used = 0;
    for (size_t i = 0; i < count; i++)
        if (isfinite(times[i]) && times[i] >= 0)
            watches[used++] = (struct watch){times[i], happened[i]};
    qsort(watches, used, sizeof *watches, by_time);
    return used;
}

/* Standard error of log(-log S): sqrt(sum d / (n (n - d))) / |log S|. */
static double log_log_error(double surviving, double greenwood)
{
    return surviving > 0 && surviving < 1 ? sqrt(greenwood) / fabs(log(surviving)) : NAN;
}

struct survival estimate_survival(const double *times, const bool *happened, size_t count,
                                  struct arena *arena)
{
    struct watch *watches = must_allocate(count + 1, sizeof *watches);
    size_t used = watches_of(times, happened, count, watches);
    struct survival survival = {
        .times = ARENA_NEW(arena, double, used),
        .surviving = ARENA_NEW(arena, double, used),
        .error = ARENA_NEW(arena, double, used),
        .longest = used == 0 ? NAN : watches[used - 1].time,
    };
    double surviving = 1, greenwood = 0;
    for (size_t i = 0; i < used;) {
        size_t events = 0, ended = i;
        while (ended < used && watches[ended].time == watches[i].time)
            events += watches[ended++].happened ? 1 : 0;
        double at_risk = (double)(used - i), left = at_risk - (double)events;
        survival.events += events;
        survival.censored += ended - i - events;
        if (events > 0) {
            surviving *= left / at_risk;
            greenwood += left > 0 ? (double)events / (at_risk * left) : INFINITY;
            survival.times[survival.steps] = watches[i].time;
            survival.surviving[survival.steps] = surviving;
            survival.error[survival.steps++] = log_log_error(surviving, greenwood);
        }
        i = ended;
    }
    free(watches);
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
