/* Groups as a mechanism (mechanism.h). */
#include "mechanism.h"
#include "agenda/agenda.h"
#include "checking.h"
#include "groups/delegates.h"
#include "groups/know_how.h"
#include "groups/listening.h"
#include "groups/meetings.h"
#include "groups/newcomers.h"
#include "groups/numbers.h"
#include "groups/turnover.h"
#include "groups/work_parts.h"
#include "people/interests.h"

// clang-format off
static const struct event_row events[] = {
    {EVENT_PERSON_LOOKS, "person looks", on_person_looks},
    {EVENT_GROUP_MEETS, "group meets", on_group_meets},
    {EVENT_MEMBER_LEAVES, "member leaves", on_member_leaves},
    {EVENT_MEMBER_JOINS, "member joins", on_member_joins},
    {EVENT_GROUP_DISSOLVES, "group dissolves", on_group_dissolves},
    {EVENT_TASK_DONE, "task done", on_task_done},
    {EVENT_GROUP_PLANS, "group plans", on_group_plans},
};
// clang-format on

static void *groups_create(const struct setup *setup)
{
    const struct interest_settings *interests = setup_settings(setup, &interest_section);
    return groups_new(setup_settings(setup, &group_section), (uint32_t)interests->topics,
                      people_of(setup->parts), setup->luck, setup->arena);
}

extern const struct chapter group_chapter, work_chapter, review_chapter;
static const struct chapter *const chapters[] = {&group_chapter, &work_chapter, &review_chapter, NULL};

static bool groups_form(const struct scenario *scenario)
{
    const struct group_settings *groups = scenario_settings(scenario, &group_section);
    return groups->form;
}

// clang-format off
static const struct section_row sections[] = {
    {.field = {FIELD(SECTION, "groups", 0, LEFT_OUT), MEANS("Working groups between the assemblies"), INSIDE(&group_section)}, .in_use = groups_form},
};
// clang-format on

static void groups_wish(const struct scenario *scenario, struct wishes *wishes)
{
    const struct group_settings *groups = scenario_settings(scenario, &group_section);
    wishes->interests = wishes->interests || groups->form;
    wishes->turnover = wishes->turnover || groups->form;
}

static void groups_held(const struct checking *checking, held_found *found, void *finder)
{
    struct group_settings *groups = checking_filled(checking, &group_section);
    struct calendar_entry *entries[] = {&groups->meetings, &groups->plannings};
    const char *const keys[] = {"meetings", "plannings"};
    const char *const who[] = {"Each working group meets", "Each working group plans"};
    for (size_t i = 0; i < 2; i++) {
        struct node *map = node_at(node_at(checking->tree, "groups"), keys[i]);
        if (map != NULL)
            found(&(struct held_line){map, entries[i]->hold, &entries[i]->method,
                                      groups->form && entries[i]->hold != NULL, who[i], entries[i]->every,
                                      entries[i]->lasts},
                  finder);
    }
}

extern const struct mechanism groups_mechanism;
const struct mechanism groups_mechanism = {
    .choice = {"groups", "working groups: how they are born, meet, work, wait and end",
               "models/README.md, groups"},
    .number = GROUPS_NUMBER,
    SECTIONS(sections),
    .wish = groups_wish,
    .held = groups_held,
    .events = events,
    .event_count = sizeof events / sizeof events[0],
    .hears = {.person_comes = groups_person_comes,
              .person_leaves = groups_person_leaves,
              .circle_closes = groups_circle_closes,
              .session_closes = meeting_closes,
              .group_born = groups_group_born,
              .group_changes = groups_group_changes,
              .group_ends = groups_group_ends,
              .member_parts = groups_member_parts,
              .group_of = delegates_group_of,
              .delegate_of = delegates_delegate_of,
              .tasks_in_hand = groups_tasks_in_hand,
              .proposal_decided = work_decided,
              .proposal_reopens = work_reopened},
    .chapters = chapters,
    .check = groups_check,
    .create = groups_create,
    .start = groups_start,
    .settle = groups_settle,
};
