#include "base/sim_time.h"

#include <math.h>
#include <stdio.h>

sim_time sim_time_from_hours(double hours)
{
    double microseconds = hours * (double)SIM_HOUR;
    if (!(microseconds < 9.2e18))
        return SIM_NEVER;
    if (microseconds <= 0)
        return 0;
    sim_time rounded = (sim_time)floor(microseconds + 0.5);
    return rounded < 1 ? 1 : rounded;
}

char *sim_time_text(sim_time span, char *text, size_t size)
{
    static const struct {
        sim_time length;
        const char *name;
    } units[] = {{SIM_DAY, "d"}, {SIM_HOUR, "h"}, {SIM_MINUTE, "min"}, {SIM_SECOND, "s"}, {1000, "ms"}, {1, "us"}};

    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        double count = (double)span / (double)units[i].length;
        if (span == 0 || span % units[i].length == 0 || (count >= 1 && i + 1 == sizeof units / sizeof units[0])) {
            snprintf(text, size, "%.6g %s", count, span == 0 ? "s" : units[i].name);
            return text;
        }
    }
    snprintf(text, size, "%lld us", (long long)span);
    return text;
}
