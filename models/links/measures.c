/* Links, calls on them, and experts. */
#include "links/links_parts.h"

#include <math.h>

#include "groups/groups.h"
#include "links/table.h"
#include "mechanism.h"

static const struct link_tally *tally_of(const struct parts *parts)
{
    return &links_of(parts)->tally;
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
    return row_ratio(tally_of(parts)->link_time / DAY, ended(parts));
}

static double calls(const struct parts *parts)
{
    return (double)tally_of(parts)->held;
}

static double calls_failed(const struct parts *parts)
{
    const struct link_tally *tally = tally_of(parts);
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

#define COUNTED "counted"

// clang-format off
static const struct measure_row rows[] = {
    {.measure = {NAMED("links_made", "1", FROM_ZERO), ABOUT_MOVEMENT, RUN_SUM, MORE,
                 SAYS("Links made between working groups", "Links that groups made with groups they sought", COUNTED),
                 MANY("made", "links between working groups")},
     .value = made},
    {.measure = {NAMED("links_ended", "1", FROM_ZERO), ABOUT_MOVEMENT, RUN_SUM,
                 SAYS("Links that ended", "Of those, the ones that ended", COUNTED)},
     .value = ended},
    {.measure = {NAMED("link_days", "d", FROM_ZERO), ABOUT_MOVEMENT, RUN_MEAN, MORE,
                 SAYS("How long a link lasts", "Time from the beginning of a link to its end, of those that ended", COUNTED)},
     .value = link_days},
    {.measure = {NAMED("calls", "1", FROM_ZERO), ABOUT_MOVEMENT, RUN_SUM, MORE,
                 SAYS("Calls between linked groups", "Calls that linked groups held", COUNTED),
                 MANY("held", "calls between linked groups")},
     .value = calls},
    {.measure = {NAMED("calls_failed", "1", FROM_ZERO), ABOUT_MOVEMENT, RUN_SUM, LESS,
                 SAYS("Calls that did not come about", "Calls asked for to which one side had nobody to send", COUNTED),
                 MANY("lost", "calls")},
     .value = calls_failed},
    {.measure = {NAMED("call_hours", "h", FROM_ZERO), ABOUT_MOVEMENT, RUN_SUM,
                 SAYS("Hours of calls", "Length of all calls together", COUNTED)},
     .value = call_hours},
    {.measure = {NAMED("groups_merged", "1", FROM_ZERO), ABOUT_MOVEMENT, RUN_SUM,
                 SAYS("Working groups merged", "Working groups that went over to one of another site", COUNTED)},
     .value = merged},
    {.measure = {NAMED("experts_met", "1", FROM_ZERO), ABOUT_MOVEMENT, RUN_SUM, MORE,
                 SAYS("Meetings with experts", "Times that a working group met an expert from outside", COUNTED),
                 MANY("had", "meetings with experts")},
     .value = experts},
    {.measure = {NAMED("expert_facets", "1", FROM_ZERO), ABOUT_MOVEMENT, RUN_SUM, MORE,
                 SAYS("Know-how that experts brought", "Facets of know-how that experts brought to a group", COUNTED),
                 MANY("gained", "sides of know-how from experts")},
     .value = brought},
    {.measure = {NAMED("links_at", "1", FROM_ZERO), ABOUT_MOVEMENT, AT_POINT,
                 SAYS("Living links", "Living links, counted at the site whose group sought the other", COUNTED)},
     .value = links_now},
};
// clang-format on

static void write_links(struct outcome *outcome, uint32_t site, const struct parts *parts)
{
    const struct links *links = links_of(parts);
    for (uint32_t i = 0; i < links->count; i++) {
        const struct link *link = links->all[i];
        if (link != NULL && link->asks)
            link_write(outcome, site,
                       &(struct link_row){link->group, link->site, link->other, link->made, link->ended,
                                          link->calls});
    }
}

static bool groups_seek(const struct scenario *scenario)
{
    const struct link_settings *links = scenario_settings(scenario, &link_section);
    return links->form->seeks;
}

static const struct table *const tables[] = {&link_table, NULL};

const struct chapter link_chapter = {.needs = "links between working groups",
                                     .has = groups_seek,
                                     ROWS(rows),
                                     .tables = tables,
                                     .write = write_links};
