#include "network/links.h"

#include <math.h>

#include "base/require.h"
#include "chronicle.h"
#include "network/calls.h"
#include "network/merging.h"
#include "network/numbers.h"
#include "parts.h"

struct made_card {
    uint32_t site, group, number; /* of the end that was made */
    uint32_t asker, asker_number; /* group and link of who sought */
};

struct link_card {
    uint32_t number;
};

/* --- links of a group --- */

static bool is_linked(const struct network *network, uint32_t group, uint32_t site, uint32_t other)
{
    for (uint32_t i = network->ties[group].first; i != NO_LINK; i = network->all[i]->next)
        if (network->all[i]->site == site && network->all[i]->other == other)
            return true;
    return false;
}

static bool has_room(const struct network *network, const struct group *group)
{
    return network->links->most == 0 || group->links < (uint64_t)network->links->most;
}

uint32_t links_outside(const struct network *network, uint32_t group)
{
    uint32_t count = 0;
    for (uint32_t i = network->ties[group].first; i != NO_LINK; i = network->all[i]->next)
        count += network->all[i]->site != network->site ? 1 : 0;
    return count;
}

struct link *link_living(struct site *site, uint32_t number)
{
    const struct parts *parts = parts_of(site);
    struct link *link = number < network_of(parts)->count ? network_of(parts)->all[number] : NULL;
    return link != NULL && link->lives && group_lives(groups_of(parts)->all[link->group]) ? link : NULL;
}

static uint32_t new_number(struct network *network)
{
    if (network->count == network->room) {
        uint32_t room = network->room == 0 ? 16 : network->room * 2;
        network->all = arena_grow(network->arena, network->all, network->room, room, sizeof(struct link *));
        network->room = room;
    }
    network->all[network->count] = NULL;
    return network->count++;
}

static struct link *make_end(struct site *site, const struct link *end)
{
    struct network *network = network_of(parts_of(site));
    struct group *group = groups_of(parts_of(site))->all[end->group];
    struct ties *ties = network_ties(network, end->group);
    struct link *link = ARENA_NEW(network->arena, struct link, 1);
    *link = *end;
    link->lives = true;
    link->made = site_now(site);
    link->ended = -1;
    link->luck = group_luck(network->site, link->number);
    link->next = ties->first;
    ties->first = link->number;
    network->all[link->number] = link;
    network->living++;
    group->links++;
    group->most_links = group->links > group->most_links ? group->links : group->most_links;
    return link;
}

static void end_here(struct site *site, struct link *link)
{
    struct network *network = network_of(parts_of(site));
    uint32_t *from = &network->ties[link->group].first;
    while (*from != link->number)
        from = &network->all[*from]->next;
    *from = link->next;
    link->lives = false;
    link->ended = site_now(site);
    network->living--;
    groups_of(parts_of(site))->all[link->group]->links--;
    site_cancel(site, link->fades);
    site_cancel(site, link->next_call);
    if (!link->asks)
        return;
    chronicle_tell(site, TOLD_LINK_ENDS, link->group, link->site, NAN);
    network->tally.ended++;
    network->tally.link_time += sim_hours(link->ended - link->made);
}

static void end_there(struct site *site, uint32_t to, uint32_t number)
{
    struct link_card card = {number};
    site_tell(site, to, EVENT_LINK_ENDED, &card, sizeof card);
}

static void end_both(struct site *site, struct link *link)
{
    end_here(site, link);
    end_there(site, link->site, link->other_number);
}

void on_link_ended(struct site *site, const struct event *event)
{
    struct link_card card;
    event_read(event, &card, sizeof card);
    struct link *link = network_of(parts_of(site))->all[card.number];
    if (link != NULL && link->lives)
        end_here(site, link);
}

/* --- fading --- */

void link_renew(struct site *site, struct link *link)
{
    const struct network *network = network_of(parts_of(site));
    const struct link_settings *settings = network->links;
    if (settings->half_life <= 0 || !link->asks)
        return;
    struct draw draw = draw_for(network->luck, DRAW_FADING, link->luck, link->calls);
    double hours = draw_exponential(&draw, sim_hours(settings->half_life) / log(2));
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
    struct network *network = network_of(parts_of(site));
    network->tally.faded++;
    end_both(site, network->all[card.number]);
}

/* --- seeking --- */

static void expect_seek(struct site *site, const struct group *group)
{
    struct network *network = network_of(parts_of(site));
    const struct link_settings *settings = network->links;
    if (!settings->form->seeks || settings->per_hour <= 0)
        return;
    struct draw draw =
        draw_for(network->luck, DRAW_SEEKING, group->luck, network_ties(network, group->number)->seeks);
    sim_time wait = sim_time_from_hours(draw_exponential(&draw, 1 / settings->per_hour));
    struct group_card card = {group->number};
    if (wait < SIM_NEVER - site_now(site))
        site_schedule(site, site_now(site) + wait, EVENT_GROUP_SEEKS, &card, sizeof card);
}

