/* Decisions as a mechanism (mechanism.h). */
#include <stddef.h>

#include "decisions/books.h"
#include "decisions/numbers.h"
#include "mechanism.h"

static void *decisions_create(const struct setup *setup)
{
    return decisions_new(setup_settings(setup, &decision_section), setup->arena);
}

// clang-format off
static const struct section_row sections[] = {
    {.field = {FIELD(SECTION, "decisions", 0, LEFT_OUT), MEANS("How a proposal is decided"), INSIDE(&decision_section)}},
};
// clang-format on

static const struct choice *const verbs[] = {&verb_decide.choice, NULL};

// clang-format off
static const struct field stage_fields[] = {
    {FIELD(CHOICE, "decision", offsetof(struct stage, decision), "modified-consensus"), MEANS("When a proposal has passed"), ONE_OF(decision_rules)},
};
// clang-format on

extern const struct chapter proposal_chapter, vote_chapter, proposal_course_chapter;
static const struct chapter *const chapters[] = {&proposal_chapter, &vote_chapter, &proposal_course_chapter,
                                                 NULL};

extern const struct mechanism decisions_mechanism;
const struct mechanism decisions_mechanism = {
    .choice = {"decisions", "how a circle comes to a decision on a proposal",
               "posted minutes, New York 2011-12"},
    .number = DECISIONS_NUMBER,
    .chapters = chapters,
    .close = decisions_sum,
    SECTIONS(sections),
    .verbs = verbs,
    .stage_fields = stage_fields,
    .stage_field_count = sizeof stage_fields / sizeof stage_fields[0],
    .check = decisions_check,
    .note = decisions_note,
    .create = decisions_create,
};
