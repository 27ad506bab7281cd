#include "analysis/keeping_up.h"

#include <math.h>

#include "analysis/words.h"

static const double hardly = 0.05; /* of what comes in */
static const double percent = 100;

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

void say_keeping_up(struct text *out, const struct results *results, size_t design,
                    const struct keeping_up *one, double confidence)
{
    say_design(out, results, design);
    if (one->pace == PACE_FALLS_BEHIND) {
        text_say(out, " falls behind by ");
        say_number(out, one->trend.value);
        text_say(out, " a day (");
    } else {
        text_say(out, one->pace == PACE_KEEPS_UP ? " keeps up" : " may or may not keep up");
        text_say(out, " (open proposals grow by ");
        say_number(out, one->trend.value);
        text_say(out, " a day, ");
    }
    say_number(out, confidence * percent);
    text_say(out, " % range ");
    say_number(out, one->trend.low);
    text_say(out, " to ");
    say_number(out, one->trend.high);
    text_say(out, "): ");
    say_number(out, one->came_in);
    text_say(out, " came in, ");
    say_number(out, one->decided);
    text_say(out, one->decided == 1 ? " was decided, " : " were decided, ");
    say_number(out, one->open);
    text_say(out, one->open == 1 ? " is open at the end" : " are open at the end");
}

void keeping_up_lines(struct text *out, const struct results *results, double confidence)
{
    struct arena arena = {0};
    for (size_t design = 0; design < results->designs.count; design++) {
        struct keeping_up one = keeping_up_of(results, design, confidence, &arena);
        if (one.pace == PACE_UNKNOWN)
            continue;
        text_say(out, "- ");
        say_keeping_up(out, results, design, &one, confidence);
        text_say(out, "\n");
    }
    arena_free(&arena);
}
