/* The way of a session: it opens, goes from stage to stage, and closes. */
#include <string.h>

#include "base/require.h"
#include "conversation/hearing.h"
#include "conversation/rules.h"
#include "gathering/gathering.h"
#include "gathering/verbs.h"
#include "parts.h"

struct opening_card {
    uint32_t line;
};

struct stage_card {
    uint32_t session, serial;
};

struct gathering *gathering_new(const struct gathering_settings *settings, struct field_list calendar,
                                int first_day, struct people *people, struct arena *arena)
{
    struct gathering *gathering = ARENA_NEW(arena, struct gathering, 1);
    *gathering = (struct gathering){
        .settings = settings,
        .calendar = calendar,
        .first_day = first_day,
        .people = people,
        .arena = arena,
        .session.people = ARENA_NEW(arena, uint32_t, people->count),
        .session.visited = ARENA_NEW(arena, uint64_t, people->count),
    };
    if (settings->partners)
        gathering->partners = ARENA_NEW(arena, uint64_t, (size_t)people->count * ((people->count + 63) / 64));
    return gathering;
}

static void schedule_opening(struct site *site, uint32_t line, sim_time at)
{
    struct opening_card card = {line};
    if (at < SIM_NEVER)
        site_schedule(site, at, EVENT_SESSION_OPENS, &card, sizeof card);
}

void gathering_start(struct site *site)
{
    struct gathering *gathering = parts_of(site)->gathering;
    const struct calendar_entry *lines = gathering->calendar.items;
    for (uint32_t line = 0; line < gathering->calendar.count; line++)
        schedule_opening(site, line, calendar_next(&lines[line], gathering->first_day, 0));
}

const struct stage *session_stage(const struct session *session)
{
    const struct stage *stages = session->entry->method->stages.items;
    return &stages[session->stage];
}

/* Sessions draw by the hour in which they open, so that designs share their luck even when one is a little
 * late. Those that open in one hour are told apart by their order. */
static uint32_t hourly_luck(const struct session *session, uint32_t first)
{
    const uint32_t stride =
        UINT32_C(0x85EBCA77); /* odd and large: far from what sites, stages and circles add */
    return first + session->in_hour * stride;
}

static uint32_t number_in_hour(const struct session *last, sim_time now)
{
    bool same_hour = last->number > 0 && last->opened / SIM_HOUR == now / SIM_HOUR;
    return same_hour ? last->in_hour + 1 : 0;
}

/* Attendance is sampled anew for each session: who decides tomorrow did not hear today's arguments. */
static void gather_people(struct site *site, struct session *session)
{
    enum { LANES = 256 };
    struct parts *parts = parts_of(site);
    struct people *people = parts->people;
    const struct agenda *agenda = parts->agenda;
    double share = session->entry->attendance > 0 ? session->entry->attendance : people->settings->attendance;
    uint32_t hour = hourly_luck(session, (uint32_t)(session->opened / SIM_HOUR));
    float lanes[LANES];
    for (uint32_t from = 0; from < people->count; from += LANES) {
        uint32_t count = people->count - from < LANES ? people->count - from : LANES;
        draw_lanes(site_luck(site), DRAW_ATTENDANCE, site_index(site) + (from << 8), hour, lanes, count);
        for (uint32_t lane = 0; lane < count; lane++)
            people->present[from + lane] = (double)lanes[lane] < share;
    }
    if (agenda->settings->proposer_comes)
        for (uint32_t i = 0; i < agenda->queued; i++)
            people->present[agenda->items[agenda->queue[i]]->matter->proposer] = true;
    session->count = 0;
    for (uint32_t person = 0; person < people->count; person++) {
        if (!people->present[person])
            continue;
        person_rest(people, person, session->opened);
        people->present[person] = (double)people->energy[person] >= people->settings->leave_below;
        if (people->present[person]) {
            session->people[session->count++] = person;
            people->sessions[person]++;
        }
    }
}

static uint32_t slots_of(const struct method *method)
{
    uint32_t slots = 0;
    const struct stage *stages = method->stages.items;
    for (size_t i = 0; i < method->stages.count; i++)
        if (stages[i].verb->takes_slot && stages[i].matter == matter_rule_posted())
            slots += (uint32_t)stages[i].times;
    return slots;
}

