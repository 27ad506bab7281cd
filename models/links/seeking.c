/* How groups of different sites find each other. */
#include "base/require.h"
#include "chronicle.h"
#include "links/calls.h"
#include "links/links_parts.h"
#include "links/merging.h"
#include "parts.h"
#include "places/sites.h"

struct made_card {
    uint32_t site, group, number; /* of the end that was made */
    uint32_t asker, asker_number; /* group and link that sought */
};

static void expect_seek(struct site *site, const struct group *group)
{
    struct links *links = links_of(parts_of(site));
    const struct link_settings *settings = links->settings;
    if (!settings->form->seeks || settings->per_hour <= 0 || !group_is_of(group, settings->category))
        return;
    struct draw draw =
        draw_for(links->luck, DRAW_SEEKING, group->luck, links_ties(links, group->number)->seeks);
    sim_time wait = sim_time_from_hours(draw_exponential(&draw, 1 / settings->per_hour));
    struct group_card card = {group->number};
    if (wait < SIM_NEVER - site_now(site))
        site_schedule(site, site_now(site) + wait, EVENT_GROUP_SEEKS, &card, sizeof card);
}

void links_group_born(struct site *site, const struct group *group)
{
    expect_seek(site, group);
}

void links_group_ends(struct site *site, const struct group *group)
{
    struct links *links = links_of(parts_of(site));
    const struct ties *ties = links_ties(links, group->number);
    while (ties->first != NO_LINK)
        link_end_both(site, links->all[ties->first]);
}

void on_group_seeks(struct site *site, const struct event *event)
{
    struct group_card card;
    event_read(event, &card, sizeof card);
    struct links *links = links_of(parts_of(site));
    const struct link_settings *settings = links->settings;
    const struct group *group = group_numbered(groups_of(parts_of(site)), card.group);
    if (!group_lives(group))
        return;
    struct ties *ties = links_ties(links, group->number);
    struct draw draw = draw_for(links->luck, DRAW_SEEK, group->luck, ties->seeks);
    bool at_home = draw_uniform(&draw) < settings->own_site;
    uint32_t to = at_home ? links->site : site_draw(&links->others, &draw);
    if (links_have_room(links, group) && (at_home || to != links->site)) {
        struct seek_card seek = {links->site,          group->number,           group->topic,
                                 group->members.count, links_new_number(links), ties->seeks};
        links->tally.sought++;
        site_tell(site, to, EVENT_LINK_SOUGHT, &seek, sizeof seek);
    }
    ties->seeks++;
    expect_seek(site, group);
}

/* Whether the group is one that the other group seeks. */
static bool is_sought(const struct links *links, const struct group *group, const struct seek_card *seek)
{
    if (!group_lives(group) || !group_is_of(group, links->settings->category) ||
        (links->settings->same_topic && group->topic != seek->topic))
        return false;
    if (seek->site == links->site && seek->group == group->number)
        return false;
    return links_have_room(links, group) && !links_join(links, group->number, seek->site, seek->group);
}

/* Draws one of the groups that are sought, each as likely as the others; NULL when there is none. */
static const struct group *find_sought(struct site *site, const struct seek_card *seek)
{
    struct links *links = links_of(parts_of(site));
    const struct groups *groups = groups_of(parts_of(site));
    uint32_t count = 0;
    for (uint32_t i = 0; i < groups_count(groups); i++) {
        links_ties(links, i);
        count += is_sought(links, group_numbered(groups, i), seek) ? 1 : 0;
    }
    if (count == 0)
        return NULL;
    struct draw draw = draw_for(links->luck, DRAW_PARTNER, group_luck(seek->site, seek->group), seek->seek);
    uint32_t left = draw_below(&draw, count) + 1, number = 0;
    for (;; number++)
        if (is_sought(links, group_numbered(groups, number), seek) && --left == 0)
            return group_numbered(groups, number);
}

void on_link_sought(struct site *site, const struct event *event)
{
    struct seek_card seek;
    event_read(event, &seek, sizeof seek);
    struct links *links = links_of(parts_of(site));
    const struct group *group = find_sought(site, &seek);
    if (group == NULL)
        return;
    links->tally.found++;
    if (links->settings->form->merges) {
        groups_merge(site, group, &seek);
        return;
    }
    const struct link *link = link_make_end(site, &(struct link){.number = links_new_number(links),
                                                                 .group = group->number,
                                                                 .site = seek.site,
                                                                 .other = seek.group,
                                                                 .other_number = seek.number});
    struct made_card made = {links->site, group->number, link->number, seek.group, seek.number};
    site_tell(site, seek.site, EVENT_LINK_MADE, &made, sizeof made);
}

/* Whether the other group sought this one too, and comes first. */
static bool yields(const struct links *links, const struct made_card *made)
{
    if (!links_join(links, made->asker, made->site, made->group))
        return false;
    return made->site != links->site ? made->site < links->site : made->group < made->asker;
}

void on_link_made(struct site *site, const struct event *event)
{
    struct made_card made;
    event_read(event, &made, sizeof made);
    struct links *links = links_of(parts_of(site));
    const struct group *group = group_numbered(groups_of(parts_of(site)), made.asker);
    if (!group_lives(group) || !links_have_room(links, group) || yields(links, &made)) {
        link_end_there(site, made.site, made.number);
        return;
    }
    struct link *link = link_make_end(site, &(struct link){.number = made.asker_number,
                                                           .group = made.asker,
                                                           .site = made.site,
                                                           .other = made.group,
                                                           .other_number = made.number,
                                                           .asks = true});
    links->tally.made++;
    chronicle_tell(site, TOLD_LINK_MADE, link->group, link->site, NAN);
    link_renew(site, link);
    calls_begin(site, link);
}
