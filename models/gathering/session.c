/* The way of a session: it begins, goes from stage to stage, and closes; people come and go. */
#include <math.h>
#include <string.h>

#include "base/require.h"
#include "chronicle.h"
#include "conversation/hearing.h"
#include "conversation/rules.h"
#include "gathering/gathering_parts.h"
#include "gathering/numbers.h"
#include "gathering/verbs.h"
#include "moments.h"
#include "parts.h"

const struct stage *session_stage(const struct session *session)
{
    const struct stage *stages = session->entry->method->stages.items;
    return &stages[session->stage];
}

static uint32_t slots_of(const struct method *method)
{
    uint32_t slots = 0;
    const struct stage *stages = method->stages.items;
    for (size_t i = 0; i < method->stages.count; i++)
        if (stages[i].verb->takes_slot && stages[i].matter->posted)
            slots += (uint32_t)stages[i].times;
    return slots;
}

/* --- stages --- */

void session_end_stage_at(struct site *site, struct session *session, sim_time instant)
{
    site_cancel(site, session->stage_ends);
    struct stage_card card = {session->slot, session->number, session->stage_serial};
    session->stage_ends = site_schedule(site, instant, EVENT_STAGE_ENDS, &card, sizeof card);
    if (instant < session->stage_until)
        session->stage_until = instant;
}

static void begin_round(struct site *site, struct session *session)
{
    struct gathering *gathering = gathering_of(parts_of(site));
    const struct stage *stage = session_stage(session);
    session_send_tired_home(site, session);
    session->stage_serial++;
    for (uint32_t i = 0; i < session->count; i++)
        gathering->visited[session->people[i]] = 0;
    session->stage_ends = (struct event_ticket){0};
    session->stage_until = session->ends > 0 ? session->ends : SIM_NEVER;
    if (stage->lasts > 0)
        session_end_stage_at(site, session, site_now(site) + stage->lasts);
    stage->verb->begin(site, session);
}

static void end_session_at(struct site *site, struct session *session, sim_time instant)
{
    site_cancel(site, session->session_ends);
    struct stage_card card = {session->slot, session->number, 0};
    session->session_ends = site_schedule(site, instant, EVENT_SESSION_ENDS, &card, sizeof card);
}

void session_begin(struct site *site, struct session *session)
{
    session->slots = slots_of(session->entry->method);
    session->tally->sessions++;
    session->tally->heads += session->count;
    chronicle_tell(site, TOLD_SESSION_BEGINS, session->number,
                   session->owner_kind == OWNER_GROUP ? session->owner : CHRONICLE_NOBODY,
                   session->owner_kind);
    for (uint32_t i = 0; i < session->count; i++)
        chronicle_tell(site, TOLD_SESSION_ENTERED, session->people[i], session->number, NAN);
    if (session->ends > 0)
        end_session_at(site, session, session->ends);
    begin_round(site, session);
}

static void forget(struct site *site, const struct session *session, struct matter *question)
{
    struct parts *parts = parts_of(site);
    if (session->of_calendar > 0)
        MOMENT(site, question_closes, question);
    matter_release(knowledge_of(parts), question);
}

static void forget_questions(struct site *site, const struct session *session)
{
    for (uint32_t i = 0; i < session->posted; i++)
        if (session->postings[i].matter != NULL && session->postings[i].matter->kind == MATTER_QUESTION)
            forget(site, session, session->postings[i].matter);
    if (session->question != NULL)
        forget(site, session, session->question);
}

enum leaving { LEAVES, GOES_HOME_TIRED };

static void stand_up(struct site *site, struct session *session, uint32_t place, enum leaving why)
{
    struct parts *parts = parts_of(site);
    uint32_t person = session->people[place];
    struct circle *circle = circle_of(conversation_of(parts), person);
    if (circle != NULL)
        circle_leave(site, circle, person);
    session->people[place] = session->people[--session->count];
    people_of(parts)->at[person] = 0;
    sim_time stayed = site_now(site) - gathering_of(parts)->came[person];
    people_of(parts)->attended[person] += stayed;
    session->tally->people_time += stayed;
    session->presence += stayed;
    chronicle_tell(site, TOLD_SESSION_LEFT, person, session->number, why);
    person_met(site, person, stayed);
}

static void close_session(struct site *site, struct session *session)
{
    struct parts *parts = parts_of(site);
    struct gathering *gathering = gathering_of(parts);
    site_cancel(site, session->stage_ends);
    site_cancel(site, session->session_ends);
    site_cancel(site, session->next_move);
    session_close_circles(site, session);
    double energy = 0;
    for (uint32_t i = 0; i < session->count; i++)
        energy += (double)people_of(parts)->energy[session->people[i]];
    session->tally->stayed_for += session->count > 0 ? 1 : 0;
    session->tally->energy_at_close += session->count > 0 ? energy / session->count : 0;
    chronicle_tell(site, TOLD_SESSION_ENDS, session->number, CHRONICLE_NOBODY,
                   session->count > 0 ? energy / session->count : (double)NAN);
    if (session->owner_kind != OWNER_NONE)
        MOMENT(site, session_closes, session);
    while (session->count > 0)
        stand_up(site, session, session->count - 1, LEAVES);
    forget_questions(site, session);
    session->tally->session_time += site_now(site) - session->opened;
    session_give_back(gathering, session);
    agenda_forget(site, agenda_of(parts), gathering_speaks_of);
    calendar_goes_on(site, session);
}

