/* A line of the calendar opens its session, and people come. */
#include <math.h>

#include "base/require.h"
#include "chronicle.h"
#include "gathering/gathering_parts.h"
#include "gathering/numbers.h"
#include "gathering/verbs.h"
#include "moments.h"
#include "parts.h"

void gathering_start(struct site *site)
{
    struct gathering *gathering = gathering_of(parts_of(site));
    const struct calendar_entry *lines = gathering->terms.calendar.items;
    for (uint32_t line = 0; line < gathering->terms.calendar.count; line++)
        calendar_schedule(site, line, calendar_next(&lines[line], gathering->terms.first_day, 0));
}

/* Sessions draw by the hour in which they open, so that designs share their luck even when one is a little
 * late. Sessions that open in the same hour differ by their order. */
static uint32_t hourly_luck(const struct session *session, uint32_t first)
{
    const uint32_t stride =
        UINT32_C(0x85EBCA77); /* odd and large: far from what sites, stages and circles add */
    return first + session->origin.in_hour * stride;
}

static uint32_t number_in_hour(const struct session *last, sim_time now)
{
    bool same_hour = last->origin.of_calendar > 0 && last->opened / SIM_HOUR == now / SIM_HOUR;
    return same_hour ? last->origin.in_hour + 1 : 0;
}

/* Attendance is drawn anew for each session: tomorrow other people decide, who did not hear today's talk. */
static void call_by_lot(struct site *site, const struct session *session)
{
    enum { LANES = 256 };
    struct people *people = people_of(parts_of(site));
    double given = session->origin.entry->attendance;
    double share = (given > 0 ? given : people->terms.settings->attendance) *
                   climate_factor(people->terms.climate, CLIMATE_ATTENDANCE, session->opened);
    uint32_t hour = hourly_luck(session, (uint32_t)(session->opened / SIM_HOUR));
    bool even = attendance_is_even(people);
    float lanes[LANES];
    for (uint32_t from = 0; from < people->count; from += LANES) {
        uint32_t count = people->count - from < LANES ? people->count - from : LANES;
        draw_lanes(site_luck(site), DRAW_ATTENDANCE, site_index(site) + (from << 8), hour, lanes, count);
        for (uint32_t lane = 0; lane < count; lane++) {
            uint32_t person = from + lane;
            double zeal = even ? 1.0 : attendance_zeal(people, person, session->opened);
            if ((double)lanes[lane] < share * zeal)
                session_call(people, session, person);
        }
    }
}

/* A fixed number of those who can come, whatever the attendance. */
static void call_heads(struct site *site, const struct session *session)
{
    struct people *people = people_of(parts_of(site));
    uint32_t *lot = session_scratch(site), count = 0;
    for (uint32_t person = 0; person < people->count; person++)
        if (person_is_free(people, person) && person_would_come(people, person, session->opened))
            lot[count++] = person;
    uint32_t hour = hourly_luck(session, (uint32_t)(session->opened / SIM_HOUR));
    struct draw draw = draw_for(site_luck(site), DRAW_ATTENDANCE, site_index(site), hour);
    draw_shuffle(&draw, lot, count);
    for (uint32_t i = 0; i < count && i < session->origin.entry->heads; i++)
        session_call(people, session, lot[i]);
}

static void call_delegates(struct site *site, const struct session *session)
{
    struct people *people = people_of(parts_of(site));
    for (uint32_t person = 0; person < people->count; person++) {
        uint32_t which = 0, group;
        while ((group = gathering_ask_group(site, person, which++)) != NOBODY) {
            uint32_t delegate = gathering_ask_delegate(site, session, group);
            if (delegate != NOBODY)
                session_call(people, session, delegate);
        }
    }
}

/* Those whom groups of other sites sent here. */
static void call_those_sent(struct site *site, const struct session *session)
{
    struct people *people = people_of(parts_of(site));
    for (uint32_t person = people->begun + people->arriving; person < people->count; person++) {
        bool sent = false;
        ASK(site, sent, is_sent_here, person);
        if (sent)
            session_call(people, session, person);
    }
}

/* Whether delegates alone are called: not where there is no group yet that could send any. */
static bool calls_delegates(struct site *site, const struct calendar_entry *entry)
{
    if (!entry->who->delegates)
        return false;
    return calendar_calls_all_sites(entry) ||
           (entry->category != NULL && entry->category->category != ANY_CATEGORY) ||
           anybody_in_a_group(site, NULL, people_of(parts_of(site))->count);
}

static void call_proposers(struct site *site, const struct session *session)
{
    const struct agenda *agenda = agenda_of(parts_of(site));
    for (uint32_t i = 0; i < agenda_queued(agenda) && agenda_settings(agenda)->proposer_comes; i++)
        session_call(people_of(parts_of(site)), session, agenda_in_queue(agenda, i)->matter->proposer);
}

