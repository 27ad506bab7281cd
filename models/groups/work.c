/* The way of a task: a group takes it up, waits where it has to, works on it, and ends it. */
#include <math.h>

#include "base/require.h"
#include "chronicle.h"
#include "groups/approvals.h"
#include "groups/know_how.h"
#include "groups/numbers.h"
#include "groups/pace.h"
#include "groups/reviews.h"
#include "groups/tasks.h"
#include "groups/work_parts.h"
#include "moments.h"
#include "parts.h"

/* --- from task to task --- */

/* The members' attention grows at their next meeting, or at once where groups do not meet. */
static void something_moved(struct site *site, struct group *group)
{
    group->meetings.moved = true;
    if (!groups_meet(groups_of(parts_of(site))->settings))
        group_progress(site, group);
}

static void start_working(struct site *site, struct group *group, struct task_lane *lane)
{
    lane->state = TASK_WORKED;
    lane->pace.settled = site_now(site);
    if (lane->task.times.begun < 0)
        lane->task.times.begun = site_now(site);
    MOMENT(site, task_is_worked, group, lane);
    pace_renew(site, group);
}

/* Between two sprints a lane has no task: it needs nothing, and works on nothing common. */
static void rest(struct task *task)
{
    task->common = false;
    task->needs = (struct facet_set){{0}};
}

static void take_up_new(struct site *site, struct group *group, struct task_lane *lane)
{
    struct groups *groups = groups_of(parts_of(site));
    const struct work_settings *settings = &groups->settings->work;
    const struct approval_rule *rule = (const struct approval_rule *)settings->approval_when;
    struct group_work *work = &group->work;
    bool approval = task_choose(site, group, lane);
    MOMENT(site, task_is_taken_up, group);
    bool afterwards = approval && rule->after && review_has_room(groups, group);
    sim_time asked = settings->sprint > 0 ? work->plan.made : site_now(site);
    groups->work.content.set += lane->task.content;
    work->plan.left--;
    lane->task.times = (struct task_times){.asked = asked, .begun = -1};
    lane->pace.fastest = 0;
    lane->task.round = (struct task_round){.is_heard = afterwards, .size = lane->task.content};
    if (approval && !afterwards)
        approval_ask(site, group, lane);
    else
        start_working(site, group, lane);
}

/* What was sent back goes before anything new. */
static void take_up(struct site *site, struct group *group, struct task_lane *lane)
{
    const struct work_settings *settings = &groups_of(parts_of(site))->settings->work;
    struct group_work *work = &group->work;
    lane->state = TASK_NONE;
    lane->task.approved = false;
    lane->task.conditions = 0;
    lane->task.proposal = NULL;
    lane->task.effort = 0;
    if (settings->hours == 0)
        return;
    lane->started = ++work->started;
    if (review_resumes(group, &lane->task))
        start_working(site, group, lane);
    else if (settings->sprint > 0 && work->plan.left <= 0)
        rest(&lane->task);
    else
        take_up_new(site, group, lane);
    if (lane->state != TASK_WORKED && work->lane_count > 1)
        pace_renew(site, group); /* there are more hours for what else it has in hand */
}

static void fill_lanes(struct site *site, struct group *group)
{
    for (uint32_t i = 0; i < group->work.lane_count; i++)
        if (group->work.lanes[i].state == TASK_NONE)
            take_up(site, group, &group->work.lanes[i]);
}

/* The task is over, done or not; its proposal goes off the agenda. */
static void put_down(struct site *site, struct group *group, struct task_lane *lane)
{
    struct groups *groups = groups_of(parts_of(site));
    pace_settle(groups, group, site_now(site));
    site_cancel(site, lane->pace.done);
    lane->state = TASK_NONE;
    MOMENT(site, work_changes, group);
    MOMENT(site, task_is_put_down, group, lane);
    if (lane->task.proposal != NULL)
        agenda_drop(site, agenda_of(parts_of(site)), lane->task.proposal);
}

static void lose_task(struct site *site, struct group *group, const struct task *task)
{
    struct groups *groups = groups_of(parts_of(site));
    group->work.books.dropped++;
    groups->work.dropped++;
    groups->work.in_vain += task->effort;
    groups->work.content.lost += task->left;
    chronicle_tell(site, TOLD_TASK_DROPPED, group->number, task->item, task->effort);
}

