/* The way of a task: a group takes it up, waits where it has to, works on it, and ends it. */
#include <math.h>

#include "base/require.h"
#include "chronicle.h"
#include "groups/approvals.h"
#include "groups/know_how.h"
#include "groups/numbers.h"
#include "groups/pace.h"
#include "groups/tasks.h"
#include "groups/work_parts.h"
#include "moments.h"
#include "parts.h"

/* --- from task to task --- */

/* The members' attention grows at their next meeting, or at once where groups do not meet. */
static void something_moved(struct site *site, struct group *group)
{
    group->meetings.moved = true;
    if (groups_of(parts_of(site))->settings->meetings.method == NULL)
        group_progress(site, group);
}

static void start_working(struct site *site, struct group *group)
{
    group->work.state = TASK_WORKED;
    group->work.pace.settled = site_now(site);
    pace_renew(site, group);
}

static void take_up(struct site *site, struct group *group)
{
    struct groups *groups = groups_of(parts_of(site));
    struct group_work *work = &group->work;
    work->state = TASK_NONE;
    work->task.approved = false;
    work->task.conditions = 0;
    work->task.proposal = NULL;
    work->task.effort = 0;
    if (groups->settings->work.hours == 0)
        return;
    bool approval = task_choose(site, group);
    MOMENT(site, task_is_taken_up, group);
    if (approval)
        approval_ask(site, group);
    else
        start_working(site, group);
}

/* The task is over, done or not; its proposal goes off the agenda. */
static void put_down(struct site *site, struct group *group)
{
    struct groups *groups = groups_of(parts_of(site));
    struct group_work *work = &group->work;
    pace_settle(groups, group, site_now(site));
    site_cancel(site, work->pace.done);
    work->state = TASK_NONE;
    if (work->task.proposal != NULL)
        agenda_drop(site, agenda_of(parts_of(site)), work->task.proposal);
}

static void drop(struct site *site, struct group *group)
{
    struct groups *groups = groups_of(parts_of(site));
    put_down(site, group);
    group->work.books.dropped++;
    groups->work.dropped++;
    groups->work.in_vain += group->work.task.effort;
    chronicle_tell(site, TOLD_TASK_DROPPED, group->number, group->work.task.item, group->work.task.effort);
}

void work_begin(struct site *site, struct group *group)
{
    group->work.pace.settled = site_now(site);
    take_up(site, group);
}

void work_end(struct site *site, struct group *group)
{
    struct group_work *work = &group->work;
    if (work->state == TASK_NONE)
        return;
    if (work->state == TASK_WAITS)
        approval_leaves(site, group, APPROVAL_ORPHANED);
    drop(site, group);
}

/* Members who leave take their share of the experience with them. */
void work_members_change(struct site *site, struct group *group, uint32_t before)
{
    struct group_work *work = &group->work;
    if (work->state == TASK_NONE)
        return;
    pace_settle(groups_of(parts_of(site)), group, site_now(site));
    for (uint32_t count = before; count > group->members.count; count--)
        work->memory.experience *= 1 - 1.0 / count;
    if (work->task.proposal != NULL && work->task.proposal->open)
        item_stays_with(work->task.proposal, group->members.all, group->members.count);
    pace_renew(site, group);
}

void on_task_done(struct site *site, const struct event *event)
{
    struct group_card card;
    event_read(event, &card, sizeof card);
    struct groups *groups = groups_of(parts_of(site));
    struct group *group = groups->all.list[card.group];
    struct group_work *work = &group->work;
    require(work->state == TASK_WORKED);
    put_down(site, group);
    require(fabs(work->task.left) <= 1e-6 * work->task.content + 1e-6);
    work->task.left = 0;
    chronicle_tell(site, TOLD_TASK_DONE, group->number, work->task.item, work->task.effort);
    work->books.done++;
    groups->work.done++;
    groups->work.common += work->task.common ? 1 : 0;
    groups->work.approved += work->task.approved ? 1 : 0;
    groups->work.speed += pace_of_experience(&groups->settings->work, work);
    groups->work.skill += task_skill(parts_of(site), group);
    groups->work.learned += task_practice(site, group);
    work->memory.solved |= work_at(group);
    work->memory.experience++;
    MOMENT(site, task_is_done, group);
    something_moved(site, group);
    take_up(site, group);
}

/* --- what others report --- */

uint64_t work_at(const struct group *group)
{
    const struct group_work *work = &group->work;
    return work->task.common ? UINT64_C(1) << (work->task.item % MOST_COMMON_ITEMS) : 0;
}

void work_give_solution(struct site *site, const struct group *informed, uint64_t solved, uint64_t taken)
{
    struct group *group = group_to_change(groups_of(parts_of(site)), informed);
    struct group_work *work = &group->work;
    work->memory.solved |= solved;
    work->memory.taken = (work->memory.taken | taken) & ~work->memory.solved;
    if (work->state == TASK_NONE || (work_at(group) & work->memory.solved) == 0)
        return;
    if (work->state == TASK_WAITS)
        approval_leaves(site, group, APPROVAL_MOOT);
    drop(site, group);
    something_moved(site, group);
    take_up(site, group);
}

void work_look_up(struct site *site, const struct group *group)
{
    pace_renew(site, group_to_change(groups_of(parts_of(site)), group));
}

/* --- samples --- */

void work_settle_all(struct groups *groups, sim_time now)
{
    for (uint32_t i = 0; i < groups->all.count; i++)
        if (group_lives(groups->all.list[i]))
            pace_settle(groups, groups->all.list[i], now);
}

void work_begin_sample(struct groups *groups)
{
    for (uint32_t i = 0; i < groups->all.count; i++)
        if (group_lives(groups->all.list[i]))
            groups->all.list[i]->work.books.effort_count = 0;
}

/* --- what the assembly says --- */

static struct group *proposer_of(struct site *site, const struct item *item)
{
    struct group *group = groups_of(parts_of(site))->all.list[item->group];
    require(group->work.task.proposal == item && group->work.state != TASK_NONE);
    return group;
}

void work_decided(struct site *site, const struct item *item)
{
    if (item->group == NOBODY || item->moot)
        return;
    struct group *group = proposer_of(site, item);
    struct group_work *work = &group->work;
    bool waited = work->state == TASK_WAITS, passed = item->outcome == ITEM_PASSED;
    if (waited)
        approval_leaves(site, group, passed ? APPROVAL_GRANTED : APPROVAL_REFUSED);
    pace_settle(groups_of(parts_of(site)), group, site_now(site));
    if (passed) {
        work->task.approved = true;
        work->task.conditions = item->changes.conditions;
        something_moved(site, group);
        start_working(site, group);
        return;
    }
    work->books.refusals++;
    drop(site, group);
    take_up(site, group);
}

void work_reopened(struct site *site, const struct item *item)
{
    if (item->group == NOBODY)
        return;
    struct group *group = proposer_of(site, item);
    item_stays_with(item, group->members.all, group->members.count);
    if (!groups_of(parts_of(site))->settings->work.approval_lapses)
        return;
    pace_settle(groups_of(parts_of(site)), group, site_now(site));
    site_cancel(site, group->work.pace.done);
    approval_waits(site, group);
}
