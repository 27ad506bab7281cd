#include "groups/founding.h"

#include <math.h>

#include "chronicle.h"
#include "conversation/conversation.h"
#include "groups/knowing.h"
#include "groups/numbers.h"
#include "parts.h"
#include "people/interests.h"

/* She belongs here, has a free place, and knows of no group that she could join instead of founding one. */
static bool misses_group_on(const struct parts *parts, uint32_t person, uint32_t topic)
{
    return person_belongs(people_of(parts), person) && person_has_place(groups_of(parts), person) &&
           !person_knows_group_on(groups_of(parts), person, topic);
}

/* Writes the founders into `founders`, the caller first; there is room for all people. */
static uint32_t find_founders(const struct parts *parts, const struct circle *circle, uint32_t caller,
                              uint32_t topic, uint32_t *founders)
{
    const struct groups *groups = groups_of(parts);
    const struct founding_settings *settings = &groups->settings->founding;
    const int64_t room = groups->settings->membership.most;
    uint32_t count = 0;
    founders[count++] = caller;
    for (uint32_t i = 0; i < circle->seats.count && (room == 0 || count < (uint64_t)room); i++) {
        uint32_t person = circle->seats.person[i];
        if (person == caller || (double)interests_of(people_of(parts), person)[topic] < settings->alignment ||
            !misses_group_on(parts, person, topic))
            continue;
        if (groups_lot(groups, DRAW_RESPONSE, circle->id.luck + caller, person) < settings->respond)
            founders[count++] = person;
    }
    return count;
}

static bool may_be_founded(const struct groups *groups, sim_time now)
{
    const struct founding_settings *settings = &groups->settings->founding;
    bool open = settings->until == 0 || now < settings->until;
    return open && (settings->most == 0 || groups->all.living < (uint64_t)settings->most);
}

static void call_for(struct site *site, const struct circle *circle, uint32_t caller, uint32_t topic)
{
    struct parts *parts = parts_of(site);
    struct groups *groups = groups_of(parts);
    uint32_t *founders = session_scratch(site);
    groups->tally.founding.called_for++;
    uint32_t count = find_founders(parts, circle, caller, topic, founders);
    if (count < (uint64_t)groups->settings->founding.size)
        return;
    if (!may_be_founded(groups, site_now(site))) {
        groups->tally.founding.refused++;
        chronicle_tell(site, TOLD_GROUP_REFUSED, caller, topic, NAN);
        return;
    }
    struct group *group = group_found(site, topic, founders, count);
    for (uint32_t i = 0; i < circle->seats.count; i++)
        person_hears_of_group(groups, circle->seats.person[i], group);
}

const struct group *group_founded_by(struct site *site, uint32_t topic, const uint32_t *founders,
                                     uint32_t count)
{
    struct groups *groups = groups_of(parts_of(site));
    int64_t room = groups->settings->membership.most;
    if (!may_be_founded(groups, site_now(site))) {
        groups->tally.founding.refused++;
        chronicle_tell(site, TOLD_GROUP_REFUSED, founders[0], topic, NAN);
        return NULL;
    }
    return group_found(site, topic, founders, room > 0 && count > (uint64_t)room ? (uint32_t)room : count);
}

void group_becomes_known(struct site *site, const struct group *group, uint32_t person)
{
    person_hears_of_group(groups_of(parts_of(site)), person, group);
}

void groups_are_called_for(struct site *site, const struct circle *circle)
{
    const struct parts *parts = parts_of(site);
    const struct groups *groups = groups_of(parts);
    double chance = groups->settings->founding.announce;
    if (chance <= 0)
        return;
    for (uint32_t i = 0; i < circle->seats.count; i++) {
        uint32_t person = circle->seats.person[i];
        if (circle->seats.wish.spoken[i] <= 0 ||
            groups_lot(groups, DRAW_ANNOUNCEMENT, circle->id.luck, person) >= chance)
            continue;
        uint32_t topic = person_topic(people_of(parts), person);
        if (misses_group_on(parts, person, topic))
            call_for(site, circle, person, topic);
    }
}
