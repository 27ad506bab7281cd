/* At the end of a run: brings the books of groups up to date and checks them. */
#include <math.h>

#include "base/require.h"
#include "groups/groups_parts.h"
#include "groups/pace.h"
#include "parts.h"

/* What was gained by work is what was set and added, less what is left or was given up. */
static void require_content(const struct groups *groups)
{
    const struct content_tally *content = &groups->work.content;
    double open = 0;
    for (uint32_t i = 0; i < groups->all.count; i++) {
        const struct group_work *work = &groups->all.list[i]->work;
        for (uint32_t j = 0; j < work->lane_count; j++)
            open += work->lanes[j].state != TASK_NONE ? work->lanes[j].task.left : 0;
        for (const struct review *review = work->reviews; review != NULL; review = review->next)
            open += review->task.left;
    }
    double all = content->set + content->again;
    require(fabs(content->gained - (all - open - content->lost)) <= 1e-6 * all + 1e-6);
}

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
        pace_settle(groups, group, now);
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
    reviews_settle(groups, now);
    require_content(groups);
}
