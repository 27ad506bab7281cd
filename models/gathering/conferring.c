/* Delegates go to their groups, talk it over, and come back. */
#include "conversation/talk.h"
#include "gathering/gathering_parts.h"
#include "gathering/verbs.h"
#include "parts.h"

bool session_confers(struct site *site, const struct session *session)
{
    return session_stage(session)->confer > 0 && session_stage(session)->seating->delegates_talk &&
           session->circles.count == 1 && anybody_in_a_group(site, session->here.people, session->here.count);
}

/* A group of whom one is there talks with nobody. */
static void open_for_group(struct site *site, struct session *session, const struct key *keys, uint32_t count)
{
    const struct stage *stage = session_stage(session);
    if (count < 2)
        return;
    struct circle *circle = session_open_beside(site, session, session->circles.all[0]->matter,
                                                &stage->conferring, &guide_talk, count);
    for (uint32_t i = 0; i < count; i++)
        session_sit(site, circle, keys[i].person);
    circle_wake(site, circle);
}

void session_confer_begin(struct site *site, struct session *session)
{
    struct circle *middle = session->circles.all[0];
    circle_hush(site, middle);
    while (middle->seats.count > 0)
        circle_leave(site, middle, middle->seats.person[middle->seats.count - 1]);
    session->at.confers = true;
    const struct key *keys = session_by_groups(site, session);
    for (uint32_t i = 0, next; i < session->here.count && keys[i].key != NOBODY; i = next) {
        for (next = i + 1; next < session->here.count && keys[next].key == keys[i].key;)
            next++;
        open_for_group(site, session, keys + i, next - i);
    }
}

void session_confer_end(struct site *site, struct session *session)
{
    struct circle *middle = session->circles.all[0];
    session->at.confers = false;
    while (session->circles.count > 1)
        session_close_circle(site, session, session->circles.count - 1);
    while (middle->seats.count > 0) /* who came late */
        circle_leave(site, middle, middle->seats.person[middle->seats.count - 1]);
    seat_the_delegates(site, session, middle);
    seat_around(site, session, middle);
}
