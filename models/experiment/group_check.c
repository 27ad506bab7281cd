/* Whether working groups can be as the scenario wants them. */
#include "experiment/experiment_parts.h"
#include "groups/groups.h"

static void check_start(const struct scenario *scenario, struct node *groups, struct trouble *trouble)
{
    struct node *start = node_at(groups, "start");
    const struct group_start_settings *settings = &scenario->groups.start;
    const struct site_settings *sites = scenario->sites.items;
    if (start == NULL || told_about(trouble, start))
        return;
    for (size_t i = 0; i < scenario->sites.count; i++)
        if (settings->groups * settings->members > sites[i].people) {
            node_key_trouble(trouble, start,
                             "%lld groups of %lld need %lld people, but a site has %lld; at first everybody "
                             "is in one group at most",
                             (long long)settings->groups, (long long)settings->members,
                             (long long)(settings->groups * settings->members), (long long)sites[i].people);
            return;
        }
}

/* A group that is about to dissolve when it is born, and has no time to find members, is none. */
static void check_size(const struct scenario *scenario, struct node *groups, struct trouble *trouble)
{
    const struct group_settings *settings = &scenario->groups;
    struct node *founding = node_at(groups, "founding"), *start = node_at(groups, "start"),
                *membership = node_at(groups, "membership");
    int64_t least = settings->membership.death_below;
    struct node *where = membership != NULL ? membership : founding != NULL ? founding : start;
    if (settings->membership.death_after > 0 || where == NULL || told_about(trouble, where))
        return;
    if (settings->founding.announce > 0 && settings->founding.size < least)
        node_key_trouble(trouble, where,
                         "groups are founded by %lld people and dissolve at once below %lld; give them time "
                         "(`death_after`), or more founders (`founding.size`)",
                         (long long)settings->founding.size, (long long)least);
    else if (settings->start.groups > 0 && settings->start.members < least)
        node_key_trouble(trouble, where,
                         "groups have %lld members at first and dissolve at once below %lld; give them time "
                         "(`death_after`), or more members (`start.members`)",
                         (long long)settings->start.members, (long long)least);
}

static void check_meetings(const struct scenario *scenario, struct node *groups, struct trouble *trouble)
{
    struct node *meetings = node_at(groups, "meetings");
    const struct calendar_entry *entry = &scenario->groups.meetings;
    if (meetings == NULL || told_about(trouble, meetings))
        return;
    if (entry->lasts > entry->every)
        node_key_trouble(trouble, meetings,
                         "a meeting lasts longer (`for`) than the time to the next one (`every`)");
    if (entry->hold == NULL && (node_at(meetings, "every") != NULL || node_at(meetings, "for") != NULL))
        node_key_trouble(trouble, meetings, "groups meet where `hold` names a method, and it is missing");
}

static void check_shares(const struct scenario *scenario, struct node *groups, struct trouble *trouble)
{
    double all = 0;
    for (int i = 0; i < GROUP_CATEGORIES; i++)
        all += scenario->groups.category[i].share;
    if (all <= 0)
        node_key_trouble(trouble, groups, "the `share` of every category is 0, so no group could have any");
}

void group_check(const struct scenario *scenario, struct node *tree, struct trouble *trouble)
{
    struct node *groups = node_at(tree, "groups");
    if (groups == NULL || groups->kind != NODE_MAP || !scenario->groups.form)
        return;
    check_start(scenario, groups, trouble);
    check_size(scenario, groups, trouble);
    check_meetings(scenario, groups, trouble);
    check_shares(scenario, groups, trouble);
}
