/* Committing as a mechanism (mechanism.h). */
#include "mechanism.h"

#include <stddef.h>

#include "base/require.h"
#include "commit/commit.h"
#include "gathering/gathering.h"
#include "groups/groups.h"

static void *commit_create(const struct setup *setup)
{
    if (!commit_is_asked_for(setup->scenario))
        return NULL;
    uint32_t people = people_of(setup->parts)->count;
    struct commit *commit = ARENA_NEW(setup->arena, struct commit, 1);
    *commit = (struct commit){
        .settings = setup_settings(setup, &commit_section),
        .arena = setup->arena,
        .choice = ARENA_NEW(setup->arena, uint32_t, people),
        .who = ARENA_NEW(setup->arena, uint32_t, people),
        .sits_out = ARENA_NEW(setup->arena, uint32_t, (size_t)people * GROUPS_EACH),
    };
    return commit;
}

/* Nobody turns up who has not signed, and no group is born of fewer than two. */
static void commit_require_laws(struct site *site)
{
    const struct commit_tally *tally = &commit_of(parts_of(site))->tally;
    require(tally->turned_up <= tally->signed_for);
    require(2 * tally->groups <= tally->turned_up);
}

// clang-format off
static const struct section_row sections[] = {
    {.field = {FIELD(SECTION, "commit", 0, LEFT_OUT), MEANS("What people commit themselves to at the end of a meeting"), INSIDE(&commit_section)}, .in_use = commit_is_asked_for},
};

static const struct field stage_fields[] = {
    {FIELD(CHOICE, "into", offsetof(struct stage, into), "group"), MEANS("What a call becomes that enough people sign, with `do: commit`"), ONE_OF(commit_rules)},
};
// clang-format on

static const struct choice *const verbs[] = {&verb_commit.choice, NULL};

extern const struct chapter commit_chapter;
static const struct chapter *const chapters[] = {&commit_chapter, NULL};

extern const struct mechanism commit_mechanism;
const struct mechanism commit_mechanism = {
    .choice = {"commit", "what people commit themselves to at the end of a meeting, and who turns up",
               "Sheeran 2002; Owen 2008, Open Space Technology"},
    .number = COMMIT_NUMBER,
    SECTIONS(sections),
    .verbs = verbs,
    .stage_fields = stage_fields,
    .stage_field_count = sizeof stage_fields / sizeof stage_fields[0],
    .hears = {.works_on_tasks = commit_works_on_tasks},
    .chapters = chapters,
    .check = commit_check,
    .note = commit_note,
    .create = commit_create,
    .close = commit_require_laws,
};
