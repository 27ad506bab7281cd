/* Groups and their members: who is in which, and the books of it. */
#include "groups/groups.h"

#include <math.h>
#include <string.h>

#include "base/require.h"
#include "chronicle.h"
#include "groups/groups_parts.h"
#include "groups/knowing.h"
#include "groups/newcomers.h"
#include "groups/numbers.h"
#include "moments.h"
#include "parts.h"

static void give_place_back(struct site *site, const struct group *group, uint32_t person)
{
    struct groups *groups = groups_of(parts_of(site));
    uint32_t *places = group_places(groups, person);
    for (uint32_t i = 0; i < GROUPS_EACH; i++)
        if (places[i] == group->number + 1)
            places[i] = 0;
    MOMENT(site, member_parts, person);
}

/* --- members --- */

/* A newcomer belongs from now on. How long she looked counts for those who came during the run. */
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
        group->members.person = arena_grow(groups->arena, group->members.person, group->members.room, room,
                                           sizeof *group->members.person);
        group->members.room = room;
    }
    group->members.person[group->members.count++] = person;
    if (group->members.count > group->members.most)
        group->members.most = group->members.count;
    group_tell(group, person);
    groups->tally.membership.begun++;
}

static void look_at_number(struct site *site, struct group *group)
{
    const struct membership_settings *settings = &groups_of(parts_of(site))->settings->membership;
    bool too_few = group->members.count < (uint64_t)settings->death_below;
    if (!too_few && group->life.too_few_since >= 0) {
        site_cancel(site, group->life.dissolves);
        group->life.too_few_since = -1;
    } else if (too_few && (group->members.count == 0 || settings->death_after == 0)) {
        group_dissolve(site, group, GROUP_TOO_FEW);
    } else if (too_few && group->life.too_few_since < 0) {
        struct group_card card = {group->number};
        group->life.too_few_since = site_now(site);
        group->life.dissolves = site_schedule(site, site_now(site) + settings->death_after,
                                              EVENT_GROUP_DISSOLVES, &card, sizeof card);
    }
}

void group_join(struct site *site, struct group *group, uint32_t person)
{
    require(group_lives(group));
    uint32_t before = group->members.count;
    add_member(parts_of(site), group, person, site_now(site));
    group->members.joins++;
    group->members.youth.joins += group_is_young(group, site_now(site)) ? 1 : 0;
    chronicle_tell(site, TOLD_GROUP_JOINED, person, group->number, NAN);
    MOMENT(site, group_changes, group, before);
    look_at_number(site, group);
}

void group_leave(struct site *site, struct group *group, uint32_t person)
{
    struct groups *groups = groups_of(parts_of(site));
    require(group_lives(group));
    uint32_t before = group->members.count, place = 0;
    while (place < before && group->members.person[place] != person)
        place++;
    require(place < before);
    group_count_time(group, site_now(site));
    group->members.person[place] = group->members.person[--group->members.count];
    give_place_back(site, group, person);
    group->members.leaves++;
    group->members.youth.leaves += group_is_young(group, site_now(site)) ? 1 : 0;
    groups->tally.membership.left++;
    chronicle_tell(site, TOLD_GROUP_LEFT, person, group->number, NAN);
    MOMENT(site, group_changes, group, before);
    look_at_number(site, group);
}

/* --- beginning and end --- */

/* Bits of people, all 0: those of a group that ended, or new ones. */
static uint64_t *take_bits(struct groups *groups)
{
    size_t words = (groups->people + 63) / 64;
    if (groups->spare.count == 0)
        return ARENA_NEW(groups->arena, uint64_t, words);
    uint64_t *bits = groups->spare.list[--groups->spare.count];
    memset(bits, 0, words * sizeof *bits);
    return bits;
}

static void give_bits_back(struct groups *groups, struct group *group)
{
    if (groups->spare.count == groups->spare.room) {
        uint32_t room = groups->spare.room == 0 ? 16 : groups->spare.room * 2;
        groups->spare.list = arena_grow(groups->arena, groups->spare.list, groups->spare.count, room,
                                        sizeof *groups->spare.list);
        groups->spare.room = room;
    }
    groups->spare.list[groups->spare.count++] = group->known_by;
    group->known_by = NULL;
}

static struct group *add_group(struct groups *groups)
{
    if (groups->all.count == groups->all.room) {
        uint32_t room = groups->all.room == 0 ? 16 : groups->all.room * 2;
        groups->all.list =
            arena_grow(groups->arena, groups->all.list, groups->all.room, room, sizeof(struct group *));
        groups->all.room = room;
    }
    struct group *group = ARENA_NEW(groups->arena, struct group, 1);
    groups->all.list[groups->all.count] = group;
    group->number = groups->all.count++;
    group->known_by = take_bits(groups);
    return group;
}

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
    struct group *group = add_group(groups);
    group->luck = group_luck(site_index(site), group->number);
    group->topic = topic;
    group->category = draw_category(groups, group->luck);
    group->life.born = group->members.counted = group->attention.touched = now;
    group->life.ended = group->life.too_few_since = -1;
    group->attention.level = 1;
    group->members.founders = count;
    for (uint32_t i = 0; i < count; i++)
        add_member(parts_of(site), group, founders[i], now);
    groups->all.living++;
    groups_list(groups, group);
    chronicle_tell(site, TOLD_GROUP_BORN, group->number, CHRONICLE_NOBODY, count);
    for (uint32_t i = 0; i < count; i++)
        chronicle_tell(site, TOLD_GROUP_FOUNDED, founders[i], group->number, NAN);
    MOMENT(site, group_born, group);
    look_at_number(site, group);
    return group;
}

void group_dissolve(struct site *site, struct group *group, enum group_end why)
{
    struct groups *groups = groups_of(parts_of(site));
    require(group_lives(group) && why != GROUP_LIVES);
    site_cancel(site, group->life.dissolves);
    site_cancel(site, group->turnover.next_leaves);
    site_cancel(site, group->turnover.next_joins);
    site_cancel(site, group->meetings.next);
    MOMENT(site, group_ends, group);
    group_count_time(group, site_now(site));
    group->life.end = why;
    group->life.ended = site_now(site);
    chronicle_tell(site, TOLD_GROUP_ENDS, group->number, CHRONICLE_NOBODY, why);
    groups_unlist(groups, group);
    give_bits_back(groups, group);
    visitors_turn_away(site, group);
    for (uint32_t i = 0; i < group->members.count; i++)
        give_place_back(site, group, group->members.person[i]);
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
