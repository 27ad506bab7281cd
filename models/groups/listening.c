#include "groups/listening.h"

#include "groups/founding.h"
#include "groups/knowing.h"
#include "groups/meetings.h"
#include "groups/newcomers.h"
#include "groups/turnover.h"
#include "groups/work_parts.h"
#include "parts.h"

/* --- people and circles --- */

void groups_circle_closes(struct site *site, const struct session *session, const struct circle *circle)
{
    (void)session;
    groups_are_mentioned(site, circle);
    groups_are_called_for(site, circle);
}

void groups_person_comes(struct site *site, uint32_t person)
{
    newcomer_comes(site, person);
}

void groups_person_leaves(struct site *site, uint32_t person, uint32_t why)
{
    (void)why;
    groups_person_goes(site, person);
}

/* --- the life of a group --- */

void groups_group_born(struct site *site, const struct group *born)
{
    struct group *group = group_to_change(groups_of(parts_of(site)), born);
    meetings_begin(site, group);
    work_begin(site, group);
    group_expect_leaving(site, group);
    group_expect_joining(site, group);
}

void groups_group_changes(struct site *site, const struct group *changed, uint32_t before)
{
    struct group *group = group_to_change(groups_of(parts_of(site)), changed);
    work_members_change(site, group, before);
    group_expect_leaving(site, group);
}

void groups_group_ends(struct site *site, const struct group *group)
{
    work_end(site, group_to_change(groups_of(parts_of(site)), group));
}

void groups_member_parts(struct site *site, uint32_t person)
{
    if (!person_in_group(groups_of(parts_of(site)), person))
        person_looks(site, person, newcomers_wait(site));
}
