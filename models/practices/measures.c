/* What sites hold, and when they took it over. */
#include <math.h>

#include "gathering/gathering.h"
#include "mechanism.h"
#include "practices/adoption.h"

static double holds_what_spreads(const struct parts *parts)
{
    uint32_t spread = adoption_of(parts)->settings->spread_number;
    return spread == 0 ? NAN : gathering_practice(gathering_of(parts)) == spread ? 1 : 0;
}

static double practice_now(const struct parts *parts)
{
    return gathering_practice(gathering_of(parts));
}

static double changes(const struct parts *parts)
{
    return adoption_of(parts)->changes;
}

static double changed_after(const struct parts *parts)
{
    return adoption_of(parts)->changed < 0 ? NAN : sim_days(adoption_of(parts)->changed);
}

static double experiments(const struct parts *parts)
{
    return adoption_of(parts)->trial.ended;
}

static double experiments_kept(const struct parts *parts)
{
    return row_ratio(adoption_of(parts)->trial.kept, experiments(parts));
}

static double nothing_to_compare(const struct parts *parts)
{
    return row_ratio(adoption_of(parts)->without_choice, adoption_of(parts)->reviews);
}

// clang-format off
static const struct measure_row rows[] = {
    {.measure = {NAMED("adopters", "1", SHARE), ABOUT_MOVEMENT, RUN_POINT,
                 SAYS("Share of the sites that took it up", "Whether a site holds the practice that spreads at the end, 1 or 0; of all sites, the share of those that do", "counted"),
                 MANY("reached", "sites")},
     .value = holds_what_spreads},
    {.measure = {NAMED("practice_changes", "1", FROM_ZERO), ABOUT_MOVEMENT, RUN_SUM,
                 SAYS("Changes of practice", "Changes of practice", "counted")},
     .value = changes},
    {.measure = {NAMED("practice_changed_after", "d", FROM_ZERO), ABOUT_MOVEMENT, RUN_POINT,
                 SAYS("Time to the first change of practice", "Time of the first change of practice, where there was one", "counted"), .since = SINCE_NOTHING},
     .value = changed_after},
    {.measure = {NAMED("experiments", "1", FROM_ZERO), ABOUT_MOVEMENT, RUN_SUM,
                 SAYS("Experiments with practices", "Practices drawn by lot that a site tried to the end of the trial", "counted")},
     .value = experiments},
    {.measure = {NAMED("experiments_kept", "1", SHARE), ABOUT_MOVEMENT, RUN_MEAN,
                 SAYS("Share of experiments kept", "Of those, the share that the site kept", "counted")},
     .value = experiments_kept},
    {.measure = {NAMED("nothing_to_compare", "1", SHARE), ABOUT_MOVEMENT, RUN_MEAN, LESS,
                 SAYS("Share of reviews with nothing to compare", "Share of the reviews of a site since the one before which nobody had told of another practice: the movement is locked in where it stays so", "counted")},
     .value = nothing_to_compare},
    {.measure = {NAMED("adopters_at", "1", SHARE), ABOUT_MOVEMENT, AT_POINT,
                 SAYS("Share of the sites that took it up", "Whether a site holds the practice that spreads, 1 or 0; of all sites, the share of those that do", "counted")},
     .value = holds_what_spreads},
    {.measure = {NAMED("practice_at", "1", FROM_ZERO), ABOUT_MOVEMENT, AT_POINT,
                 SAYS("Practice held (its number)", "Number of the practice that a site holds, in the order of the calendar; 0: none", "counted")},
     .value = practice_now},
};
// clang-format on

static bool practices_spread(const struct scenario *scenario)
{
    const struct adoption_settings *adoption = scenario_settings(scenario, &adoption_section);
    return adoption->practices > 0;
}

const struct chapter practice_chapter = {.needs = "practices of sites", .has = practices_spread, ROWS(rows)};
