/* What working groups do, and what they wait for. Hours and time integrals are up to date when the run has
 * ended. */
#include <math.h>

#include "groups/work_parts.h"
#include "mechanism.h"

static const struct work_tally *work_tally_of(const struct parts *parts)
{
    return &groups_of(parts)->work;
}

static const struct approvals *approvals(const struct parts *parts)
{
    return &groups_of(parts)->approvals;
}

/* Of all groups, in hours. */
static double member_time(const struct parts *parts)
{
    double sum = 0;
    for (uint32_t i = 0; i < groups_of(parts)->all.count; i++)
        sum += groups_of(parts)->all.list[i]->members.time;
    return sum;
}

static double lifetimes(const struct parts *parts)
{
    double sum = 0;
    for (uint32_t i = 0; i < groups_of(parts)->all.count; i++) {
        const struct group *group = groups_of(parts)->all.list[i];
        sim_time until = group_lives(group) ? parts->measured_at : group->ended;
        sum += sim_hours(until - group->born);
    }
    return sum;
}

static double done(const struct parts *parts)
{
    return (double)work_tally_of(parts)->done;
}

static double done_per_member_day(const struct parts *parts)
{
    return row_ratio(done(parts), member_time(parts) / 24);
}

static double done_common(const struct parts *parts)
{
    return (double)work_tally_of(parts)->common;
}

static double dropped(const struct parts *parts)
{
    return (double)work_tally_of(parts)->dropped;
}

static double hours(const struct parts *parts)
{
    return work_tally_of(parts)->hours;
}

static double hours_per_task(const struct parts *parts)
{
    return row_ratio(hours(parts), done(parts));
}

static double hours_in_vain(const struct parts *parts)
{
    return row_ratio(work_tally_of(parts)->in_vain, hours(parts));
}

static double hours_on_conditions(const struct parts *parts)
{
    return row_ratio(work_tally_of(parts)->on_conditions, hours(parts));
}

static double speed(const struct parts *parts)
{
    return row_ratio(work_tally_of(parts)->speed, done(parts));
}

static double skill(const struct parts *parts)
{
    return row_ratio(work_tally_of(parts)->skill, done(parts));
}

static double learned(const struct parts *parts)
{
    return (double)work_tally_of(parts)->learned;
}

static double proposals(const struct parts *parts)
{
    return agenda_count_of_groups(agenda_of(parts));
}

static double granted(const struct parts *parts)
{
    return (double)approvals(parts)->granted;
}

static double work_wait(const struct parts *parts)
{
    return row_ratio(sim_hours(approvals(parts)->granted_stays), (double)approvals(parts)->granted);
}

static double waiting(const struct parts *parts)
{
    return row_ratio((double)approvals(parts)->area, (double)parts->measured_at);
}

static double waiting_share(const struct parts *parts)
{
    double at_once = (double)groups_of(parts)->settings->work.at_once;
    return row_ratio(sim_hours(approvals(parts)->area), lifetimes(parts) * at_once);
}

static double orphaned(const struct parts *parts)
{
    return (double)approvals(parts)->orphaned;
}

static double lead_days(const struct parts *parts)
{
    return row_ratio(work_tally_of(parts)->flow.lead, done(parts));
}

static double cycle_days(const struct parts *parts)
{
    return row_ratio(work_tally_of(parts)->flow.cycle, done(parts));
}

static double flow(const struct parts *parts)
{
    return row_ratio(work_tally_of(parts)->flow.worked, work_tally_of(parts)->flow.lead);
}

static double rework_share(const struct parts *parts)
{
    const struct content_tally *content = &work_tally_of(parts)->content;
    return row_ratio(content->again, content->set + content->again);
}

static double reviewed(const struct parts *parts)
{
    const struct reviews *reviews = &groups_of(parts)->reviews;
    return (double)(reviews->ends[REVIEW_ACCEPTED] + reviews->ends[REVIEW_CONDITIONS] +
                    reviews->ends[REVIEW_SENT_BACK]);
}

static double sent_back(const struct parts *parts)
{
    return row_ratio((double)groups_of(parts)->reviews.ends[REVIEW_SENT_BACK], reviewed(parts));
}

static double review_hours(const struct parts *parts)
{
    const struct reviews *reviews = &groups_of(parts)->reviews;
    return row_ratio(sim_hours(reviews->stays), (double)(reviews->asked - reviews->waiting));
}

static double reviews_waiting(const struct parts *parts)
{
    return row_ratio((double)groups_of(parts)->reviews.area, (double)parts->measured_at);
}

static double reviews_now(const struct parts *parts)
{
    return (double)groups_of(parts)->reviews.waiting;
}

#define COUNTED "counted"

static double waiting_now(const struct parts *parts)
{
    return approvals(parts)->waiting;
}

