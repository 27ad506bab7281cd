/* People who stand in circles that they make themselves, as at a party: who stands alone joins a circle, who
 * stands with others goes and stands alone. Coleman & James 1961: sizes follow a Poisson distribution
 * without its zero. */
#include "conversation/talk.h"
#include "gathering/gathering_parts.h"
#include "gathering/numbers.h"
#include "gathering/verbs.h"
#include "parts.h"

static uint32_t place_of(const struct session *session, const struct circle *circle)
{
    uint32_t place = 0;
    while (session->circles.all[place] != circle)
        place++;
    return place;
}

/* Any other circle alike, also that of somebody else who stands alone. */
static void joins_others(struct site *site, struct session *session, struct circle *own, uint32_t person,
                         struct draw *draw)
{
    if (session->circles.count < 2)
        return;
    site_charge(site, session->circles.count);
    uint32_t place = place_of(session, own), chosen = draw_below(draw, session->circles.count - 1);
    struct circle *other = session->circles.all[chosen + (chosen >= place ? 1 : 0)];
    circle_leave(site, own, person);
    session_close_circle(site, session, place);
    session_sit(site, other, person);
    circle_wake(site, other);
}

static void stands_alone(struct site *site, struct session *session, struct circle *circle, uint32_t person)
{
    enum { ROOM = 4 };
    circle_leave(site, circle, person);
    if (circle->host == person)
        circle_gets_host(circle, circle->seats.person[0]);
    session_sit(site, session_open_numbered(site, session, session->circles.count, ROOM), person);
}

void person_mingles(struct site *site, struct session *session, uint32_t person)
{
    struct circle *circle = circle_of(conversation_of(parts_of(site)), person);
    const struct stage *stage = session_stage(session);
    if (circle == NULL || circle_hears(circle, person))
        return;
    bool alone = circle->seats.count == 1;
    double quickest = stage->leave_rate > stage->join_rate ? stage->leave_rate : stage->join_rate;
    struct draw draw =
        draw_for(site_luck(site), DRAW_STEP, person, session->origin.luck + (uint32_t)session->books.moves);
    if (draw_uniform(&draw) * quickest >= (alone ? stage->join_rate : stage->leave_rate))
        return;
    session->tally->moves++;
    if (alone)
        joins_others(site, session, circle, person, &draw);
    else
        stands_alone(site, session, circle, person);
}