static void next_round(struct site *site, struct session *session)
{
    const struct stage *stage = session_stage(session);
    site_cancel(site, session->stage_ends);
    site_cancel(site, session->next_move);
    if (stage->verb->end != NULL)
        stage->verb->end(site, session);
    if (++session->round < (uint32_t)stage->times) {
        begin_round(site, session);
        return;
    }
    if (session->stage + 1 == session->entry->method->stages.count) {
        close_session(site, session);
        return;
    }
    session->round = 0;
    session->stage++;
    begin_round(site, session);
}

void session_break_off(struct site *site, struct session *session)
{
    const struct stage *stage = session_stage(session);
    if (stage->verb->end != NULL)
        stage->verb->end(site, session);
    close_session(site, session);
}

/* A verb may be done in the midst of its own work; an event at this very instant makes the change safe. */
void session_stage_done(struct site *site, struct session *session)
{
    session_end_stage_at(site, session, site_now(site));
}

void on_stage_ends(struct site *site, const struct event *event)
{
    struct stage_card card;
    event_read(event, &card, sizeof card);
    struct session *session = session_of_card(gathering_of(parts_of(site)), card.slot, card.session);
    if (session != NULL && session->stage_serial == card.serial)
        next_round(site, session);
}

void on_session_ends(struct site *site, const struct event *event)
{
    struct stage_card card;
    event_read(event, &card, sizeof card);
    struct session *session = session_of_card(gathering_of(parts_of(site)), card.slot, card.session);
    if (session != NULL)
        session_break_off(site, session);
}

/* --- people come and go --- */

bool person_would_come(struct people *people, uint32_t person, sim_time now)
{
    if (!person_can_come(people, person, now))
        return false;
    person_rest(people, person, now);
    return (double)people->energy[person] >= people->settings->leave_below;
}

void session_enter(struct gathering *gathering, struct session *session, uint32_t person, sim_time now)
{
    struct people *people = gathering->people;
    require(person_is_free(people, person) && session->count < session->room);
    people->at[person] = session->slot + 1;
    people->sessions[person] += session->of_calendar > 0 ? 1 : 0;
    gathering->came[person] = now;
    session->people[session->count++] = person;
}

void session_join(struct site *site, struct session *session, uint32_t person)
{
    struct gathering *gathering = gathering_of(parts_of(site));
    require(session->open);
    session_make_room(gathering, session, session->count + 1);
    session_enter(gathering, session, person, site_now(site));
    gathering->visited[person] = 0;
    session->tally->heads++;
    chronicle_tell(site, TOLD_SESSION_ENTERED, person, session->number, NAN);
    person_rest(gathering->people, person, site_now(site));
    session_seat_late(site, session, person);
}

void session_leave(struct site *site, struct session *session, uint32_t person)
{
    struct conversation *conversation = conversation_of(parts_of(site));
    require(session->open && session_has(people_of(parts_of(site)), session, person));
    uint32_t place = 0;
    while (session->people[place] != person)
        place++;
    struct circle *circle = circle_of(conversation, person);
    bool cut = circle != NULL && circle->busy && circle->turn.speaker == person;
    stand_up(site, session, place, LEAVES);
    if (session->count < 2) {
        end_session_at(site, session, site_now(site));
    } else if (cut) {
        struct turn none = {.speaker = NOBODY};
        circle->guide->channel_free(site, circle, &none);
    }
}

sim_time session_presence(struct site *site, const struct session *session)
{
    sim_time presence = session->presence;
    for (uint32_t i = 0; i < session->count; i++)
        presence += site_now(site) - gathering_of(parts_of(site))->came[session->people[i]];
    return presence;
}

void gathering_let_go(struct site *site, uint32_t person)
{
    const struct people *people = people_of(parts_of(site));
    if (!person_is_free(people, person))
        session_leave(site, gathering_of(parts_of(site))->sessions[people->at[person] - 1], person);
}

void session_send_tired_home(struct site *site, struct session *session)
{
    struct parts *parts = parts_of(site);
    double least = people_of(parts)->settings->leave_below;
    sim_time now = site_now(site);
    for (uint32_t i = session->count; i-- > 0;) {
        uint32_t person = session->people[i];
        const struct circle *circle = circle_of(conversation_of(parts), person);
        if (circle == NULL)
            person_rest(people_of(parts), person, now);
        double energy = circle == NULL ? (double)people_of(parts)->energy[person]
                                       : (double)circle->seats.energy[conversation_of(parts)->seat[person]];
        if (energy >= least || (circle != NULL && circle->busy && circle->turn.speaker == person))
            continue;
        stand_up(site, session, i, GOES_HOME_TIRED);
        session->tally->went_home++;
    }
}

/* The proposer when present, else the most interested of those present; NOBODY in an empty session. */
uint32_t session_presenter(struct site *site, const struct session *session, const struct matter *matter)
{
    const struct parts *parts = parts_of(site);
    if (matter->proposer != NOBODY && session_has(people_of(parts), session, matter->proposer))
        return matter->proposer;
    uint32_t presenter = NOBODY;
    for (uint32_t i = 0; i < session->count; i++)
        if (presenter == NOBODY || matter->interest[session->people[i]] > matter->interest[presenter])
            presenter = session->people[i];
    return presenter;
}
