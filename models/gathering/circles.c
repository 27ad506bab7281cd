/* The circles of a session: opened for a matter, closed with a note of what they would report. */
#include <string.h>

#include "base/require.h"
#include "gathering/gathering.h"
#include "parts.h"

struct circle *session_open_circle(struct site *site, struct matter *matter, const struct guide *guide,
                                   uint32_t room)
{
    struct parts *parts = parts_of(site);
    struct session *session = &parts->gathering->session;
    if (session->circle_count == session->circle_room) {
        uint32_t larger = session->circle_room == 0 ? 64 : session->circle_room * 2;
        struct circle **circles = ARENA_NEW(parts->gathering->arena, struct circle *, larger);
        uint32_t *hosts = ARENA_NEW(parts->gathering->arena, uint32_t, larger);
        struct report *reports = ARENA_NEW(parts->gathering->arena, struct report, larger);
        if (session->circle_count > 0) {
            memcpy(circles, session->circles, session->circle_count * sizeof *circles);
            memcpy(hosts, session->hosts, session->circle_room * sizeof *hosts);
            memcpy(reports, session->reports, session->circle_room * sizeof *reports);
        }
        session->circles = circles;
        session->hosts = hosts;
        session->reports = reports;
        session->circle_room = larger;
    }
    uint32_t luck = session->luck + ++session->circles_opened * UINT32_C(0x9E3779B1);
    struct circle *circle = circle_open(parts->conversation, matter, &session_stage(session)->manner, guide,
                                        luck, room, site_now(site));
    session->circles[session->circle_count++] = circle;
    return circle;
}

/* Where hosts keep their seats, a table's notes gather over the rounds. */
static void note_report(struct session *session, const struct circle *circle, uint32_t index)
{
    session->hosts[index] = circle->host;
    struct report *report = &session->reports[index];
    struct facet_set before = report->voiced;
    bool goes_on = session->entry != NULL && session_stage(session)->host_stays && session->round > 0 &&
                   report->matter == circle->matter;
    *report = (struct report){circle->matter, circle->voiced, circle->host};
    if (goes_on)
        for (uint32_t word = 0; word < FACET_WORDS; word++)
            report->voiced.word[word] |= before.word[word];
}

/* Pieces that a circle fell into are closed with it. */
static void close_pieces(struct site *site, uint32_t group)
{
    struct conversation *conversation = parts_of(site)->conversation;
    for (uint32_t i = 0; i < conversation->count; i++)
        if (conversation->circles[i]->open && conversation->circles[i]->group == group)
            circle_close(site, conversation->circles[i]);
}

void session_gather_pieces(struct site *site, struct circle *circle)
{
    struct conversation *conversation = parts_of(site)->conversation;
    for (uint32_t i = 0; i < conversation->count; i++) {
        struct circle *piece = conversation->circles[i];
        if (piece == circle || !piece->open || piece->group != circle->group)
            continue;
        while (piece->seats.count > 0) {
            uint32_t person = piece->seats.person[piece->seats.count - 1];
            circle_leave(site, piece, person);
            circle_join(site, circle, person);
        }
        circle_close(site, piece);
    }
}

void session_close_circles(struct site *site)
{
    struct session *session = &parts_of(site)->gathering->session;
    if (session->circle_count == 0)
        return;
    for (uint32_t i = 0; i < session->circle_count; i++) {
        struct circle *circle = session->circles[i];
        note_report(session, circle, i);
        bool in_pieces = !circle->manner->facilitated;
        uint32_t group = circle->group;
        circle_close(site, circle);
        if (in_pieces)
            close_pieces(site, group);
    }
    session->host_count = session->report_count = session->circle_count;
    session->circle_count = 0;
}

struct matter *session_ask(struct site *site)
{
    struct parts *parts = parts_of(site);
    uint32_t number = site_index(site) * SITE_STRIDE + parts->gathering->questions++;
    return matter_new(parts->knowledge, MATTER_QUESTION, QUESTIONS_FROM + number % QUESTIONS_FROM, NOBODY);
}
