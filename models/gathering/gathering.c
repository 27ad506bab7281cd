/* The state of a site: its sessions, of which as many as needed are held at the same time and used again when
 * they are over; and what other mechanisms may ask. */
#include "gathering/gathering.h"

#include <string.h>

#include "base/require.h"
#include "gathering/gathering_parts.h"
#include "parts.h"

static struct session *session_new(struct gathering *gathering)
{
    if (gathering->sessions.count == gathering->sessions.room) {
        uint32_t larger = gathering->sessions.room == 0 ? 4 : gathering->sessions.room * 2;
        struct session **sessions = ARENA_NEW(gathering->arena, struct session *, larger);
        if (gathering->sessions.count > 0)
            memcpy(sessions, gathering->sessions.all, gathering->sessions.count * sizeof *sessions);
        gathering->sessions.all = sessions;
        gathering->sessions.room = larger;
    }
    struct session *session = ARENA_NEW(gathering->arena, struct session, 1);
    session->slot = gathering->sessions.count;
    gathering->sessions.all[gathering->sessions.count++] = session;
    return session;
}

struct gathering *gathering_new(const struct gathering_settings *settings, struct field_list calendar,
                                int first_day, struct people *people, struct arena *arena)
{
    struct gathering *gathering = ARENA_NEW(arena, struct gathering, 1);
    *gathering = (struct gathering){
        .terms = {.settings = settings, .calendar = calendar, .first_day = first_day},
        .people = people,
        .arena = arena,
        .persons = {.came = ARENA_NEW(arena, sim_time, people->count),
                    .visited = ARENA_NEW(arena, uint64_t, people->count),
                    .before = ARENA_NEW(arena, uint32_t, people->count),
                    .inside = ARENA_NEW(arena, uint32_t, people->count),
                    .chair = ARENA_NEW(arena, uint32_t, people->count)},
    };
    session_new(gathering); /* that of the calendar */
    if (settings->partners)
        gathering->persons.partners =
            ARENA_NEW(arena, uint64_t, (size_t)people->count * ((people->count + 63) / 64));
    return gathering;
}

struct session *session_take(struct gathering *gathering)
{
    struct session *session = gathering->sessions.spare;
    if (session == NULL)
        return session_new(gathering);
    gathering->sessions.spare = session->spare;
    return session;
}

void session_give_back(struct gathering *gathering, struct session *session)
{
    session->open = false;
    if (session->slot == 0)
        return;
    session->spare = gathering->sessions.spare;
    gathering->sessions.spare = session;
}

void session_clear(struct gathering *gathering, struct session *session, const struct calendar_entry *entry,
                   sim_time now)
{
    *session = (struct session){
        .open = true,
        .slot = session->slot,
        .number = ++gathering->sessions.numbered,
        .opened = now,
        .ends = entry->lasts > 0 ? now + entry->lasts : 0,
        .origin = {.about = all_facets, .entry = entry},
        .at = {.serial = session->at.serial},
        .here = {.people = session->here.people, .room = session->here.room},
        .circles = {.all = session->circles.all,
                    .room = session->circles.room,
                    .hosts = session->circles.hosts,
                    .callers = session->circles.callers},
        .market = {.postings = session->market.postings, .room = session->market.room},
        .harvest = {.reports = session->harvest.reports},
        .tally = session->slot == 0 ? &gathering->tally : &gathering->convened,
    };
}

struct session *session_of_card(struct gathering *gathering, uint32_t slot, uint32_t number)
{
    require(slot < gathering->sessions.count);
    struct session *session = gathering->sessions.all[slot];
    return session->open && session->number == number ? session : NULL;
}

void session_make_room(struct gathering *gathering, struct session *session, uint32_t people)
{
    if (people <= session->here.room)
        return;
    uint32_t room = session->here.room == 0 ? 8 : session->here.room;
    while (room < people && room < gathering->people->count)
        room *= 2;
    room = room < gathering->people->count ? room : gathering->people->count;
    uint32_t *larger = ARENA_NEW(gathering->arena, uint32_t, room);
    if (session->here.count > 0)
        memcpy(larger, session->here.people, session->here.count * sizeof *larger);
    session->here.people = larger;
    session->here.room = room;
}

uint32_t *session_scratch(struct site *site)
{
    struct gathering *gathering = gathering_of(parts_of(site));
    if (gathering->scratch.people == NULL)
        gathering->scratch.people = ARENA_NEW(gathering->arena, uint32_t, gathering->people->count);
    return gathering->scratch.people;
}

