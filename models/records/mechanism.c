/* Records as a mechanism (mechanism.h). */
#include <stddef.h>

#include "gathering/method.h"
#include "inquiries/inquiries.h"
#include "mechanism.h"
#include "places/places.h"
#include "records/records_parts.h"

static void make_kept(struct records *records, struct arena *arena)
{
    size_t people = records->terms.people->count;
    for (uint32_t i = 0; i < records->count; i++) {
        struct kept *kept = &records->kept[i];
        kept->board.records = ARENA_NEW(arena, struct record, MOST_HANGING);
        kept->board.read = ARENA_NEW(arena, uint64_t, people);
        levels_clear(&kept->first);
        if (records->terms.forum == NULL)
            continue;
        kept->thread.page = ARENA_NEW(arena, uint16_t, (size_t)records->terms.forum->page);
        kept->thread.read = ARENA_NEW(arena, uint32_t, people);
    }
}

static void *records_create(const struct setup *setup)
{
    const struct field_list *asked = setup_settings(setup, &inquiry_section);
    if (!records_are_kept(setup->scenario) && !records_have_forum(setup->scenario))
        return NULL;
    bool has_forum = setup_place(setup)->forum;
    struct records *records = ARENA_NEW(setup->arena, struct records, 1);
    *records = (struct records){
        .terms = {.settings = setup_settings(setup, &record_section),
                  .forum = has_forum ? setup_settings(setup, &forum_section) : NULL,
                  .people = people_of(setup->parts),
                  .luck = setup->luck,
                  .site = site_index(setup->site),
                  .sites = setup->sites,
                  .ends = setup->ends},
        .count = (uint32_t)asked->count,
        .kept = ARENA_NEW(setup->arena, struct kept, asked->count),
    };
    if (has_forum)
        records->posters = ARENA_NEW(setup->arena, struct poster, records->terms.people->count);
    make_kept(records, setup->arena);
    return records;
}

static void records_start(struct site *site)
{
    if (records_of(parts_of(site))->terms.forum != NULL)
        forum_start(site);
}

/* --- what it listens to --- */

static void inquiry_is_due(struct site *site, const struct matter *matter)
{
    const struct records *records = records_of(parts_of(site));
    levels_look(site);
    for (uint32_t i = 0; i < records->count; i++)
        if (records->kept[i].matter == matter) {
            records->kept[i].over = true;
            records->kept[i].growth = matter->growth;
        }
}

static void traveller_comes(struct site *site, uint32_t guest, uint32_t purpose, uint32_t number)
{
    (void)purpose, (void)number;
    struct records *records = records_of(parts_of(site));
    reading_forgets(records, guest);
    if (records->terms.forum != NULL)
        forum_guest_comes(site, guest);
}

/* --- what it is --- */

static bool anything_is_read(const struct scenario *scenario)
{
    return records_are_kept(scenario) || records_have_forum(scenario);
}

// clang-format off
static const struct section_row sections[] = {
    {.field = {FIELD(SECTION, "records", 0, LEFT_OUT), MEANS("What was said, to be read elsewhere and later"), INSIDE(&record_section)}, .in_use = anything_is_read},
    {.field = {FIELD(SECTION, "forum", 0, LEFT_OUT), MEANS("How people post in a forum"), INSIDE(&forum_section)}, .in_use = records_have_forum},
};

static const struct field stage_fields[] = {
    {FIELD(SWITCH, "record", offsetof(struct stage, record), "no"), MEANS("Whether each round leaves a record of what its circles said about the inquiry")},
};

static const struct event_row events[] = {
    {EVENT_RECORD_COMES, "record comes", on_record_comes},
    {EVENT_BOARD_READ, "board read", on_board_read},
    {EVENT_FORUM_READ, "forum read", on_forum_read},
    {EVENT_PERSON_POSTS, "person posts", on_person_posts},
};
// clang-format on

extern const struct chapter record_chapter, forum_chapter, reading_chapter, level_chapter;
static const struct chapter *const chapters[] = {&record_chapter, &forum_chapter, &reading_chapter,
                                                 &level_chapter, NULL};

extern const struct mechanism records_mechanism;
const struct mechanism records_mechanism = {
    .choice = {"records", "records and forums: what was said there and then, elsewhere and later",
               "models/README.md, records"},
    .number = RECORDS_NUMBER,
    SECTIONS(sections),
    .stage_fields = stage_fields,
    .stage_field_count = sizeof stage_fields / sizeof stage_fields[0],
    .events = events,
    .event_count = sizeof events / sizeof events[0],
    .hears = {.circles_have_talked = records_talked,
              .circle_closes = records_circle_closes,
              .inquiry_is_due = inquiry_is_due,
              .traveller_comes = traveller_comes},
    .chapters = chapters,
    .weigh = records_weigh,
    .check = records_check,
    .note = records_note,
    .complete = records_complete,
    .create = records_create,
    .start = records_start,
    .settle = records_settle,
    .settle_all = records_settle_all,
    .overview = {levels_begin, levels_due, levels_compare},
};
