/* Who is in a session: people come in, grow tired, and go. */
#include <math.h>

#include "base/require.h"
#include "chronicle.h"
#include "conversation/rules.h"
#include "gathering/gathering_parts.h"
#include "gathering/numbers.h"
#include "moments.h"
#include "parts.h"

void session_end_at(struct site *site, struct session *session, sim_time instant)
{
    site_cancel(site, session->timers.session);
    struct stage_card card = {session->slot, session->number, 0};
    session->timers.session = site_schedule(site, instant, EVENT_SESSION_ENDS, &card, sizeof card);
}

void session_stand_up(struct site *site, struct session *session, uint32_t place, enum leaving why)
{
    struct parts *parts = parts_of(site);
    uint32_t person = session->here.people[place];
    struct circle *circle = circle_of(conversation_of(parts), person);
    if (circle != NULL)
        circle_leave(site, circle, person);
    session->here.people[place] = session->here.people[--session->here.count];
    person_is_let_go(people_of(parts), person);
    sim_time stayed = site_now(site) - gathering_of(parts)->persons.came[person];
    person_stayed(people_of(parts), person, stayed);
    session->tally->people_time += stayed;
    session->here.presence += stayed;
    chronicle_tell(site, TOLD_SESSION_LEFT, person, session->number, why);
    person_met(site, person, stayed);
}

bool person_would_come(struct people *people, uint32_t person, sim_time now)
{
    if (!person_can_come(people, person, now))
        return false;
    person_rest(people, person, now);
    return (double)people->body.energy[person] >= people->terms.settings->leave_below;
}

void session_call(struct people *people, const struct session *session, uint32_t person)
{
    if (person != NOBODY && person_is_free(people, person))
        person_is_called(people, person, session->slot);
}

void session_enter(struct gathering *gathering, struct session *session, uint32_t person, sim_time now)
{
    struct people *people = gathering->people;
    require(person_is_free(people, person) && session->here.count < session->here.room);
    person_is_called(people, person, session->slot);
    if (session->origin.of_calendar > 0)
        person_came(people, person);
    gathering->persons.came[person] = now;
    gathering->persons.before[person] = 0;
    if (gathering->persons.company != NULL)
        gathering->persons.company[person].count = 0;
    session->here.people[session->here.count++] = person;
}

void session_leave(struct site *site, struct session *session, uint32_t person)
{
    struct conversation *conversation = conversation_of(parts_of(site));
    require(session->open && session_has(people_of(parts_of(site)), session, person));
    uint32_t place = 0;
    while (session->here.people[place] != person)
        place++;
    struct circle *circle = circle_of(conversation, person);
    bool cut = circle != NULL && circle_hears(circle, person);
    session_stand_up(site, session, place, LEAVES);
    if (session->here.count < 2) {
        session_end_at(site, session, site_now(site));
    } else if (cut) {
        struct turn none = {.speaker = NOBODY};
        circle->guide->channel_free(site, circle, &none);
    }
}

sim_time session_presence(struct site *site, const struct session *session)
{
    sim_time presence = session->here.presence;
    for (uint32_t i = 0; i < session->here.count; i++)
        presence += site_now(site) - gathering_of(parts_of(site))->persons.came[session->here.people[i]];
    return presence;
}

void gathering_let_go(struct site *site, uint32_t person)
{
    const struct people *people = people_of(parts_of(site));
    if (!person_is_free(people, person))
        session_leave(site, gathering_of(parts_of(site))->sessions.all[people->at[person] - 1], person);
}

void session_send_tired_home(struct site *site, struct session *session)
{
    struct parts *parts = parts_of(site);
    double least = people_of(parts)->terms.settings->leave_below;
    sim_time now = site_now(site);
    for (uint32_t i = session->here.count; i-- > 0;) {
        uint32_t person = session->here.people[i];
        const struct circle *circle = circle_of(conversation_of(parts), person);
        if (circle == NULL)
            person_rest(people_of(parts), person, now);
        double energy = circle == NULL
                            ? (double)people_of(parts)->body.energy[person]
                            : (double)circle->seats.body.energy[seat_of(conversation_of(parts), person)];
        if (energy >= least || (circle != NULL && circle_hears(circle, person)))
            continue;
        session_stand_up(site, session, i, GOES_HOME_TIRED);
        session->tally->went_home++;
    }
}

uint32_t gathering_ask_group(struct site *site, uint32_t person, uint32_t which)
{
    uint32_t group = NOBODY;
    ASK(site, group, group_of, person, which);
    return group;
}

uint32_t gathering_ask_delegate(struct site *site, const struct session *session, uint32_t group)
{
    uint32_t delegate = NOBODY;
    ASK(site, delegate, delegate_of, session, group);
    return delegate;
}

uint32_t gathering_ask_side(struct site *site, uint32_t person)
{
    uint32_t side = NOBODY;
    ASK(site, side, side_of, person);
    return side;
}

bool anybody_in_a_group(struct site *site, const uint32_t *people, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (gathering_ask_group(site, people == NULL ? i : people[i], 0) != NOBODY)
            return true;
    return false;
}