void links_group_born(struct site *site, struct group *group)
{
    expect_seek(site, group);
}

void links_group_ends(struct site *site, struct group *group)
{
    struct network *network = network_of(parts_of(site));
    const struct ties *ties = network_ties(network, group->number);
    while (ties->first != NO_LINK)
        end_both(site, network->all[ties->first]);
}

void on_group_seeks(struct site *site, const struct event *event)
{
    struct group_card card;
    event_read(event, &card, sizeof card);
    struct network *network = network_of(parts_of(site));
    const struct link_settings *settings = network->links;
    const struct group *group = groups_of(parts_of(site))->all[card.group];
    if (!group_lives(group))
        return;
    struct ties *ties = network_ties(network, group->number);
    struct draw draw = draw_for(network->luck, DRAW_SEEK, group->luck, ties->seeks);
    bool at_home = draw_uniform(&draw) < settings->own_site;
    uint32_t to = at_home ? network->site : site_draw(network->map, network->site, settings->nearness, &draw);
    if (has_room(network, group) && (at_home || to != network->site)) {
        struct seek_card seek = {network->site, group->number,       group->topic,
                                 group->count,  new_number(network), ties->seeks};
        network->tally.sought++;
        site_tell(site, to, EVENT_LINK_SOUGHT, &seek, sizeof seek);
    }
    ties->seeks++;
    expect_seek(site, group);
}

/* Whether it is whom the other group seeks. */
static bool is_sought(const struct network *network, const struct group *group, const struct seek_card *seek)
{
    if (!group_lives(group) || (network->links->same_topic && group->topic != seek->topic))
        return false;
    if (seek->site == network->site && seek->group == group->number)
        return false;
    return has_room(network, group) && !is_linked(network, group->number, seek->site, seek->group);
}

/* One of those sought, each as likely; NULL when there is none. */
static struct group *find_sought(struct site *site, const struct seek_card *seek)
{
    struct network *network = network_of(parts_of(site));
    const struct groups *groups = groups_of(parts_of(site));
    uint32_t count = 0;
    for (uint32_t i = 0; i < groups->count; i++) {
        network_ties(network, i);
        count += is_sought(network, groups->all[i], seek) ? 1 : 0;
    }
    if (count == 0)
        return NULL;
    struct draw draw = draw_for(network->luck, DRAW_PARTNER, group_luck(seek->site, seek->group), seek->seek);
    uint32_t left = draw_below(&draw, count) + 1, number = 0;
    for (;; number++)
        if (is_sought(network, groups->all[number], seek) && --left == 0)
            return groups->all[number];
}

void on_link_sought(struct site *site, const struct event *event)
{
    struct seek_card seek;
    event_read(event, &seek, sizeof seek);
    struct network *network = network_of(parts_of(site));
    struct group *group = find_sought(site, &seek);
    if (group == NULL)
        return;
    network->tally.found++;
    if (network->links->form->merges) {
        groups_merge(site, group, &seek);
        return;
    }
    const struct link *link = make_end(site, &(struct link){.number = new_number(network),
                                                            .group = group->number,
                                                            .site = seek.site,
                                                            .other = seek.group,
                                                            .other_number = seek.number});
    struct made_card made = {network->site, group->number, link->number, seek.group, seek.number};
    site_tell(site, seek.site, EVENT_LINK_MADE, &made, sizeof made);
}

/* Whether the other group sought this one too, and comes first. */
static bool yields(const struct network *network, const struct made_card *made)
{
    if (!is_linked(network, made->asker, made->site, made->group))
        return false;
    return made->site != network->site ? made->site < network->site : made->group < made->asker;
}

void on_link_made(struct site *site, const struct event *event)
{
    struct made_card made;
    event_read(event, &made, sizeof made);
    struct network *network = network_of(parts_of(site));
    const struct group *group = groups_of(parts_of(site))->all[made.asker];
    if (!group_lives(group) || !has_room(network, group) || yields(network, &made)) {
        end_there(site, made.site, made.number);
        return;
    }
    struct link *link = make_end(site, &(struct link){.number = made.asker_number,
                                                      .group = made.asker,
                                                      .site = made.site,
                                                      .other = made.group,
                                                      .other_number = made.number,
                                                      .asks = true});
    network->tally.made++;
    chronicle_tell(site, TOLD_LINK_MADE, link->group, link->site, NAN);
    link_renew(site, link);
    calls_begin(site, link);
}
