/* What work, meetings, newcomers and turnover do when a group is born, has other members, or ends. */
#include "groups/groups_parts.h"
#include "groups/meetings.h"
#include "groups/newcomers.h"
#include "groups/turnover.h"
#include "groups/work.h"
#include "parts.h"

void life_begins(struct site *site, struct group *group)
{
    meetings_begin(site, group);
    work_begin(site, group);
    group_expect_leaving(site, group);
    group_expect_joining(site, group);
}

void life_changes(struct site *site, struct group *group, uint32_t before)
{
    work_members_change(site, group, before);
    group_expect_leaving(site, group);
}

void life_ends(struct site *site, struct group *group)
{
    work_end(site, group);
}

void life_without_group(struct site *site, uint32_t person)
{
    if (!person_in_group(groups_of(parts_of(site)), person))
        person_looks(site, person, newcomers_wait(site));
}
