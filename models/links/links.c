#include "links/links_parts.h"

#include <math.h>

#include "base/require.h"
#include "chronicle.h"
#include "links/numbers.h"
#include "parts.h"

struct link_card {
    uint32_t number;
};

struct links *links_new(const struct links_plan *plan, const struct luck *luck, uint32_t site,
                        struct arena *arena)
{
    struct links *links = ARENA_NEW(arena, struct links, 1);
    *links = (struct links){.settings = plan->settings,
                            .experts = plan->experts,
                            .others = {plan->map, site, plan->settings->nearness, arena, NULL},
                            .luck = luck,
                            .arena = arena,
                            .site = site};
    return links;
}

struct ties *links_ties(struct links *links, uint32_t group)
{
    if (group >= links->ties_room) {
        uint32_t before = links->ties_room, room = before == 0 ? 16 : before;
        while (room <= group)
            room *= 2;
        links->ties = arena_grow(links->arena, links->ties, before, room, sizeof *links->ties);
        links->ties_room = room;
        for (uint32_t i = before; i < room; i++)
            links->ties[i] = (struct ties){.first = NO_LINK};
    }
    return &links->ties[group];
}

/* --- links of a group --- */

bool links_join(const struct links *links, uint32_t group, uint32_t site, uint32_t other)
{
    for (uint32_t i = links->ties[group].first; i != NO_LINK; i = links->all[i]->next)
        if (links->all[i]->site == site && links->all[i]->other == other)
            return true;
    return false;
}

bool links_have_room(const struct links *links, const struct group *group)
{
    return links->settings->most == 0 || group->links.now < (uint64_t)links->settings->most;
}

uint32_t links_outside(const struct links *links, uint32_t group)
{
    uint32_t count = 0;
    for (uint32_t i = links->ties[group].first; i != NO_LINK; i = links->all[i]->next)
        count += links->all[i]->site != links->site ? 1 : 0;
    return count;
}

struct link *link_living(struct site *site, uint32_t number)
{
    const struct parts *parts = parts_of(site);
    struct link *link = number < links_of(parts)->count ? links_of(parts)->all[number] : NULL;
    if (link == NULL || !link->lives || !group_lives(group_numbered(groups_of(parts), link->group)))
        return NULL;
    return link;
}

uint32_t links_new_number(struct links *links)
{
    if (links->count == links->room) {
        uint32_t room = links->room == 0 ? 16 : links->room * 2;
        links->all = arena_grow(links->arena, links->all, links->room, room, sizeof(struct link *));
        links->room = room;
    }
    links->all[links->count] = NULL;
    return links->count++;
}

struct link *link_make_end(struct site *site, const struct link *end)
{
    struct links *links = links_of(parts_of(site));
    struct ties *ties = links_ties(links, end->group);
    struct link *link = ARENA_NEW(links->arena, struct link, 1);
    *link = *end;
    link->lives = true;
    link->made = site_now(site);
    link->ended = -1;
    link->luck = group_luck(links->site, link->number);
    link->next = ties->first;
    ties->first = link->number;
    links->all[link->number] = link;
    links->living++;
    group_is_linked(groups_of(parts_of(site)), end->group);
    return link;
}

static void end_here(struct site *site, struct link *link)
{
    struct links *links = links_of(parts_of(site));
    uint32_t *from = &links->ties[link->group].first;
    while (*from != link->number)
        from = &links->all[*from]->next;
    *from = link->next;
    link->lives = false;
    link->ended = site_now(site);
    links->living--;
    group_is_unlinked(groups_of(parts_of(site)), link->group);
    site_cancel(site, link->fades);
    site_cancel(site, link->next_call);
    if (!link->asks)
        return;
    chronicle_tell(site, TOLD_LINK_ENDS, link->group, link->site, NAN);
    links->tally.ended++;
    links->tally.link_time += sim_hours(link->ended - link->made);
}

void link_end_there(struct site *site, uint32_t to, uint32_t number)
{
    struct link_card card = {number};
    site_tell(site, to, EVENT_LINK_ENDED, &card, sizeof card);
}

void link_end_both(struct site *site, struct link *link)
{
    end_here(site, link);
    link_end_there(site, link->site, link->other_number);
}

void on_link_ended(struct site *site, const struct event *event)
{
    struct link_card card;
    event_read(event, &card, sizeof card);
    struct link *link = links_of(parts_of(site))->all[card.number];
    if (link != NULL && link->lives)
        end_here(site, link);
}

/* --- fading --- */

void link_renew(struct site *site, struct link *link)
{
    const struct links *links = links_of(parts_of(site));
    const struct link_settings *settings = links->settings;
    if (settings->half_life <= 0 || !link->asks)
        return;
    struct draw draw = draw_for(links->luck, DRAW_FADING, link->luck, link->calls);
    double hours = draw_exponential(&draw, sim_hours(settings->half_life) / M_LN2);
    sim_time kept = settings->calls.method == NULL ? 0 : settings->calls.every;
    sim_time left = sim_time_from_hours(hours + sim_hours(kept));
    struct link_card card = {link->number};
    site_cancel(site, link->fades);
    link->fades = (struct event_ticket){0};
    if (left < SIM_NEVER - site_now(site))
        link->fades = site_schedule(site, site_now(site) + left, EVENT_LINK_FADES, &card, sizeof card);
}

void on_link_fades(struct site *site, const struct event *event)
{
    struct link_card card;
    event_read(event, &card, sizeof card);
    struct links *links = links_of(parts_of(site));
    links->tally.faded++;
    link_end_both(site, links->all[card.number]);
}

void links_settle(struct site *site, sim_time ends)
{
    (void)ends;
    const struct groups *groups = groups_of(parts_of(site));
    uint64_t both = 0;
    for (uint32_t i = 0; groups != NULL && i < groups_count(groups); i++) {
        const struct group *group = group_numbered(groups, i);
        require(group->links.now == 0 || group_lives(group));
        both += group->links.now;
    }
    require(both == links_of(parts_of(site))->living);
}
