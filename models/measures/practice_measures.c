/* What sites hold, and when they took it over. */
#include <math.h>

#include "gathering/gathering.h"
#include "measures/measures.h"
#include "network/adoption.h"

static double holds_what_spreads(const struct parts *parts)
{
    uint32_t spread = parts->adoption->settings->spread_number;
    return spread == 0 ? NAN : parts->gathering->practice == spread ? 1 : 0;
}

static double practice_now(const struct parts *parts)
{
    return parts->gathering->practice;
}

static double changes(const struct parts *parts)
{
    return parts->adoption->changes;
}

static double changed_after(const struct parts *parts)
{
    return parts->adoption->changed < 0 ? NAN : sim_days(parts->adoption->changed);
}

#define RUN  MEASURE_RUN
#define TIME MEASURE_TIME
#define NONE BETTER_NEITHER, NULL, 0, 0, SCOPE_SITE

// clang-format off
static const struct run_measure run_items[] = {
    {{"adopters", "1", SHARE, "Whether a site holds the practice that spreads at the end, 1 or 0; of all sites, the share of those that do", "counted", "time: point", RUN, NONE}, holds_what_spreads},
    {{"practice_changes", "1", FROM_ZERO, "Changes of practice", "counted", "time: sum", RUN, NONE}, changes},
    {{"practice_changed_after", "d", FROM_ZERO, "Time of the first change of practice, where there was one", "counted", "time: point", RUN, NONE}, changed_after},
};
static const struct run_measure time_items[] = {
    {{"adopters_at", "1", SHARE, "Whether a site holds the practice that spreads, 1 or 0; of all sites, the share of those that do", "counted", "time: point", TIME, NONE}, holds_what_spreads},
    {{"practice_at", "1", FROM_ZERO, "Number of the practice that a site holds, in the order of the calendar; 0: none", "counted", "time: point", TIME, NONE}, practice_now},
};
// clang-format on

const struct run_rows practice_run_measures = {run_items, sizeof run_items / sizeof run_items[0]};
const struct run_rows practice_time_measures = {time_items, sizeof time_items / sizeof time_items[0]};
