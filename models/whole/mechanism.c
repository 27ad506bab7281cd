/* The whole as a mechanism (mechanism.h): it has no state at a site and looks at all of them. */
#include "mechanism.h"
#include "groups/groups.h"
#include "links/links.h"
#include "measures/chapters.h"
#include "people/interests.h"
#include "whole/numbers.h"
#include "whole/problems.h"
#include "whole/sites_state.h"
#include "whole/whole.h"

/* What is the same at all sites and moments, where there are working groups to ask it of. */
static struct movement_frame *frame_of(const struct setup *setup, uint32_t sites)
{
    struct movement_frame *frame = ARENA_NEW(setup->arena, struct movement_frame, 1);
    const struct group_settings *groups = setup_settings(setup, &group_section);
    const struct interest_settings *interests = setup_settings(setup, &interest_section);
    const struct problem_settings *problems = setup_settings(setup, &problem_section);
    const struct link_settings *links = setup_settings(setup, &link_section);
    uint64_t topics = (uint64_t)interests->topics, local = (uint64_t)groups->work.local_items;
    if (groups->form)
        *frame = (struct movement_frame){
            .topics = (uint32_t)topics,
            .facets = (uint32_t)(interests->topics * interests->facets_per_topic),
            .work_items = (uint32_t)(topics * (MOST_COMMON_ITEMS + sites * local)),
            .shared_members = links->shared_members,
            .problems = problems_draw(problems, interests, setup->luck, setup->arena),
            .problem_count = (size_t)problems->count,
        };
    return frame;
}

static void *whole_begin(const struct setup *setups, uint32_t sites)
{
    struct arena *arena = setups[0].arena;
    const struct chapter_list list = chapters_list(setups[0].mechanisms);
    struct parts **parts = ARENA_NEW(arena, struct parts *, sites);
    for (uint32_t i = 0; i < sites; i++)
        parts[i] = setups[i].parts;
    return whole_new(measures_settings_of(&setups[0], &list), &list, sites_state, frame_of(&setups[0], sites),
                     (struct sites_view){parts, sites, setups[0].threads}, setups[0].outcome, arena);
}

static sim_time whole_is_due(const void *whole)
{
    return whole_due(whole);
}

static void whole_look(void *whole)
{
    whole_sample(whole);
}

static bool groups_form(const struct scenario *scenario)
{
    const struct group_settings *groups = scenario_settings(scenario, &group_section);
    return groups->form;
}

// clang-format off
static const struct section_row sections[] = {
    {.field = {FIELD(SECTION, "problems", 0, LEFT_OUT), MEANS("What the movement may be asked to be able to do"), INSIDE(&problem_section)}, .in_use = groups_form},
};
// clang-format on

extern const struct chapter state_chapter;
static const struct chapter *const chapters[] = {&state_chapter, NULL};

extern const struct mechanism whole_mechanism;
const struct mechanism whole_mechanism = {
    .choice = {"whole", "the movement as a whole, described at every sampling instant",
               "models/README.md, whole"},
    .number = WHOLE_NUMBER,
    SECTIONS(sections),
    .chapters = chapters,
    .overview = {whole_begin, whole_is_due, whole_look},
};
