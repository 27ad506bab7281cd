/* Circles with people around them: who sits in the middle, and who listens. */
#include "gathering/gathering_parts.h"
#include "gathering/numbers.h"
#include "gathering/verbs.h"
#include "moments.h"
#include "parts.h"

void seat_inside(struct site *site, struct session *session, struct circle *circle, uint32_t person)
{
    session_sit(site, circle, person);
    chairs_note(site, session, person);
}

void seat_around(struct site *site, struct session *session, struct circle *circle)
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
    return session_open_numbered(site, session, 0, session->here.count + 1);
}

void seat_inner(struct site *site, struct session *session)
{
    uint32_t *people = session_scratch(site), count = session->here.count;
    for (uint32_t i = 0; i < count; i++)
        people[i] = session->here.people[i];
    struct draw draw = seat_draw(site, session);
    draw_shuffle(&draw, people, count);
    struct circle *circle = open_middle(site, session);
    for (uint32_t i = 0; i < count && i < (uint64_t)session_stage(session)->inner_size; i++)
        seat_inside(site, session, circle, people[i]);
    seat_around(site, session, circle);
}

static uint32_t side_of(struct site *site, uint32_t person)
{
    uint32_t side = NOBODY;
    ASK(site, side, side_of, person);
    return side;
}

static uint32_t sides_present(struct site *site, const struct session *session)
{
    uint32_t sides = 0;
    for (uint32_t i = 0; i < session->here.count; i++) {
        uint32_t side = side_of(site, session->here.people[i]);
        if (side != NOBODY && side >= sides)
            sides = side + 1;
    }
    return sides;
}

/* A side in the middle in each round, the first one first. Who is of no side sits around. */
void seat_sides(struct site *site, struct session *session)
{
    uint32_t sides = sides_present(site, session);
    if (sides == 0) {
        seat_plenary(site, session);
        return;
    }
    struct circle *circle = open_middle(site, session);
    for (uint32_t i = 0; i < session->here.count; i++)
        if (side_of(site, session->here.people[i]) == session->at.round % sides)
            seat_inside(site, session, circle, session->here.people[i]);
    seat_around(site, session, circle);
}

/* Dealt side by side over the circles, so that each has its share of every side; who is of no side comes
 * last. A circle has the same people in all rounds of its stage, as long as nobody comes or goes. */
void seat_sides_in_circles(struct site *site, struct session *session)
{
    uint32_t sides = sides_present(site, session), *people = session_scratch(site);
    session_open_circles(site, session, session_circles_wanted(site, session));
    uint32_t count = session_without_seat(site, session, people), dealt = 0;
    struct draw draw =
        draw_for(site_luck(site), DRAW_SEATING, session->origin.luck, session->at.stage * 65536u);
    draw_shuffle(&draw, people, count);
    for (uint32_t dealing = 0; dealing <= sides; dealing++)
        for (uint32_t i = 0; i < count; i++) {
            uint32_t side = side_of(site, people[i]);
            if (dealing != (side == NOBODY ? sides : side))
                continue;
            struct circle *circle = session->circles.all[dealt++ % session->circles.count];
            if (sides == 0 || side == session->at.round % sides)
                seat_inside(site, session, circle, people[i]);
            else if (session_stage(session)->outer->hears)
                circle_join_behind(site, circle, people[i]);
        }
}

/* --- delegates --- */

/* A delegate of two groups takes one seat; a delegate who is not present takes none. */
void seat_the_delegates(struct site *site, struct session *session, struct circle *circle)
{
    const struct parts *parts = parts_of(site);
    for (uint32_t i = 0; i < session->here.count; i++) {
        uint32_t which = 0, group;
        while ((group = gathering_ask_group(site, session->here.people[i], which++)) != NOBODY) {
            uint32_t delegate = gathering_ask_delegate(site, session, group);
            if (delegate != NOBODY && session_has(people_of(parts), session, delegate) &&
                circle_of(conversation_of(parts), delegate) == NULL)
                seat_inside(site, session, circle, delegate);
        }
    }
}

void seat_delegates(struct site *site, struct session *session)
{
    if (!anybody_in_a_group(site, session->here.people, session->here.count)) {
        seat_plenary(site, session);
        return;
    }
    struct circle *circle = session_open_numbered(site, session, 0, session->here.count + 1);
    seat_the_delegates(site, session, circle);
    seat_around(site, session, circle);
}
