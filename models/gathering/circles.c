/* The circles of a session: opened for a matter, closed with a note of what they would report. */
#include <string.h>

#include "base/require.h"
#include "gathering/gathering_parts.h"
#include "moments.h"
#include "parts.h"

static void make_room_for_circles(struct arena *arena, struct session *session)
{
    if (session->circles.count < session->circles.room)
        return;
    uint32_t larger = session->circles.room == 0 ? 4 : session->circles.room * 2;
    struct circle **circles = ARENA_NEW(arena, struct circle *, larger);
    uint32_t *hosts = ARENA_NEW(arena, uint32_t, larger);
    uint32_t *callers = ARENA_NEW(arena, uint32_t, larger);
    struct report *reports = ARENA_NEW(arena, struct report, larger);
    if (session->circles.count > 0) {
        memcpy(circles, session->circles.all, session->circles.count * sizeof *circles);
        memcpy(hosts, session->circles.hosts, session->circles.room * sizeof *hosts);
        memcpy(callers, session->circles.callers, session->circles.room * sizeof *callers);
        memcpy(reports, session->harvest.reports, session->circles.room * sizeof *reports);
    }
    session->circles.all = circles;
    session->circles.hosts = hosts;
    session->circles.callers = callers;
    session->harvest.reports = reports;
    session->circles.room = larger;
}

struct circle *session_open_beside(struct site *site, struct session *session, struct matter *matter,
                                   const struct manner *manner, const struct guide *guide, uint32_t room)
{
    struct parts *parts = parts_of(site);
    make_room_for_circles(gathering_of(parts)->arena, session);
    if (matter != NULL)
        matter_is_heard(knowledge_of(parts), matter);
    uint32_t luck = session->origin.luck + ++session->circles.opened * UINT32_C(0x9E3779B1);
    struct circle *circle =
        session->origin.of_calendar > 0
            ? circle_open(conversation_of(parts), matter, manner, guide, luck, room, site_now(site))
            : circle_open_apart(conversation_of(parts), matter, manner, guide, luck, room, site_now(site));
    circle_belongs_to(circle, session, &session->origin.about);
    session->circles.all[session->circles.count++] = circle;
    return circle;
}

struct circle *session_open_circle(struct site *site, struct session *session, struct matter *matter,
                                   const struct guide *guide, uint32_t room)
{
    return session_open_beside(site, session, matter, &session_stage(session)->manner, guide, room);
}

/* Who sat there, for the seatings that ask for it. */
static void note_seats(struct site *site, const struct circle *circle, uint32_t index)
{
    uint32_t *before = gathering_of(parts_of(site))->persons.before;
    for (uint32_t i = 0; i < circle->seats.count; i++) {
        uint32_t person = circle->seats.person[i];
        before[person] = index + 1;
    }
}

/* Where hosts keep their seats, the report of a circle adds what was voiced in each round. */
static void note_report(struct session *session, const struct circle *circle, uint32_t index)
{
    session->circles.hosts[index] = circle->host;
    struct report *report = &session->harvest.reports[index];
    struct facet_set before = report->voiced;
    bool goes_on = session->origin.entry != NULL && session_stage(session)->host_stays &&
                   session->at.round > 0 && report->matter == circle->matter;
    *report = (struct report){circle->matter, circle->talk.voiced, circle->host};
    if (goes_on)
        for (uint32_t word = 0; word < FACET_WORDS; word++)
            report->voiced.word[word] |= before.word[word];
}

/* Higher mechanisms see the circle before it closes: people still sit in it, and its books are up to date. */
static void show_to_the_curious(struct site *site, const struct session *session, struct circle *circle)
{
    circle_settle(conversation_of(parts_of(site)), circle, site_now(site));
    MOMENT(site, circle_closes, session, circle);
}

static void close_circle(struct site *site, struct session *session, struct circle *circle)
{
    session->books.turns += circle->talk.turns;
    session->books.novel += circle->talk.novel;
    circle_close(site, circle);
}

/* A circle may have fallen apart into pieces; they are closed with it. */
static void close_pieces(struct site *site, struct session *session, uint32_t group, uint32_t index)
{
    struct conversation *conversation = conversation_of(parts_of(site));
    for (uint32_t i = 0; i < conversation_circles(conversation); i++) {
        struct circle *piece = conversation_circle(conversation, i);
        if (!piece->open || piece->id.group != group)
            continue;
        if (!session->circles.aside)
            note_seats(site, piece, index);
        show_to_the_curious(site, session, piece);
        close_circle(site, session, piece);
    }
}

bool session_may_be_in_pieces(const struct circle *circle)
{
    return !circle->manner->facilitated || circle->held.needed;
}

void session_gather_pieces(struct site *site, struct session *session, struct circle *circle)
{
    struct conversation *conversation = conversation_of(parts_of(site));
    for (uint32_t i = 0; i < conversation_circles(conversation); i++) {
        struct circle *piece = conversation_circle(conversation, i);
        if (piece == circle || !piece->open || piece->id.group != circle->id.group)
            continue;
        show_to_the_curious(site, session, piece);
        while (piece->seats.count > 0) {
            uint32_t person = piece->seats.person[piece->seats.count - 1];
            circle_leave(site, piece, person);
            circle_join(site, circle, person);
        }
        close_circle(site, session, piece);
    }
}

void session_close_circles(struct site *site, struct session *session)
{
    if (session->circles.count == 0)
        return;
    bool aside = session->circles.aside;
    for (uint32_t i = 0; i < session->here.count && !aside; i++)
        gathering_of(parts_of(site))->persons.before[session->here.people[i]] = 0;
    for (uint32_t i = 0; i < session->circles.count; i++) {
        struct circle *circle = session->circles.all[i];
        if (!aside) {
            note_report(session, circle, i);
            note_seats(site, circle, i);
        }
        bool in_pieces = session_may_be_in_pieces(circle);
        uint32_t group = circle->id.group;
        show_to_the_curious(site, session, circle);
        close_circle(site, session, circle);
        if (in_pieces)
            close_pieces(site, session, group, i);
    }
    if (!aside && session->circles.count > 1) {
        session->circles.caller_count = session->circles.count;
        memcpy(session->circles.callers, session->circles.hosts,
               session->circles.count * sizeof *session->circles.callers);
    }
    if (!aside)
        session->circles.host_count = session->harvest.count = session->circles.count;
    session->circles.count = 0;
    session->circles.aside = false;
}

void session_close_circle(struct site *site, struct session *session, uint32_t index)
{
    show_to_the_curious(site, session, session->circles.all[index]);
    close_circle(site, session, session->circles.all[index]);
    session->circles.all[index] = session->circles.all[--session->circles.count];
}

/* Questions of convened sessions have numbers of their own, so that they change no other question's luck. */
struct matter *session_ask(struct site *site, struct session *session)
{
    struct parts *parts = parts_of(site);
    uint32_t number = session->origin.of_calendar > 0
                          ? site_index(site) * SITE_STRIDE + gathering_of(parts)->questions.asked++
                          : session->origin.luck + session->asked.count++;
    uint32_t from = session->origin.of_calendar > 0 ? QUESTIONS_FROM : QUESTIONS_APART_FROM;
    return matter_new(knowledge_of(parts), MATTER_QUESTION, from + number % QUESTIONS_FROM, NOBODY);
}