/* The people who are called come in, in the order of their numbers, unless they are too tired. */
static void gather_people(struct site *site, struct session *session)
{
    struct gathering *gathering = gathering_of(parts_of(site));
    struct people *people = people_of(parts_of(site));
    const struct calendar_entry *entry = session->origin.entry;
    uint32_t hour = hourly_luck(session, (uint32_t)(session->opened / SIM_HOUR));
    if (calls_delegates(site, entry)) {
        call_delegates(site, session);
        if (calendar_calls_all_sites(entry))
            call_those_sent(site, session);
    } else if (!entry->who->same || !series_call(site, session, hour)) {
        if (entry->heads > 0)
            call_heads(site, session);
        else
            call_by_lot(site, session);
    }
    call_proposers(site, session);
    uint32_t called = 0;
    for (uint32_t person = 0; person < people->count; person++)
        called += session_has(people, session, person) ? 1 : 0;
    session_make_room(gathering, session, called);
    for (uint32_t person = 0; person < people->count; person++) {
        if (!session_has(people, session, person))
            continue;
        person_is_let_go(people, person);
        if (person_would_come(people, person, session->opened))
            session_enter(gathering, session, person, session->opened);
    }
    series_goes_on(gathering, session);
}

void gathering_close_place(struct site *site, sim_time until)
{
    struct gathering *gathering = gathering_of(parts_of(site));
    if (until > gathering->place.closed_until)
        gathering->place.closed_until = until;
    for (uint32_t slot = 0; slot < gathering->sessions.count; slot++)
        if (gathering->sessions.all[slot]->open)
            session_break_off(site, gathering->sessions.all[slot]);
}

static void session_is_missed(struct site *site)
{
    gathering_of(parts_of(site))->place.missed++;
    chronicle_tell(site, TOLD_SESSION_MISSED, CHRONICLE_NOBODY, CHRONICLE_NOBODY, NAN);
}

/* A session that cannot be held is not made up for; a line with `again_after` waits for the place to open. */
static void pass_over(struct site *site, const struct calendar_entry *entry, uint32_t line)
{
    struct gathering *gathering = gathering_of(parts_of(site));
    if (entry->again_after > 0)
        calendar_schedule(site, line, gathering->place.closed_until);
    else
        session_is_missed(site);
}

void on_session_opens(struct site *site, const struct event *event)
{
    struct opening_card card;
    event_read(event, &card, sizeof card);
    struct gathering *gathering = gathering_of(parts_of(site));
    struct session *session = gathering->sessions.all[0];
    const struct calendar_entry *lines = gathering->terms.calendar.items;
    const struct calendar_entry *entry = &lines[card.line];
    sim_time now = site_now(site);
    bool held_here = gathering_holds(gathering, entry);
    if (session->open && held_here) { /* a session that runs over delays the next one */
        calendar_schedule(site, card.line, now + SIM_MINUTE);
        return;
    }
    if (entry->again_after <= 0)
        calendar_schedule(site, card.line, calendar_next(entry, gathering->terms.first_day, now + 1));
    else if (!held_here)
        calendar_schedule(site, card.line, now + entry->again_after);
    if (!held_here)
        return;
    if (now < gathering->place.closed_until) {
        pass_over(site, entry, card.line);
        return;
    }

    uint32_t in_hour = number_in_hour(session, now), before = session->origin.of_calendar;
    session_clear(gathering, session, entry, now);
    session->origin.of_calendar = before + 1;
    session->origin.in_hour = in_hour;
    session->origin.luck = hourly_luck(session, (uint32_t)(now / SIM_HOUR) * 4096u + site_index(site));
    gather_people(site, session);
    session_begin(site, session);
}

// clang-format off
static const struct calling_rule calling_all       = {.choice = {"all", "everybody, of whom a share comes", "assemblies of 2011-12"}};
static const struct calling_rule calling_delegates = {.choice = {"delegates", "one delegate of each working group, in rotation; everybody where there are no groups", "Spokes Council, New York 2011-12"}, .delegates = true};
static const struct calling_rule calling_same      = {.choice = {"same", "those who came to the last session of the series, each with the chance `returns`; everybody to the first", "a Future Search of three days, Weisbord & Janoff 2010"}, .same = true};

static const struct category_rule any_category = {{"any", "all working groups", "models/README.md, groups"}, ANY_CATEGORY};
static const struct category_rule operational  = {{"operational", "groups that keep a site going: kitchen, medics", "models/README.md, groups"}, 0};
static const struct category_rule sectorial    = {{"sectorial", "groups that work on one matter: education, economy", "models/README.md, groups"}, 1};
static const struct category_rule strategic    = {{"strategy", "groups that work on where the movement goes: facilitation, vision", "models/README.md, groups"}, 2};
static const struct reach_rule of_this_site    = {{"here", "groups of the site where it is held", "Spokes Council, New York 2011-12"}, false};
static const struct reach_rule of_all_sites    = {{"all", "groups of all sites: their delegates come as guests to a site that is online", "calls between the occupations, 2011-12"}, true};
// clang-format on

const struct choice *const category_rules[] = {&any_category.choice, &operational.choice, &sectorial.choice,
                                               &strategic.choice, NULL};
const struct choice *const reach_rules[] = {&of_this_site.choice, &of_all_sites.choice, NULL};

const struct choice *const calling_rules[] = {&calling_all.choice, &calling_delegates.choice,
                                              &calling_same.choice, NULL};
