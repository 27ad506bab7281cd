#include "groups/pace.h"

#include <math.h>

#include "decisions/decisions.h"
#include "groups/know_how.h"
#include "groups/numbers.h"
#include "moments.h"
#include "parts.h"

static void book_effort(struct groups *groups, struct group_work *work, double hours)
{
    work->books.effort += hours;
    work->task.effort += hours;
    groups->work.hours += hours;
    uint32_t i = 0;
    while (i < work->books.effort_count && work->books.efforts[i].item != work->task.item)
        i++;
    if (i == work->books.effort_room) {
        uint32_t room = i == 0 ? 4 : i * 2;
        work->books.efforts =
            arena_grow(groups->arena, work->books.efforts, i, room, sizeof *work->books.efforts);
        work->books.effort_room = room;
    }
    if (i == work->books.effort_count)
        work->books.efforts[work->books.effort_count++] = (struct effort_entry){.item = work->task.item};
    work->books.efforts[i].hours += hours;
}

void pace_settle(struct groups *groups, struct group *group, sim_time now)
{
    struct group_work *work = &group->work;
    sim_time span = now - work->pace.settled;
    double hours = sim_hours(span);
    work->pace.settled = now;
    if (work->state != TASK_WORKED || work->pace.labour <= 0 || hours <= 0)
        return;
    double added = work->task.round.on_conditions ? 1 : 1 - 1 / work->pace.burden;
    work->task.left -= work->pace.gain * hours;
    work->task.times.worked += span;
    groups->work.content.gained += work->pace.gain * hours;
    groups->work.on_conditions += work->pace.labour * hours * added;
    book_effort(groups, work, work->pace.labour * hours);
}

double pace_of_experience(const struct work_settings *settings, const struct group_work *work)
{
    return pow(1.0 + work->memory.experience, settings->learning);
}

void pace_renew(struct site *site, struct group *group)
{
    struct groups *groups = groups_of(parts_of(site));
    const struct work_settings *settings = &groups->settings->work;
    struct group_work *work = &group->work;
    sim_time now = site_now(site);
    pace_settle(groups, group, now);
    site_cancel(site, work->pace.done);
    if (work->state != TASK_WORKED) {
        MOMENT(site, work_changes, group);
        return;
    }
    const double cost = 1.0 + decisions_settings(decisions_of(parts_of(site)))->condition_cost;
    work->pace.burden = pow(cost, work->task.conditions);
    double experience = pace_of_experience(settings, work);
    work->pace.each = experience / work->pace.burden;
    work->pace.factor = 1;
    ASK(site, work->pace.factor, pace_of_work, group);
    MOMENT(site, work_changes, group);
    bool apart = false;
    ASK(site, apart, works_apart, group, &work->pace);
    work->pace.fastest = fmax(work->pace.fastest, work->pace.gain);
    if (apart)
        return;
    work->pace.labour = work->pace.factor * group->members.count * sim_days(settings->hours);
    double skill = settings->skill_floor + (1 - settings->skill_floor) * task_skill(parts_of(site), group);
    work->pace.gain = work->pace.labour * experience * skill / work->pace.burden;
    work->pace.fastest = fmax(work->pace.fastest, work->pace.gain);
    if (work->pace.gain <= 0)
        return;
    sim_time span = work->task.left > 0 ? sim_time_from_hours(work->task.left / work->pace.gain) : 0;
    struct group_card card = {group->number};
    if (span < SIM_NEVER - now)
        work->pace.done = site_schedule(site, now + span, EVENT_TASK_DONE, &card, sizeof card);
}
