/* A hall in which people gather: by a calendar, or because a test convenes them. Nobody decides who comes but
 * the test: nobody gets tired, and all who are called come.
 *
 *     struct house house;
 *     house_prepare(&house);
 *     house_open(&house);
 *     house_convene(&house, house_line(&house, "{do: converse, lasts: 1 h}"), 3, 5, ...); // persons 3 to 7
 *     run_until(house.hall.run, SIM_HOUR);
 */
#ifndef UNIT_MODELS_HOUSE_H
#define UNIT_MODELS_HOUSE_H

#include "agenda/numbers.h"
#include "conversation/numbers.h"
#include "decisions/decisions.h"
#include "experiment/experiment.h"
#include "gathering/convening.h"
#include "gathering/gathering_parts.h"
#include "gathering/numbers.h"
#include "hall.h"
#include "numbering.h"

enum { HOUSE_LINES = 4 };

struct house {
    struct hall hall;
    struct calendar_entry calendar[HOUSE_LINES];
    size_t lines;
    uint32_t convened; /* so far: names the luck of the next */
};

static inline void house_prepare(struct house *house)
{
    *house = (struct house){0};
    struct hall *hall = &house->hall;
    hall_prepare(hall);
    struct camp_settings *settings = &hall->settings;
    section_bind(&gathering_section, NULL, &settings->gathering, &hall->arena, &hall->trouble);
    section_bind(&decision_section, NULL, &settings->decisions, &hall->arena, &hall->trouble);
    assert_int_equal(hall->trouble.count, 0);
    settings->people.leave_below = 0;
    settings->people.attendance = 1;
    settings->proposals.per_hour = 0;
}

/* A line as it stands in a calendar, and the stages of its method. It holds once. */
static inline struct calendar_entry house_line(struct house *house, const char *stages)
{
    struct hall *hall = &house->hall;
    struct method *method = ARENA_NEW(&hall->arena, struct method, 1);
    const char *text = arena_print(&hall->arena, "{title: a method, stages: [%s]}", stages);
    struct node *tree = node_read("method", text, strlen(text), &hall->arena, &hall->trouble);
    section_bind(method_settings_table(&hall->arena), tree, method, &hall->arena, &hall->trouble);
    if (hall->trouble.count > 0)
        fail_msg("%s", hall->trouble.complaints[0].sentence);
    method_prepare(method);
    return (struct calendar_entry){
        .held = true,
        .who = (const struct calling_rule *)calling_rules[0],
        .method = method,
    };
}

/* Before the house is opened. */
static inline void house_hold(struct house *house, struct calendar_entry line, sim_time at)
{
    line.at = at;
    assert_true(house->lines < HOUSE_LINES);
    house->calendar[house->lines++] = line;
}

static inline void house_open(struct house *house)
{
    static handler *const handlers[EVENT_KINDS] = {
        [EVENT_CHANNEL_FREE] = on_channel_free,
        [EVENT_SESSION_OPENS] = on_session_opens,
        [EVENT_STAGE_ENDS] = on_stage_ends,
        [EVENT_SESSION_ENDS] = on_session_ends,
        [EVENT_PERSON_MOVES] = on_person_moves,
        [EVENT_PERSON_JOINS] = on_person_joins,
        [EVENT_PROPOSAL_ARRIVES] = on_proposal_arrives,
        [EVENT_MATTER_REOPENS] = on_matter_reopens,
    };
    struct hall *hall = &house->hall;
    struct parts *parts = &hall->parts;
    hall_open_with(hall, handlers, EVENT_KINDS);
    struct field_list calendar = {house->calendar, house->lines};
    parts->state[GATHERING_NUMBER] =
        gathering_new(&hall->settings.gathering, calendar, 0, people_of(parts), &hall->arena);
    parts->state[AGENDA_NUMBER] =
        agenda_new(&hall->settings.proposals, knowledge_of(parts), SIM_NEVER, &hall->arena);
    parts->state[DECISIONS_NUMBER] = decisions_new(&hall->settings.decisions, &hall->arena);
    parts_hear(parts, &gathering_mechanism.hears);
    agenda_start(hall->site);
    gathering_start(hall->site);
}

static inline struct session *house_session(struct house *house, uint32_t slot)
{
    const struct gathering *gathering = gathering_of(&house->hall.parts);
    assert_true(slot < gathering->sessions.count);
    return gathering->sessions.all[slot];
}

/* The session that a person is in; NULL when she is free. */
static inline struct session *house_session_of(struct house *house, uint32_t person)
{
    uint32_t at = people_of(&house->hall.parts)->at[person];
    return at == 0 ? NULL : house_session(house, at - 1);
}

/* `count` people from `first` on. The session of the first of them; NULL where nobody met. */
static inline struct session *house_convene(struct house *house, struct calendar_entry line, uint32_t first,
                                            uint32_t count, struct matter *matter,
                                            const struct facet_set *about)
{
    struct calendar_entry *entry = ARENA_NEW(&house->hall.arena, struct calendar_entry, 1);
    *entry = line;
    uint32_t people[HALL_PEOPLE];
    for (uint32_t i = 0; i < count; i++)
        people[i] = first + i;
    struct convening convening = {
        .entry = entry,
        .people = people,
        .count = count,
        .luck = house->convened,
        .matter = matter,
        .about = about,
        .owner_kind = OWNER_GROUP,
        .owner = 100 + house->convened,
    };
    house->convened++;
    uint32_t number = gathering_of(&house->hall.parts)->sessions.numbered + 1;
    if (!gathering_convene(house->hall.site, &convening))
        return NULL;
    for (uint32_t slot = 0; slot < gathering_of(&house->hall.parts)->sessions.count; slot++)
        if (house_session(house, slot)->number == number)
            return house_session(house, slot);
    fail_msg("the session is not there");
    return NULL;
}

/* Hearings and time in circles, as circles and as people counted them. */
static inline void house_check_books(struct house *house)
{
    const struct parts *parts = &house->hall.parts;
    gathering_settle(house->hall.site, site_now(house->hall.site));
    const struct tally *tally = conversation_tally(conversation_of(parts)),
                       *apart = conversation_tally_apart(conversation_of(parts));
    uint64_t heard = 0;
    int64_t seated = 0, attended = 0;
    for (uint32_t person = 0; person < HALL_PEOPLE; person++) {
        heard += people_of(parts)->books.heard[person];
        seated += people_of(parts)->books.seated[person];
        attended += people_of(parts)->books.attended[person];
    }
    assert_int_equal(heard, tally->hearings + apart->hearings);
    assert_int_equal(seated, tally->seat_time + apart->seat_time);
    assert_int_equal(attended,
                     gathering_of(parts)->tally.people_time + gathering_of(parts)->convened.people_time);
}

static inline void house_close(struct house *house)
{
    hall_close(&house->hall);
}

#endif
