#include "base/sim_time.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* Below 2^63, with room for the half that rounding adds. */
#define FARTHEST_MICROSECOND 9.2e18

enum { MOST_WHOLE = 999 };

sim_time sim_time_from_hours(double hours)
{
    double microseconds = hours * (double)SIM_HOUR;
    if (!(microseconds < FARTHEST_MICROSECOND))
        return SIM_NEVER;
    if (microseconds <= 0)
        return 0;
    sim_time rounded = (sim_time)floor(microseconds + 0.5);
    return rounded < 1 ? 1 : rounded;
}

static const struct {
    sim_time length;
    const char *name;
} units[] = {{SIM_DAY, "d"},    {SIM_HOUR, "h"},           {SIM_MINUTE, "min"},
             {SIM_SECOND, "s"}, {SIM_SECOND / 1000, "ms"}, {1, "us"}};

enum { UNITS = sizeof units / sizeof units[0] };

/* The largest unit of which the span is a small whole number, as people say "90 min" and "36 h". */
static int whole_unit(sim_time span)
{
    for (int i = 0; i < UNITS; i++)
        if (span % units[i].length == 0 && span / units[i].length <= MOST_WHOLE)
            return i;
    return UNITS;
}

/* The largest unit in which six digits say the span exactly, or else the largest that it reaches. */
static int broken_unit(sim_time span)
{
    int reached = UNITS - 1;
    for (int i = UNITS - 1; i >= 0; i--)
        if (span >= units[i].length)
            reached = i;
    for (int i = reached; i < UNITS; i++) {
        char digits[32];
        snprintf(digits, sizeof digits, "%.6g", (double)span / (double)units[i].length);
        if (llround(strtod(digits, NULL) * (double)units[i].length) == span)
            return i;
    }
    return reached;
}

char *sim_time_text(sim_time span, char *text, size_t size)
{
    if (span == 0) {
        snprintf(text, size, "0 s");
    } else if (span == SIM_NEVER) {
        snprintf(text, size, "never");
    } else {
        const char *sign = span < 0 ? "-" : "";
        sim_time length = span >= 0 ? span : span == INT64_MIN ? INT64_MAX : -span;
        int unit = whole_unit(length);
        if (unit == UNITS)
            unit = broken_unit(length);
        snprintf(text, size, "%s%.6g %s", sign, (double)length / (double)units[unit].length,
                 units[unit].name);
    }
    return text;
}
