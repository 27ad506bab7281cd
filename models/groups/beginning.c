/* How the groups of a site begin, what they are told by lower mechanisms, and how their books are closed. */
#include "base/require.h"
#include "groups/delegates.h"
#include "groups/founding.h"
#include "groups/groups.h"
#include "groups/knowing.h"
#include "groups/newcomers.h"
#include "groups/numbers.h"
#include "parts.h"

/* --- what others tell --- */

void groups_circle_closes(struct site *site, const struct session *session, const struct circle *circle)
{
    (void)session;
    groups_are_mentioned(site, circle);
    groups_are_called_for(site, circle);
}

void groups_person_comes(struct site *site, uint32_t person)
{
    struct groups *groups = groups_of(parts_of(site));
    groups->tally.newcomers.came += groups->had_one[person] || groups->newcomers.visits[person] > 0 ? 0 : 1;
    groups->newcomers.vain[person] = 0;
    person_looks(site, person, 0);
}

void groups_person_leaves(struct site *site, uint32_t person, uint32_t why)
{
    (void)why;
    groups_person_goes(site, person);
}

void groups_person_goes(struct site *site, uint32_t person)
{
    struct groups *groups = groups_of(parts_of(site));
    visitor_goes(groups, person);
    for (uint32_t which = 0; which < GROUPS_EACH; which++) {
        struct group *group = group_of_person(groups, person, which);
        if (group != NULL)
            group_leave(site, group, person);
    }
}

void groups_guest_goes(struct site *site, uint32_t guest)
{
    struct groups *groups = groups_of(parts_of(site));
    groups_person_goes(site, guest);
    for (uint32_t topic = 0; topic < groups->topics; topic++)
        for (struct group *group = groups_on(groups, topic); group != NULL; group = group->next_on_topic)
            group->known_by[guest / 64] &= ~(UINT64_C(1) << (guest % 64));
    groups->had_one[guest] = false;
}

/* --- the beginning --- */

/* The members of groups that are there at first: nobody is in two of them. */
static void found_first(struct site *site, const struct people *people, struct groups *groups)
{
    uint32_t count = (uint32_t)groups->settings->start.groups;
    uint32_t members = (uint32_t)groups->settings->start.members;
    if (count == 0)
        return;
    require((uint64_t)count * members <= people->begun);
    uint32_t *lot = ARENA_NEW(groups->arena, uint32_t, people->begun);
    for (uint32_t person = 0; person < people->begun; person++)
        lot[person] = person;
    struct draw draw = draw_for(groups->luck, DRAW_FIRST_MEMBERS, site_index(site), 0);
    draw_shuffle(&draw, lot, people->begun);
    for (uint32_t i = 0; i < count; i++) {
        struct draw topic = draw_for(groups->luck, DRAW_FIRST_TOPIC, group_luck(site_index(site), i), 0);
        group_found(site, draw_below(&topic, groups->topics), lot + (size_t)i * members, members);
    }
    groups->all.first = count;
}

void groups_start(struct site *site)
{
    struct parts *parts = parts_of(site);
    if (groups_of(parts) == NULL)
        return;
    if (gathering_of(parts) != NULL) {
        gathering_of(parts)->group_of = delegates_group_of;
        gathering_of(parts)->delegate_of = delegates_delegate_of;
    }
    found_first(site, people_of(parts), groups_of(parts));
    newcomers_start(site);
}

/* --- the end of a run --- */

void groups_settle(struct site *site, sim_time now)
{
    struct groups *groups = groups_of(parts_of(site));
    if (groups == NULL)
        return;
    uint64_t living = 0, members = 0;
    for (uint32_t i = 0; i < groups->all.count; i++) {
        struct group *group = groups->all.list[i];
        if (!group_lives(group))
            continue;
        group_count_time(group, now);
        work_settle(groups, group, now);
        living++;
        members += group->members.count;
    }
    const struct groups_tally *tally = &groups->tally;
    require(living == groups->all.living);
    require(members == tally->membership.begun - tally->membership.left - tally->membership.ended);
    uint64_t places = 0;
    for (size_t i = 0; i < (size_t)groups->people * GROUPS_EACH; i++)
        places += groups->places[i] != 0 ? 1 : 0;
    require(places == members);
    approvals_settle(groups, now);
}
