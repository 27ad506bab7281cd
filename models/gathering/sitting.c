/* What rules of seating are made of: circles are opened, people sit down, and who sits with whom is noted. */
#include "gathering/gathering_parts.h"
#include "gathering/numbers.h"
#include "gathering/verbs.h"
#include "parts.h"

struct draw seat_draw(struct site *site, const struct session *session)
{
    return draw_for(site_luck(site), DRAW_SEATING, session->origin.luck,
                    session->at.stage * 65536u + session->at.round);
}

void session_sit(struct site *site, struct circle *circle, uint32_t person)
{
    circle_join(site, circle, person);
    if (circle->host == NOBODY)
        circle_gets_host(circle, person);
}

uint32_t session_circles_by_size(const struct session *session)
{
    const struct stage *stage = session_stage(session);
    if (stage->circles > 0)
        return (uint32_t)stage->circles;
    uint32_t size = (uint32_t)stage->circle_size;
    uint32_t circles = (session->here.count + size / 2) / size;
    return circles == 0 ? 1 : circles;
}

/* How many circles to open: one for each posted matter, or the number that the stage gives, or as many as its
 * circle size needs. */
uint32_t session_circles_wanted(struct site *site, struct session *session)
{
    const struct stage *stage = session_stage(session);
    uint32_t matters = stage->matter->circles == NULL ? 0 : stage->matter->circles(site, session);
    return matters > 0 ? matters : session_circles_by_size(session);
}

struct circle *session_open_numbered(struct site *site, struct session *session, uint32_t index,
                                     uint32_t room)
{
    const struct stage *stage = session_stage(session);
    struct matter *matter = stage->matter->matter(site, session, index);
    struct circle *circle = session_open_circle(site, session, matter, stage_guide_of(stage), room);
    session_narrow(session, circle, index);
    session_narrow_to_tasks(site, session, circle);
    return circle;
}

void session_open_circles(struct site *site, struct session *session, uint32_t circles)
{
    uint32_t room = session->here.count / circles + 1;
    for (uint32_t i = 0; i < circles; i++)
        session_open_numbered(site, session, i, room);
}

void seat_plenary(struct site *site, struct session *session)
{
    struct circle *circle = session_open_numbered(site, session, 0, session->here.count + 1);
    for (uint32_t i = 0; i < session->here.count; i++)
        session_sit(site, circle, session->here.people[i]);
}

uint32_t session_without_seat(struct site *site, const struct session *session, uint32_t *people)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < session->here.count; i++)
        if (circle_of(conversation_of(parts_of(site)), session->here.people[i]) == NULL)
            people[count++] = session->here.people[i];
    return count;
}

static void note_pair(const struct gathering *gathering, uint32_t one, uint32_t other)
{
    size_t words = (gathering->people->count + 63) / 64;
    gathering->persons.partners[one * words + other / 64] |= UINT64_C(1) << (other % 64);
    gathering->persons.partners[other * words + one / 64] |= UINT64_C(1) << (one % 64);
}

bool gathering_keeps_partners(const struct parts *parts)
{
    return gathering_of(parts)->persons.partners != NULL;
}

bool gathering_were_partners(const struct parts *parts, uint32_t one, uint32_t other)
{
    const struct gathering *gathering = gathering_of(parts);
    size_t words = (gathering->people->count + 63) / 64;
    return gathering->persons.partners[one * words + other / 64] >> (other % 64) & 1;
}

/* For `seating: across`. Where all sit in one circle everybody sits with everybody: that does not count. */
static void note_company(const struct gathering *gathering, const struct circle *circle, uint32_t person)
{
    const struct session *session = circle_session(circle);
    if (gathering->persons.company == NULL || session == NULL || session_stage(session)->seating->in_one)
        return;
    struct company *company = &gathering->persons.company[person];
    company->circle[company->count++ % MOST_COMPANY] = circle->id.number;
}

void gathering_notes_partners(struct site *site, const struct circle *circle, uint32_t person)
{
    const struct gathering *gathering = gathering_of(parts_of(site));
    const struct conversation *conversation = conversation_of(parts_of(site));
    if (circle_has_behind(conversation, circle, person) || !person_is_here(gathering->people, person))
        return;
    note_company(gathering, circle, person);
    for (uint32_t i = 0; gathering->persons.partners != NULL && i < circle->seats.count; i++)
        if (circle->seats.person[i] != person && person_is_here(gathering->people, circle->seats.person[i]) &&
            !circle_has_behind(conversation, circle, circle->seats.person[i]))
            note_pair(gathering, person, circle->seats.person[i]);
}
