/* Chairs in the middle of a circle: who came there, and how one of them changes hands. */
#include "gathering/gathering_parts.h"
#include "gathering/numbers.h"
#include "gathering/verbs.h"
#include "parts.h"

void chairs_note(struct site *site, struct session *session, uint32_t person)
{
    const struct gathering_persons *persons = &gathering_of(parts_of(site))->persons;
    persons->chair[person] = session->books.chairs++;
    if (persons->inside[person] == session->number)
        return;
    persons->inside[person] = session->number;
    session->books.inside++;
}

static bool is_inside(struct conversation *conversation, const struct circle *circle, uint32_t person)
{
    return circle_of(conversation, person) == circle && !person_sits_behind(conversation, person);
}

/* Number `which` of those who do not sit in the middle. */
static uint32_t person_around(struct site *site, const struct session *session, const struct circle *circle,
                              uint32_t which)
{
    struct conversation *conversation = conversation_of(parts_of(site));
    for (uint32_t i = 0; i < session->here.count; i++)
        if (!is_inside(conversation, circle, session->here.people[i]) && which-- == 0)
            return session->here.people[i];
    return NOBODY;
}

static uint32_t who_has_sat_longest(struct site *site, const struct circle *circle)
{
    const struct parts *parts = parts_of(site);
    const uint32_t *chair = gathering_of(parts)->persons.chair;
    uint32_t longest = NOBODY;
    for (uint32_t i = 0; i < circle->seats.count; i++) {
        uint32_t person = circle->seats.person[i];
        if (!person_sits_behind(conversation_of(parts), person) &&
            (longest == NOBODY || chair[person] < chair[longest]))
            longest = person;
    }
    return longest;
}

static void takes_the_chair(struct site *site, struct session *session, struct circle *circle,
                            uint32_t person)
{
    bool hears = circle_of(conversation_of(parts_of(site)), person) == circle;
    uint32_t gives_way = who_has_sat_longest(site, circle);
    if (hears) {
        circle_comes_forward(site, circle, person);
        gathering_notes_partners(site, circle, person);
    } else {
        circle_join(site, circle, person);
    }
    chairs_note(site, session, person);
    session->tally->moves++;
    if (circle_speakers(circle) <= (uint64_t)session_stage(session)->inner_size)
        return; /* somebody went home: there were two chairs free */
    if (hears)
        circle_goes_behind(site, circle, gives_way);
    else
        circle_leave(site, circle, gives_way);
}

/* Somebody takes the chair between two turns, so that nobody is cut: with a chance that makes `join_rate`
 * changes in an hour, and at most one after each turn. */
static void change_chairs(struct site *site, struct session *session, struct circle *circle,
                          const struct turn *ended)
{
    const struct stage *stage = session_stage(session);
    uint32_t outside = session->here.count - circle_speakers(circle);
    if (outside == 0 || ended->length <= 0)
        return;
    struct draw draw =
        draw_for(site_luck(site), DRAW_CHAIR, session->origin.luck, (uint32_t)++session->books.moves);
    if (draw_uniform(&draw) >= stage->join_rate * sim_hours(ended->length))
        return;
    uint32_t person = person_around(site, session, circle, draw_below(&draw, outside));
    takes_the_chair(site, session, circle, person);
}

static void chairs_talk_on(struct site *site, struct circle *circle, const struct turn *ended)
{
    change_chairs(site, circle_session(circle), circle, ended);
    stage_guide()->channel_free(site, circle, ended);
}

const struct guide guide_chairs = {.channel_free = chairs_talk_on};
