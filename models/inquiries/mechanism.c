/* Inquiries as a mechanism (mechanism.h). */
#include "mechanism.h"
#include "inquiries/inquiries.h"
#include "people/people.h"

static const struct field_list *inquiries_asked(const struct scenario *scenario)
{
    return scenario_settings(scenario, &inquiry_section);
}

static void *inquiries_create(const struct setup *setup)
{
    const struct field_list *asked = setup_settings(setup, &inquiry_section);
    const struct inquiry_place place = {site_index(setup->site), setup->sites};
    if (asked->count == 0)
        return NULL;
    return inquiries_new(asked, knowledge_of(setup->parts), people_of(setup->parts), setup->luck, place,
                         setup->arena);
}

static void inquiries_wish(const struct scenario *scenario, struct wishes *wishes)
{
    const struct field_list *asked = inquiries_asked(scenario);
    const struct inquiry_settings *all = asked->items;
    for (size_t i = 0; i < asked->count; i++) {
        uint32_t facets = (uint32_t)(all[i].facets + all[i].insights);
        wishes->most_facets = facets > wishes->most_facets ? facets : wishes->most_facets;
    }
}

// clang-format off
static const struct section_row sections[] = {
    {.field = {FIELD(LIST, "inquiries", 0, LEFT_OUT), ALLOWED(0, MOST_INQUIRIES), MEANS("Questions that last over sessions and sites"), INSIDE(&inquiry_section)}},
};

static const struct event_row events[] = {
    {EVENT_INQUIRY_BEGINS, "inquiry begins", on_inquiry_begins},
    {EVENT_INQUIRY_IS_DUE, "inquiry is due", on_inquiry_is_due},
};
// clang-format on

extern const struct chapter inquiry_chapter, inquiry_course_chapter, insight_chapter, insight_course_chapter;
static const struct chapter *const chapters[] = {&inquiry_chapter, &inquiry_course_chapter, &insight_chapter,
                                                 &insight_course_chapter, NULL};

extern const struct mechanism inquiries_mechanism;
const struct mechanism inquiries_mechanism = {
    .choice = {"inquiries",
               "questions that last over sessions and sites, and what can be put together of them",
               "recombination: Weitzman 1998, doi:10.1162/003355398555595"},
    .number = INQUIRIES_NUMBER,
    SECTIONS(sections),
    .events = events,
    .event_count = sizeof events / sizeof events[0],
    .chapters = chapters,
    .wish = inquiries_wish,
    .weigh = inquiries_weigh,
    .check = inquiries_check,
    .complete = inquiries_complete,
    .create = inquiries_create,
    .start = inquiries_start,
    .close = inquiries_settle,
};
