/* What working groups do, and what they wait for. Hours and time integrals are true up to the end of the run.
 */
#include <math.h>

#include "groups/groups.h"
#include "measures/measures.h"

static double ratio(double of, double to)
{
    return to > 0 ? of / to : NAN;
}

static const struct work_tally *work(const struct parts *parts)
{
    return &parts->groups->work;
}

static const struct approvals *approvals(const struct parts *parts)
{
    return &parts->groups->approvals;
}

/* Of all groups, hours. */
static double member_time(const struct parts *parts)
{
    double sum = 0;
    for (uint32_t i = 0; i < parts->groups->count; i++)
        sum += parts->groups->all[i]->member_time;
    return sum;
}

static double lifetimes(const struct parts *parts)
{
    double sum = 0;
    for (uint32_t i = 0; i < parts->groups->count; i++) {
        const struct group *group = parts->groups->all[i];
        sim_time until = group_lives(group) ? parts->ledger->settings->ends : group->ended;
        sum += sim_hours(until - group->born);
    }
    return sum;
}

static double done(const struct parts *parts)
{
    return (double)work(parts)->done;
}

static double done_per_member_day(const struct parts *parts)
{
    return ratio(done(parts), member_time(parts) / 24);
}

static double done_common(const struct parts *parts)
{
    return (double)work(parts)->common;
}

static double dropped(const struct parts *parts)
{
    return (double)work(parts)->dropped;
}

static double hours(const struct parts *parts)
{
    return work(parts)->hours;
}

static double hours_per_task(const struct parts *parts)
{
    return ratio(hours(parts), done(parts));
}

static double hours_in_vain(const struct parts *parts)
{
    return ratio(work(parts)->in_vain, hours(parts));
}

static double hours_on_conditions(const struct parts *parts)
{
    return ratio(work(parts)->on_conditions, hours(parts));
}

static double speed(const struct parts *parts)
{
    return ratio(work(parts)->speed, done(parts));
}

static double skill(const struct parts *parts)
{
    return ratio(work(parts)->skill, done(parts));
}

static double learned(const struct parts *parts)
{
    return (double)work(parts)->learned;
}

static double proposals(const struct parts *parts)
{
    return parts->agenda->count - parts->agenda->given;
}

static double granted(const struct parts *parts)
{
    return (double)approvals(parts)->granted;
}

static double wait(const struct parts *parts)
{
    return ratio(sim_hours(approvals(parts)->granted_stays), (double)approvals(parts)->granted);
}

static double waiting(const struct parts *parts)
{
    return ratio((double)approvals(parts)->area, (double)parts->ledger->settings->ends);
}

static double waiting_share(const struct parts *parts)
{
    return ratio(sim_hours(approvals(parts)->area), lifetimes(parts));
}

static double orphaned(const struct parts *parts)
{
    return (double)approvals(parts)->orphaned;
}

#define RUN     MEASURE_RUN
#define NONE    BETTER_NEITHER, NULL, 0, 0, SCOPE_SITE
#define MORE    BETTER_MORE, NULL, 0, 0, SCOPE_SITE
#define LESS    BETTER_LESS, NULL, 0, 0, SCOPE_SITE
#define COUNTED "counted"

// clang-format off
static const struct run_measure run_rows[] = {
    {{"tasks_done", "1", FROM_ZERO, "Tasks that working groups did", COUNTED, "time: sum", RUN, MORE}, done},
    {{"tasks_per_member_day", "d-1", FROM_ZERO, "Tasks done per day of membership in a working group", COUNTED, "time: mean", RUN, MORE}, done_per_member_day},
    {{"common_tasks_done", "1", FROM_ZERO, "Tasks done on common items of the movement, twice where groups did not know of each other", COUNTED, "time: sum", RUN, NONE}, done_common},
    {{"tasks_dropped", "1", FROM_ZERO, "Tasks dropped: refused, solved elsewhere, or left when the group ended", COUNTED, "time: sum", RUN, LESS}, dropped},
    {{"work_hours", "h", FROM_ZERO, "Hours that members worked on tasks, added up", COUNTED, "time: sum", RUN, NONE}, hours},
    {{"work_hours_per_task", "h", FROM_ZERO, "Hours of work per task done", COUNTED, "time: mean", RUN, LESS}, hours_per_task},
    {{"work_in_vain", "1", SHARE, "Share of the hours of work that went into tasks that were dropped", COUNTED, "time: mean", RUN, LESS}, hours_in_vain},
    {{"work_on_conditions", "1", SHARE, "Share of the hours of work that conditions added", "1 - 1 / (1 + condition_cost)^conditions", "time: mean", RUN, LESS}, hours_on_conditions},
    {{"speed_of_experience", "1", FROM_ONE, "Factor by which experience sped up the tasks done", "Wright 1936, doi:10.2514/8.155", "time: mean", RUN, MORE}, speed},
    {{"know_how_at_hand", "1", SHARE, "Share of the know-how that a task needed that some member had when it was done", COUNTED, "time: mean", RUN, MORE}, skill},
    {{"learned_in_work", "1", FROM_ZERO, "Facets of know-how that members learned from each other in tasks", COUNTED, "time: sum", RUN, MORE}, learned},
    {{"proposals_of_groups", "1", FROM_ZERO, "Proposals that working groups submitted", COUNTED, "time: sum", RUN, NONE}, proposals},
    {{"approvals", "1", FROM_ZERO, "Tasks of working groups that the assembly approved", COUNTED, "time: sum", RUN, MORE}, granted},
    {{"hours_to_approval", "h", FROM_ZERO, "Time that a task waited for its approval, of those approved", COUNTED, "time: mean", RUN, LESS}, wait},
    {{"approvals_waiting", "1", FROM_ZERO, "Tasks that wait for approval, averaged over time", "Little 1961", "time: mean", RUN, LESS}, waiting},
    {{"time_waiting", "1", SHARE, "Share of their life that working groups waited for an approval", COUNTED, "time: mean", RUN, LESS}, waiting_share},
    {{"ended_waiting", "1", FROM_ZERO, "Working groups that ended while they waited for an approval", COUNTED, "time: sum", RUN, LESS}, orphaned},
};
// clang-format on

static double waiting_now(const struct parts *parts)
{
    return approvals(parts)->waiting;
}

static double age_of_waiting(const struct parts *parts)
{
    const struct groups *groups = parts->groups;
    double sum = 0;
    for (uint32_t i = 0; i < groups->count; i++)
        if (group_lives(groups->all[i]) && work_waits(&groups->all[i]->work))
            sum += sim_hours(parts->ledger->now - groups->all[i]->work.since);
    return ratio(sum, waiting_now(parts));
}

#define TIME MEASURE_TIME

// clang-format off
static const struct run_measure time_rows[] = {
    {{"approvals_at", "1", FROM_ZERO, "Tasks that wait for approval", COUNTED, "time: point", TIME, LESS}, waiting_now},
    {{"age_of_waiting_at", "h", FROM_ZERO, "Time that those tasks have waited", COUNTED, "time: point", TIME, LESS}, age_of_waiting},
    {{"tasks_done_by", "1", FROM_ZERO, "Tasks that working groups did so far", COUNTED, "time: sum", TIME, MORE}, done},
};
// clang-format on

const struct run_rows work_measures = {run_rows, sizeof run_rows / sizeof run_rows[0]};
const struct run_rows work_time_measures = {time_rows, sizeof time_rows / sizeof time_rows[0]};
