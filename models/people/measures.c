/* Measures of who comes, stays and goes; in the results where people come and go. */
#include <math.h>

#include "mechanism.h"
#include "people/people_parts.h"

static double arrived(const struct parts *parts)
{
    return people_of(parts)->arrived;
}

static double left(const struct parts *parts)
{
    double sum = 0;
    for (int why = 0; why < DEPARTURES; why++)
        sum += (double)people_of(parts)->own->standing.departures[why];
    return sum;
}

#define LEFT_FOR(name, why)                                                                                  \
    static double name(const struct parts *parts)                                                            \
    {                                                                                                        \
        return (double)people_of(parts)->own->standing.departures[why];                                      \
    }
LEFT_FOR(left_patience, LEFT_PATIENCE)
LEFT_FOR(left_burnt_out, LEFT_BURNT_OUT)
LEFT_FOR(left_drifted, LEFT_DRIFTED)
LEFT_FOR(left_raided, LEFT_RAIDED)
LEFT_FOR(left_cold, LEFT_COLD)

static double came_back(const struct parts *parts)
{
    return (double)people_of(parts)->own->standing.returned;
}

#define COUNTED "counted"

static double here_now(const struct parts *parts)
{
    return people_here(people_of(parts));
}

static double newcomers_now(const struct parts *parts)
{
    return people_of(parts)->standing.count[STANDING_NEWCOMER];
}

static double voice_of_tenure(const struct parts *parts, uint32_t bin)
{
    int64_t sum = 0;
    for (uint32_t i = 0; i < TENURES; i++)
        sum += people_of(parts)->own->books.spoke_by_tenure[i];
    return row_ratio((double)people_of(parts)->own->books.spoke_by_tenure[bin], (double)sum);
}

// clang-format off
static const struct measure_row rows[] = {
    {.measure = {NAMED("arrived", "1", FROM_ZERO), RUN_SUM,
                 SAYS("People who arrived", "People who came to a site during the run and wanted to stay", COUNTED)},
     .value = arrived},
    {.measure = {NAMED("left", "1", FROM_ZERO), RUN_SUM, LESS,
                 SAYS("Departures", "Times that somebody left a site, for whatever reason", COUNTED),
                 MANY("had", "departures")},
     .value = left},
    {.measure = {NAMED("left_patience", "1", FROM_ZERO), RUN_SUM, LESS,
                 SAYS("Left without a group", "Newcomers who left because they found no working group", COUNTED)},
     .value = left_patience},
    {.measure = {NAMED("left_burnt_out", "1", FROM_ZERO), RUN_SUM, LESS,
                 SAYS("Left burnt out", "People who left because they were in meetings too much", COUNTED)},
     .value = left_burnt_out},
    {.measure = {NAMED("left_drifted", "1", FROM_ZERO), RUN_SUM,
                 SAYS("Drifted away", "People who drifted away", COUNTED)},
     .value = left_drifted},
    {.measure = {NAMED("left_raided", "1", FROM_ZERO), RUN_SUM, LESS,
                 SAYS("Left after a raid", "People who left because of a raid", COUNTED)},
     .value = left_raided},
    {.measure = {NAMED("left_cold", "1", FROM_ZERO), RUN_SUM, LESS,
                 SAYS("Left in the cold", "People who left because of the cold", COUNTED)},
     .value = left_cold},
    {.measure = {NAMED("came_back", "1", FROM_ZERO), RUN_SUM,
                 SAYS("Came back", "Times that somebody who had left came back", COUNTED)},
     .value = came_back},
    {.measure = {NAMED("people_here_at", "1", FROM_ZERO), AT_POINT,
                 SAYS("People at the site", "People at the site, guests among them", COUNTED),
                 .role = "here"},
     .value = here_now},
    {.measure = {NAMED("newcomers_at", "1", FROM_ZERO), AT_POINT,
                 SAYS("Newcomers without a group", "People at the site who came during the run and are in no working group yet", COUNTED)},
     .value = newcomers_now},
    {.measure = {NAMED("voice_by_tenure", "1", SHARE), BINS_MEAN("tenure_bin", TENURES, 1),
                 SAYS("Speaking time by length of stay", "Share of speaking time of people who have been here for less than 1, 3, 7, 14, 30 days, and longer; guests are left out", COUNTED)},
     .bin = voice_of_tenure},
};
// clang-format on

/* Whether the number of those who can be met at a site, or of those who meet, changes by itself. */
static bool people_come_and_go(const struct scenario *scenario)
{
    return scenario->wishes.turnover;
}

extern const struct chapter people_chapter;
const struct chapter people_chapter = {
    .needs = "people who come and go", .has = people_come_and_go, .for_all = true, ROWS(rows)};
