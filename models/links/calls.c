#include "links/calls.h"

#include <math.h>

#include "base/require.h"
#include "chronicle.h"
#include "gathering/convening.h"
#include "links/links_parts.h"
#include "links/numbers.h"
#include "moments.h"
#include "parts.h"
#include "people/presence.h"
#include "travel/travel.h"

enum { FIRST_HOUR = 10, LAST_HOUR = 21 };

enum told_of { NO_DELEGATE, DELEGATE_COMES, CALL_WAS_HELD };

struct call_card {
    uint32_t number;
};

/* What one group tells the group at the other end, with masks of its own work. */
struct told_card {
    uint32_t number, what;
    uint32_t topic; /* of the group that tells: items of work have a meaning on their own topic alone */
    uint64_t solved, taken;
};

static void expect_call(struct site *site, struct link *link, sim_time at)
{
    struct call_card card = {link->number};
    link->next_call = site_schedule(site, at, EVENT_LINK_CALLS, &card, sizeof card);
}

/* The invitation goes there, and the delegate comes back, before they can talk. */
static sim_time way_there_and_back(const struct site *site)
{
    return 2 * site_lookahead(site);
}

void calls_begin(struct site *site, struct link *link)
{
    const struct links *links = links_of(parts_of(site));
    if (links->settings->calls.method == NULL)
        return;
    struct draw draw = draw_for(links->luck, DRAW_CALL_HOUR, link->luck, 0);
    sim_time hour = (FIRST_HOUR + draw_below(&draw, LAST_HOUR - FIRST_HOUR + 1)) * SIM_HOUR;
    sim_time earliest = site_now(site) + way_there_and_back(site);
    sim_time first = earliest / SIM_DAY * SIM_DAY + hour;
    expect_call(site, link, (first < earliest ? first + SIM_DAY : first) - way_there_and_back(site));
}

void on_link_calls(struct site *site, const struct event *event)
{
    struct call_card card;
    event_read(event, &card, sizeof card);
    struct links *links = links_of(parts_of(site));
    struct link *link = links->all[card.number];
    require(link->lives);
    expect_call(site, link, site_now(site) + links->settings->calls.every);
    if (link->calling)
        return;
    link->calling = true;
    link->asked++;
    links->tally.asked++;
    struct call_card invitation = {link->other_number};
    site_tell(site, link->site, EVENT_LINK_INVITED, &invitation, sizeof invitation);
}

/* A member who is free now; they take turns. A guest does not travel on. */
static uint32_t find_delegate(struct site *site, const struct link *link, bool travels)
{
    const struct parts *parts = parts_of(site);
    const struct group *group = group_numbered(groups_of(parts), link->group);
    struct ties *ties = links_ties(links_of(parts), link->group);
    for (uint32_t i = 0; i < group->members.count; i++) {
        uint32_t person = group->members.all[(ties->sent + i) % group->members.count];
        bool can = person_can_come(people_of(parts), person, site_now(site)) &&
                   person_is_free(people_of(parts), person);
        if (!can || (travels && !person_belongs(people_of(parts), person)))
            continue;
        ties->sent += i + 1;
        return person;
    }
    return NOBODY;
}

static void calls_tell(struct site *site, const struct link *link, enum told_of what)
{
    const struct group *group = group_numbered(groups_of(parts_of(site)), link->group);
    struct told_card card = {.number = link->other_number, .what = what, .topic = group->topic};
    if (links_of(parts_of(site))->settings->share_work) {
        card.solved = group->work.memory.solved;
        card.taken = work_at(group);
    }
    site_tell(site, link->site, EVENT_LINK_TOLD, &card, sizeof card);
}

void on_link_invited(struct site *site, const struct event *event)
{
    struct call_card card;
    event_read(event, &card, sizeof card);
    struct link *link = link_living(site, card.number);
    if (link == NULL) /* it ended here, and the other end will learn that soon */
        return;
    uint32_t delegate = find_delegate(site, link, true);
    calls_tell(site, link, delegate == NOBODY ? NO_DELEGATE : DELEGATE_COMES);
    if (delegate != NOBODY)
        person_travels(site, delegate, link->site, TRAVEL_CALL, link->other_number);
}

