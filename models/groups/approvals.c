#include "groups/approvals.h"

#include <math.h>

#include "base/require.h"
#include "chronicle.h"
#include "groups/groups_parts.h"
#include "parts.h"

static void account(struct approvals *approvals, sim_time now)
{
    approvals->area += (now - approvals->changed) * (int64_t)approvals->waiting;
    approvals->changed = now;
}

void approval_ask(struct site *site, struct group *group, struct task_lane *lane)
{
    const uint32_t stride = UINT32_C(0x85EBCA77); /* odd: keeps proposals of different groups far apart */
    uint32_t id = GROUPS_FROM | (group->luck + group->work.tasks * stride);
    lane->task.proposal = agenda_submit_of(site, agenda_of(parts_of(site)), id, group->number,
                                           group->members.all, group->members.count);
    approval_waits(site, group, lane);
}

void approval_waits(struct site *site, const struct group *group, struct task_lane *lane)
{
    struct approvals *approvals = &groups_of(parts_of(site))->approvals;
    account(approvals, site_now(site));
    approvals->waiting++;
    approvals->asked++;
    lane->state = TASK_WAITS;
    lane->since = site_now(site);
    chronicle_tell(site, TOLD_APPROVAL_ASKED, group->number, CHRONICLE_NOBODY, NAN);
}

void approval_leaves(struct site *site, struct group *group, struct task_lane *lane, enum approval_end why)
{
    struct approvals *approvals = &groups_of(parts_of(site))->approvals;
    struct group_work *work = &group->work;
    sim_time now = site_now(site), stay = now - lane->since;
    require(lane->state == TASK_WAITS && approvals->waiting > 0);
    account(approvals, now);
    chronicle_tell(site, TOLD_APPROVAL_ENDS, group->number, CHRONICLE_NOBODY, why);
    approvals->waiting--;
    approvals->stays += stay;
    work->books.waited += stay;
    lane->pace.settled = now; /* nobody worked on it meanwhile */
    switch (why) {
    case APPROVAL_GRANTED:
        approvals->granted++;
        approvals->granted_stays += stay;
        work->books.approvals++;
        break;
    case APPROVAL_REFUSED:
        approvals->refused++;
        break;
    case APPROVAL_MOOT:
        approvals->moot++;
        break;
    case APPROVAL_ORPHANED:
        approvals->orphaned++;
        break;
    }
}

void approvals_settle(struct groups *groups, sim_time now)
{
    struct approvals *approvals = &groups->approvals;
    account(approvals, now);
    uint64_t waiting = 0;
    int64_t still = 0;
    for (uint32_t i = 0; i < groups->all.count; i++) {
        const struct group *group = groups->all.list[i];
        for (uint32_t j = 0; group_lives(group) && j < group->work.lane_count; j++) {
            const struct task_lane *lane = &group->work.lanes[j];
            waiting += lane->state == TASK_WAITS ? 1 : 0;
            still += lane->state == TASK_WAITS ? now - lane->since : 0;
        }
    }
    require(waiting == approvals->waiting);
    require(approvals->area == approvals->stays + still); /* Little's law, exactly */
}
