#include "groups/pace.h"

#include <math.h>

#include "base/same.h"
#include "decisions/decisions.h"
#include "groups/know_how.h"
#include "groups/numbers.h"
#include "moments.h"
#include "parts.h"

static void book_effort(struct groups *groups, struct group_work *work, struct task *task, double hours)
{
    work->books.effort += hours;
    task->effort += hours;
    groups->work.hours += hours;
    uint32_t i = 0;
    while (i < work->books.effort_count && work->books.efforts[i].item != task->item)
        i++;
    if (i == work->books.effort_room) {
        uint32_t room = i == 0 ? 4 : i * 2;
        work->books.efforts =
            arena_grow(groups->arena, work->books.efforts, i, room, sizeof *work->books.efforts);
        work->books.effort_room = room;
    }
    if (i == work->books.effort_count)
        work->books.efforts[work->books.effort_count++] = (struct effort_entry){.item = task->item};
    work->books.efforts[i].hours += hours;
}

static void settle_lane(struct groups *groups, struct group *group, struct task_lane *lane, sim_time now)
{
    const struct work_pace *pace = &lane->pace;
    sim_time span = now - pace->settled;
    double hours = sim_hours(span);
    lane->pace.settled = now;
    if (lane->state != TASK_WORKED || pace->labour <= 0 || hours <= 0)
        return;
    double added = lane->task.round.on_conditions ? 1 : 1 - 1 / pace->burden;
    lane->task.left -= pace->gain * hours;
    lane->task.times.worked += span;
    groups->work.content.gained += pace->gain * hours;
    groups->work.on_conditions += pace->labour * hours * added;
    book_effort(groups, &group->work, &lane->task, pace->labour * hours);
}

void pace_settle(struct groups *groups, struct group *group, sim_time now)
{
    for (uint32_t i = 0; i < group->work.lane_count; i++)
        settle_lane(groups, group, &group->work.lanes[i], now);
}

double pace_of_experience(const struct work_settings *settings, const struct group_work *work)
{
    return same_pow(1.0 + work->memory.experience, settings->learning);
}

/* What a lane gains in an hour of somebody who knows all, and what it lacks. */
static void look_at_lane(struct site *site, const struct group *group, struct task_lane *lane)
{
    const struct work_settings *settings = &groups_of(parts_of(site))->settings->work;
    const double cost = 1.0 + decisions_settings(decisions_of(parts_of(site)))->condition_cost;
    lane->pace.burden = same_pow(cost, lane->task.conditions);
    lane->pace.each = pace_of_experience(settings, &group->work) / lane->pace.burden;
    lane->pace.factor = 1;
    ASK(site, lane->pace.factor, pace_of_work, group, lane);
}

/* Members who work on what the group has in hand. */
static uint32_t workers(struct site *site, const struct group *group)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < group->members.count; i++) {
        bool works = true;
        ASK(site, works, works_on_tasks, group, group->members.all[i]);
        count += works ? 1 : 0;
    }
    return count;
}

/* All work on the task together, and give each that is worked on an equal share of their hours. */
static void work_together(struct site *site, const struct group *group, struct task_lane *lane,
                          uint32_t lanes)
{
    const struct work_settings *settings = &groups_of(parts_of(site))->settings->work;
    struct work_pace *pace = &lane->pace;
    double experience = pace_of_experience(settings, &group->work);
    double skill =
        settings->skill_floor + (1 - settings->skill_floor) * task_skill(parts_of(site), group, &lane->task);
    pace->labour = pace->factor * workers(site, group) * sim_days(settings->hours) / lanes;
    pace->gain = pace->labour * experience * skill / pace->burden;
    pace->fastest = fmax(pace->fastest, pace->gain);
    if (pace->gain <= 0)
        return;
    sim_time span = lane->task.left > 0 ? sim_time_from_hours(lane->task.left / pace->gain) : 0;
    struct lane_card card = {group->number, lane->number};
    if (span < SIM_NEVER - site_now(site))
        pace->done = site_schedule(site, site_now(site) + span, EVENT_TASK_DONE, &card, sizeof card);
}

void pace_renew(struct site *site, struct group *group)
{
    struct group_work *work = &group->work;
    uint32_t worked = 0;
    pace_settle(groups_of(parts_of(site)), group, site_now(site));
    for (uint32_t i = 0; i < work->lane_count; i++) {
        site_cancel(site, work->lanes[i].pace.done);
        if (work->lanes[i].state != TASK_WORKED)
            continue;
        look_at_lane(site, group, &work->lanes[i]);
        worked++;
    }
    MOMENT(site, work_changes, group);
    for (uint32_t i = 0; i < work->lane_count; i++) {
        struct task_lane *lane = &work->lanes[i];
        bool apart = false;
        if (lane->state != TASK_WORKED)
            continue;
        ASK(site, apart, works_apart, group, lane, &lane->pace);
        lane->pace.fastest = fmax(lane->pace.fastest, lane->pace.gain);
        if (!apart)
            work_together(site, group, lane, worked);
    }
}
