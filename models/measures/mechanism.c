/* Ledger as a mechanism (mechanism.h). */
#include "mechanism.h"
#include "groups/groups.h"
#include "links/links.h"
#include "measures/chapters.h"
#include "measures/measures.h"
#include "measures/numbers.h"
#include "measures/problems.h"
#include "measures/sites_state.h"
#include "people/interests.h"

// clang-format off
static const struct event_row events[] = {
    {EVENT_SAMPLE, "sample", on_sample},
};
// clang-format on

static struct ledger_settings *settings_of(const struct setup *setup, const struct chapter_list *list)
{
    const struct scenario *scenario = setup->scenario;
    struct ledger_settings *settings = ARENA_NEW(setup->arena, struct ledger_settings, 1);
    *settings =
        (struct ledger_settings){scenario->time.lasts, scenario->time.sample_every, scenario->rows.people,
                                 chapters_of(list, scenario) | chapters_for_all(list)};
    return settings;
}

static void *ledger_create(const struct setup *setup)
{
    const struct chapter_list list = chapters_list(setup->mechanisms);
    return ledger_new(settings_of(setup, &list), &list, setup->outcome, setup->arena);
}

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
    return whole_new(settings_of(&setups[0], &list), &list, sites_state, frame_of(&setups[0], sites),
                     (struct sites_view){parts, sites}, setups[0].outcome, arena);
}

static sim_time whole_is_due(const void *whole)
{
    return whole_due(whole);
}

static void whole_look(void *whole)
{
    whole_sample(whole);
}

static const struct chapter *const chapters[] = {&proposal_chapter,
                                                 &session_chapter,
                                                 &question_chapter,
                                                 &course_chapter,
                                                 &people_chapter,
                                                 &state_chapter,
                                                 NULL};

static bool groups_form_too(const struct scenario *scenario)
{
    const struct group_settings *groups = scenario_settings(scenario, &group_section);
    return groups->form;
}

// clang-format off
static const struct section_row sections[] = {
    {.field = {FIELD(SECTION, "problems", 0, LEFT_OUT), MEANS("What the movement may be asked to be able to do"), INSIDE(problem_section)}, .in_use = groups_form_too},
};
// clang-format on

extern const struct mechanism ledger_mechanism;
const struct mechanism ledger_mechanism = {
    .choice = {"measures", "what is counted of a run, and how it gets into the record",
               "models/README.md, measures"},
    .number = MEASURES_NUMBER,
    SECTIONS(sections),
    .events = events,
    .event_count = sizeof events / sizeof events[0],
    .hears = {.question_closes = ledger_question_closes},
    .chapters = chapters,
    .keeps_record = true,
    .create = ledger_create,
    .start = ledger_start,
    .write = ledger_finish,
    .overview = {whole_begin, whole_is_due, whole_look},
};
