#include "analysis/numbers/keeping_up.h"

#include <math.h>

#include "analysis/plain/plain.h"

static const double hardly = 0.05; /* of what comes in */

enum pace pace_of(const struct estimate *trend, double came_in_per_day)
{
    if (trend->certainty != CERTAINTY_INTERVAL || !(came_in_per_day > 0))
        return PACE_UNKNOWN;
    double bound = hardly * came_in_per_day;
    if (trend->low > bound)
        return PACE_FALLS_BEHIND;
    return trend->high <= bound ? PACE_KEEPS_UP : PACE_UNCLEAR;
}

static bool mean_of(const struct results *results, const char *role, size_t design, double confidence,
                    double *values, struct estimate *mean)
{
    size_t measure = results_find_role(results, role);
    if (measure == NOT_FOUND || results->measures[measure].extent != EXTENT_RUN)
        return false;
    size_t count = results_run_values(results, measure, 0, design, ALL_SITES, values);
    *mean = estimate_mean(values, count, results->measures[measure].bounds, confidence);
    return isfinite(mean->value);
}

struct keeping_up keeping_up_of(const struct results *results, size_t design, double confidence,
                                struct arena *arena)
{
    double *values = ARENA_NEW(arena, double, results->most_replications);
    struct keeping_up one = {.pace = PACE_UNKNOWN, .came_in = NAN, .decided = NAN, .open = NAN};
    struct estimate came_in, decided, open;
    if (results->time_count == 0 || !mean_of(results, "came_in", design, confidence, values, &came_in) ||
        !mean_of(results, "decided", design, confidence, values, &decided) ||
        !mean_of(results, "open", design, confidence, values, &open) ||
        !mean_of(results, "trend", design, confidence, values, &one.trend))
        return one;
    one.came_in = came_in.value;
    one.decided = decided.value;
    one.open = open.value;
    one.pace = pace_of(&one.trend, came_in.value / results->times[results->time_count - 1]);
    return one;
}
