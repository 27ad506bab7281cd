/* Who comes, stays and goes; kept where somebody does. */
#include <math.h>

#include "gathering/gathering.h"
#include "measures/measures.h"
#include "people/people.h"

static double arrived(const struct parts *parts)
{
    return parts->people->arrived;
}

static double left(const struct parts *parts)
{
    double sum = 0;
    for (int why = 0; why < DEPARTURES; why++)
        sum += (double)parts->people->departures[why];
    return sum;
}

#define LEFT_FOR(name, why)                                                                                  \
    static double name(const struct parts *parts)                                                            \
    {                                                                                                        \
        return (double)parts->people->departures[why];                                                       \
    }
LEFT_FOR(left_patience, LEFT_PATIENCE)
LEFT_FOR(left_burnt_out, LEFT_BURNT_OUT)
LEFT_FOR(left_drifted, LEFT_DRIFTED)
LEFT_FOR(left_raided, LEFT_RAIDED)
LEFT_FOR(left_cold, LEFT_COLD)

static double came_back(const struct parts *parts)
{
    return (double)parts->people->returned;
}

#define RUN     MEASURE_RUN
#define TIME    MEASURE_TIME
#define NONE    BETTER_NEITHER, NULL, 0, 0, SCOPE_SITE
#define LESS    BETTER_LESS, NULL, 0, 0, SCOPE_SITE
#define COUNTED "counted"

// clang-format off
static const struct run_measure run_items[] = {
    {{"arrived", "1", FROM_ZERO, "People who came to a site during the run and wanted to stay", COUNTED, "time: sum", RUN, NONE}, arrived},
    {{"left", "1", FROM_ZERO, "Times that somebody left a site, for whatever reason", COUNTED, "time: sum", RUN, LESS}, left},
    {{"left_patience", "1", FROM_ZERO, "Newcomers who left because they found no working group", COUNTED, "time: sum", RUN, LESS}, left_patience},
    {{"left_burnt_out", "1", FROM_ZERO, "People who left because they were in meetings too much", COUNTED, "time: sum", RUN, LESS}, left_burnt_out},
    {{"left_drifted", "1", FROM_ZERO, "People who drifted away", COUNTED, "time: sum", RUN, NONE}, left_drifted},
    {{"left_raided", "1", FROM_ZERO, "People who left because of a raid", COUNTED, "time: sum", RUN, LESS}, left_raided},
    {{"left_cold", "1", FROM_ZERO, "People who left because of the cold", COUNTED, "time: sum", RUN, LESS}, left_cold},
    {{"came_back", "1", FROM_ZERO, "Times that somebody who had left came back", COUNTED, "time: sum", RUN, NONE}, came_back},
};
// clang-format on

static double here_now(const struct parts *parts)
{
    return people_here(parts->people);
}

static double newcomers_now(const struct parts *parts)
{
    return parts->people->of[STANDING_NEWCOMER];
}

static double heads_of_recent(const struct parts *parts)
{
    const struct gathering_tally *tally = &parts->gathering->tally;
    uint64_t sessions = tally->sessions - parts->ledger->sessions_before;
    uint64_t heads = tally->heads - parts->ledger->heads_before;
    return sessions > 0 ? (double)heads / (double)sessions : NAN;
}

// clang-format off
static const struct run_measure time_items[] = {
    {{"people_here_at", "1", FROM_ZERO, "People at the site, guests among them", COUNTED, "time: point", TIME, NONE}, here_now},
    {{"newcomers_at", "1", FROM_ZERO, "People at the site who came during the run and are in no working group yet", COUNTED, "time: point", TIME, NONE}, newcomers_now},
    {{"heads_at", "1", FROM_ZERO, "People who came to a session of the calendar, of those that began since the last sample", COUNTED, "time: mean", TIME, NONE}, heads_of_recent},
};
// clang-format on

static double voice_of_tenure(const struct parts *parts, uint32_t bin)
{
    int64_t sum = 0;
    for (uint32_t i = 0; i < TENURES; i++)
        sum += parts->people->spoke_by_tenure[i];
    return sum > 0 ? (double)parts->people->spoke_by_tenure[bin] / (double)sum : NAN;
}

// clang-format off
static const struct bin_measure bin_items[] = {
    {{"voice_by_tenure", "1", SHARE, "Share of speaking time of people who have been here for less than 1, 3, 7, 14, 30 days, and longer; guests are left out", COUNTED, "time: mean", MEASURE_BIN, BETTER_NEITHER, "tenure_bin", TENURES, 1, SCOPE_SITE}, voice_of_tenure},
};
// clang-format on

const struct run_rows people_run_measures = {run_items, sizeof run_items / sizeof run_items[0]};
const struct run_rows people_time_measures = {time_items, sizeof time_items / sizeof time_items[0]};
const struct bin_rows people_bin_measures = {bin_items, sizeof bin_items / sizeof bin_items[0]};
