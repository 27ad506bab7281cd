/* How many working groups there are, how long they live, who finds one, and what their meetings take; and the
 * rows of their table. Members' time is true up to the end of the run.
 */
#include <math.h>

#include "groups/groups.h"
#include "groups/knowing.h"
#include "measures/lasting.h"
#include "measures/measures.h"
#include "measures/movement_tables.h"

static double ratio(double of, double to)
{
    return to > 0 ? of / to : NAN;
}

static const struct groups_tally *tally(const struct parts *parts)
{
    return &parts->groups->tally;
}

static sim_time lifetime(const struct parts *parts, const struct group *group)
{
    return (group_lives(group) ? parts->ledger->settings->ends : group->ended) - group->born;
}

/* Of all groups, or of those that ended; days. */
static double life(const struct parts *parts, bool of_ended)
{
    double sum = 0;
    for (uint32_t i = 0; i < parts->groups->count; i++)
        if (!of_ended || !group_lives(parts->groups->all[i]))
            sum += sim_days(lifetime(parts, parts->groups->all[i]));
    return sum;
}

static double born(const struct parts *parts)
{
    return parts->groups->count - parts->groups->first;
}

static double ended(const struct parts *parts)
{
    return parts->groups->count - parts->groups->living;
}

static double living(const struct parts *parts)
{
    return ratio(life(parts, false), sim_days(parts->ledger->settings->ends));
}

static double life_per_end(const struct parts *parts)
{
    return ratio(life(parts, false), ended(parts));
}

static double life_of_ended(const struct parts *parts)
{
    return ratio(life(parts, true), ended(parts));
}

static double members(const struct parts *parts)
{
    double sum = 0;
    for (uint32_t i = 0; i < parts->groups->count; i++)
        sum += parts->groups->all[i]->member_time / 24;
    return ratio(sum, life(parts, false));
}

static double memberships_now(const struct parts *parts)
{
    return (double)(tally(parts)->memberships - tally(parts)->left - tally(parts)->ended);
}

static double memberships(const struct parts *parts)
{
    double sum = 0;
    for (uint32_t person = 0; person < parts->people->count; person++)
        for (uint32_t i = 0; person_is_here(parts->people, person) && i < GROUPS_EACH; i++)
            sum += group_of_person(parts->groups, person, i) != NULL ? 1 : 0;
    return ratio(sum, people_here(parts->people));
}

static double groupless(const struct parts *parts)
{
    uint32_t count = 0;
    for (uint32_t person = 0; person < parts->people->count; person++)
        count += person_is_here(parts->people, person) && !person_in_group(parts->groups, person) ? 1 : 0;
    return count;
}

static double in_groups(const struct parts *parts)
{
    return 1 - ratio(groupless(parts), people_here(parts->people));
}

static double topics(const struct parts *parts)
{
    uint32_t count = 0;
    for (uint32_t topic = 0; topic < parts->groups->topics; topic++)
        count += groups_on(parts->groups, topic) != NULL ? 1 : 0;
    return count;
}

static double joins(const struct parts *parts)
{
    double sum = 0;
    for (uint32_t i = 0; i < parts->groups->count; i++)
        sum += (double)parts->groups->all[i]->joins;
    return sum;
}

static double leaves(const struct parts *parts)
{
    return (double)tally(parts)->left;
}

static double refused(const struct parts *parts)
{
    return (double)tally(parts)->refused;
}

static double found_one(const struct parts *parts)
{
    return ratio((double)tally(parts)->found, (double)tally(parts)->newcomers);
}

static double days_to_first(const struct parts *parts)
{
    return ratio(tally(parts)->to_first_group / 24, (double)tally(parts)->found);
}

static double in_vain(const struct parts *parts)
{
    return ratio((double)tally(parts)->in_vain, (double)tally(parts)->visits);
}

static double meetings(const struct parts *parts)
{
    return (double)tally(parts)->meetings;
}

static double meeting_people_hours(const struct parts *parts)
{
    return tally(parts)->person_hours;
}

