/* Gathering as a mechanism (mechanism.h). */
#include "mechanism.h"
#include "gathering/gathering.h"
#include "gathering/gathering_parts.h"
#include "gathering/numbers.h"
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
    gathering->practice = setup->place->practice_number;
    return gathering;
}

extern const struct mechanism gathering_mechanism;
const struct mechanism gathering_mechanism = {
    .choice = {"gathering", "sessions: who comes together when, and the stages of a method",
               "models/README.md, gathering"},
    .number = GATHERING_NUMBER,
    .events = events,
    .event_count = sizeof events / sizeof events[0],
    .hears = {.person_stands_up = gathering_let_go, .person_sits_down = gathering_notes_partners},
    .check = gathering_check,
    .create = gathering_create,
    .start = gathering_start,
    .settle = gathering_settle,
};
