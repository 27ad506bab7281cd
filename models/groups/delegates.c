/* Who speaks for a group where delegates of all groups meet. */
#include "groups/delegates.h"

#include "groups/groups_parts.h"
#include "parts.h"
#include "people/presence.h"

uint32_t delegates_group_of(struct site *site, uint32_t person, uint32_t which)
{
    const struct groups *groups = groups_of(parts_of(site));
    for (uint32_t place = 0; place < GROUPS_EACH; place++) {
        const struct group *group = group_of_person(groups, person, place);
        if (group != NULL && which-- == 0)
            return group->number;
    }
    return NOBODY;
}

/* Delegates rotate: each session asks the members from the next one on. The first who is there already is
 * the delegate, otherwise the first who can come. */
uint32_t delegates_delegate_of(struct site *site, const struct session *session, uint32_t number)
{
    const struct people *people = people_of(parts_of(site));
    const struct group *group = groups_of(parts_of(site))->all.list[number];
    if (!group_is_of(group, session->origin.entry->category))
        return NOBODY;
    for (uint32_t i = 0; i < group->members.count; i++) {
        uint32_t person = group->members.all[(session->origin.of_calendar + i) % group->members.count];
        if (session_has(people, session, person))
            return person;
    }
    for (uint32_t i = 0; i < group->members.count; i++) {
        uint32_t person = group->members.all[(session->origin.of_calendar + i) % group->members.count];
        if (person_is_free(people, person) && person_can_come(people, person, site_now(site)))
            return person;
    }
    return NOBODY;
}
