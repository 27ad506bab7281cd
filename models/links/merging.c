#include "links/merging.h"

#include "base/require.h"
#include "groups/groups.h"
#include "links/links_parts.h"
#include "links/numbers.h"
#include "parts.h"
#include "travel/travel.h"

/* "Come to us": the group that is called, and where to. */
struct called_card {
    uint32_t group, to, other;
};

static bool takes(const struct groups *groups, const struct group *group)
{
    return group_lives(group) && group_has_room(groups, group);
}

static bool follows(struct site *site, const struct group *group, uint32_t person)
{
    const struct parts *parts = parts_of(site);
    const struct links *links = links_of(parts);
    struct draw draw = draw_for(links->luck, DRAW_FOLLOWING, group->luck, person);
    return draw_uniform(&draw) < links->settings->follow && !person_in_group(groups_of(parts), person) &&
           person_is_here(people_of(parts), person) && person_is_free(people_of(parts), person);
}

static void follow(struct site *site, uint32_t person, uint32_t to, uint32_t other)
{
    struct parts *parts = parts_of(site);
    struct links *links = links_of(parts);
    if (to == links->site) {
        const struct group *group = group_numbered(groups_of(parts), other);
        if (takes(groups_of(parts), group) && person_has_place(groups_of(parts), person)) {
            group_join(site, group, person);
            links->tally.followed++;
        }
    } else if (person_belongs(people_of(parts), person)) {
        groups_person_goes(site, person); /* she looks at no other group here */
        person_travels(site, person, to, TRAVEL_TO_STAY, other);
        links->tally.followed++;
    }
}

static void go_over(struct site *site, const struct group *group, uint32_t to, uint32_t other)
{
    links_of(parts_of(site))->tally.merged++;
    group_dissolve(site, group, GROUP_MERGED);
    for (uint32_t i = 0; i < group->members.count; i++)
        if (follows(site, group, group->members.all[i]))
            follow(site, group->members.all[i], to, other);
}

void groups_merge(struct site *site, const struct group *group, const struct seek_card *seek)
{
    if (group->members.count < seek->members) {
        go_over(site, group, seek->site, seek->group);
        return;
    }
    struct called_card card = {seek->group, site_index(site), group->number};
    site_tell(site, seek->site, EVENT_GROUP_CALLED, &card, sizeof card);
}

void on_group_called(struct site *site, const struct event *event)
{
    struct called_card card;
    event_read(event, &card, sizeof card);
    const struct group *group = group_numbered(groups_of(parts_of(site)), card.group);
    if (group_lives(group))
        go_over(site, group, card.to, card.other);
}

void follower_joins(struct site *site, uint32_t guest, uint32_t purpose, uint32_t number)
{
    if (purpose != TRAVEL_TO_STAY)
        return;
    struct parts *parts = parts_of(site);
    const struct group *group = group_numbered(groups_of(parts), number);
    if (takes(groups_of(parts), group))
        group_join(site, group, guest);
    else
        guest_goes_home(site, guest);
}

void follower_parts(struct site *site, uint32_t person)
{
    const struct parts *parts = parts_of(site);
    if (people_of(parts)->standing.of_person[person] != STANDING_GUEST)
        return;
    if (guest_came_for(travel_of(parts), person, TRAVEL_TO_STAY))
        guest_goes_home_at(site, person, site_now(site));
}
