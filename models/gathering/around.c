/* Circles with people around them: who sits in the middle, who takes a chair there, and who listens. */
#include "gathering/gathering_parts.h"
#include "gathering/numbers.h"
#include "gathering/verbs.h"
#include "moments.h"
#include "parts.h"

static void note_inside(struct site *site, struct session *session, uint32_t person)
{
    const struct gathering_persons *persons = &gathering_of(parts_of(site))->persons;
    persons->chair[person] = session->books.chairs++;
    if (persons->inside[person] == session->number)
        return;
    persons->inside[person] = session->number;
    session->books.inside++;
}

void sit_inside(struct site *site, struct session *session, struct circle *circle, uint32_t person)
{
    session_sit(site, circle, person);
    note_inside(site, session, person);
}

void sit_around(struct site *site, struct session *session, struct circle *circle)
{
    struct conversation *conversation = conversation_of(parts_of(site));
    if (!session_stage(session)->outer->hears)
        return;
    for (uint32_t i = 0; i < session->here.count; i++)
        if (circle_of(conversation, session->here.people[i]) == NULL)
            circle_join_behind(site, circle, session->here.people[i]);
}

static struct circle *open_middle(struct site *site, struct session *session)
{
    struct matter *matter = session_stage(session)->matter->matter(site, session, 0);
    return session_open_circle(site, session, matter, stage_guide(), session->here.count + 1);
}

void seat_inner(struct site *site, struct session *session)
{
    uint32_t *people = session_scratch(site), count = session->here.count;
    for (uint32_t i = 0; i < count; i++)
        people[i] = session->here.people[i];
    struct draw draw = seating_draw(site, session);
    draw_shuffle(&draw, people, count);
    struct circle *circle = open_middle(site, session);
    for (uint32_t i = 0; i < count && i < (uint64_t)session_stage(session)->inner_size; i++)
        sit_inside(site, session, circle, people[i]);
    sit_around(site, session, circle);
}

static uint32_t side_of(struct site *site, uint32_t person)
{
    uint32_t side = NOBODY;
    ASK(site, side, side_of, person);
    return side;
}

/* A side in the middle in each round, the first one first. Who is of no side sits around. */
void seat_sides(struct site *site, struct session *session)
{
    uint32_t sides = 0;
    for (uint32_t i = 0; i < session->here.count; i++) {
        uint32_t side = side_of(site, session->here.people[i]);
        if (side != NOBODY && side >= sides)
            sides = side + 1;
    }
    if (sides == 0) {
        seat_plenary(site, session);
        return;
    }
    struct circle *circle = open_middle(site, session);
    for (uint32_t i = 0; i < session->here.count; i++)
        if (side_of(site, session->here.people[i]) == session->at.round % sides)
            sit_inside(site, session, circle, session->here.people[i]);
    sit_around(site, session, circle);
}

/* --- the empty chair --- */

static bool is_inside(struct conversation *conversation, const struct circle *circle, uint32_t person)
{
    return circle_of(conversation, person) == circle && !sits_behind(conversation, person);
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
        if (!sits_behind(conversation_of(parts), person) &&
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
    note_inside(site, session, person);
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
void session_changes_chairs(struct site *site, struct session *session, struct circle *circle,
                            const struct turn *ended)
{
    const struct stage *stage = session_stage(session);
    uint32_t outside = session->here.count - circle_speakers(circle);
    if (!stage->movement->chairs || outside == 0 || ended->length <= 0)
        return;
    struct draw draw =
        draw_for(site_luck(site), DRAW_CHAIR, session->origin.luck, (uint32_t)++session->books.moves);
    if (draw_uniform(&draw) >= stage->join_rate * sim_hours(ended->length))
        return;
    uint32_t person = person_around(site, session, circle, draw_below(&draw, outside));
    takes_the_chair(site, session, circle, person);
}
