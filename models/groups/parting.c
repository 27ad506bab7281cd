/* Somebody goes for good: out of her groups. */
#include "groups/groups_parts.h"
#include "groups/knowing.h"
#include "groups/visitors.h"
#include "parts.h"

void groups_person_goes(struct site *site, uint32_t person)
{
    struct groups *groups = groups_of(parts_of(site));
    visitor_goes(groups, person);
    for (uint32_t which = 0; which < GROUPS_EACH; which++) {
        const struct group *group = group_of_person(groups, person, which);
        if (group != NULL)
            group_leave(site, group, person);
    }
}

void groups_guest_goes(struct site *site, uint32_t guest)
{
    struct groups *groups = groups_of(parts_of(site));
    groups_person_goes(site, guest);
    knowing_forget(groups, guest);
    groups->had_one[guest] = false;
}
