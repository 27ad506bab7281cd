/* Whether working groups can be as the scenario wants them. */
#include "checking.h"
#include "gathering/verbs.h"
#include "groups/groups_parts.h"
#include "people/interests.h"
#include "places/places.h"

static const struct group_settings *settings_of(const struct checking *checking)
{
    return checking_settings(checking, &group_section);
}

static void check_start(const struct checking *checking, struct node *groups)
{
    struct node *start = node_at(groups, "start");
    const struct group_start_settings *settings = &settings_of(checking)->start;
    const struct field_list *places = checking_settings(checking, &site_section);
    const struct site_settings *sites = places->items;
    if (start == NULL || told_about(checking->trouble, start))
        return;
    for (size_t i = 0; i < places->count; i++)
        if (settings->groups * settings->members > sites[i].people) {
            node_key_trouble(checking->trouble, start,
                             "%lld groups of %lld need %lld people, but a site has %lld; at first everybody "
                             "is in one group at most",
                             (long long)settings->groups, (long long)settings->members,
                             (long long)(settings->groups * settings->members), (long long)sites[i].people);
            return;
        }
}

/* A group that is born with too few members and has no time to find more would never live. */
static void check_size(const struct checking *checking, struct node *groups)
{
    const struct group_settings *settings = settings_of(checking);
    struct node *founding = node_at(groups, "founding"), *start = node_at(groups, "start"),
                *membership = node_at(groups, "membership");
    int64_t least = settings->membership.death_below;
    struct node *where = membership != NULL ? membership : founding != NULL ? founding : start;
    if (settings->membership.death_after > 0 || where == NULL || told_about(checking->trouble, where))
        return;
    if (settings->founding.announce > 0 && settings->founding.size < least)
        node_key_trouble(checking->trouble, where,
                         "groups are founded by %lld people and dissolve at once below %lld; give them time "
                         "(`death_after`), or more founders (`founding.size`)",
                         (long long)settings->founding.size, (long long)least);
    else if (settings->start.groups > 0 && settings->start.members < least)
        node_key_trouble(checking->trouble, where,
                         "groups have %lld members at first and dissolve at once below %lld; give them time "
                         "(`death_after`), or more members (`start.members`)",
                         (long long)settings->start.members, (long long)least);
}

static void check_meetings(const struct checking *checking, struct node *groups, const char *key,
                           const struct calendar_entry *entry)
{
    struct node *meetings = node_at(groups, key);
    if (meetings == NULL || told_about(checking->trouble, meetings))
        return;
    if (entry->lasts > entry->every)
        node_key_trouble(checking->trouble, meetings,
                         "a meeting lasts longer (`for`) than the time to the next one (`every`)");
    if (entry->hold == NULL && (node_at(meetings, "every") != NULL || node_at(meetings, "for") != NULL))
        node_key_trouble(checking->trouble, meetings,
                         "groups meet where `hold` names a method, and it is missing");
}

static bool decides(const struct calendar_entry *entry)
{
    const struct stage *stages = entry->method == NULL ? NULL : entry->method->stages.items;
    for (size_t i = 0; stages != NULL && i < entry->method->stages.count; i++)
        if (stages[i].verb->decides)
            return true;
    return false;
}

static bool seats_delegates(const struct calendar_entry *entry)
{
    const struct stage *stages = entry->method == NULL ? NULL : entry->method->stages.items;
    for (size_t i = 0; stages != NULL && i < entry->method->stages.count; i++)
        if (stages[i].seating->delegates_talk)
            return true;
    return false;
}

/* A group decides nothing for everybody: it puts a proposal on the agenda of the assembly instead. */
static void check_method(const struct checking *checking, struct node *groups, const char *key,
                         const struct calendar_entry *entry)
{
    const struct node *hold = node_at(node_at(groups, key), "hold");
    if (hold != NULL && decides(entry))
        node_trouble(
            checking->trouble, hold,
            "this method decides proposals of the assembly, and a meeting of a working group cannot");
}

/* Whether any group will have a task that has to be approved. */
static bool asks(const struct group_settings *settings)
{
    for (int i = 0; i < GROUP_CATEGORIES; i++)
        if (settings->category[i].share > 0 && settings->category[i].approval > 0)
            return settings->work.hours > 0;
    return false;
}

static void check_approvals(const struct checking *checking, struct node *groups)
{
    const struct field_list *lines = checking_settings(checking, &calendar_section);
    const struct calendar_entry *entries = lines->items;
    if (!asks(settings_of(checking)) || told_about(checking->trouble, groups))
        return;
    for (size_t i = 0; i < lines->count; i++)
        if (entries[i].method == NULL || decides(&entries[i]))
            return;
    node_key_trouble(
        checking->trouble, groups,
        "tasks of working groups wait for approval, and no session of the calendar decides anything");
    trouble_hint(checking->trouble,
                 "hold an assembly, or set the `approval` of operational, sectorial and strategy to 0 %%");
}

static void check_shares(const struct checking *checking, struct node *groups)
{
    double all = 0;
    for (int i = 0; i < GROUP_CATEGORIES; i++)
        all += settings_of(checking)->category[i].share;
    if (all <= 0)
        node_key_trouble(checking->trouble, groups,
                         "the `share` of every category is 0, so no group could have any");
}

