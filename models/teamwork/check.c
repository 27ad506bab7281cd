/* What the table of teamwork cannot say. */
#include "checking.h"
#include "groups/groups.h"
#include "scenario.h"
#include "teamwork/teamwork.h"

bool teamwork_is_asked_for(const struct scenario *scenario)
{
    const struct teamwork_settings *settings = scenario_settings(scenario, &teamwork_section);
    const struct group_settings *groups = scenario_settings(scenario, &group_section);
    return groups->form && ((const struct assign_rule *)settings->assign)->apart;
}

/* A number that nothing reads is a mistake. A design may switch its cause off, if it says so itself. */
static void check_in_vain(const struct checking *checking, struct node *section)
{
    for (const struct node *given = section->first; given != NULL; given = given->next)
        if (!told_about(checking->trouble, given))
            node_key_trouble(checking->trouble, given, "`%s` is read with `assign: pull` only", given->key);
}

static bool is_given_alone(const struct checking *checking, struct node *section, const char *key,
                           const char *cause)
{
    const struct node *given = node_at(section, key);
    return given != NULL && node_at(section, cause) == NULL && !told_about(checking->trouble, given);
}

static void check_causes(const struct checking *checking, struct node *section)
{
    if (is_given_alone(checking, section, "coupled", "parts") ||
        is_given_alone(checking, section, "rework", "parts"))
        node_trouble(checking->trouble, section,
                     "a task has one part (`parts: 1`), and it takes two to bear on each other");
    if (is_given_alone(checking, section, "signal_minutes", "signal"))
        node_key_trouble(checking->trouble, node_at(section, "signal_minutes"),
                         "`signal_minutes` is read where somebody signals (`signal`) only");
}

static void check_groups(const struct checking *checking, struct node *section)
{
    const struct group_settings *groups = checking_settings(checking, &group_section);
    const struct node *assign = node_at(section, "assign");
    if (!groups->form)
        node_trouble(checking->trouble, assign,
                     "members of working groups take parts of their tasks, and the scenario has no groups "
                     "(`groups.form: yes`)");
    else if (groups->work.hours == 0)
        node_trouble(checking->trouble, assign,
                     "working groups have no tasks here (`groups.work.hours: 0 h`), so there are no parts "
                     "to take");
}

void teamwork_check(const struct checking *checking)
{
    const struct teamwork_settings *settings = checking_settings(checking, &teamwork_section);
    struct node *section = node_at(checking->tree, "teamwork");
    if (section == NULL || told_about(checking->trouble, section))
        return;
    if (node_at(section, "assign") == NULL) {
        check_in_vain(checking, section);
        return;
    }
    check_causes(checking, section);
    if (!((const struct assign_rule *)settings->assign)->apart)
        return;
    check_groups(checking, section);
}

static void note_talk(const struct checking *checking, const struct calendar_entry *entry,
                      const struct node *hold)
{
    const struct teamwork_settings *settings = checking_settings(checking, &teamwork_section);
    const struct group_settings *groups = checking_settings(checking, &group_section);
    if (groups->form && entry->method != NULL && method_meets_tasks(entry->method) &&
        !((const struct assign_rule *)settings->assign)->apart)
        checking_note(
            checking, hold,
            "note: all members work on a task together here (`teamwork.assign: together`), so what they "
            "tell each other of it teaches them, and saves no work");
}

static void note_talk_of_tasks(const struct checking *checking)
{
    const struct group_settings *groups = checking_settings(checking, &group_section);
    struct node *given = node_at(checking->tree, "groups");
    const struct node *meets = node_at(node_at(given, "meetings"), "hold");
    const struct node *plans = node_at(node_at(given, "plannings"), "hold");
    calendar_each_held(checking, note_talk);
    if (meets != NULL)
        note_talk(checking, &groups->meetings, meets);
    if (plans != NULL)
        note_talk(checking, &groups->plannings, plans);
}

void teamwork_note(const struct checking *checking)
{
    note_talk_of_tasks(checking);
    const struct teamwork_settings *settings = checking_settings(checking, &teamwork_section);
    const struct node *wip = node_at(node_at(checking->tree, "teamwork"), "wip");
    if (wip != NULL && ((const struct assign_rule *)settings->assign)->apart &&
        settings->wip > settings->parts)
        checking_note(checking, wip,
                      "note: a member cannot have more parts in hand (`wip`) than a task has (`parts`)");
}