static double age_of_waiting(const struct parts *parts)
{
    const struct groups *groups = groups_of(parts);
    double sum = 0;
    for (uint32_t i = 0; i < groups->all.count; i++)
        for (uint32_t j = 0; group_lives(groups->all.list[i]) && j < groups->all.list[i]->work.lane_count;
             j++) {
            const struct task_lane *lane = &groups->all.list[i]->work.lanes[j];
            sum += lane->state == TASK_WAITS ? sim_hours(parts->measured_at - lane->since) : 0;
        }
    return row_ratio(sum, waiting_now(parts));
}

// clang-format off
static const struct measure_row rows[] = {
    {.measure = {NAMED("tasks_done", "1", FROM_ZERO), ABOUT_GROUPS, RUN_SUM, MORE,
                 SAYS("Tasks done by working groups", "Tasks that working groups did", COUNTED),
                 MANY("did", "tasks of working groups")},
     .value = done},
    {.measure = {NAMED("tasks_per_member_day", "d-1", FROM_ZERO), ABOUT_GROUPS, RUN_MEAN, MORE,
                 SAYS("Tasks done per member and day", "Tasks done per day of membership in a working group", COUNTED),
                 MANY("did", "tasks per member and day")},
     .value = done_per_member_day},
    {.measure = {NAMED("common_tasks_done", "1", FROM_ZERO), ABOUT_GROUPS, RUN_SUM,
                 SAYS("Tasks done for the whole movement", "Tasks done on common items of the movement, twice where groups did not know of each other", COUNTED)},
     .value = done_common},
    {.measure = {NAMED("tasks_dropped", "1", FROM_ZERO), ABOUT_GROUPS, RUN_SUM, LESS,
                 SAYS("Tasks dropped", "Tasks dropped: refused, solved elsewhere, or left when the group ended", COUNTED),
                 MANY("dropped", "tasks")},
     .value = dropped},
    {.measure = {NAMED("lead_days", "d", FROM_ZERO), ABOUT_GROUPS, RUN_MEAN, LESS,
                 SAYS("Days from asking for a task to its end", "Time from when a group took a task up, or planned it, until its work was finished for good, of tasks done", COUNTED),
                 MUCH("took", "time from asking for a task to its end")},
     .value = lead_days},
    {.measure = {NAMED("cycle_days", "d", FROM_ZERO), ABOUT_GROUPS, RUN_MEAN, LESS,
                 SAYS("Days from beginning a task to its end", "Time from when somebody first worked on a task until its work was finished for good, of tasks done", COUNTED),
                 MUCH("took", "time from beginning a task to its end")},
     .value = cycle_days},
    {.measure = {NAMED("flow", "1", SHARE), ABOUT_GROUPS, RUN_MEAN, MORE,
                 SAYS("Share of the way of a task in which it was worked on", "Share of the time from asking for a task to its end in which somebody worked on it, of tasks done", COUNTED)},
     .value = flow},
    {.measure = {NAMED("rework_share", "1", SHARE), ABOUT_GROUPS, RUN_MEAN, LESS,
                 SAYS("Share of work done again", "Share of all work that was set which had to be done again or was added: parts set back, what was not accepted, and conditions on what was finished", "Jin & Levitt 1996")},
     .value = rework_share},
    {.measure = {NAMED("work_hours", "h", FROM_ZERO), ABOUT_GROUPS, RUN_SUM,
                 SAYS("Hours worked in groups", "Hours that members worked on tasks, added up", COUNTED),
                 MANY("took", "hours of work in groups")},
     .value = hours},
    {.measure = {NAMED("work_hours_per_task", "h", FROM_ZERO), ABOUT_GROUPS, RUN_MEAN, LESS,
                 SAYS("Hours of work for each task", "Hours of work per task done", COUNTED),
                 MANY("took", "hours of work for each task")},
     .value = hours_per_task},
    {.measure = {NAMED("work_in_vain", "1", SHARE), ABOUT_GROUPS, RUN_MEAN, LESS,
                 SAYS("Share of work on tasks dropped", "Share of the hours of work that went into tasks that were dropped", COUNTED)},
     .value = hours_in_vain},
    {.measure = {NAMED("work_on_conditions", "1", SHARE), ABOUT_GROUPS, RUN_MEAN, LESS,
                 SAYS("Share of work that conditions added", "Share of the hours of work that conditions added", "1 - 1 / (1 + condition_cost)^conditions")},
     .value = hours_on_conditions},
    {.measure = {NAMED("speed_of_experience", "1", FROM_ONE), ABOUT_GROUPS, RUN_MEAN, MORE,
                 SAYS("Speed gained by experience (factor)", "Factor by which experience sped up the tasks done", "Wright 1936, doi:10.2514/8.155")},
     .value = speed},
    {.measure = {NAMED("know_how_at_hand", "1", SHARE), ABOUT_GROUPS, RUN_MEAN, MORE,
                 SAYS("Share of the know-how at hand that tasks need", "Share of the know-how that a task needed that some member had when it was done", COUNTED)},
     .value = skill},
    {.measure = {NAMED("learned_in_work", "1", FROM_ZERO), ABOUT_GROUPS, RUN_SUM, MORE,
                 SAYS("Know-how learned in work", "Facets of know-how that members learned from each other in tasks", COUNTED),
                 MANY("taught", "sides of know-how in work")},
     .value = learned},
    {.measure = {NAMED("proposals_of_groups", "1", FROM_ZERO), ABOUT_GROUPS, RUN_SUM,
                 SAYS("Proposals by working groups", "Proposals that working groups submitted", COUNTED)},
     .value = proposals},
    {.measure = {NAMED("approvals", "1", FROM_ZERO), ABOUT_GROUPS, RUN_SUM, MORE,
                 SAYS("Tasks of working groups approved", "Tasks of working groups that the assembly approved", COUNTED),
                 MANY("approved", "tasks of working groups")},
     .value = granted},
    {.measure = {NAMED("hours_to_approval", "h", FROM_ZERO), ABOUT_GROUPS, RUN_MEAN, LESS,
                 SAYS("Time that a task waits for its approval", "Time that a task waited for its approval, of those approved", COUNTED),
                 MUCH("took", "time to approve a task")},
     .value = work_wait},
    {.measure = {NAMED("approvals_waiting", "1", FROM_ZERO), ABOUT_GROUPS, RUN_MEAN, LESS,
                 SAYS("Tasks waiting for approval", "Tasks that wait for approval, averaged over time", "Little 1961"),
                 MANY("had", "tasks waiting for approval at any time")},
     .value = waiting},
    {.measure = {NAMED("time_waiting", "1", SHARE), ABOUT_GROUPS, RUN_MEAN, LESS,
                 SAYS("Share of groups' time spent waiting", "Share of their life that working groups waited for an approval; with several tasks in hand at once, of the time of all of these", COUNTED)},
     .value = waiting_share},
    {.measure = {NAMED("ended_waiting", "1", FROM_ZERO), ABOUT_GROUPS, RUN_SUM, LESS,
                 SAYS("Groups that ended while waiting", "Working groups that ended while they waited for an approval", COUNTED),
                 MANY("lost", "groups that were waiting")},
     .value = orphaned},
    {.measure = {NAMED("approvals_at", "1", FROM_ZERO), ABOUT_GROUPS, AT_POINT, LESS,
                 SAYS("Tasks waiting for approval", "Tasks that wait for approval", COUNTED)},
     .value = waiting_now},
    {.measure = {NAMED("age_of_waiting_at", "h", FROM_ZERO), ABOUT_GROUPS, AT_POINT, LESS,
                 SAYS("Time that waiting tasks have waited", "Time that those tasks have waited", COUNTED)},
     .value = age_of_waiting},
    {.measure = {NAMED("tasks_done_by", "1", FROM_ZERO), ABOUT_GROUPS, AT_SUM, MORE,
                 SAYS("Tasks done so far", "Tasks that working groups did so far", COUNTED)},
     .value = done},
};
// clang-format on