/* Where there are no groups, no group can send a delegate. */
static void check_delegates(const struct checking *checking)
{
    const struct field_list *lines = checking_settings(checking, &calendar_section);
    const struct calendar_entry *entries = lines->items;
    struct node *calendar = node_at(checking->tree, "calendar");
    struct node *line = calendar == NULL ? NULL : calendar->first;
    for (size_t i = 0; i < lines->count && line != NULL; i++, line = line->next) {
        const struct node *hold = node_at(line, "hold"), *who = node_at(line, "who");
        if (told_about(checking->trouble, line) || hold == NULL)
            continue;
        bool called = entries[i].who->delegates && who != NULL;
        if (!called && !seats_delegates(&entries[i]))
            continue;
        node_trouble(checking->trouble, called ? who : hold,
                     "%s delegates of working groups, and there are none here",
                     called ? "this calls" : "this method seats");
        trouble_hint(checking->trouble, "`groups: {form: yes}` lets them form");
    }
}

static void check_needs(const struct checking *checking, struct node *groups)
{
    const struct interest_settings *interests = checking_settings(checking, &interest_section);
    struct node *needs = node_at(node_at(groups, "work"), "needs");
    if (needs == NULL || told_about(checking->trouble, needs) ||
        settings_of(checking)->work.needs <= interests->facets_per_topic)
        return;
    node_trouble(checking->trouble, needs,
                 "a task cannot need more than there is to know of its topic: %lld facets "
                 "(`interests.facets_per_topic`)",
                 (long long)interests->facets_per_topic);
}

/* What is read with something else only. A design may switch that off, if it says so itself. */
static void check_afterwards(const struct checking *checking, struct node *groups)
{
    struct node *work = node_at(groups, "work");
    const char *const keys[] = {"redo", "unheard"};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        const struct node *given = node_at(work, keys[i]);
        if (given != NULL && node_at(work, "approval_when") == NULL && !told_about(checking->trouble, given))
            node_key_trouble(checking->trouble, given, "`%s` is read with `approval_when: after` only",
                             keys[i]);
    }
}

static void check_content(const struct checking *checking, struct node *groups)
{
    const struct work_settings *settings = &settings_of(checking)->work;
    struct node *work = node_at(groups, "work"), *least = node_at(work, "content_least");
    struct node *where = least != NULL ? least : node_at(work, "content");
    if (where == NULL || settings->content_least <= settings->content || told_about(checking->trouble, where))
        return;
    node_key_trouble(checking->trouble, where,
                     "a task takes %g h at least (`content_least`), which is more than it takes on average "
                     "(`content`, %g h)",
                     sim_hours(settings->content_least), sim_hours(settings->content));
}

/* Tasks are talked about where somebody has any. */
static void check_talk_of_tasks(const struct checking *checking, const struct calendar_entry *entry,
                                const struct node *hold)
{
    const struct group_settings *settings = settings_of(checking);
    if (entry->method == NULL || !method_meets_tasks(entry->method))
        return;
    if (!settings->form)
        node_trouble(
            checking->trouble, hold,
            "in this method working groups talk about their tasks (`matter: task`), and the scenario "
            "has no groups (`groups.form: yes`)");
    else if (settings->work.hours == 0)
        node_trouble(
            checking->trouble, hold,
            "in this method working groups talk about their tasks (`matter: task`), and they have none "
            "here (`groups.work.hours: 0 h`)");
}

static void check_meetings_about_tasks(const struct checking *checking, struct node *groups, const char *key,
                                       const struct calendar_entry *entry)
{
    const struct node *hold = node_at(node_at(groups, key), "hold");
    if (hold != NULL && !told_about(checking->trouble, hold))
        check_talk_of_tasks(checking, entry, hold);
}

/* Several tasks at once are in hand where there are any. */
static void check_at_once(const struct checking *checking, struct node *groups)
{
    const struct group_settings *settings = settings_of(checking);
    const struct node *given = node_at(node_at(groups, "work"), "at_once");
    if (given != NULL && settings->work.at_once > 1 && settings->work.hours == 0 &&
        !told_about(checking->trouble, given))
        node_key_trouble(
            checking->trouble, given,
            "working groups have no tasks here (`hours: 0 h`), so they cannot have several at once");
}

void groups_check(const struct checking *checking)
{
    calendar_each_held(checking, check_talk_of_tasks);
    struct node *groups = node_at(checking->tree, "groups");
    if (!settings_of(checking)->form)
        check_delegates(checking);
    if (groups == NULL || groups->kind != NODE_MAP || !settings_of(checking)->form)
        return;
    check_start(checking, groups);
    check_size(checking, groups);
    const struct group_settings *settings = settings_of(checking);
    check_meetings(checking, groups, "meetings", &settings->meetings);
    check_meetings(checking, groups, "plannings", &settings->plannings);
    check_shares(checking, groups);
    check_method(checking, groups, "meetings", &settings->meetings);
    check_method(checking, groups, "plannings", &settings->plannings);
    check_approvals(checking, groups);
    check_needs(checking, groups);
    check_content(checking, groups);
    check_afterwards(checking, groups);
    check_at_once(checking, groups);
    check_meetings_about_tasks(checking, groups, "meetings", &settings->meetings);
    check_meetings_about_tasks(checking, groups, "plannings", &settings->plannings);
}