static double with_progress(const struct parts *parts)
{
    return ratio((double)tally(parts)->with_progress, (double)tally(parts)->meetings);
}

static double missed(const struct parts *parts)
{
    return ratio((double)tally(parts)->nobody_came,
                 (double)tally(parts)->nobody_came + (double)tally(parts)->meetings);
}

static double interjections(const struct parts *parts)
{
    return tally(parts)->interjection_hours;
}

static double size_of_lasting(const struct parts *parts)
{
    return lasting_by_size(parts, LASTING_ALL);
}

static double turnover_of_small(const struct parts *parts)
{
    return lasting_by_turnover(parts, LASTING_SMALL);
}

static double turnover_of_large(const struct parts *parts)
{
    return lasting_by_turnover(parts, LASTING_LARGE);
}

#define RUN     MEASURE_RUN
#define NONE    BETTER_NEITHER, NULL, 0, 0, SCOPE_SITE
#define MORE    BETTER_MORE, NULL, 0, 0, SCOPE_SITE
#define LESS    BETTER_LESS, NULL, 0, 0, SCOPE_SITE
#define COUNTED "counted"

// clang-format off
static const struct run_measure run_rows[] = {
    {{"groups_born", "1", FROM_ZERO, "Working groups founded during the run", COUNTED, "time: sum", RUN, NONE}, born},
    {{"groups_ended", "1", FROM_ZERO, "Working groups that ended", COUNTED, "time: sum", RUN, NONE}, ended},
    {{"groups_refused", "1", FROM_ZERO, "Working groups that enough people wanted and the rules of founding did not allow", COUNTED, "time: sum", RUN, NONE}, refused},
    {{"groups_living", "1", FROM_ZERO, "Working groups that lived, averaged over time", COUNTED, "time: mean", RUN, NONE}, living},
    {{"topics_covered", "1", FROM_ZERO, "Topics that some working group was on at the end", COUNTED, "time: point", RUN, MORE}, topics},
    {{"group_lifetime", "d", FROM_ZERO, "Time that all working groups lived per group that ended: how long one lives where ends keep their rate", "occurrence and exposure, Kaplan & Meier 1958 for the curve", "time: mean", RUN, NONE}, life_per_end},
    {{"group_lifetime_of_ended", "d", FROM_ZERO, "Lifetime of the working groups that ended", COUNTED, "time: mean", RUN, NONE}, life_of_ended},
    {{"members_per_group", "1", FROM_ZERO, "Members of a working group, averaged over its life", COUNTED, "time: mean", RUN, NONE}, members},
    {{"memberships", "1", FROM_ZERO, "Working groups that a person who is here belonged to at the end", COUNTED, "time: point", RUN, NONE}, memberships},
    {{"in_groups", "1", SHARE, "Share of the people here who were in a working group at the end", COUNTED, "time: point", RUN, MORE}, in_groups},
    {{"groups_joined", "1", FROM_ZERO, "People who joined a working group after its founding", COUNTED, "time: sum", RUN, NONE}, joins},
    {{"groups_left", "1", FROM_ZERO, "People who left a working group", COUNTED, "time: sum", RUN, NONE}, leaves},
    {{"newcomers_with_group", "1", SHARE, "Share of those who came during the run that found or founded a working group", "Klandermans & Oegema 1987", "time: mean", RUN, MORE}, found_one},
    {{"days_to_first_group", "d", FROM_ZERO, "Time from arrival to the first working group, of those who came and found one", COUNTED, "time: mean", RUN, LESS}, days_to_first},
    {{"visits_in_vain", "1", SHARE, "Share of visits that led into no working group", COUNTED, "time: mean", RUN, LESS}, in_vain},
    {{"meetings_of_groups", "1", FROM_ZERO, "Meetings that working groups held", COUNTED, "time: sum", RUN, NONE}, meetings},
    {{"meeting_hours_of_groups", "h", FROM_ZERO, "Hours that people spent in meetings of working groups, added up", COUNTED, "time: sum", RUN, NONE}, meeting_people_hours},
    {{"meetings_with_progress", "1", SHARE, "Share of these meetings that got somewhere", "work moved or members learned", "time: mean", RUN, MORE}, with_progress},
    {{"meetings_missed", "1", SHARE, "Share of these meetings that too few could come to", COUNTED, "time: mean", RUN, LESS}, missed},
    {{"interjection_hours", "h", FROM_ZERO, "Floor time that visitors took in them", COUNTED, "time: sum", RUN, LESS}, interjections},
    {{"lasting_by_size", "1", BETWEEN(-1, 1), "Concordance of the size of a working group in its first 28 days with its life after these: 1 the larger always lives longer, 0 by chance, -1 never", "Palla et al. 2007, doi:10.1038/nature05670; concordance, Harrell et al. 1982; cut assumed", "time: mean", RUN, NONE}, size_of_lasting},
    {{"lasting_by_turnover_small", "1", BETWEEN(-1, 1), "Concordance of turnover in the first 28 days with the life after these, over working groups of fewer than 7: 1 the one with more always lives longer, 0 by chance, -1 never", "Palla et al. 2007, doi:10.1038/nature05670; concordance, Harrell et al. 1982; cuts assumed", "time: mean", RUN, NONE}, turnover_of_small},
    {{"lasting_by_turnover_large", "1", BETWEEN(-1, 1), "Concordance of turnover in the first 28 days with the life after these, over working groups of 7 or more: 1 the one with more always lives longer, 0 by chance, -1 never", "Palla et al. 2007, doi:10.1038/nature05670; concordance, Harrell et al. 1982; cuts assumed", "time: mean", RUN, NONE}, turnover_of_large},
};
// clang-format on

