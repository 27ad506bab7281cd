/* Groups as a mechanism (mechanism.h). */
#include "mechanism.h"
#include "agenda/agenda.h"
#include "groups/groups.h"
#include "groups/meetings.h"
#include "groups/newcomers.h"
#include "groups/numbers.h"
#include "groups/turnover.h"
#include "groups/work.h"
#include "people/interests.h"

// clang-format off
static const struct event_row events[] = {
    {EVENT_PERSON_LOOKS, "person looks", on_person_looks},
    {EVENT_GROUP_MEETS, "group meets", on_group_meets},
    {EVENT_MEMBER_LEAVES, "member leaves", on_member_leaves},
    {EVENT_MEMBER_JOINS, "member joins", on_member_joins},
    {EVENT_GROUP_DISSOLVES, "group dissolves", on_group_dissolves},
    {EVENT_TASK_DONE, "task done", on_task_done},
};
// clang-format on

static void *groups_create(const struct setup *setup)
{
    const struct interest_settings *interests = setup_settings(setup, &interest_section);
    return groups_new(setup_settings(setup, &group_section), (uint32_t)interests->topics,
                      people_of(setup->parts), setup->luck, setup->arena);
}

extern const struct chapter group_chapter, work_chapter;
static const struct chapter *const chapters[] = {&group_chapter, &work_chapter, NULL};

extern const struct mechanism groups_mechanism;
const struct mechanism groups_mechanism = {
    .choice = {"groups", "working groups: how they are born, meet, work, wait and end",
               "models/README.md, groups"},
    .number = GROUPS_NUMBER,
    .events = events,
    .event_count = sizeof events / sizeof events[0],
    .hears = {.person_comes = groups_person_comes,
              .person_leaves = groups_person_leaves,
              .circle_closes = groups_circle_closes,
              .session_closes = meeting_closes,
              .proposal_decided = work_decided,
              .proposal_reopens = work_reopened},
    .chapters = chapters,
    .check = groups_check,
    .create = groups_create,
    .start = groups_start,
    .settle = groups_settle,
};
