/* How many working groups there are, how long they live, who finds one, and what their meetings take; and the
 * rows of their table. The books of members' time are up to date when the run has ended.
 */
#include <math.h>

#include "groups/groups_parts.h"
#include "groups/lasting.h"
#include "groups/table.h"
#include "groups/work_parts.h"
#include "mechanism.h"

static const struct groups_tally *groups_tally_of(const struct parts *parts)
{
    return &groups_of(parts)->tally;
}

static sim_time lifetime(const struct parts *parts, const struct group *group)
{
    return (group_lives(group) ? parts->measured_at : group->ended) - group->born;
}

/* Lifetimes of all groups, or of those that ended, added up; days. */
static double life(const struct parts *parts, bool of_ended)
{
    double sum = 0;
    for (uint32_t i = 0; i < groups_of(parts)->all.count; i++)
        if (!of_ended || !group_lives(groups_of(parts)->all.list[i]))
            sum += sim_days(lifetime(parts, groups_of(parts)->all.list[i]));
    return sum;
}

static double born(const struct parts *parts)
{
    return groups_of(parts)->all.count - groups_of(parts)->all.first;
}

static double ended(const struct parts *parts)
{
    return groups_of(parts)->all.count - groups_of(parts)->all.living;
}

static double living(const struct parts *parts)
{
    return row_ratio(life(parts, false), sim_days(parts->measured_at));
}

static double life_per_end(const struct parts *parts)
{
    return row_ratio(life(parts, false), ended(parts));
}

static double life_of_ended(const struct parts *parts)
{
    return row_ratio(life(parts, true), ended(parts));
}

static double members(const struct parts *parts)
{
    double sum = 0;
    for (uint32_t i = 0; i < groups_of(parts)->all.count; i++)
        sum += groups_of(parts)->all.list[i]->members.time / 24;
    return row_ratio(sum, life(parts, false));
}

static double memberships_now(const struct parts *parts)
{
    return (double)(groups_tally_of(parts)->membership.begun - groups_tally_of(parts)->membership.left -
                    groups_tally_of(parts)->membership.ended);
}

static double memberships(const struct parts *parts)
{
    const struct people *people = people_of(parts);
    const uint32_t *places = groups_places(groups_of(parts));
    uint32_t count = 0;
    for (uint32_t person = 0; person < people->count; person++, places += GROUPS_EACH)
        for (uint32_t i = 0; person_is_here(people, person) && i < GROUPS_EACH; i++)
            count += places[i] != 0 ? 1 : 0;
    return row_ratio(count, people_here(people));
}

static double groupless(const struct parts *parts)
{
    uint32_t count = 0;
    for (uint32_t person = 0; person < people_of(parts)->count; person++)
        count +=
            person_is_here(people_of(parts), person) && !person_in_group(groups_of(parts), person) ? 1 : 0;
    return count;
}

static double in_groups(const struct parts *parts)
{
    return 1 - row_ratio(groupless(parts), people_here(people_of(parts)));
}

static double topics(const struct parts *parts)
{
    uint32_t count = 0;
    for (uint32_t topic = 0; topic < groups_of(parts)->topics; topic++)
        count += groups_on(groups_of(parts), topic) != NULL ? 1 : 0;
    return count;
}

static double joins(const struct parts *parts)
{
    double sum = 0;
    for (uint32_t i = 0; i < groups_of(parts)->all.count; i++)
        sum += (double)groups_of(parts)->all.list[i]->members.joins;
    return sum;
}

static double leaves(const struct parts *parts)
{
    return (double)groups_tally_of(parts)->membership.left;
}

static double refused(const struct parts *parts)
{
    return (double)groups_tally_of(parts)->founding.refused;
}

static double found_one(const struct parts *parts)
{
    return row_ratio((double)groups_tally_of(parts)->newcomers.found,
                     (double)groups_tally_of(parts)->newcomers.came);
}

static double days_to_first(const struct parts *parts)
{
    return row_ratio(groups_tally_of(parts)->newcomers.to_first_group / 24,
                     (double)groups_tally_of(parts)->newcomers.found);
}

static double in_vain(const struct parts *parts)
{
    return row_ratio((double)groups_tally_of(parts)->newcomers.in_vain,
                     (double)groups_tally_of(parts)->newcomers.visits);
}

static double meetings(const struct parts *parts)
{
    return (double)groups_tally_of(parts)->meetings.held;
}

static double meeting_people_hours(const struct parts *parts)
{
    return groups_tally_of(parts)->meetings.person_hours;
}

static double with_progress(const struct parts *parts)
{
    return row_ratio((double)groups_tally_of(parts)->meetings.with_progress,
                     (double)groups_tally_of(parts)->meetings.held);
}

static double missed(const struct parts *parts)
{
    return row_ratio((double)groups_tally_of(parts)->meetings.nobody_came,
                     (double)groups_tally_of(parts)->meetings.nobody_came +
                         (double)groups_tally_of(parts)->meetings.held);
}

