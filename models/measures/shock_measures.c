/* What came from outside, and what it did. */
#include <math.h>

#include "gathering/gathering.h"
#include "measures/measures.h"
#include "people/people.h"
#include "shocks/shocks.h"

static double raids(const struct parts *parts)
{
    return (double)parts->shocks->came[SHOCK_RAID];
}

static double cold(const struct parts *parts)
{
    return (double)parts->shocks->came[SHOCK_COLD];
}

static double media(const struct parts *parts)
{
    return (double)parts->shocks->came[SHOCK_MEDIA];
}

static double closings(const struct parts *parts)
{
    return (double)parts->shocks->closings;
}

/* What lies beyond the end of the run is not counted. */
static double closed_share(const struct parts *parts)
{
    sim_time ends = parts->ledger->settings->ends, until = parts->shocks->closed_until;
    sim_time beyond = until > ends ? until - ends : 0;
    return (double)(parts->shocks->closed_time - beyond) / (double)ends;
}

static double missed(const struct parts *parts)
{
    return (double)parts->gathering->missed;
}

static double solidarity_now(const struct parts *parts)
{
    return climate_factor(parts->people->climate, CLIMATE_ATTENDANCE, parts->ledger->now);
}

// clang-format off
static const struct run_measure run_rows[] = {
    {{"raids", "1", FROM_ZERO, "Raids on a site", "counted", "time: sum", MEASURE_RUN, BETTER_NEITHER, NULL, 0, 0, SCOPE_SITE}, raids},
    {{"cold_spells", "1", FROM_ZERO, "Spells of cold at a site", "counted", "time: sum", MEASURE_RUN, BETTER_NEITHER, NULL, 0, 0, SCOPE_SITE}, cold},
    {{"media_waves", "1", FROM_ZERO, "Times when the press looked at a site", "counted", "time: sum", MEASURE_RUN, BETTER_NEITHER, NULL, 0, 0, SCOPE_SITE}, media},
    {{"closings", "1", FROM_ZERO, "Times that a site was closed", "counted", "time: sum", MEASURE_RUN, BETTER_NEITHER, NULL, 0, 0, SCOPE_SITE}, closings},
    {{"closed", "1", SHARE, "Share of the time that a site was closed", "counted", "time: mean", MEASURE_RUN, BETTER_NEITHER, NULL, 0, 0, SCOPE_SITE}, closed_share},
    {{"sessions_missed", "1", FROM_ZERO, "Sessions of the calendar that were not held because the site was closed", "counted", "time: sum", MEASURE_RUN, BETTER_NEITHER, NULL, 0, 0, SCOPE_SITE}, missed},
};

static const struct run_measure time_rows[] = {
    {{"attendance_climate_at", "1", FROM_ZERO, "Factor of attendance that comes from outside", "counted", "time: point", MEASURE_TIME, BETTER_NEITHER, NULL, 0, 0, SCOPE_SITE}, solidarity_now},
};
// clang-format on

const struct run_rows shock_run_measures = {run_rows, sizeof run_rows / sizeof run_rows[0]};
const struct run_rows shock_time_measures = {time_rows, sizeof time_rows / sizeof time_rows[0]};
