/* Conversation as a mechanism (mechanism.h). */
#include "mechanism.h"
#include "conversation/conversation_parts.h"
#include "conversation/numbers.h"
#include "conversation/rules.h"
#include "knowledge/knowledge.h"
#include "run_tally.h"

// clang-format off
static const struct event_row events[] = {
    {EVENT_CHANNEL_FREE, "channel free", on_channel_free},
};
// clang-format on

static void *conversation_create(const struct setup *setup)
{
    const struct parts *parts = setup->parts;
    return conversation_new(setup_settings(setup, &conversation_section),
                            setup_settings(setup, &opinion_section), people_of(parts),
                            knowledge_words(knowledge_of(parts)), setup->luck, setup->arena);
}

// clang-format off
static const struct section_row sections[] = {
    {.field = {FIELD(SECTION, "conversation", 0, LEFT_OUT), MEANS("How a circle talks"), INSIDE(&conversation_section)}},
    {.field = {FIELD(SECTION, "opinions", 0, LEFT_OUT), MEANS("How opinions move"), INSIDE(&opinion_section)}},
};
// clang-format on

static void conversation_count(const struct parts *parts, struct run_tally *tally)
{
    const struct tally *talk = &conversation_of(parts)->tally, *apart = &conversation_of(parts)->apart;
    tally->turns += talk->turns + apart->turns;
    tally->hearings += talk->hearings + apart->hearings;
}

extern const struct mechanism conversation_mechanism;
const struct mechanism conversation_mechanism = {
    .choice = {"conversation", "circles with one speaking channel each: who speaks, what is heard",
               "Stasser & Taylor 1991"},
    .number = CONVERSATION_NUMBER,
    SECTIONS(sections),
    .events = events,
    .event_count = sizeof events / sizeof events[0],
    .check = conversation_check,
    .create = conversation_create,
    .count = conversation_count,
};