void session_end_stage_at(struct site *site, sim_time instant)
{
    struct session *session = &parts_of(site)->gathering->session;
    site_cancel(site, session->stage_ends);
    struct stage_card card = {session->number, session->stage_serial};
    session->stage_ends = site_schedule(site, instant, EVENT_STAGE_ENDS, &card, sizeof card);
    if (instant < session->stage_until)
        session->stage_until = instant;
}

static void begin_round(struct site *site)
{
    struct session *session = &parts_of(site)->gathering->session;
    const struct stage *stage = session_stage(session);
    session_send_tired_home(site);
    session->stage_serial++;
    memset(session->visited, 0, parts_of(site)->people->count * sizeof *session->visited);
    session->stage_ends = (struct event_ticket){0};
    session->stage_until = session->ends > 0 ? session->ends : SIM_NEVER;
    if (stage->lasts > 0)
        session_end_stage_at(site, site_now(site) + stage->lasts);
    stage->verb->begin(site, session);
}

static void leave_session(struct site *site, uint32_t place)
{
    struct parts *parts = parts_of(site);
    struct session *session = &parts->gathering->session;
    uint32_t person = session->people[place];
    struct circle *circle = circle_of(parts->conversation, person);
    if (circle != NULL)
        circle_leave(site, circle, person);
    session->people[place] = session->people[--session->count];
    parts->people->present[person] = false;
    sim_time stayed = site_now(site) - session->opened;
    parts->people->attended[person] += stayed;
    parts->gathering->tally.people_time += stayed;
}

static void close_session(struct site *site)
{
    struct parts *parts = parts_of(site);
    struct gathering *gathering = parts->gathering;
    struct session *session = &gathering->session;
    sim_time now = site_now(site);
    site_cancel(site, session->stage_ends);
    site_cancel(site, session->session_ends);
    site_cancel(site, session->next_move);
    session_close_circles(site);
    double energy = 0;
    for (uint32_t i = 0; i < session->count; i++)
        energy += (double)parts->people->energy[session->people[i]];
    gathering->tally.stayed_for += session->count > 0 ? 1 : 0;
    gathering->tally.energy_at_close += session->count > 0 ? energy / session->count : 0;
    while (session->count > 0)
        leave_session(site, session->count - 1);
    for (uint32_t i = 0; i < session->posted; i++)
        if (session->postings[i].matter != NULL && session->postings[i].matter->kind == MATTER_QUESTION) {
            gathering->question_closes(site, session->postings[i].matter);
            matter_release(parts->knowledge, session->postings[i].matter);
        }
    if (session->question != NULL) {
        gathering->question_closes(site, session->question);
        matter_release(parts->knowledge, session->question);
    }
    gathering->tally.session_time += now - session->opened;
    session->open = false;
    const struct calendar_entry *lines = gathering->calendar.items;
    if (session->entry->again_after > 0)
        schedule_opening(site, (uint32_t)(session->entry - lines), now + session->entry->again_after);
}

static void next_round(struct site *site)
{
    struct session *session = &parts_of(site)->gathering->session;
    const struct stage *stage = session_stage(session);
    site_cancel(site, session->stage_ends);
    site_cancel(site, session->next_move);
    if (stage->verb->end != NULL)
        stage->verb->end(site, session);
    if (++session->round < (uint32_t)stage->times) {
        begin_round(site);
        return;
    }
    if (session->stage + 1 == session->entry->method->stages.count) {
        close_session(site);
        return;
    }
    session->round = 0;
    session->stage++;
    begin_round(site);
}

