#include "people/climate.h"

#include <stdbool.h>
#include <stddef.h>

#include "base/decay.h"
#include "people/people.h"

static double spike_at(const struct spike *spike, sim_time now)
{
    sim_time late = now - spike->from;
    if (late < 0)
        return 1.0;
    if (late < spike->lasts)
        return spike->factor;
    if (spike->half_life <= 0)
        return 1.0;
    return 1.0 + (spike->factor - 1.0) * decay_factor(spike->half_life, late - spike->lasts);
}

/* A spike rises or falls at once and only goes back from there. */
static double spike_most(const struct spike *spike, sim_time from, sim_time to)
{
    if (spike->factor > 1.0)
        return spike_at(spike, spike->from > from && spike->from <= to ? spike->from : from);
    return spike->from > from ? 1.0 : spike_at(spike, to);
}

/* Of the spikes that count between two instants, the highest above 1 and the lowest below it. */
struct extremes {
    double high, low;
};

static void look_at(struct extremes *extremes, const struct spikes *spikes, sim_time from, sim_time to,
                    uint32_t but)
{
    for (uint32_t i = 0; i < spikes->count; i++) {
        if (spikes->all[i].site == but)
            continue;
        double factor = spike_most(&spikes->all[i], from, to);
        if (factor > extremes->high)
            extremes->high = factor;
        if (factor < extremes->low)
            extremes->low = factor;
    }
}

double climate_most(const struct climate *climate, enum climate_aspect aspect, sim_time from, sim_time to)
{
    if (climate == NULL)
        return 1.0;
    struct extremes extremes = {1.0, 1.0};
    look_at(&extremes, &climate->own[aspect], from, to, NOBODY);
    look_at(&extremes, &climate->of_all[aspect], from, to, climate->site);
    return extremes.high * extremes.low;
}

double climate_factor(const struct climate *climate, enum climate_aspect aspect, sim_time now)
{
    return climate_most(climate, aspect, now, now);
}
