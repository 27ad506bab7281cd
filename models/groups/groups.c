/* What happens to a group: it is founded, people join and leave it, it is linked, and it dissolves. */
#include "groups/groups.h"

#include <math.h>

#include "base/require.h"
#include "chronicle.h"
#include "groups/groups_parts.h"
#include "groups/knowing.h"
#include "groups/numbers.h"
#include "groups/visitors.h"
#include "moments.h"
#include "parts.h"

/* --- members --- */

/* A newcomer belongs to the site from now on. If she came during the run and this is her first group, the
 * time that she looked for it is counted. */
static void belongs(struct parts *parts, uint32_t person, sim_time now)
{
    struct groups *groups = groups_of(parts);
    struct people *people = people_of(parts);
    bool newcomer = people->standing.of_person[person] == STANDING_NEWCOMER;
    if (newcomer && !groups->had_one[person]) {
        groups->tally.newcomers.found++;
        groups->tally.newcomers.to_first_group += sim_hours(now - people->standing.since[person]);
    }
    if (newcomer)
        person_stand_as(people, person, STANDING_OCCUPIER);
    groups->had_one[person] = true;
    groups->newcomers.vain[person] = 0;
    visitor_goes(groups, person);
}

static void add_member(struct parts *parts, struct group *group, uint32_t person, sim_time now)
{
    struct groups *groups = groups_of(parts);
    group_count_time(group, now);
    group_take_place(groups, group, person);
    belongs(parts, person, now);
    if (group->members.count == group->members.room) {
        uint32_t room = group->members.room == 0 ? 8 : group->members.room * 2;
        group->members.all = arena_grow(groups->arena, group->members.all, group->members.room, room,
                                        sizeof *group->members.all);
        group->members.room = room;
    }
    group->members.all[group->members.count++] = person;
    if (group->members.count > group->members.most)
        group->members.most = group->members.count;
    person_hears_of_group(groups, person, group);
    groups->tally.membership.begun++;
}

static void look_at_number(struct site *site, struct group *group)
{
    const struct membership_settings *settings = &groups_of(parts_of(site))->settings->membership;
    bool too_few = group->members.count < (uint64_t)settings->death_below;
    if (!too_few && group->members.too_few_since >= 0) {
        site_cancel(site, group->timers.dissolves);
        group->members.too_few_since = -1;
    } else if (too_few && (group->members.count == 0 || settings->death_after == 0)) {
        group_dissolve(site, group, GROUP_TOO_FEW);
    } else if (too_few && group->members.too_few_since < 0) {
        struct group_card card = {group->number};
        group->members.too_few_since = site_now(site);
        group->timers.dissolves = site_schedule(site, site_now(site) + settings->death_after,
                                                EVENT_GROUP_DISSOLVES, &card, sizeof card);
    }
}

void group_join(struct site *site, const struct group *joined, uint32_t person)
{
    struct group *group = group_to_change(groups_of(parts_of(site)), joined);
    require(group_lives(group));
    uint32_t before = group->members.count;
    add_member(parts_of(site), group, person, site_now(site));
    group->members.joins++;
    group->members.youth.joins += group_is_young(group, site_now(site)) ? 1 : 0;
    chronicle_tell(site, TOLD_GROUP_JOINED, person, group->number, NAN);
    MOMENT(site, group_changes, group, before);
    look_at_number(site, group);
}

/* She is no member any more. */
static void lose_member(struct site *site, const struct group *group, uint32_t person)
{
    group_give_place_back(groups_of(parts_of(site)), group, person);
    MOMENT(site, member_parts, person);
}