static double interjections(const struct parts *parts)
{
    return groups_tally_of(parts)->meetings.interjection_hours;
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

#define COUNTED "counted"

static double living_now(const struct parts *parts)
{
    return groups_of(parts)->all.living;
}

static double members_now(const struct parts *parts)
{
    return row_ratio(memberships_now(parts), living_now(parts));
}

// clang-format off
static const struct measure_row rows[] = {
    {.measure = {NAMED("groups_born", "1", FROM_ZERO), ABOUT_GROUPS, RUN_SUM,
                 SAYS("Working groups founded", "Working groups founded during the run", COUNTED),
                 MANY("founded", "working groups")},
     .value = born},
    {.measure = {NAMED("groups_ended", "1", FROM_ZERO), ABOUT_GROUPS, RUN_SUM,
                 SAYS("Working groups that ended", "Working groups that ended", COUNTED),
                 MANY("lost", "working groups")},
     .value = ended},
    {.measure = {NAMED("groups_refused", "1", FROM_ZERO), ABOUT_GROUPS, RUN_SUM,
                 SAYS("Foundings not allowed", "Working groups that enough people wanted and the rules of founding did not allow", COUNTED)},
     .value = refused},
    {.measure = {NAMED("groups_living", "1", FROM_ZERO), ABOUT_GROUPS, RUN_MEAN,
                 SAYS("Working groups", "Working groups that lived, averaged over time", COUNTED),
                 MANY("had", "working groups at any time")},
     .value = living},
    {.measure = {NAMED("topics_covered", "1", FROM_ZERO), ABOUT_GROUPS, RUN_POINT, MORE,
                 SAYS("Topics with a working group", "Topics that some working group was on at the end", COUNTED),
                 MANY("covered", "topics")},
     .value = topics},
    {.measure = {NAMED("group_lifetime", "d", FROM_ZERO), ABOUT_GROUPS, RUN_MEAN,
                 SAYS("Lifetime of a working group", "Time that all working groups lived per group that ended: how long one lives where ends keep their rate", "occurrence and exposure, Kaplan & Meier 1958 for the curve"),
                 MUCH("gave", "life to a working group")},
     .value = life_per_end},
    {.measure = {NAMED("group_lifetime_of_ended", "d", FROM_ZERO), ABOUT_GROUPS, RUN_MEAN,
                 SAYS("Lifetime of groups that ended", "Lifetime of the working groups that ended", COUNTED)},
     .value = life_of_ended},
    {.measure = {NAMED("members_per_group", "1", FROM_ZERO), ABOUT_GROUPS, RUN_MEAN,
                 SAYS("Members of a working group", "Members of a working group, averaged over its life", COUNTED),
                 MANY("had", "members in a working group")},
     .value = members},
    {.measure = {NAMED("memberships", "1", FROM_ZERO), ABOUT_GROUPS, RUN_POINT,
                 SAYS("Working groups per person", "Working groups that a person who is here belonged to at the end", COUNTED)},
     .value = memberships},
    {.measure = {NAMED("in_groups", "1", SHARE), ABOUT_GROUPS, RUN_POINT, MORE,
                 SAYS("Share of people in working groups", "Share of the people here who were in a working group at the end", COUNTED)},
     .value = in_groups},
    {.measure = {NAMED("groups_joined", "1", FROM_ZERO), ABOUT_GROUPS, RUN_SUM,
                 SAYS("People who joined a group", "People who joined a working group after its founding", COUNTED)},
     .value = joins},
    {.measure = {NAMED("groups_left", "1", FROM_ZERO), ABOUT_GROUPS, RUN_SUM,
                 SAYS("People who left a group", "People who left a working group", COUNTED)},
     .value = leaves},
    {.measure = {NAMED("newcomers_with_group", "1", SHARE), ABOUT_GROUPS, RUN_MEAN, MORE,
                 SAYS("Share of newcomers who found a group", "Share of those who came during the run that found or founded a working group", "Klandermans & Oegema 1987"), .since = SINCE_NOTHING},
     .value = found_one},
    {.measure = {NAMED("days_to_first_group", "d", FROM_ZERO), ABOUT_GROUPS, RUN_MEAN, LESS,
                 SAYS("Time to the first working group", "Time from arrival to the first working group, of those who came and found one", COUNTED),
                 MUCH("took", "time to the first working group")},
     .value = days_to_first},
    {.measure = {NAMED("visits_in_vain", "1", SHARE), ABOUT_GROUPS, RUN_MEAN, LESS,
                 SAYS("Share of visits in vain", "Share of visits that led into no working group", COUNTED)},
     .value = in_vain},
    {.measure = {NAMED("meetings_of_groups", "1", FROM_ZERO), ABOUT_GROUPS, RUN_SUM,
                 SAYS("Meetings of working groups", "Meetings that working groups held", COUNTED),
                 MANY("held", "meetings of working groups")},
     .value = meetings},
    {.measure = {NAMED("meeting_hours_of_groups", "h", FROM_ZERO), ABOUT_GROUPS, RUN_SUM,
                 SAYS("Person-hours in groups' meetings", "Hours that people spent in meetings of working groups, added up", COUNTED),
                 MANY("took", "person-hours in meetings of groups")},
     .value = meeting_people_hours},
    {.measure = {NAMED("meetings_with_progress", "1", SHARE), ABOUT_GROUPS, RUN_MEAN, MORE,
                 SAYS("Share of groups' meetings with progress", "Share of these meetings that got somewhere", "work moved or members learned")},
     .value = with_progress},
    {.measure = {NAMED("meetings_missed", "1", SHARE), ABOUT_GROUPS, RUN_MEAN, LESS,
                 SAYS("Share of groups' meetings missed", "Share of these meetings that too few could come to", COUNTED)},
     .value = missed},
    {.measure = {NAMED("interjection_hours", "h", FROM_ZERO), ABOUT_GROUPS, RUN_SUM, LESS,
                 SAYS("Time that visitors took in meetings", "Floor time that visitors took in them", COUNTED),
                 MANY("lost", "hours of meetings to visitors")},
     .value = interjections},
    {.measure = {NAMED("lasting_by_size", "1", BETWEEN(-1, 1)), ABOUT_GROUPS, RUN_MEAN,
                 SAYS("Longer life of larger groups", "Concordance of the size of a working group in its first 28 days with its life after these: 1 the larger always lives longer, 0 by chance, -1 never", "Palla et al. 2007, doi:10.1038/nature05670; concordance, Harrell et al. 1982; cut assumed"), .since = SINCE_NOTHING},
     .value = size_of_lasting},
    {.measure = {NAMED("lasting_by_turnover_small", "1", BETWEEN(-1, 1)), ABOUT_GROUPS, RUN_MEAN,
                 SAYS("Longer life of small groups by turnover", "Concordance of turnover in the first 28 days with the life after these, over working groups of fewer than 7: 1 the one with more always lives longer, 0 by chance, -1 never", "Palla et al. 2007, doi:10.1038/nature05670; concordance, Harrell et al. 1982; cuts assumed"), .since = SINCE_NOTHING},
     .value = turnover_of_small},
    {.measure = {NAMED("lasting_by_turnover_large", "1", BETWEEN(-1, 1)), ABOUT_GROUPS, RUN_MEAN,
                 SAYS("Longer life of large groups by turnover", "Concordance of turnover in the first 28 days with the life after these, over working groups of 7 or more: 1 the one with more always lives longer, 0 by chance, -1 never", "Palla et al. 2007, doi:10.1038/nature05670; concordance, Harrell et al. 1982; cuts assumed"), .since = SINCE_NOTHING},
     .value = turnover_of_large},
    {.measure = {NAMED("groups_at", "1", FROM_ZERO), ABOUT_GROUPS, AT_POINT,
                 SAYS("Working groups", "Working groups that live", COUNTED)},
     .value = living_now},
    {.measure = {NAMED("topics_covered_at", "1", FROM_ZERO), ABOUT_GROUPS, AT_POINT, MORE,
                 SAYS("Topics with a working group", "Topics that some working group is on", COUNTED)},
     .value = topics},
    {.measure = {NAMED("members_at", "1", FROM_ZERO), ABOUT_GROUPS, AT_POINT,
                 SAYS("Members of a working group", "Members of a working group", COUNTED)},
     .value = members_now},
    {.measure = {NAMED("groupless_at", "1", FROM_ZERO), ABOUT_GROUPS, AT_POINT, LESS,
                 SAYS("People without a working group", "People here without a working group", COUNTED)},
     .value = groupless},
};
// clang-format on

/* Tasks that still wait count with the time until now. */
static double hours_waited(const struct parts *parts, const struct group *group)
{
    sim_time still = 0;
    for (uint32_t i = 0; group_lives(group) && i < group->work.lane_count; i++)
        if (group->work.lanes[i].state == TASK_WAITS)
            still += parts->measured_at - group->work.lanes[i].since;
    return sim_hours(group->work.books.waited + still);
}

static void write_groups(struct outcome *outcome, uint32_t site, const struct parts *parts)
{
    for (uint32_t i = 0; groups_of(parts) != NULL && i < groups_of(parts)->all.count; i++) {
        const struct group *group = groups_of(parts)->all.list[i];
        const struct group_row row = {
            .number = group->number,
            .topic = group->topic,
            .category = group->category,
            .ending = group->end,
            .born = group->born,
            .ended = group->ended,
            .members.founders = group->members.founders,
            .members.most = group->members.most,
            .members.joined = (uint32_t)group->members.joins,
            .members.left = (uint32_t)group->members.leaves,
            .members.mean = row_ratio(group->members.time, sim_hours(lifetime(parts, group))),
            .meetings = (uint32_t)group->meetings.held,
            .work.tasks = group->work.books.done,
            .work.effort = group->work.books.effort,
            .work.experience = group->work.memory.experience,
            .work.waited = hours_waited(parts, group),
            .most_links = group->links.most,
        };
        group_write(outcome, site, &row);
    }
}

static bool groups_form(const struct scenario *scenario)
{
    const struct group_settings *groups = scenario_settings(scenario, &group_section);
    return groups->form;
}

static const struct table *const tables[] = {&group_table, NULL};

const struct chapter group_chapter = {
    .needs = "working groups", .has = groups_form, ROWS(rows), .tables = tables, .write = write_groups};
