/* What a table of settings cannot say of committing. */
#include "checking.h"
#include "commit/commit.h"
#include "gathering/gathering.h"
#include "groups/groups.h"
#include "scenario.h"

static bool commits(const struct method *method)
{
    const struct stage *stages = method == NULL ? NULL : method->stages.items;
    for (size_t i = 0; stages != NULL && i < method->stages.count; i++)
        if (stages[i].verb->commits)
            return true;
    return false;
}

bool commit_is_asked_for(const struct scenario *scenario)
{
    const struct field_list *calendar = scenario_settings(scenario, &calendar_section);
    const struct calendar_entry *lines = calendar->items;
    for (size_t i = 0; i < calendar->count; i++)
        if (commits(lines[i].method))
            return true;
    return false;
}

static void check_line(const struct checking *checking, const struct calendar_entry *line,
                       const struct node *hold)
{
    const struct group_settings *groups = checking_settings(checking, &group_section);
    if (commits(line->method) && !groups->form)
        node_trouble(checking->trouble, hold,
                     "this method makes working groups (`do: commit`), and the scenario has none "
                     "(`groups.form: yes`)");
}

void commit_check(const struct checking *checking)
{
    const struct group_settings *groups = checking_settings(checking, &group_section);
    const struct node *hold = node_at(node_at(node_at(checking->tree, "groups"), "meetings"), "hold");
    calendar_each_held(checking, check_line);
    if (hold != NULL && commits(groups->meetings.method) && !told_about(checking->trouble, hold))
        node_trouble(checking->trouble, hold,
                     "this method commits people to new working groups (`do: commit`), and a meeting of a "
                     "working group cannot");
}

void commit_note(const struct checking *checking)
{
    const struct node *commit = node_at(checking->tree, "commit");
    if (commit != NULL && !commit_is_asked_for(checking->scenario))
        checking_note(checking, commit, "note: no method of the calendar has a stage with `do: commit`");
}
