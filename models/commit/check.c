/* What a table of settings cannot say of committing. */
#include "checking.h"
#include "commit/commit.h"
#include "gathering/gathering.h"
#include "groups/groups.h"
#include "scenario.h"

/* Whether a method has a stage in which people commit themselves: to what groups do, or to anything else. */
static bool commits(const struct method *method, bool of_groups)
{
    const struct stage *stages = method == NULL ? NULL : method->stages.items;
    for (size_t i = 0; stages != NULL && i < method->stages.count; i++)
        if (stages[i].verb->commits && ((const struct commit_rule *)stages[i].into)->of_groups == of_groups)
            return true;
    return false;
}

static bool calendar_commits(const struct field_list *calendar, bool of_groups)
{
    const struct calendar_entry *lines = calendar->items;
    for (size_t i = 0; i < calendar->count; i++)
        if (commits(lines[i].method, of_groups))
            return true;
    return false;
}

static bool somebody_plans(const struct field_list *calendar, const struct group_settings *groups)
{
    return calendar_commits(calendar, true) || (groups->form && (commits(groups->meetings.method, true) ||
                                                                 commits(groups->plannings.method, true)));
}

bool commit_is_asked_for(const struct scenario *scenario)
{
    const struct field_list *calendar = scenario_settings(scenario, &calendar_section);
    const struct group_settings *groups = scenario_settings(scenario, &group_section);
    return calendar_commits(calendar, false) || somebody_plans(calendar, groups);
}

#define NO_SPRINT                                                                                            \
    "in this method working groups take up tasks (`into: task`), and here they do so whenever they are "     \
    "free "                                                                                                  \
    "(`groups.work.sprint: 0`)"

static void check_line(const struct checking *checking, const struct calendar_entry *line,
                       const struct node *hold)
{
    const struct group_settings *groups = checking_settings(checking, &group_section);
    if (commits(line->method, false) && !groups->form)
        node_trouble(checking->trouble, hold,
                     "this method makes working groups (`do: commit`), and the scenario has none "
                     "(`groups.form: yes`)");
    else if (commits(line->method, true) && !groups->form)
        node_trouble(checking->trouble, hold,
                     "in this method working groups take up tasks (`into: task`), and the scenario has none "
                     "(`groups.form: yes`)");
    else if (commits(line->method, true) && groups->work.sprint == 0)
        node_trouble(checking->trouble, hold, NO_SPRINT);
}

static void check_meetings(const struct checking *checking, const char *key,
                           const struct calendar_entry *entry)
{
    const struct group_settings *groups = checking_settings(checking, &group_section);
    const struct node *hold = node_at(node_at(node_at(checking->tree, "groups"), key), "hold");
    if (hold == NULL || told_about(checking->trouble, hold))
        return;
    if (commits(entry->method, false))
        node_trouble(checking->trouble, hold,
                     "this method commits people to new working groups (`do: commit`), and a meeting of a "
                     "working group cannot");
    else if (commits(entry->method, true) && groups->work.sprint == 0)
        node_trouble(checking->trouble, hold, NO_SPRINT);
}

/* A group that may take up tasks at a planning only, and never plans, never works. */
static void check_sprint(const struct checking *checking)
{
    const struct field_list *calendar = checking_settings(checking, &calendar_section);
    const struct calendar_entry *lines = calendar->items;
    const struct group_settings *groups = checking_settings(checking, &group_section);
    const struct node *sprint = node_at(node_at(node_at(checking->tree, "groups"), "work"), "sprint");
    if (sprint == NULL || groups->work.sprint == 0 || told_about(checking->trouble, sprint))
        return;
    for (size_t i = 0; i < calendar->count; i++)
        if (lines[i].hold != NULL && lines[i].method == NULL)
            return; /* told of */
    if (!groups->form || !somebody_plans(calendar, groups))
        node_trouble(checking->trouble, sprint,
                     "working groups take up tasks at a planning only, and nobody holds one (a stage with "
                     "`do: commit`, `into: task`)");
}

void commit_check(const struct checking *checking)
{
    calendar_each_held(checking, check_line);
    const struct group_settings *groups = checking_settings(checking, &group_section);
    check_meetings(checking, "meetings", &groups->meetings);
    check_meetings(checking, "plannings", &groups->plannings);
    check_sprint(checking);
}

void commit_note(const struct checking *checking)
{
    const struct node *commit = node_at(checking->tree, "commit");
    if (commit != NULL && !commit_is_asked_for(checking->scenario))
        checking_note(checking, commit, "note: no method of the calendar has a stage with `do: commit`");
}
