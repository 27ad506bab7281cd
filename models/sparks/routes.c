/* Where sparks come from, and when. */

#include "base/same.h"
#include "gathering/convening.h"
#include "groups/groups.h"
#include "random/draw.h"
#include "records/records.h"
#include "sparks/sparks_parts.h"

enum { FIRST_HOUR = 10, LAST_HOUR = 21 };

struct route_card {
    uint32_t route;
};

static void expect_route(struct site *site, uint32_t route, sim_time at)
{
    struct route_card card = {route};
    if (at < sparks_of(parts_of(site))->terms.ends)
        site_schedule(site, at, EVENT_ROUTE_IS_DUE, &card, sizeof card);
}

/* Spread over the days between two of them, and over the hours from 10 to 21; a harvest is due when there has
 * been time to post. */
static sim_time first_time(const struct sparks *sparks, uint32_t number)
{
    const struct spark_route *route = spark_route_at(sparks, number);
    if (route->first > 0 || route->by->harvests)
        return route->first > 0 ? route->first : route->every;
    struct draw draw = spark_draw(sparks, DRAW_ROUTE_TIME, number);
    sim_time earliest = (sim_time)(draw_uniform(&draw) * (double)route->every);
    sim_time hour = (FIRST_HOUR + draw_below(&draw, LAST_HOUR - FIRST_HOUR + 1)) * SIM_HOUR;
    sim_time first = earliest / SIM_DAY * SIM_DAY + hour;
    return first < earliest ? first + SIM_DAY : first;
}

static bool is_of_site(const struct sparks *sparks, const struct spark_route *route)
{
    return route->site == NULL ||
           (sparks->terms.site >= route->site_first && sparks->terms.site < route->site_beyond);
}

void routes_start(struct site *site)
{
    const struct sparks *sparks = sparks_of(parts_of(site));
    for (uint32_t route = 0; route < sparks->terms.settings->routes.count; route++) {
        if (!is_of_site(sparks, spark_route_at(sparks, route)))
            continue;
        if (spark_route_at(sparks, route)->by->by_anybody)
            meetings_expect_call(site, route);
        else
            expect_route(site, route, first_time(sparks, route));
    }
}

/* --- a group chooses --- */

/* The one with the most members, the oldest of equals; NULL: there is none. */
static const struct group *group_that_chooses(const struct parts *parts, const struct category_rule *category)
{
    const struct groups *groups = groups_of(parts);
    const struct group *chosen = NULL;
    for (uint32_t number = 0; number < groups_count(groups); number++) {
        const struct group *group = group_numbered(groups, number);
        if (group_lives(group) && group_is_of(group, category) && group->members.count > 0 &&
            (chosen == NULL || group->members.count > chosen->members.count))
            chosen = group;
    }
    return chosen;
}

static void group_is_due(struct site *site, uint32_t number)
{
    const struct spark_route *route = spark_route_at(sparks_of(parts_of(site)), number);
    const struct group *group = group_that_chooses(parts_of(site), route->category);
    if (group == NULL)
        return;
    struct spark_meeting meeting = {MEETING_CHOOSES, number, group->number};
    if (route->session.method == NULL)
        found_by_group(site, number, group->number, group->members.all, group->members.count);
    else
        meeting_convened(site, &meeting, &route->session, group->members.all, group->members.count);
}

/* --- the harvest --- */

struct silence_card {
    uint32_t number, route;
};

/* The one that was read most of those posted since, the older of equals; NOBODY: there is none. */
static uint32_t most_read(const struct sparks *sparks)
{
    uint32_t most = NOBODY;
    for (uint32_t i = sparks->posts.harvested; i < sparks->posts.count; i++) {
        uint32_t number = sparks->posts.all[i];
        if (sparks->own[number].state == SPARK_STAYS &&
            (most == NOBODY || sparks->own[number].reads > sparks->own[most].reads))
            most = number;
    }
    return most;
}

/* Those who have read it are asked, and so is everybody who reads it in the time of silence (posts.c). */
static bool readers_object(struct sparks *sparks, uint32_t number)
{
    double nobody = same_pow(1 - sparks->terms.settings->object, sparks->own[number].reads);
    struct draw draw = spark_draw(sparks, DRAW_SPARK_OBJECT, sparks->tally.hearings++);
    return draw_uniform(&draw) >= nobody;
}

/* What has come in on each inquiry since the last time, for others to read. */
static void hang_harvest(struct site *site)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    for (uint32_t i = 0; sparks->harvest != NULL && i < sparks->inquiries; i++) {
        struct spark_harvest *harvest = &sparks->harvest[i];
        struct facet_set anew = facet_without(&harvest->given, &harvest->hung);
        record_is_left(site, i + 1, &anew);
        harvest->hung = harvest->given;
    }
}

static void harvest_is_due(struct site *site, uint32_t route)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    for (int64_t i = 0; i < spark_route_at(sparks, route)->take; i++) {
        uint32_t number = most_read(sparks);
        if (number == NOBODY)
            break;
        bool objected = readers_object(sparks, number);
        spark_stands(site, number, objected ? SPARK_OBJECTED : SPARK_HARVESTED);
        struct silence_card card = {number, route};
        sim_time until = site_now(site) + sparks->terms.settings->silence;
        if (!objected && until < sparks->terms.ends)
            site_schedule(site, until, EVENT_SILENCE_ENDS, &card, sizeof card);
    }
    sparks->posts.harvested = sparks->posts.count;
    if (spark_route_at(sparks, route)->record)
        hang_harvest(site);
}

void on_silence_ends(struct site *site, const struct event *event)
{
    struct silence_card card;
    event_read(event, &card, sizeof card);
    const struct sparks *sparks = sparks_of(parts_of(site));
    if (sparks->own[card.number].state == SPARK_HARVESTED)
        spark_announced(site, card.number, card.route, NULL, 0);
}

/* --- from outside --- */

static void outside_is_due(struct site *site, uint32_t route)
{
    struct sparks *sparks = sparks_of(parts_of(site));
    struct draw draw = spark_draw(sparks, DRAW_SPARK_HEARD, sparks->tally.hearings++);
    uint32_t topics = sparks->terms.people->topics;
    struct spark_concept idea = concept_of_topic(topics > 0 ? draw_below(&draw, topics) : 0);
    spark_announced(site, spark_proposed(site, route, &idea, NOBODY), route, NULL, 0);
}

void on_route_is_due(struct site *site, const struct event *event)
{
    struct route_card card;
    event_read(event, &card, sizeof card);
    const struct spark_route *route = spark_route_at(sparks_of(parts_of(site)), card.route);
    expect_route(site, card.route, event->time + route->every);
    if (route->by->by_group)
        group_is_due(site, card.route);
    else if (route->by->harvests)
        harvest_is_due(site, card.route);
    else
        outside_is_due(site, card.route);
}