static void settle_session(struct parts *parts, const struct session *session, sim_time now)
{
    struct gathering *gathering = gathering_of(parts);
    session->tally->session_time += now - session->opened;
    for (uint32_t i = 0; i < session->here.count; i++) {
        uint32_t person = session->here.people[i];
        sim_time stayed = now - gathering->persons.came[person];
        session->tally->people_time += stayed;
        person_stayed(people_of(parts), person, stayed);
    }
}

void gathering_settle(struct site *site, sim_time now)
{
    struct parts *parts = parts_of(site);
    for (uint32_t i = 0; i < conversation_circles(conversation_of(parts)); i++)
        if (conversation_circle(conversation_of(parts), i)->open)
            circle_settle(conversation_of(parts), conversation_circle(conversation_of(parts), i), now);
    for (uint32_t slot = 0; slot < gathering_of(parts)->sessions.count; slot++)
        if (gathering_of(parts)->sessions.all[slot]->open) {
            session_still_inquires(site, gathering_of(parts)->sessions.all[slot]);
            settle_session(parts, gathering_of(parts)->sessions.all[slot], now);
        }
}

static bool session_speaks_of(const struct session *session, const struct matter *matter)
{
    for (uint32_t i = 0; i < session->market.posted; i++)
        if (session->market.postings[i].matter == matter)
            return true;
    for (uint32_t i = 0; i < session->harvest.count; i++)
        if (session->harvest.reports[i].matter == matter)
            return true;
    return false;
}

bool gathering_speaks_of(const struct parts *parts, const struct matter *matter)
{
    const struct conversation *conversation = conversation_of(parts);
    const struct gathering *gathering = gathering_of(parts);
    for (uint32_t i = 0; i < conversation_circles(conversation); i++)
        if (conversation_circle(conversation, i)->open &&
            conversation_circle(conversation, i)->matter == matter)
            return true;
    for (uint32_t slot = 0; slot < gathering->sessions.count; slot++)
        if (gathering->sessions.all[slot]->open && session_speaks_of(gathering->sessions.all[slot], matter))
            return true;
    return false;
}

uint32_t gathering_practice(const struct gathering *gathering)
{
    return gathering->place.practice;
}

bool calendar_calls_all_sites(const struct calendar_entry *entry)
{
    return entry->of != NULL && entry->of->all;
}

bool gathering_holds(const struct gathering *gathering, const struct calendar_entry *entry)
{
    bool has_practice = entry->practice_number == 0 || entry->practice_number == gathering->place.practice;
    return has_practice && (gathering->place.online || !calendar_calls_all_sites(entry));
}

const struct field_list *gathering_calendar(const struct gathering *gathering)
{
    return &gathering->terms.calendar;
}

int gathering_first_day(const struct gathering *gathering)
{
    return gathering->terms.first_day;
}

uint64_t gathering_missed(const struct gathering *gathering)
{
    return gathering->place.missed;
}

const struct gathering_tally *gathering_tally(const struct gathering *gathering)
{
    return &gathering->tally;
}

const struct gathering_tally *gathering_tally_convened(const struct gathering *gathering)
{
    return &gathering->convened;
}

void gathering_take_practice(struct gathering *gathering, uint32_t practice)
{
    gathering->place.practice = practice;
}

void gathering_take_off_walls(struct gathering *gathering, const struct matter *matter)
{
    for (uint32_t slot = 0; slot < gathering->sessions.count; slot++) {
        struct session *session = gathering->sessions.all[slot];
        for (uint32_t i = 0; session->open && i < session->market.posted; i++)
            if (session->market.postings[i].matter == matter)
                session->market.postings[i].matter = NULL;
    }
}

void gathering_is_sampled(struct site *site, sim_time instant)
{
    (void)instant;
    struct gathering *gathering = gathering_of(parts_of(site));
    gathering->sampled = (struct sampled_tally){gathering->tally.sessions, gathering->tally.heads};
}

void gathering_check_books(struct site *site)
{
    const struct parts *parts = parts_of(site);
    const struct people *people = people_of(parts);
    const struct tally *tally = conversation_tally(conversation_of(parts)),
                       *apart = conversation_tally_apart(conversation_of(parts));
    uint64_t heard = 0;
    int64_t seated = 0;
    for (uint32_t person = 0; person < people->count; person++) {
        heard += people->books.heard[person];
        seated += people->books.seated[person];
    }
    require(heard == tally->hearings + apart->hearings);
    require(seated == tally->seat_time + apart->seat_time);
}