static bool groups_form(const struct scenario *scenario)
{
    const struct group_settings *groups = scenario_settings(scenario, &group_section);
    return groups->form;
}

// clang-format off
static const struct measure_row review_rows[] = {
    {.measure = {NAMED("finished_heard", "1", FROM_ZERO), ABOUT_GROUPS, RUN_SUM, MORE,
                 SAYS("Finished tasks that were heard", "Times that a session heard a task that a working group had finished", COUNTED),
                 MANY("heard", "finished tasks")},
     .value = reviewed},
    {.measure = {NAMED("sent_back", "1", SHARE), ABOUT_GROUPS, RUN_MEAN, LESS,
                 SAYS("Share of finished tasks sent back", "Share of the finished tasks heard that were not accepted, so that part of them was done again", COUNTED)},
     .value = sent_back},
    {.measure = {NAMED("hours_to_review", "h", FROM_ZERO), ABOUT_GROUPS, RUN_MEAN, LESS,
                 SAYS("Time that a finished task waits to be heard", "Time that a finished task waited to be heard; its group worked on meanwhile", COUNTED),
                 MUCH("took", "time to hear a finished task")},
     .value = review_hours},
    {.measure = {NAMED("reviews_waiting", "1", FROM_ZERO), ABOUT_GROUPS, RUN_MEAN, LESS,
                 SAYS("Finished tasks waiting to be heard", "Finished tasks that wait to be heard, averaged over time", "Little 1961"),
                 MANY("had", "finished tasks waiting at any time")},
     .value = reviews_waiting},
    {.measure = {NAMED("reviews_at", "1", FROM_ZERO), ABOUT_GROUPS, AT_POINT, LESS,
                 SAYS("Finished tasks waiting to be heard", "Finished tasks that wait to be heard", COUNTED)},
     .value = reviews_now},
};
// clang-format on

static bool approval_is_after(const struct scenario *scenario)
{
    const struct group_settings *groups = scenario_settings(scenario, &group_section);
    return groups->form && ((const struct approval_rule *)groups->work.approval_when)->after;
}

const struct chapter review_chapter = {
    .needs = "`groups.work.approval_when: after`", .has = approval_is_after, ROWS(review_rows)};

const struct chapter work_chapter = {.needs = "working groups", .has = groups_form, ROWS(rows)};