void group_leave(struct site *site, const struct group *left, uint32_t person)
{
    struct groups *groups = groups_of(parts_of(site));
    struct group *group = group_to_change(groups, left);
    require(group_lives(group));
    uint32_t before = group->members.count, place = 0;
    while (place < before && group->members.all[place] != person)
        place++;
    require(place < before);
    group_count_time(group, site_now(site));
    group->members.all[place] = group->members.all[--group->members.count];
    lose_member(site, group, person);
    group->members.leaves++;
    group->members.youth.leaves += group_is_young(group, site_now(site)) ? 1 : 0;
    groups->tally.membership.left++;
    chronicle_tell(site, TOLD_GROUP_LEFT, person, group->number, NAN);
    MOMENT(site, group_changes, group, before);
    look_at_number(site, group);
}

/* --- beginning and end --- */

static enum group_category draw_category(const struct groups *groups, uint32_t luck)
{
    const struct category_settings *each = groups->settings->category;
    double all = 0;
    for (int i = 0; i < GROUP_CATEGORIES; i++)
        all += each[i].share;
    struct draw draw = draw_for(groups->luck, DRAW_CATEGORY, luck, 0);
    double left = draw_uniform(&draw) * all;
    int category = 0;
    while (category + 1 < GROUP_CATEGORIES && left >= each[category].share)
        left -= each[category++].share;
    return (enum group_category)category;
}

struct group *group_found(struct site *site, uint32_t topic, const uint32_t *founders, uint32_t count)
{
    struct groups *groups = groups_of(parts_of(site));
    sim_time now = site_now(site);
    require(count > 0 && topic < groups->topics);
    struct group *group = roster_add(groups);
    group->luck = group_luck(site_index(site), group->number);
    group->topic = topic;
    knowing_begins(groups, group);
    group->category = draw_category(groups, group->luck);
    group->born = group->members.counted = group->attention.touched = now;
    group->ended = group->members.too_few_since = -1;
    group->attention.level = 1;
    group->members.founders = count;
    for (uint32_t i = 0; i < count; i++)
        add_member(parts_of(site), group, founders[i], now);
    groups->all.living++;
    roster_list(groups, group);
    chronicle_tell(site, TOLD_GROUP_BORN, group->number, CHRONICLE_NOBODY, count);
    for (uint32_t i = 0; i < count; i++)
        chronicle_tell(site, TOLD_GROUP_FOUNDED, founders[i], group->number, NAN);
    MOMENT(site, group_born, group);
    look_at_number(site, group);
    return group;
}

void group_dissolve(struct site *site, const struct group *ending, enum group_end why)
{
    struct groups *groups = groups_of(parts_of(site));
    struct group *group = group_to_change(groups, ending);
    require(group_lives(group) && why != GROUP_LIVES);
    site_cancel(site, group->timers.dissolves);
    site_cancel(site, group->timers.leaves);
    site_cancel(site, group->timers.joins);
    site_cancel(site, group->timers.meets);
    site_cancel(site, group->timers.plans);
    MOMENT(site, group_ends, group);
    group_count_time(group, site_now(site));
    group->end = why;
    group->ended = site_now(site);
    chronicle_tell(site, TOLD_GROUP_ENDS, group->number, CHRONICLE_NOBODY, why);
    roster_unlist(groups, group);
    knowing_ends(groups, group);
    visitors_turn_away(groups, group);
    for (uint32_t i = 0; i < group->members.count; i++)
        lose_member(site, group, group->members.all[i]);
    groups->tally.membership.ended += group->members.count;
    groups->tally.membership.ends[why]++;
    groups->all.living--;
}

void on_group_dissolves(struct site *site, const struct event *event)
{
    struct group_card card;
    event_read(event, &card, sizeof card);
    group_dissolve(site, groups_of(parts_of(site))->all.list[card.group], GROUP_TOO_FEW);
}

/* --- links --- */

void group_is_linked(struct groups *groups, uint32_t number)
{
    struct group_links *links = &groups->all.list[number]->links;
    links->now++;
    links->most = links->now > links->most ? links->now : links->most;
}

void group_is_unlinked(struct groups *groups, uint32_t number)
{
    groups->all.list[number]->links.now--;
}
