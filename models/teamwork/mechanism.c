/* Teamwork as a mechanism (mechanism.h). */
#include "mechanism.h"

#include "teamwork/teamwork_parts.h"

static void *teamwork_create(const struct setup *setup)
{
    if (!teamwork_is_asked_for(setup->scenario))
        return NULL;
    const struct group_settings *groups = setup_settings(setup, &group_section);
    return teamwork_new(setup_settings(setup, &teamwork_section), &groups->work, setup->luck, setup->arena);
}

// clang-format off
static const struct event_row events[] = {
    {EVENT_PART_FINISHED, "part finished", on_part_finished},
};

static const struct section_row sections[] = {
    {.field = {FIELD(SECTION, "teamwork", 0, LEFT_OUT), MEANS("How members of a working group share out a task"), INSIDE(&teamwork_section)}, .in_use = teamwork_is_asked_for},
};
// clang-format on

extern const struct chapter teamwork_chapter;
static const struct chapter *const chapters[] = {&teamwork_chapter, NULL};

extern const struct mechanism teamwork_mechanism;
const struct mechanism teamwork_mechanism = {
    .choice = {"teamwork", "parts of a task that members choose, and the word between them",
               "Jin & Levitt 1996; Thompson 2005, bioteams"},
    .number = TEAMWORK_NUMBER,
    SECTIONS(sections),
    .events = events,
    .event_count = sizeof events / sizeof events[0],
    .hears = {.turn_heard = teamwork_hears_turn,
              .work_changes = teamwork_changes,
              .works_apart = teamwork_paces},
    .chapters = chapters,
    .check = teamwork_check,
    .note = teamwork_note,
    .create = teamwork_create,
    .settle = teamwork_settle,
};
