#include "groups/work.h"

#include "groups/groups.h"

void work_begin(struct site *site, struct group *group)
{
    (void)site;
    group->work.state = TASK_NONE;
}

void work_members_change(struct site *site, struct group *group, uint32_t before)
{
    (void)site;
    (void)group;
    (void)before;
}

void work_end(struct site *site, struct group *group)
{
    (void)site;
    group->work.state = TASK_NONE;
}
