/* How many calls were heard. */
#include "echoes/echoes.h"
#include "mechanism.h"

static double echoes_heard(const struct parts *parts)
{
    return echoes_of(parts)->heard;
}

// clang-format off
static const struct measure_row rows[] = {
    {.measure = {NAMED("echoes_heard", "1", FROM_ZERO), RUN_SUM, MORE,
                 SAYS("Echoes heard", "Calls of other sites that were heard at a site", "counted"),
                 MANY("heard", "echoes"), .shown = SHOWN_AS_PRICE},
     .value = echoes_heard},
};
// clang-format on

static bool anybody_calls(const struct scenario *scenario)
{
    const struct echo_settings *echoes = scenario_settings(scenario, &echo_section);
    return echoes->every > 0;
}

extern const struct chapter echo_chapter;
const struct chapter echo_chapter = {.needs = "`echoes: {every: ...}`", .has = anybody_calls, ROWS(rows)};
