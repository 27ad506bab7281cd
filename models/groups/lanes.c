/* What a group has in hand, over all its lanes. */
#include "groups/work.h"

#include "groups/groups.h"

bool lanes_wait(const struct group *group)
{
    bool waits = false;
    for (uint32_t i = 0; i < group->work.lane_count; i++) {
        if (group->work.lanes[i].state == TASK_WORKED)
            return false;
        waits = waits || group->work.lanes[i].state == TASK_WAITS;
    }
    return waits;
}

uint32_t lanes_in_hand(const struct group *group)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < group->work.lane_count; i++)
        count += group->work.lanes[i].state != TASK_NONE ? 1 : 0;
    return count;
}

struct facet_set lanes_need(const struct group *group)
{
    struct facet_set needs = {{0}};
    for (uint32_t i = 0; i < group->work.lane_count; i++)
        needs = facet_or(&needs, &group->work.lanes[i].task.needs);
    return needs;
}