static void drop(struct site *site, struct group *group, struct task_lane *lane)
{
    put_down(site, group, lane);
    lose_task(site, group, &lane->task);
}

void work_begin(struct site *site, struct group *group)
{
    for (uint32_t i = 0; i < group->work.lane_count; i++)
        group->work.lanes[i].pace.settled = site_now(site);
    fill_lanes(site, group);
}

void work_end(struct site *site, struct group *group)
{
    for (uint32_t i = 0; i < group->work.lane_count; i++) {
        struct task_lane *lane = &group->work.lanes[i];
        if (lane->state == TASK_WAITS)
            approval_leaves(site, group, lane, APPROVAL_ORPHANED);
        if (lane->state != TASK_NONE)
            drop(site, group, lane);
    }
    reviews_end(site, group, lose_task);
}

/* Members who leave take their share of the experience with them. */
void work_members_change(struct site *site, struct group *group, uint32_t before)
{
    struct group_work *work = &group->work;
    pace_settle(groups_of(parts_of(site)), group, site_now(site));
    for (uint32_t count = before; count > group->members.count; count--)
        work->memory.experience *= 1 - 1.0 / count;
    for (uint32_t i = 0; i < work->lane_count; i++) {
        const struct item *proposal = work->lanes[i].task.proposal;
        if (proposal != NULL && proposal->open)
            item_stays_with(proposal, group->members.all, group->members.count);
    }
    reviews_stay(group);
    pace_renew(site, group);
}

/* The bit of a common item; 0 for one of the site. */
static uint64_t item_bit(const struct task *task)
{
    return task->common ? UINT64_C(1) << (task->item % MOST_COMMON_ITEMS) : 0;
}

/* It is done: finished, and accepted where it had to be. */
static void count_done(struct site *site, struct group *group, const struct task *task)
{
    struct groups *groups = groups_of(parts_of(site));
    struct flow_tally *flow = &groups->work.flow;
    chronicle_tell(site, TOLD_TASK_DONE, group->number, task->item, task->effort);
    group->work.books.done++;
    groups->work.done++;
    groups->work.common += task->common ? 1 : 0;
    groups->work.approved += task->approved ? 1 : 0;
    groups->work.speed += task->speed;
    groups->work.skill += task->skill;
    flow->lead += sim_hours(task->times.finished - task->times.asked) / 24;
    flow->cycle += sim_hours(task->times.finished - task->times.begun) / 24;
    flow->worked += sim_hours(task->times.worked) / 24;
    group->work.memory.solved |= item_bit(task);
    MOMENT(site, task_is_done, group, task);
}

/* Members learn from a task when they finish it first, accepted or not. */
static void finish_task(struct site *site, struct group *group, struct task_lane *lane)
{
    struct groups *groups = groups_of(parts_of(site));
    struct group_work *work = &group->work;
    struct task *task = &lane->task;
    require(lane->state == TASK_WORKED);
    put_down(site, group, lane);
    require(fabs(task->left) <= pace_rounding(&lane->pace, task->content));
    groups->work.content.lost += task->left;
    task->left = 0;
    task->times.finished = site_now(site);
    if (task->round.number == 0) {
        task->speed = pace_of_experience(&groups->settings->work, work);
        task->skill = task_skill(parts_of(site), group, task);
        groups->work.learned += task_practice(site, group, lane);
        work->memory.experience++;
    }
    if (task->round.is_heard)
        review_asks(site, group, task);
    else
        count_done(site, group, task);
    something_moved(site, group);
    take_up(site, group, lane);
}

void on_task_done(struct site *site, const struct event *event)
{
    struct lane_card card;
    event_read(event, &card, sizeof card);
    struct group *group = groups_of(parts_of(site))->all.list[card.group];
    finish_task(site, group, &group->work.lanes[card.lane]);
}

void work_grows(struct site *site, const struct group *growing, uint32_t lane, double content)
{
    struct groups *groups = groups_of(parts_of(site));
    struct group *group = group_to_change(groups, growing);
    require(group->work.lanes[lane].state == TASK_WORKED && content >= 0);
    pace_settle(groups, group, site_now(site));
    group->work.lanes[lane].task.left += content;
    groups->work.content.again += content;
}

