/* Who goes to other sites, and where the sites are. */
#include <math.h>

#include "mechanism.h"
#include "places/sites.h"
#include "places/table.h"
#include "travel/travel_parts.h"

static double visits(const struct parts *parts)
{
    return (double)travel_of(parts)->tally.visits;
}

static double visits_online(const struct parts *parts)
{
    return (double)travel_of(parts)->tally.online;
}

static double guests(const struct parts *parts)
{
    return (double)travel_of(parts)->came;
}

static double turned_away(const struct parts *parts)
{
    return (double)travel_of(parts)->turned_away;
}

static double guests_now(const struct parts *parts)
{
    return people_of(parts)->standing.count[STANDING_GUEST];
}

static double away_now(const struct parts *parts)
{
    return people_of(parts)->standing.count[STANDING_AWAY];
}

#define COUNTED "counted"

// clang-format off
static const struct measure_row rows[] = {
    {.measure = {NAMED("visits_begun", "1", FROM_ZERO), ABOUT_MOVEMENT, RUN_SUM,
                 SAYS("Visits to other sites", "Visits to other sites that somebody set out for", COUNTED)},
     .value = visits},
    {.measure = {NAMED("online_visits", "1", FROM_ZERO), ABOUT_MOVEMENT, RUN_SUM,
                 SAYS("Visits online", "Visits to sites that are online", COUNTED)},
     .value = visits_online},
    {.measure = {NAMED("guests", "1", FROM_ZERO), ABOUT_MOVEMENT, RUN_SUM,
                 SAYS("Guests from other sites", "Guests that came from other sites, delegates on calls among them", COUNTED)},
     .value = guests},
    {.measure = {NAMED("guests_turned_away", "1", FROM_ZERO), ABOUT_MOVEMENT, RUN_SUM, LESS,
                 SAYS("Guests turned away", "People from other sites for whom there was no place", COUNTED),
                 MANY("turned away", "guests")},
     .value = turned_away},
    {.measure = {NAMED("guests_at", "1", FROM_ZERO), ABOUT_MOVEMENT, AT_POINT,
                 SAYS("Guests from other sites", "Guests from other sites", COUNTED)},
     .value = guests_now},
    {.measure = {NAMED("away_at", "1", FROM_ZERO), ABOUT_MOVEMENT, AT_POINT,
                 SAYS("People away at other sites", "People who are at another site, or on their way", COUNTED)},
     .value = away_now},
};
// clang-format on

static void write_place(struct outcome *outcome, uint32_t site, const struct parts *parts)
{
    const struct travel *travel = travel_of(parts);
    const struct site_place *place = &travel->plan.map->places[site];
    place_write(outcome, site,
                &(struct place_row){travel->plan.map->placed ? place->east : NAN,
                                    travel->plan.map->placed ? place->north : NAN,
                                    people_here(people_of(parts)), place->online});
}

static bool anybody_travels(const struct scenario *scenario)
{
    return scenario->wishes.travel;
}

static const struct table *const tables[] = {&place_table, NULL};

extern const struct chapter travel_chapter;
const struct chapter travel_chapter = {.needs = "people who travel between sites",
                                       .has = anybody_travels,
                                       ROWS(rows),
                                       .tables = tables,
                                       .write = write_place};
