/* What came from outside, and what it did. */
#include <math.h>

#include "gathering/gathering.h"
#include "mechanism.h"
#include "people/people.h"
#include "shocks/shocks.h"

static double raids(const struct parts *parts)
{
    return (double)shocks_of(parts)->came[SHOCK_RAID];
}

static double cold(const struct parts *parts)
{
    return (double)shocks_of(parts)->came[SHOCK_COLD];
}

static double media(const struct parts *parts)
{
    return (double)shocks_of(parts)->came[SHOCK_MEDIA];
}

static double closings(const struct parts *parts)
{
    return (double)shocks_of(parts)->closings;
}

/* The part after the end of the run is not counted. */
static double closed_share(const struct parts *parts)
{
    sim_time ends = parts->measured_at, until = shocks_of(parts)->closed_until;
    sim_time beyond = until > ends ? until - ends : 0;
    return row_ratio((double)(shocks_of(parts)->closed_time - beyond), (double)ends);
}

static double missed(const struct parts *parts)
{
    return (double)gathering_missed(gathering_of(parts));
}

static double solidarity_now(const struct parts *parts)
{
    return climate_factor(people_of(parts)->terms.climate, CLIMATE_ATTENDANCE, parts->measured_at);
}

// clang-format off
static const struct measure_row rows[] = {
    {.measure = {NAMED("raids", "1", FROM_ZERO), RUN_SUM,
                 SAYS("Raids", "Raids on a site", "counted")},
     .value = raids},
    {.measure = {NAMED("cold_spells", "1", FROM_ZERO), RUN_SUM,
                 SAYS("Spells of cold", "Spells of cold at a site", "counted")},
     .value = cold},
    {.measure = {NAMED("media_waves", "1", FROM_ZERO), RUN_SUM,
                 SAYS("Times when the press looked", "Times when the press looked at a site", "counted")},
     .value = media},
    {.measure = {NAMED("closings", "1", FROM_ZERO), RUN_SUM,
                 SAYS("Closings of the site", "Times that a site was closed", "counted")},
     .value = closings},
    {.measure = {NAMED("closed", "1", SHARE), RUN_MEAN,
                 SAYS("Share of the time closed", "Share of the time that a site was closed", "counted")},
     .value = closed_share},
    {.measure = {NAMED("sessions_missed", "1", FROM_ZERO), RUN_SUM,
                 SAYS("Sessions missed while closed", "Sessions of the calendar that were not held because the site was closed", "counted"),
                 MANY("missed", "sessions because the site was closed")},
     .value = missed},
    {.measure = {NAMED("attendance_climate_at", "1", FROM_ZERO), AT_POINT,
                 SAYS("Outside events: factor of attendance", "Factor of attendance that comes from outside", "counted")},
     .value = solidarity_now},
};
// clang-format on

static bool something_comes(const struct scenario *scenario)
{
    return shocks_entries(scenario_settings(scenario, &shocks_section)) > 0;
}

const struct chapter shock_chapter = {.needs = "`shocks`", .has = something_comes, ROWS(rows)};