void work_is_done(struct site *site, const struct group *group, uint32_t lane)
{
    struct group *finisher = group_to_change(groups_of(parts_of(site)), group);
    finish_task(site, finisher, &finisher->work.lanes[lane]);
}

/* --- what others report --- */

uint64_t work_at(const struct group *group)
{
    uint64_t bits = 0;
    for (uint32_t i = 0; i < group->work.lane_count; i++)
        bits |= item_bit(&group->work.lanes[i].task);
    return bits;
}

/* A task in hand turns out to be solved elsewhere. */
static void give_up_solved(struct site *site, struct group *group)
{
    struct group_work *work = &group->work;
    for (uint32_t i = 0; i < work->lane_count; i++) {
        struct task_lane *lane = &work->lanes[i];
        if (lane->state == TASK_NONE || (item_bit(&lane->task) & work->memory.solved) == 0)
            continue;
        if (lane->state == TASK_WAITS)
            approval_leaves(site, group, lane, APPROVAL_MOOT);
        drop(site, group, lane);
        something_moved(site, group);
        take_up(site, group, lane);
    }
}

void work_give_solution(struct site *site, const struct group *informed, uint64_t solved, uint64_t taken)
{
    struct group *group = group_to_change(groups_of(parts_of(site)), informed);
    struct group_work *work = &group->work;
    work->memory.solved |= solved;
    work->memory.taken = (work->memory.taken | taken) & ~work->memory.solved;
    if (groups_of(parts_of(site))->settings->work.sprint == 0)
        give_up_solved(site, group);
}

void work_plan(struct site *site, const struct group *planning)
{
    struct group *group = group_to_change(groups_of(parts_of(site)), planning);
    struct group_work *work = &group->work;
    int64_t tasks = groups_of(parts_of(site))->settings->work.sprint;
    work->plan = (struct work_plan){tasks - lanes_in_hand(group), site_now(site)};
    give_up_solved(site, group);
    fill_lanes(site, group);
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

/* Which of its tasks the proposal is about. */
static struct task_lane *proposed_lane(const struct group *group, const struct item *item)
{
    uint32_t i = 0;
    while (i < group->work.lane_count && group->work.lanes[i].task.proposal != item)
        i++;
    require(i < group->work.lane_count && group->work.lanes[i].state != TASK_NONE);
    return &group->work.lanes[i];
}

/* What was finished before is heard now. */
static void finished_is_heard(struct site *site, struct group *group, struct review *review)
{
    struct task done;
    if (review_is_heard(site, group, review, &done)) {
        count_done(site, group, &done);
        something_moved(site, group);
    }
    fill_lanes(site, group);
}

void work_decided(struct site *site, const struct item *item)
{
    if (item->group == NOBODY || item->moot)
        return;
    struct group *group = groups_of(parts_of(site))->all.list[item->group];
    struct review *review = review_of(group, item);
    if (review != NULL) {
        finished_is_heard(site, group, review);
        return;
    }
    struct task_lane *lane = proposed_lane(group, item);
    bool waited = lane->state == TASK_WAITS, passed = item->outcome == ITEM_PASSED;
    if (waited)
        approval_leaves(site, group, lane, passed ? APPROVAL_GRANTED : APPROVAL_REFUSED);
    pace_settle(groups_of(parts_of(site)), group, site_now(site));
    if (passed) {
        lane->task.approved = true;
        lane->task.conditions = item->changes.conditions;
        something_moved(site, group);
        start_working(site, group, lane);
        return;
    }
    group->work.books.refusals++;
    drop(site, group, lane);
    take_up(site, group, lane);
}

void work_reopened(struct site *site, const struct item *item)
{
    if (item->group == NOBODY)
        return;
    struct group *group = groups_of(parts_of(site))->all.list[item->group];
    struct task_lane *lane = proposed_lane(group, item);
    item_stays_with(item, group->members.all, group->members.count);
    if (!groups_of(parts_of(site))->settings->work.approval_lapses)
        return;
    pace_settle(groups_of(parts_of(site)), group, site_now(site));
    site_cancel(site, lane->pace.done);
    approval_waits(site, group, lane);
    MOMENT(site, work_changes, group);
    if (group->work.lane_count > 1)
        pace_renew(site, group); /* there are more hours for what else it has in hand */
}