static double living_now(const struct parts *parts)
{
    return parts->groups->living;
}

static double members_now(const struct parts *parts)
{
    return ratio(memberships_now(parts), living_now(parts));
}

#define TIME MEASURE_TIME

// clang-format off
static const struct run_measure time_rows[] = {
    {{"groups_at", "1", FROM_ZERO, "Working groups that live", COUNTED, "time: point", TIME, NONE}, living_now},
    {{"topics_covered_at", "1", FROM_ZERO, "Topics that some working group is on", COUNTED, "time: point", TIME, MORE}, topics},
    {{"members_at", "1", FROM_ZERO, "Members of a working group", COUNTED, "time: point", TIME, NONE}, members_now},
    {{"groupless_at", "1", FROM_ZERO, "People here without a working group", COUNTED, "time: point", TIME, LESS}, groupless},
};
// clang-format on

const struct run_rows group_measures = {run_rows, sizeof run_rows / sizeof run_rows[0]};
const struct run_rows group_time_measures = {time_rows, sizeof time_rows / sizeof time_rows[0]};

/* What it waits for at the end counts up to then. */
static double hours_waited(const struct parts *parts, const struct group *group)
{
    bool waits = group_lives(group) && work_waits(&group->work);
    sim_time still = waits ? parts->ledger->settings->ends - group->work.since : 0;
    return sim_hours(group->work.waited + still);
}

void write_groups(struct outcome *outcome, uint32_t site, const struct parts *parts)
{
    for (uint32_t i = 0; parts->groups != NULL && i < parts->groups->count; i++) {
        const struct group *group = parts->groups->all[i];
        const struct group_row row = {
            .number = group->number,
            .topic = group->topic,
            .category = group->category,
            .ending = group->end,
            .born = group->born,
            .ended = group->ended,
            .founders = group->founders,
            .most_members = group->most_members,
            .joined = (uint32_t)group->joins,
            .left = (uint32_t)group->leaves,
            .mean_members = ratio(group->member_time, sim_hours(lifetime(parts, group))),
            .meetings = (uint32_t)group->meetings,
            .tasks = group->work.done_tasks,
            .effort = group->work.effort,
            .experience = group->work.experience,
            .waited = hours_waited(parts, group),
            .most_links = group->most_links,
        };
        write_group(outcome, site, &row);
    }
}