void on_session_opens(struct site *site, const struct event *event)
{
    struct opening_card card;
    event_read(event, &card, sizeof card);
    struct gathering *gathering = parts_of(site)->gathering;
    struct session *session = &gathering->session;
    const struct calendar_entry *lines = gathering->calendar.items;
    const struct calendar_entry *entry = &lines[card.line];
    sim_time now = site_now(site);
    bool held_here = entry->practice_number == 0 || entry->practice_number == gathering->practice;
    if (session->open && held_here) { /* what runs over delays what comes next */
        schedule_opening(site, card.line, now + SIM_MINUTE);
        return;
    }
    if (entry->again_after <= 0)
        schedule_opening(site, card.line, calendar_next(entry, gathering->first_day, now + 1));
    if (!held_here)
        return;

    *session = (struct session){
        .open = true,
        .number = session->number + 1,
        .entry = entry,
        .opened = now,
        .ends = entry->lasts > 0 ? now + entry->lasts : 0,
        .in_hour = number_in_hour(session, now),
        .stage_serial = session->stage_serial,
        .people = session->people,
        .visited = session->visited,
        .circles = session->circles,
        .circle_room = session->circle_room,
        .hosts = session->hosts,
        .postings = session->postings,
        .posting_room = session->posting_room,
        .reports = session->reports,
        .slots = slots_of(entry->method),
    };
    session->luck = hourly_luck(session, (uint32_t)(now / SIM_HOUR) * 4096u + site_index(site));
    gather_people(site, session);
    gathering->tally.sessions++;
    gathering->tally.heads += session->count;
    struct stage_card ending = {session->number, 0};
    if (session->ends > 0)
        session->session_ends =
            site_schedule(site, session->ends, EVENT_SESSION_ENDS, &ending, sizeof ending);
    begin_round(site);
}

/* A verb may be done in the midst of its own work; an event at this very instant makes the change safe. */
void session_stage_done(struct site *site)
{
    session_end_stage_at(site, site_now(site));
}

void on_stage_ends(struct site *site, const struct event *event)
{
    struct stage_card card;
    event_read(event, &card, sizeof card);
    const struct session *session = &parts_of(site)->gathering->session;
    if (session->open && session->number == card.session && session->stage_serial == card.serial)
        next_round(site);
}

void on_session_ends(struct site *site, const struct event *event)
{
    struct stage_card card;
    event_read(event, &card, sizeof card);
    struct session *session = &parts_of(site)->gathering->session;
    require(session->open && session->number == card.session);
    const struct stage *stage = session_stage(session);
    if (stage->verb->end != NULL)
        stage->verb->end(site, session);
    close_session(site);
}

void session_send_tired_home(struct site *site)
{
    struct parts *parts = parts_of(site);
    struct session *session = &parts->gathering->session;
    double least = parts->people->settings->leave_below;
    sim_time now = site_now(site);
    for (uint32_t i = session->count; i-- > 0;) {
        uint32_t person = session->people[i];
        const struct circle *circle = circle_of(parts->conversation, person);
        if (circle == NULL)
            person_rest(parts->people, person, now);
        double energy = circle == NULL ? (double)parts->people->energy[person]
                                       : (double)circle->seats.energy[parts->conversation->seat[person]];
        if (energy >= least || (circle != NULL && circle->busy && circle->turn.speaker == person))
            continue;
        leave_session(site, i);
        parts->gathering->tally.went_home++;
    }
}

/* The proposer when present, else the most interested of those present; NOBODY in an empty session. */
uint32_t session_presenter(struct site *site, const struct matter *matter)
{
    const struct parts *parts = parts_of(site);
    const struct session *session = &parts->gathering->session;
    if (matter->proposer != NOBODY && parts->people->present[matter->proposer])
        return matter->proposer;
    uint32_t presenter = NOBODY;
    for (uint32_t i = 0; i < session->count; i++)
        if (presenter == NOBODY || matter->interest[session->people[i]] > matter->interest[presenter])
            presenter = session->people[i];
    return presenter;
}

void gathering_settle(struct site *site, sim_time now)
{
    struct parts *parts = parts_of(site);
    struct gathering *gathering = parts->gathering;
    for (uint32_t i = 0; i < parts->conversation->count; i++)
        if (parts->conversation->circles[i]->open)
            circle_settle(parts->conversation, parts->conversation->circles[i], now);
    const struct session *session = &gathering->session;
    if (!session->open)
        return;
    sim_time lasted = now - session->opened;
    gathering->tally.session_time += lasted;
    gathering->tally.people_time += lasted * (int64_t)session->count;
    for (uint32_t i = 0; i < session->count; i++)
        parts->people->attended[session->people[i]] += lasted;
}
