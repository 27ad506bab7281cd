/* Gathering as a mechanism (mechanism.h). */
#include "mechanism.h"
#include "checking.h"
#include "gathering/gathering_parts.h"
#include "gathering/numbers.h"
#include "gathering/silence.h"
#include "gathering/verbs.h"
#include "places/places.h"

// clang-format off
static const struct event_row events[] = {
    {EVENT_SESSION_OPENS, "session opens", on_session_opens},
    {EVENT_STAGE_ENDS, "stage ends", on_stage_ends},
    {EVENT_SESSION_ENDS, "session ends", on_session_ends},
    {EVENT_PERSON_MOVES, "person moves", on_person_moves},
    {EVENT_PERSON_JOINS, "person joins", on_person_joins},
};
// clang-format on

static void *gathering_create(const struct setup *setup)
{
    const struct field_list *calendar = setup_settings(setup, &calendar_section);
    struct gathering *gathering = gathering_new(setup_settings(setup, &gathering_section), *calendar,
                                                setup->first_day, people_of(setup->parts), setup->arena);
    gathering->terms.reflection = setup_settings(setup, &reflection_section);
    gathering->terms.keeps_people = setup->scenario->rows.people;
    gathering->place.practice = setup_place(setup)->practice_number;
    gathering->place.online = setup_place(setup)->online;
    return gathering;
}

static bool silence_does_something(const struct scenario *scenario)
{
    const struct reflection_settings *reflection = scenario_settings(scenario, &reflection_section);
    return reflection->calm > 0 || reflection->own_mind > 0 || reflection->incubation > 0;
}

// clang-format off
static const struct section_row sections[] = {
    {.field = {FIELD(SECTION, "gathering", 0, LEFT_OUT), MEANS("How people spread over circles"), INSIDE(&gathering_section)}},
    {.field = {FIELD(SECTION, "reflection", 0, LEFT_OUT), MEANS("What silence does to those who sit through it"), INSIDE(&reflection_section)}, .in_use = silence_does_something},
    {.field = {FIELD(LIST, "calendar", 0, LEFT_OUT), MEANS("When which method is held"), INSIDE(&calendar_section)}},
};
// clang-format on

/* Whether the session of a line opens before the run ends. A calendar that was refused is left out: its
 * days may not exist. */
static bool is_opened(const struct checking *checking, const struct calendar_entry *line)
{
    if (checking->trouble != NULL && checking->trouble->count > 0)
        return true;
    sim_time first = line->again_after > 0 ? line->at : calendar_next(line, checking->first_day, 0);
    return line->held && first < checking->lasts;
}

static void gathering_held(const struct checking *checking, held_found *found, void *finder)
{
    const struct field_list *calendar = checking_settings(checking, &calendar_section);
    struct calendar_entry *lines = calendar->items;
    const struct node *list = node_at(checking->tree, "calendar");
    struct node *map = list == NULL ? NULL : list->first;
    for (size_t i = 0; i < calendar->count && map != NULL; i++, map = map->next)
        found(&(struct held_line){map, lines[i].hold, &lines[i].method, is_opened(checking, &lines[i]), NULL,
                                  0, 0},
              finder);
}

static const struct choice *const verbs[] = {
    &verb_arrive.choice,   &verb_present.choice, &verb_market.choice,
    &verb_converse.choice, &verb_show.choice,    &verb_harvest.choice,
    &verb_reflect.choice,  &verb_close.choice,   NULL};

extern const struct chapter session_chapter, session_course_chapter, question_chapter, heads_chapter,
    person_chapter, middle_chapter;
static const struct chapter *const chapters[] = {&session_chapter,
                                                 &session_course_chapter,
                                                 &question_chapter,
                                                 &heads_chapter,
                                                 &person_chapter,
                                                 &middle_chapter,
                                                 NULL};

extern const struct mechanism gathering_mechanism;
const struct mechanism gathering_mechanism = {
    .choice = {"gathering", "sessions: who comes together when, and the stages of a method",
               "models/README.md, gathering"},
    .number = GATHERING_NUMBER,
    .chapters = chapters,
    .close = gathering_check_books,
    SECTIONS(sections),
    .weigh = gathering_weigh,
    .verbs = verbs,
    .held = gathering_held,
    .plan = gathering_plan,
    .events = events,
    .event_count = sizeof events / sizeof events[0],
    .hears = {.person_stands_up = gathering_let_go,
              .person_sits_down = gathering_notes_partners,
              .question_closes = questions_close,
              .inquiry_is_due = gathering_counts_inquiry,
              .sample_taken = gathering_is_sampled},
    .check = gathering_check,
    .create = gathering_create,
    .start = gathering_start,
    .settle = gathering_settle,
    .note = gathering_note,
};
