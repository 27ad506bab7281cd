/* What goes between sites: links, calls, visits, experts. */
#include "network/network.h"

#include <math.h>

#include "groups/groups.h"
#include "measures/measures.h"
#include "measures/movement_tables.h"

static const struct network_tally *tally_of(const struct parts *parts)
{
    return &parts->network->tally;
}

static double ratio(double of, double to)
{
    return to > 0 ? of / to : NAN;
}

static double made(const struct parts *parts)
{
    return (double)tally_of(parts)->made;
}

static double ended(const struct parts *parts)
{
    return (double)tally_of(parts)->ended;
}

static double link_days(const struct parts *parts)
{
    enum { DAY = 24 };
    return ratio(tally_of(parts)->link_time / DAY, ended(parts));
}

static double calls(const struct parts *parts)
{
    return (double)tally_of(parts)->held;
}

static double calls_failed(const struct parts *parts)
{
    const struct network_tally *tally = tally_of(parts);
    return (double)(tally->no_delegate + tally->nobody_there);
}

static double call_hours(const struct parts *parts)
{
    return tally_of(parts)->call_hours;
}

static double merged(const struct parts *parts)
{
    return (double)tally_of(parts)->merged;
}

static double visits(const struct parts *parts)
{
    return (double)tally_of(parts)->visits;
}

static double visits_online(const struct parts *parts)
{
    return (double)tally_of(parts)->online;
}

static double guests(const struct parts *parts)
{
    return (double)parts->network->travel.came;
}

static double turned_away(const struct parts *parts)
{
    return (double)parts->network->travel.turned_away;
}

static double experts(const struct parts *parts)
{
    return (double)tally_of(parts)->experts;
}

static double brought(const struct parts *parts)
{
    return (double)tally_of(parts)->brought;
}

static double links_now(const struct parts *parts)
{
    return (double)(tally_of(parts)->made - tally_of(parts)->ended);
}

static double guests_now(const struct parts *parts)
{
    return parts->people->of[STANDING_GUEST];
}

static double away_now(const struct parts *parts)
{
    return parts->people->of[STANDING_AWAY];
}

#define RUN     MEASURE_RUN
#define TIME    MEASURE_TIME
#define NONE    BETTER_NEITHER, NULL, 0, 0, SCOPE_SITE
#define MORE    BETTER_MORE, NULL, 0, 0, SCOPE_SITE
#define LESS    BETTER_LESS, NULL, 0, 0, SCOPE_SITE
#define COUNTED "counted"

// clang-format off
static const struct run_measure run_items[] = {
    {{"links_made", "1", FROM_ZERO, "Links that groups made with groups they sought", COUNTED, "time: sum", RUN, MORE}, made},
    {{"links_ended", "1", FROM_ZERO, "Of those, the ones that ended", COUNTED, "time: sum", RUN, NONE}, ended},
    {{"link_days", "d", FROM_ZERO, "Time from the beginning of a link to its end, of those that ended", COUNTED, "time: mean", RUN, MORE}, link_days},
    {{"calls", "1", FROM_ZERO, "Calls that linked groups held", COUNTED, "time: sum", RUN, MORE}, calls},
    {{"calls_failed", "1", FROM_ZERO, "Calls asked for to which one side had nobody to send", COUNTED, "time: sum", RUN, LESS}, calls_failed},
    {{"call_hours", "h", FROM_ZERO, "Length of all calls together", COUNTED, "time: sum", RUN, NONE}, call_hours},
    {{"groups_merged", "1", FROM_ZERO, "Working groups that went over to one of another site", COUNTED, "time: sum", RUN, NONE}, merged},
    {{"visits_begun", "1", FROM_ZERO, "Visits to other sites that somebody set out for", COUNTED, "time: sum", RUN, NONE}, visits},
    {{"online_visits", "1", FROM_ZERO, "Visits to sites that are online", COUNTED, "time: sum", RUN, NONE}, visits_online},
    {{"guests", "1", FROM_ZERO, "Guests that came from other sites, delegates on calls among them", COUNTED, "time: sum", RUN, NONE}, guests},
    {{"guests_turned_away", "1", FROM_ZERO, "People from other sites for whom there was no place", COUNTED, "time: sum", RUN, LESS}, turned_away},
    {{"experts_met", "1", FROM_ZERO, "Times that a working group met an expert from outside", COUNTED, "time: sum", RUN, MORE}, experts},
    {{"expert_facets", "1", FROM_ZERO, "Facets of know-how that experts brought to a group", COUNTED, "time: sum", RUN, MORE}, brought},
};
static const struct run_measure time_items[] = {
    {{"links_at", "1", FROM_ZERO, "Living links, counted at the site whose group sought the other", COUNTED, "time: point", TIME, NONE}, links_now},
    {{"guests_at", "1", FROM_ZERO, "Guests from other sites", COUNTED, "time: point", TIME, NONE}, guests_now},
    {{"away_at", "1", FROM_ZERO, "People who are at another site, or on their way", COUNTED, "time: point", TIME, NONE}, away_now},
};
// clang-format on

const struct run_rows network_run_measures = {run_items, sizeof run_items / sizeof run_items[0]};
const struct run_rows network_time_measures = {time_items, sizeof time_items / sizeof time_items[0]};

void write_network(struct outcome *outcome, const struct parts *parts)
{
    const struct network *network = parts->network;
    if (network == NULL)
        return;
    for (uint32_t i = 0; i < network->count; i++) {
        const struct link *link = network->all[i];
        if (link != NULL && link->asks)
            write_link(outcome, network->site,
                       &(struct link_row){link->group, link->site, link->other, link->made, link->ended,
                                          link->calls});
    }
    const struct site_place *place = &network->map->places[network->site];
    write_place(outcome, network->site,
                &(struct place_row){network->map->placed ? place->east : NAN,
                                    network->map->placed ? place->north : NAN, people_here(parts->people),
                                    place->online});
}