static void call_is_over(struct site *site, const struct link *link)
{
    const struct parts *parts = parts_of(site);
    if (links_of(parts)->settings->share_work)
        MOMENT(site, call_was_held, group_numbered(groups_of(parts), link->group), link->site, link->other);
}

void on_link_told(struct site *site, const struct event *event)
{
    struct told_card card;
    event_read(event, &card, sizeof card);
    struct parts *parts = parts_of(site);
    struct link *link = link_living(site, card.number);
    if (link == NULL)
        return;
    const struct group *group = group_numbered(groups_of(parts), link->group);
    if (card.topic != group->topic)
        card.solved = card.taken = 0;
    switch ((enum told_of)card.what) {
    case NO_DELEGATE:
        links_of(parts)->tally.no_delegate++;
        chronicle_tell(site, TOLD_CALL_FAILED, link->group, link->site, NAN);
        link->calling = false;
        break;
    case DELEGATE_COMES:
        link->solved = card.solved;
        link->taken = card.taken;
        break;
    case CALL_WAS_HELD:
        link->calls++;
        call_is_over(site, link);
        work_give_solution(site, group, card.solved, card.taken);
        break;
    }
}

static bool calls_convene(struct site *site, const struct link *link, uint32_t guest, uint32_t delegate)
{
    const struct parts *parts = parts_of(site);
    const uint32_t people[] = {delegate, guest}, stride = UINT32_C(0x9E3779B1);
    struct facet_set about =
        topic_facets(knowledge_of(parts), group_numbered(groups_of(parts), link->group)->topic);
    const struct convening convening = {
        .entry = &links_of(parts)->settings->calls,
        .people = people,
        .count = 2,
        .luck = link->number + link->asked * stride,
        .matter = knowledge_commons(knowledge_of(parts)),
        .about = &about,
        .owner_kind = OWNER_LINK,
        .owner = link->number,
    };
    return gathering_convene(site, &convening);
}

void call_begins(struct site *site, uint32_t guest, uint32_t purpose, uint32_t number)
{
    if (purpose != TRAVEL_CALL)
        return;
    struct links *links = links_of(parts_of(site));
    struct link *link = link_living(site, number);
    uint32_t delegate = link == NULL ? NOBODY : find_delegate(site, link, false);
    if (delegate != NOBODY && calls_convene(site, link, guest, delegate)) {
        link->guest = guest;
        return;
    }
    links->tally.nobody_there++;
    chronicle_tell(site, TOLD_CALL_FAILED, link == NULL ? CHRONICLE_NOBODY : link->group,
                   link == NULL ? CHRONICLE_NOBODY : link->site, NAN);
    if (link != NULL)
        link->calling = false;
    guest_goes_home(site, guest);
}

void call_is_turned_away(struct site *site, uint32_t purpose, uint32_t number)
{
    struct link *link = purpose == TRAVEL_CALL ? link_living(site, number) : NULL;
    if (link != NULL)
        link->calling = false;
}

void call_closes(struct site *site, const struct session *session)
{
    if (session->origin.owner_kind != OWNER_LINK)
        return;
    struct parts *parts = parts_of(site);
    struct links *links = links_of(parts);
    struct link *link = links->all[session->origin.owner];
    links->tally.held++;
    double hours = sim_hours(site_now(site) - session->opened);
    links->tally.call_hours += hours;
    chronicle_tell(site, TOLD_LINK_CALL, link->group, link->site, hours);
    link->calling = false;
    guest_goes_home_at(site, link->guest, site_now(site));
    if (!link->lives)
        return;
    const struct group *group = group_numbered(groups_of(parts), link->group);
    link->calls++;
    link_renew(site, link);
    calls_tell(site, link, CALL_WAS_HELD);
    call_is_over(site, link);
    work_give_solution(site, group, link->solved, link->taken);
}
